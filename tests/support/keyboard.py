# SPDX-License-Identifier: EUPL-1.2
"""A person who has only a keyboard."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_STOPS = 300


class Keyboard:
    """Hands on the keys of one window, which is brought to the front."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        window.resize(1166, 700)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)

    @property
    def here(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus was lost"
        return widget

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the widget with this object name has the focus."""
        for _stop in range(MOST_STOPS):
            if QApplication.focusWidget() is not None and self.here.objectName() == name:
                return self.here
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")

    def write(self, name: str, text: str) -> None:
        """Tab to a field and type; QTest itself knows no letter outside ASCII."""
        field = self.tab_to(name)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                held = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(field, QKeyEvent(kind, 0, held, letter))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        at = QApplication.focusWidget() or self.window
        QTest.keyClick(at, key, held or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()  # what was just laid out comes into sight

    def push(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def enter_in_journal(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
