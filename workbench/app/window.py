# SPDX-License-Identifier: EUPL-1.2
"""The program with a window: unlock page first, everything else after it was painted."""

import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from workbench.app import places
from workbench.app.countdown import Countdown
from workbench.app.rubbish import RubbishCollector
from workbench.app.trial import Trial
from workbench.domain.errors import Cancelled
from workbench.ui.kit import problem
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage
from workbench.ui.unlock.presenter import UnlockPresenter

if TYPE_CHECKING:
    from workbench.app.first_start import FirstStart, Made
    from workbench.app.guarding import Guard
    from workbench.app.pages import Pages
    from workbench.services.akter.session import Session
    from workbench.ui.forgotten.presenter import Back
    from workbench.vault.opening import Surroundings

_AFTER_PAINT_MS = 50
"""The page is on screen before the vault's thread begins to compete with the window's."""
_LOCK_TOOK_TOO_LONG = 3
_load_opening = partial(import_module, "workbench.app.opening")


class Program(QObject):
    """Ties the window to the vault's thread, and the session to the pages.

    `around`: what the vault needs from outside; None is this machine. `trial`: what tests
    ask to be different.

    Signals:
        closed: the vault is closed and its keys are wiped.
    """

    closed = Signal()

    def __init__(
        self,
        app: QApplication,
        vault: Path,
        *,
        around: "Surroundings | None" = None,
        trial: "Trial | None" = None,
    ) -> None:
        super().__init__(app)
        self._vault, self._around, self._trial = vault, around, trial or Trial()
        self._guard: Guard | None = None
        self._lock_asked = False
        self._rubbish = RubbishCollector(self)
        self.jobs = QtJobs(self)
        self._session: Session | None = None
        self._check: Callable[[str], None] = _nothing
        self._page = UnlockPage(str(vault))
        self._presenter = UnlockPresenter(self._page, self.jobs, self._open, self._opened)
        self._page.submitted.connect(self._submit)
        self._page.forgotten.connect(self._begin_recovery)
        self._page.restoring.connect(lambda: self._begin_restoring(self._vault))
        self.shell = Shell(self._page, lock_now=self.lock_now)
        self._pages: Pages | None = None
        self.shell.sought.connect(self._seek)
        self.shell.found.connect(self._open_found)
        self._closing = Countdown(self._trial.lock_s, _leave_at_once)
        self.shell.locking.connect(self._closing.start)
        self._loading = QTimer(self, singleShot=True)
        self._loading.timeout.connect(self._load_the_rest)
        problem.catch_all(self.shell.show_told)
        self._page.installEventFilter(self)
        self._is_unproven = False
        if places.is_unborn(vault):
            self._begin_first_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint of the unlock page is what everything else waits for."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._loading.start(_AFTER_PAINT_MS)  # singleShot would load all of `Qt` first: 12 ms
        return False

    def lock_now(self) -> None:
        """Forget what runs, close the vault next in line; a vault that will not close ends us."""
        session, self._session = self._session, None
        self._pages = None
        if session is None:
            self._closing.stop()
        else:
            self.jobs.forget_results()
            self._close(session)

    def end(self) -> None:
        """The window is closed: let queued work end, then the thread. One that hangs ends us."""
        self.shell.lock()
        if not self.jobs.stop(within_s=self._trial.lock_s):
            _leave_at_once()
        self._closing.stop()
        if self._guard is not None:
            self._guard.triggers.let_go()
        self._rubbish.stop()

    def _surroundings(self) -> "Surroundings":
        around: Surroundings = _load_opening().pulsing(self._around, self._pulse)
        return around

    def _pulse(self) -> None:
        """Long work ends when a lock has come, also while the vault is still being opened."""
        self.jobs.pulse()
        if self._presenter.is_working and self._lock_asked:
            raise Cancelled

    def _submit(self) -> None:
        self._begin_guard()
        self._lock_asked = False
        self._presenter.submit(self._page.typed())

    def _open(self, place: int, passphrase: str, over_older: str) -> "Session":
        from workbench.app import opening  # noqa: PLC0415

        self._ask_again_at(place)
        session = opening.open_session(
            self._vault, place, passphrase, self._surroundings(), over_older=over_older
        )
        self._is_unproven = opening.is_unproven(session)
        return session

    def _ask_again_at(self, place: int) -> None:
        around = self._surroundings()
        self._check = _load_opening().passphrase_check(self._vault, place, around)

    def _opened(self, session: "Session") -> None:
        if self._lock_asked:  # the computer was left while the key was derived
            self._close(session)
            return
        self._begin_guard().triggers.hold()
        self._session = session
        if self._is_unproven:
            self._go_on_with_first_start(session, "")
        else:
            self._begin_work(session)

    def _begin_work(self, session: "Session") -> None:
        from dataclasses import replace  # noqa: PLC0415

        from workbench.app import restoring  # noqa: PLC0415
        from workbench.app.outside import outside  # noqa: PLC0415
        from workbench.app.pages import Pages  # noqa: PLC0415
        from workbench.app.self_checking import look_at_computer  # noqa: PLC0415

        look = look_at_computer(self._vault, self._begin_guard().triggers.sources)
        restore = restoring.RestoreHere(
            self._vault,
            self._surroundings(),
            self.jobs,
            self.shell.lock,
            self._page.show_told,
            lambda: self._lock_asked,
        )
        known = outside(session.desk, self._check, self._surroundings().state_folder)
        beyond = replace(known, look_at_computer=look, restore=restore)
        pages = Pages(self.shell, self.jobs, session, beyond)
        self._pages = pages
        self.shell.unlocked(session.desk.vault.signer.user, pages.frame(), "today")

    def _first_start(self) -> "FirstStart":
        from workbench.app import first_start  # noqa: PLC0415

        return first_start.FirstStart(self.shell, self.jobs, self._surroundings(), self._trial.cost)

    def _begin_first_start(self) -> None:
        from workbench.app.first_start import Beginning  # noqa: PLC0415

        self._begin_guard()  # a passphrase is shown there
        ways = Beginning(self._forgive_lock, self._founded, self._begin_restoring)
        self.shell.show_first(self._first_start().beginning(self._vault, ways))

    def _forgive_lock(self) -> None:
        self._lock_asked = False

    def _founded(self, made: "Made") -> None:
        """The vault that first start made takes the place of the one that was looked for."""
        self._move_to(made.folder)
        if self._lock_asked:  # the computer was left meanwhile
            self.shell.end_first()
            self._close(made.session)
            return
        self._ask_again_at(1)
        self._begin_guard().triggers.hold()
        self._session = made.session
        self._go_on_with_first_start(made.session, made.code)

    def _begin_recovery(self) -> None:
        from workbench.app import forgotten  # noqa: PLC0415

        self._begin_guard()
        self._lock_asked = False
        made = forgotten.of_vault(self._vault, self.jobs, self._surroundings(), self._trial.cost)
        self._page.empty()
        self.shell.show_first(made.page(self._returned, self.shell.end_first))

    def _begin_restoring(self, target: Path) -> None:
        """A backup instead of what lies there, or of what would be begun there."""
        from workbench.app.restore_page import Ends, RestorePage  # noqa: PLC0415

        self._begin_guard()
        self._lock_asked = False
        self._page.empty()
        left = self._begin_first_start if places.is_unborn(self._vault) else self.shell.end_first
        page = RestorePage(self.shell, self.jobs, self._surroundings(), target, self._trial.cost)
        page.show(Ends(self._move_to, self._returned, left))

    def _move_to(self, folder: Path) -> None:
        """The vault of this window lies there from now on."""
        self._vault = folder
        self._page.folder.setText(str(folder))

    def _returned(self, back: "Back[Session]") -> None:
        """Somebody is back by the recovery code."""
        self._ask_again_at(back.place)
        self._is_unproven = False
        self._opened(back.session)

    def _go_on_with_first_start(self, session: "Session", code: str) -> None:
        frame = self._first_start().rest(session, code, lambda: self._begin_work(session))
        self.shell.unlocked(session.desk.vault.signer.user, frame, "recovery")

    def _seek(self, sought: str) -> None:
        if self._pages is not None:
            self._pages.seek(sought)

    def _open_found(self, case: str) -> None:
        if self._pages is not None:
            self._pages.open_found(case)

    def _load_the_rest(self) -> None:
        """After the first paint: the guard, and on the vault's thread what unlocking will need."""
        self._begin_guard()
        self.jobs.run(_load_opening, done=_nothing, failed=_nothing)

    def _begin_guard(self) -> "Guard":
        from workbench.app.guarding import Guard  # noqa: PLC0415

        if self._guard is None:
            trial = self._trial
            self._guard = Guard(
                self.shell,
                leaves_memory_readable=trial.leaves_memory_readable,
                system=trial.system,
                session=trial.session,
            )
            self._guard.asked.connect(self._leave)
        return self._guard

    def _leave(self, _why: str) -> None:
        self._lock_asked = True
        self.shell.lock()

    def _close(self, session: "Session") -> None:
        self.jobs.run(session.close, done=self._closed, failed=self._closed_with)

    def _closed(self, _outcome: object) -> None:
        self._closing.stop()
        self._begin_guard().triggers.let_go()
        self.closed.emit()

    def _closed_with(self, error: Exception) -> None:
        """The keys are wiped all the same; the person is told what the disk said."""
        self._closed(None)
        if (told := problem.problem_of(error)) is not None:
            self.shell.show_told(told)


def _nothing(_outcome: object) -> None:
    pass


def _leave_at_once() -> None:
    """The keys must be gone within two seconds, whatever hangs."""
    os._exit(_LOCK_TOOK_TOO_LONG)
