# SPDX-License-Identifier: EUPL-1.2
"""Workplaces with real vaults, and the program opened on one."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.real_program import PATIENT
from tests.vault.making import CHEAP
from workbench.app.opening import Founder, found_vault
from workbench.app.system import SystemClock, SystemIds
from workbench.app.window import Program
from workbench.domain.people import Organisation
from workbench.vault.opening import Surroundings

WIDTH, HEIGHT = 1366, 768


@dataclass(frozen=True, slots=True)
class LaterClock:
    """The computer's clock, some days on: a journey does not wait for the next morning."""

    by: timedelta

    def now(self) -> datetime:
        return SystemClock().now() + self.by

    def today(self) -> date:
        return SystemClock().today() + self.by


@dataclass(frozen=True, slots=True)
class Workplace:
    """A vault, who works there, the passphrase, and how many days on it is."""

    root: Path
    organisation: str
    name: str
    passphrase: str
    days_on: int = 0

    def later(self, days: int) -> "Workplace":
        """The same place some days on."""
        return replace(self, days_on=self.days_on + days)

    def day(self, ahead: int = 0) -> str:
        """A day as one types it, from the day that it is there."""
        return (self.around.clock.today() + timedelta(days=ahead)).isoformat()

    @property
    def vault(self) -> Path:
        return self.root / "vault"

    @property
    def around(self) -> Surroundings:
        clock = LaterClock(timedelta(days=self.days_on))
        return Surroundings(clock, SystemIds(), self.root / "state", CHEAP.m_kib)

    def found(self) -> "Workplace":
        """Make the vault, type the recovery code back, close it."""
        founder = Founder(Organisation(self.organisation, ""), self.name, "handläggare")
        founded = found_vault(self.vault, self.passphrase, founder, self.around, cost=CHEAP)
        founded.vault.prove_recovery(founded.recovery_code)
        founded.session.close()
        return self


@contextmanager
def opened(qapp: QApplication, workplace: Workplace) -> Iterator[Program]:
    """The program on the workplace's vault, its window in front; ended afterwards."""
    around = workplace.around
    with running(lambda: Program(qapp, workplace.vault, around=around, trial=PATIENT)) as program:
        yield program


@contextmanager
def running(make: Callable[[], Program]) -> Iterator[Program]:
    """A program with its window in front; ended afterwards."""
    hook = sys.excepthook
    program = make()
    program.shell.resize(WIDTH, HEIGHT)
    program.shell.show()
    program.shell.activateWindow()
    try:
        assert QTest.qWaitForWindowActive(program.shell)
        yield program
    finally:
        program.shell.close()
        program.end()
        sys.excepthook = hook
        program.shell.deleteLater()
        program.deleteLater()
