# SPDX-License-Identifier: EUPL-1.2
"""What the machine does for the window: shut memory, no pictures, word of its own lock.

Loaded after the first paint: ctypes and QtDBus are not free.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.app.shield import Shield
from workbench.machine.capture import block_capture, can_block_capture
from workbench.machine.hardening import harden_process
from workbench.ui.kit.problem import problem_of
from workbench.ui.triggers.lock_triggers import Bus, LockTriggers


class Guard(QObject):
    """Begun once, before a passphrase can be given.

    `leaves_memory_readable`, `system`, `session`: only tests say anything else.

    Signals:
        asked: the computer is being left; lock now.
    """

    asked = Signal(str)

    def __init__(
        self,
        window: QWidget,
        *,
        leaves_memory_readable: bool = False,
        system: Bus | None = None,
        session: Bus | None = None,
    ) -> None:
        super().__init__(window)
        harden_process(leaves_memory_readable=leaves_memory_readable)
        if can_block_capture():
            Shield(self, block_capture).begin()
        self.triggers = LockTriggers(self)
        self.triggers.asked.connect(self.asked)
        try:
            self.triggers.begin(window.winId, system=system, session=session)
        except Exception as error:  # noqa: BLE001  a strange bus keeps nobody out; the page says so
            problem_of(error)  # noted, as every unexpected failure is
