# SPDX-License-Identifier: EUPL-1.2
"""The lock triggers of the system that we run on, as one. Where there are none it stays silent."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusConnection

from workbench.ui.triggers.login1 import Login1
from workbench.ui.triggers.screen_savers import ScreenSavers

Bus = Callable[[], QDBusConnection | None]


class LockTriggers(QObject):
    """Says when the computer is being left.

    Signals:
        asked: lock now, and what asked: "session", "sleep", "lid" or "screen-saver".
    """

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._login1: Login1 | None = None
        self._sources: list[str] = []

    def sources(self) -> tuple[str, ...]:
        """Where the system's own lock is heard from; empty when nothing tells us."""
        return tuple(self._sources)

    def hold(self) -> None:
        """A vault is open: sleep is to wait for us."""
        if self._login1 is not None:
            self._login1.hold()

    def let_go(self) -> None:
        """It is closed, its keys are wiped."""
        if self._login1 is not None:
            self._login1.let_go()

    def begin(
        self,
        window: Callable[[], int],
        *,
        system: Bus | None = None,
        session: Bus | None = None,
    ) -> None:
        """Listen. `window`: the main window's native id, if it is wanted; tests give the buses."""
        if sys.platform == "win32":
            self._begin_windows(window())
        elif sys.platform == "darwin":
            self._begin_macos()
        else:
            self._begin_buses(system or _system_bus, session or _session_bus)

    def _begin_buses(self, system: Bus, session: Bus) -> None:
        on_system, on_session = system(), session()
        if on_system is not None and on_system.isConnected():
            self._login1 = Login1(on_system, self)
            self._login1.asked.connect(self.asked)
            self._note("login1", is_there=self._login1.begin())
        if on_session is not None and on_session.isConnected():
            savers = ScreenSavers(on_session, self)
            savers.asked.connect(self.asked)
            self._note("screen-saver", is_there=savers.begin())

    def _begin_windows(self, window: int) -> None:
        from workbench.ui.triggers.windows import WindowsMessages  # noqa: PLC0415

        messages = WindowsMessages(self)
        messages.asked.connect(self.asked)
        self._note("windows", is_there=messages.begin(window))

    def _begin_macos(self) -> None:
        from workbench.ui.triggers.macos import DistributedNotices  # noqa: PLC0415

        notices = DistributedNotices(self)
        notices.asked.connect(self.asked)
        self._note("macos", is_there=notices.begin())

    def _note(self, source: str, *, is_there: bool) -> None:
        if is_there:
            self._sources.append(source)


def _system_bus() -> QDBusConnection:
    return QDBusConnection.systemBus()


def _session_bus() -> QDBusConnection | None:
    """Only one that is there: looking for it without an address would start one."""
    has_address = "DBUS_SESSION_BUS_ADDRESS" in os.environ
    return QDBusConnection.sessionBus() if has_address else None
