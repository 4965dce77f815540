# SPDX-License-Identifier: EUPL-1.2
"""The real program in this process, on a real vault with a cheap passphrase and one akt."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from workbench.app.pages import key_of
from workbench.app.window import Program, Trial
from workbench.domain.ids import CaseId
from workbench.ui.places import Place
from workbench.ui.shell import Shell

T = TypeVar("T")
PATIENCE_S = 60.0


def _no_bus() -> None:
    """The computer's own buses are no business of a test."""


PATIENT = Trial(lock_s=PATIENCE_S, system=_no_bus, session=_no_bus)
"""Tests measure the lock themselves: a loaded machine must not end the whole run."""


@dataclass(frozen=True, slots=True)
class Taken:
    """From the trigger until the unlock page was painted, and until the keys were wiped."""

    blank_s: float
    wiped_s: float


class RealProgram:
    """A window that a test unlocks and locks."""

    def __init__(self, program: Program, case: CaseId) -> None:
        self.program, self.case = program, case
        self._paints = _Paints()
        self._closed_at: list[float] = []
        program.closed.connect(lambda: self._closed_at.append(time.perf_counter()))
        program._page.installEventFilter(self._paints)

    @property
    def shell(self) -> Shell:
        return self.program.shell

    def unlock(self, passphrase: str = PASSPHRASE, *, place: int = 1) -> None:
        """As a person does, until all that the first page asked for has come."""
        self.give_passphrase(passphrase, place=place)
        self.wait(lambda: not self.shell.is_locked)
        self.settle()

    def give_passphrase(self, passphrase: str = PASSPHRASE, *, place: int = 1) -> None:
        """Number, passphrase, the button."""
        page = self.program._page
        page.place.setText(f"{place:02}")
        page.passphrase.setText(passphrase)
        page.unlock.click()

    def open(self, place: Place) -> QWidget:
        """A page, after everything that it asked for has come."""
        self.shell.open(key_of(place))
        self.settle()
        return self.shell.page()

    def settle(self) -> None:
        """Until the vault's thread has nothing left to answer: there and back a few times."""
        for _round in range(4):
            back: list[object] = []
            self.program.jobs.run(lambda: None, done=back.append, failed=back.append)
            self.wait(lambda back=back: bool(back))
        QApplication.processEvents()

    def on_vault(self, work: Callable[[], T]) -> T:
        """Do it on the vault's thread and wait for it."""
        came: list[T] = []
        failed: list[Exception] = []
        self.program.jobs.run(work, done=came.append, failed=failed.append)
        self.wait(lambda: bool(came or failed))
        assert not failed, failed
        return came[0]

    def lock(self, trigger: Callable[[], None]) -> Taken:
        """Let something lock the window, and measure."""
        self._paints.at.clear()
        self._closed_at.clear()
        begun = time.perf_counter()
        trigger()
        self.wait(lambda: bool(self._closed_at))
        assert self.shell.is_locked
        assert self._paints.at, "the unlock page was never painted"
        return Taken(self._paints.at[0] - begun, self._closed_at[0] - begun)

    def press_f12(self) -> None:
        """To whatever is on top."""
        on_top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        QTest.keyClick(on_top or QApplication.focusWidget() or self.shell, Qt.Key.Key_F12)

    def wait(self, until: Callable[[], bool]) -> None:
        ends = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < ends, "it never came"
            QTest.qWait(1)


class _Paints(QObject):
    """When the unlock page was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[float] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at.append(time.perf_counter())
        return False


def found(root: Path) -> tuple[Office, CaseId]:
    """A vault with one akt, locked."""
    office = Office(root)
    case = office.begin()
    office.session.close()
    return office, case


@contextmanager
def running(
    app: QApplication, office: Office, case: CaseId, trial: Trial = PATIENT
) -> Iterator[RealProgram]:
    """The program on an office's vault, its window in front; ended afterwards."""
    hook = sys.excepthook
    program = Program(app, office.place.folder, around=office.place.around, trial=trial)
    program.shell.resize(1366, 768)
    program.shell.show()
    program.shell.activateWindow()
    try:
        assert QTest.qWaitForWindowActive(program.shell)
        yield RealProgram(program, case)
    finally:
        program.shell.close()
        program.end()
        sys.excepthook = hook
        program.shell.deleteLater()
        program.deleteLater()
