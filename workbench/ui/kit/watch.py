# SPDX-License-Identifier: EUPL-1.2
"""What must work whatever is open: lock, quick-hide, and the idle clock.

A filter on the whole program, because a modal dialog swallows the shortcuts of the window.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

SHORTEST_MIN, DEFAULT_MIN, INTERVIEW_MIN, LONGEST_MIN = 2, 5, 20, 30
_S_A_MINUTE = 60
_TICK_MS = 5000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)
_SWALLOWED_TOO_LATE = _SIGNS_OF_LIFE | {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.ContextMenu,
    QEvent.Type.InputMethod,
    QEvent.Type.TabletPress,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.Close,
}
"""Before any of them reaches a widget, the time that has gone is looked at."""
_SEEN_TOO_LATE = frozenset(
    {QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.WindowActivate}
)
"""The same, but they go on: what they paint is the blank window."""


def since_boot_s() -> float:
    """A clock that nobody sets and that goes on while the computer sleeps.

    Linux has one of its own; on macOS CLOCK_MONOTONIC goes on, on Windows the only one does.
    """
    which = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.clock_gettime(which) if which is not None else time.monotonic()


class Watch(QObject):
    """Sits between the person and every window of the program while the vault is open.

    `now_s`: a clock in seconds that goes on during sleep; a test has its own. `touches`: how
    often the person did something, not counting a hand that moves the mouse.

    Signals:
        lock_pressed: Ctrl+L or F12, in any window or dialog.
        hide_pressed: F11.
        idled: nobody touched anything for as long as was set, awake or asleep.
    """

    lock_pressed = Signal()
    hide_pressed = Signal()
    idled = Signal()

    def __init__(self, parent: QObject, *, now_s: Callable[[], float] = since_boot_s) -> None:
        super().__init__(parent)
        self.now_s = now_s
        self.touches = 0
        self._touched_s = 0.0
        self._idle_min, self._interview_min, self._is_interview = DEFAULT_MIN, INTERVIEW_MIN, False
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)

    def set_minutes(self, minutes: int) -> None:
        """Within the limits, whatever is asked for: it cannot be switched off."""
        self._idle_min = _kept(minutes)

    def set_interview_minutes(self, minutes: int) -> None:
        """The same for the time in which a person listens more than they type."""
        self._interview_min = _kept(minutes)

    def set_interview(self, *, is_on: bool) -> None:
        """A page on which people talk is in front, or no longer."""
        self._is_interview = is_on

    def minutes(self) -> int:
        """The limit that holds now."""
        return self._interview_min if self._is_interview else self._idle_min

    def begin(self) -> None:
        """At unlock."""
        self._touched_s = self.now_s()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._clock.start()

    def end(self) -> None:
        """At lock."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._clock.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SWALLOWED_TOO_LATE:
            if self._is_past():
                self.idled.emit()
                return True
            if kind in _SIGNS_OF_LIFE:
                self._touched_s = self.now_s()
                self.touches += kind != QEvent.Type.MouseMove
                if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                    return self._pressed(event)
        elif kind in _SEEN_TOO_LATE:
            self._tick()
        return False

    def _tick(self) -> None:
        if self._is_past():
            self.idled.emit()

    def _is_past(self) -> bool:
        return self.now_s() - self._touched_s >= self.minutes() * _S_A_MINUTE

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        plain = held == Qt.KeyboardModifier.NoModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if (plain and key == Qt.Key.Key_F12) or (control and key == Qt.Key.Key_L):
            self.lock_pressed.emit()
            return True
        if plain and key == Qt.Key.Key_F11:
            self.hide_pressed.emit()
            return True
        return False


def _kept(minutes: int) -> int:
    return min(max(minutes, SHORTEST_MIN), LONGEST_MIN)
