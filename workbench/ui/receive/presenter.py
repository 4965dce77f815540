# SPDX-License-Identifier: EUPL-1.2
"""From a file on a stick to an akt. A refusal changes nothing and says why."""

from pathlib import Path
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.akter.session import Session
from workbench.services.handing_over import receiving
from workbench.services.handing_over.receiving import Arrival
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Inspected, Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.receive.telling import file_vm, quarantine_vm, refused_vm
from workbench.ui.receive.vms import FileVm, QuarantineVm, RefusedVm
from workbench.words import _

_ENDINGS = (".age",)
AUTOMATIC = "automatic"


class ReceiveView(Protocol):
    """What the page must be able to show."""

    def show_choose(self) -> None: ...

    def show_file(self, vm: FileVm) -> None: ...

    def show_quarantine(self, vm: QuarantineVm) -> None: ...

    def show_refused(self, vm: RefusedVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


class ReceivePresenter:
    """One bundle at a time; leaving it puts it aside, sealed as it came."""

    def __init__(
        self,
        view: ReceiveView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, outside
        self._path: Path | None = None
        self._seen: Inspected | None = None
        self._arrival: Arrival | None = None

    def begin(self) -> None:
        """Back to choosing a file."""
        self._path = self._seen = None
        self._view.show_choose()

    def choose(self) -> None:
        self._asks.choose_file(_("Choose the bundle"), got=self._inspect, endings=_ENDINGS)

    def open(self) -> None:
        """Open it into quarantine: every check is made, nothing of it is shown."""
        path, seen = self._path, self._seen
        desk, bundles = self._session.desk, self._outside.bundles
        if path is None:
            return

        def work() -> tuple[Arrival, QuarantineVm]:
            arrival = receiving.open_bundle(desk, bundles, path)
            return arrival, quarantine_vm(arrival, desk, seen)

        self._view.show_busy(busy=True)
        self._jobs.run(work, done=self._opened, failed=self._refused)

    def accept(self, into: str) -> None:
        """Into the akt that the person chose; `AUTOMATIC` where earlier ones went, else a new."""
        arrival, session, bundles = self._arrival, self._session, self._outside.bundles
        if arrival is None:
            return
        case = None if into == AUTOMATIC else CaseId(into)
        self._view.show_busy(busy=True)
        self._jobs.run(
            lambda: receiving.accept(session, bundles, arrival, case),
            done=self._accepted,
            failed=self._refused,
        )

    def put_aside(self) -> None:
        """Not now: the sealed file is kept, what was decrypted is gone."""
        arrival, path, desk = self._arrival, self._path, self._session.desk
        self._arrival = None
        if arrival is None or path is None:
            self.begin()
            return
        self._jobs.run(
            lambda: receiving.put_aside(desk, arrival, path),
            done=lambda _kept: self.begin(),
            failed=self._view.show_problem,
        )

    def contacts(self) -> None:
        self._go(Place("contacts"))

    def open_case(self) -> None:
        """To the akt where it was accepted before."""
        if self._arrival is not None and self._arrival.case is not None:
            self._go(Place("case", self._arrival.case))

    def _inspect(self, path: Path) -> None:
        self._path, self._seen = path, None
        files = self._outside.files
        self._view.show_busy(busy=True)
        self._jobs.run(lambda: files.inspect(path), done=self._inspected, failed=self._refused)

    def _inspected(self, seen: Inspected) -> None:
        self._seen = seen
        self._view.show_busy(busy=False)
        if self._path is not None:
            self._view.show_file(file_vm(self._path, seen))

    def _opened(self, outcome: tuple[Arrival, QuarantineVm]) -> None:
        self._arrival, vm = outcome
        self._view.show_busy(busy=False)
        self._view.show_quarantine(vm)

    def _accepted(self, arrival: Arrival) -> None:
        self._arrival = None
        self._view.show_busy(busy=False)
        self.begin()
        if arrival.case is not None:
            self._go(Place("case", arrival.case))

    def _refused(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        if isinstance(error, WorkbenchError):
            self._view.show_refused(refused_vm(error, self._seen))
        else:
            self._view.show_problem(error)
