# SPDX-License-Identifier: EUPL-1.2
"""The list of instruments and the ways on from it."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.instruments.listing import groups
from workbench.ui.instruments.vms import GroupVm
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place


class InstrumentsView(Protocol):
    """What the page must be able to show."""

    def show_groups(self, groups: tuple[GroupVm, ...]) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class InstrumentsPresenter:
    """Read again whenever the page comes to the front."""

    def __init__(
        self,
        view: InstrumentsView,
        jobs: Jobs,
        session: Session,
        _asks: Asks,
        go: Go,
        _out: Outside,
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go

    def open(self) -> None:
        self._jobs.run(
            lambda: groups(self._session.desk),
            done=self._view.show_groups,
            failed=self._view.show_problem,
        )

    def choose(self, key: str) -> None:
        self._go(Place("instrument", record=RecordId(key)))

    def check_for_other(self) -> None:
        """A rule of somebody else's came as a file, to be compared with the form here."""
        self._go(Place("check-rule"))

    def write_own(self) -> None:
        """To the forms that the organisation makes itself."""
        self._go(Place("own-forms"))

    def practise(self) -> None:
        """To the training cases."""
        self._go(Place("practice"))
