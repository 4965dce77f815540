# SPDX-License-Identifier: EUPL-1.2
"""The three things that are done on the recovery page: look, practise, draw a new code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.crypto.recovery import wrong_groups
from workbench.domain.errors import WorkbenchError
from workbench.services.akter.session import Session
from workbench.services.house import settings
from workbench.services.jobs import Jobs
from workbench.services.keeping import recovery
from workbench.services.recovery_ports import Codes, Drill
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.recovery.overview import DrilledVm, OverviewVm, drilled, overview
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")
_NEEDED: dict[Codes, int] = {"one": 1, "two-of-three": 2}


@dataclass(frozen=True, slots=True)
class CodeVm:
    """One code to be written down: `number` of `of`, and what else stands on its sheet."""

    code: str
    number: int
    of: int
    vault: str
    day: str


class RecoveryView(Protocol):
    """What the page must be able to show. What is shown takes the place of what was."""

    def show_overview(self, vm: OverviewVm) -> None: ...

    def ask_codes(self, how_many: int) -> None:
        """For a drill."""
        ...

    def show_drilled(self, vm: DrilledVm) -> None: ...

    def ask_kind(self, now: Codes) -> None: ...

    def show_code(self, vm: CodeVm) -> None: ...

    def ask_back(self, number: int, of: int) -> None:
        """The code is out of sight; it is to be typed."""
        ...

    def show_wrong_groups(self, groups: tuple[int, ...]) -> None: ...

    def show_renewed(self) -> None: ...

    def show_working(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None:
        """What was in front before the work began is in front again."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class RecoveryPresenter:
    """New codes live here until all were typed back, or the page is left."""

    def __init__(
        self, view: RecoveryView, jobs: Jobs, session: Session, asks: Asks, go: Go, _out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go = asks, go
        self._codes: tuple[str, ...] = ()
        self._typed: list[str] = []
        self._kind: Codes = "one"

    def open(self) -> None:
        """How it stands now."""
        self.forget()
        self._run(self._look, self._view.show_overview)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def forget(self) -> None:
        """At lock and when the page is left: codes that were not all typed back are void."""
        if self._codes:
            self._codes, self._typed = (), []
            self._run(self._session.desk.vault.recovery.forget, _nothing)

    def bring_over(self) -> None:
        """Every akt of one's own that the codes of today do not open yet."""
        work = self._session.desk.vault.recovery.bring_over
        self._view.show_working(_("The case files are being brought over …"))
        self._run(lambda: work(self._jobs.pulse), lambda _none: self.open())

    def begin_drill(self) -> None:
        self._view.ask_codes(_NEEDED[self._kind])

    def drill(self, typed: Sequence[str]) -> None:
        """Open a copy with what was typed, and with nothing else."""
        self._try(tuple(typed), None)

    def drill_on_medium(self, typed: Sequence[str]) -> None:
        """The same with the newest backup on a medium: as if the computer were gone."""
        codes = tuple(typed)
        self._asks.choose_folder(
            _("Where are the backups?"), got=lambda folder: self._try(codes, folder)
        )

    def begin_renewal(self) -> None:
        self._view.ask_kind(self._kind)

    def draw(self, kind: Codes) -> None:
        """New codes, shown one by one. Those of today hold until all were typed back."""
        desk = self._session.desk
        self._run(lambda: desk.vault.recovery.renew(kind), self._drawn)

    def hide(self) -> None:
        """It is written down."""
        self._view.ask_back(len(self._typed) + 1, len(self._codes))

    def show_again(self) -> None:
        self._show_code()

    def type_back(self, typed: str) -> None:
        """One code; then the next is shown, and after the last they hold."""
        at = len(self._typed)
        if at == len(self._codes):
            return
        wrong = wrong_groups(typed, self._codes[at])
        if wrong:
            self._view.show_wrong_groups(wrong)
            return
        self._typed.append(typed)
        if at + 1 < len(self._codes):
            self._show_code()
        else:
            self._prove()

    def _try(self, codes: tuple[str, ...], medium: Path | None) -> None:
        desk = self._session.desk
        self._view.show_working(_("A copy is being opened with the code alone …"))
        self._run(lambda: recovery.drill(desk, codes, self._jobs.pulse, medium), self._drilled)

    def _prove(self) -> None:
        desk, typed = self._session.desk, tuple(self._typed)
        self._view.show_working(_("The new code takes over from the old …"))
        self._jobs.run(
            lambda: recovery.prove_renewed(desk, typed, self._jobs.pulse),
            done=self._renewed,
            failed=self._not_proven,
        )

    def _renewed(self, _none: None) -> None:
        self._codes, self._typed = (), []
        self._view.show_renewed()
        self._run(self._look, self._view.show_overview)

    def _not_proven(self, error: Exception) -> None:
        """The codes are still there: the last one can be typed again."""
        self._typed.pop()
        self.hide()
        self._failed(error)

    def _drawn(self, codes: tuple[str, ...]) -> None:
        self._codes, self._typed = codes, []
        self._show_code()

    def _show_code(self) -> None:
        desk, at, of = self._session.desk, len(self._typed), len(self._codes)
        if at < of:
            day = desk.clock.today().isoformat()
            self._view.show_code(CodeVm(self._codes[at], at + 1, of, desk.vault.vault, day))

    def _drilled(self, found: Drill) -> None:
        self._view.show_drilled(drilled(found))
        self._run(self._look, self._view.show_overview)

    def _look(self) -> OverviewVm:
        desk = self._session.desk
        state = recovery.state(desk)
        self._kind = state.codes
        count = desk.vault.recovery.uncovered(self._jobs.pulse)
        return overview(state, count, may_change=recovery.ADMINISTRATOR in settings.roles_of(desk))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _nothing(_outcome: None) -> None:
    pass
