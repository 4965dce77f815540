# SPDX-License-Identifier: EUPL-1.2
"""From a medium to a vault in its place: by a number and a passphrase, or on to the codes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.services.jobs import Jobs
from workbench.ui.kit.asking import Asks
from workbench.ui.restoring.vms import CopyOnMedium, CopyVm, DoneVm, copy_vms, done_vm
from workbench.ui.unlock.presenter import Typed
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")
DAMAGED_AKTER = "VAULT-060"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which copy on which medium."""

    medium: Path
    copy: CopyOnMedium


@dataclass(frozen=True, slots=True)
class RestoreWays:
    """What is done beyond the screen; `look` and `put_back` on the vault's thread.

    `look`: the copies on a medium, newest first. `put_back`: with what was typed; its reason is
    why the rest is put back where akter are damaged. `placed`: it was, and lies there.
    `by_code`: on to the recovery codes. `done`: to where the passphrase is asked for; `left`: to
    where one came from.
    """

    look: Callable[[Path], tuple[CopyOnMedium, ...]]
    put_back: Callable[[Wanted, Typed, Watch], RestoreTold]
    placed: Callable[[], None]
    by_code: Callable[[Wanted], None]
    done: Callable[[], None]
    left: Callable[[], None]


class RestoringView(Protocol):
    """What the page must be able to show."""

    def show_copies(self, folder: str, copies: tuple[CopyVm, ...]) -> None: ...

    def show_nothing_there(self, folder: str) -> None: ...

    def show_working(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None:
        """The passphrase is emptied; the rest stays."""
        ...

    def ask_why(self) -> None:
        """Akter are damaged: whoever puts the rest back says why, and types again."""
        ...

    def show_done(self, vm: DoneVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class RestoringPresenter:
    """One copy at a time; nothing is replaced before the copy was verified aside."""

    def __init__(self, view: RestoringView, jobs: Jobs, asks: Asks, ways: RestoreWays) -> None:
        self._view, self._jobs, self._asks, self._ways = view, jobs, asks, ways
        self._found: tuple[CopyOnMedium, ...] = ()
        self._medium: Path | None = None
        self._progress = (0, 0)
        self._is_working = False
        self._was_left = False

    def choose_medium(self) -> None:
        self._asks.choose_folder(_("Where are the backups?"), got=self.look_at)

    def look_at(self, folder: Path) -> None:
        def shown(found: tuple[CopyOnMedium, ...]) -> None:
            self._medium, self._found = folder, found
            if found:
                self._view.show_copies(str(folder), copy_vms(found))
            else:
                self._view.show_nothing_there(str(folder))

        self._run(lambda: self._ways.look(folder), shown)

    def submit(self, generation: str, typed: Typed) -> None:
        """Put it back with what was typed."""
        wanted = self._wanted(generation)
        if wanted is None or self._is_working or not typed.is_complete:
            return
        self._is_working, self._was_left, self._progress = True, False, (0, 0)
        self._view.show_working(_("The backup is being opened and checked …"))
        watch = Watch(self._pulse, self._told)
        self._run(
            lambda: self._ways.put_back(wanted, typed, watch),
            self._placed,
        )

    def by_code(self, generation: str) -> None:
        """There is no passphrase; the recovery codes open it."""
        wanted = self._wanted(generation)
        if wanted is not None and not self._is_working:
            self._ways.by_code(wanted)

    def progress(self) -> tuple[int, int]:
        """Bytes done, of how many. Told by the vault's thread, asked by the window's."""
        return self._progress

    def go_on(self) -> None:
        self._ways.done()

    def leave(self) -> None:
        self.put_away()
        self._ways.left()

    def put_away(self) -> None:
        """At lock and when the page is left: what was typed opens the copy, so the work ends."""
        self._was_left = True

    def _placed(self, told: RestoreTold) -> None:
        self._ways.placed()
        self._view.show_done(done_vm(told))

    def _wanted(self, generation: str) -> Wanted | None:
        copy = next((each for each in self._found if each.generation == generation), None)
        return Wanted(self._medium, copy) if self._medium is not None and copy is not None else None

    def _pulse(self) -> None:
        self._jobs.pulse()
        if self._was_left:
            raise Cancelled

    def _told(self, done: int, of: int) -> None:
        self._progress = (done, of)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def finished(outcome: T) -> None:
            self._is_working = False
            done(outcome)

        self._jobs.run(work, done=finished, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_working = False
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
            if error.code == DAMAGED_AKTER:
                self._view.ask_why()
        elif isinstance(error, Cancelled):
            left = _("The computer was left: no backup was put back.")
            self._view.show_refused(ErrorText("", left, ""))
        else:
            self._view.show_problem(error)
