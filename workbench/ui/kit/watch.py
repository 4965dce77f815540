# SPDX-License-Identifier: EUPL-1.2
"""What must work whatever is open: lock, quick-hide, and the idle clock.

A filter on the whole program, because a modal dialog swallows the shortcuts of the window.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

SHORTEST_MIN, DEFAULT_MIN, LONGEST_MIN = 2, 5, 30
_MS_A_MINUTE = 60_000
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


class Watch(QObject):
    """Sits between the person and every window of the program while the vault is open.

    Signals:
        lock_pressed: Ctrl+L or F12, in any window or dialog.
        hide_pressed: F11.
        idled: nobody touched anything for as long as was set.
    """

    lock_pressed = Signal()
    hide_pressed = Signal()
    idled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.idled)
        self.set_minutes(DEFAULT_MIN)

    def set_minutes(self, minutes: int) -> None:
        """Within the limits, whatever is asked for: it cannot be switched off."""
        kept = min(max(minutes, SHORTEST_MIN), LONGEST_MIN)
        self._clock.setInterval(kept * _MS_A_MINUTE)

    def minutes(self) -> int:
        return self._clock.interval() // _MS_A_MINUTE

    def begin(self) -> None:
        """At unlock."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._clock.start()

    def end(self) -> None:
        """At lock."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._clock.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            self._clock.start()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._pressed(event)
        return False

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
