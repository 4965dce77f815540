# SPDX-License-Identifier: EUPL-1.2
"""A person who has only a keyboard: every key goes to the window, as from the system.

Nothing here calls a page, a presenter or a service. What happens is what the window does with keys.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from workbench.app.window import Program

MOST_STOPS = 400
_ROUNDS = 12
_PATIENCE_S = 20.0
_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Hands on the keys of one program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.pressed = 0

    @property
    def here(self) -> QWidget:
        """What has the focus."""
        self._window()
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus was lost"
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = _PLAIN) -> None:
        self.pressed += len(keys)
        for key in keys:
            QTest.keyClick(self._window(), key, held)

    def type(self, text: str) -> None:
        """Letter by letter, åäö as a Swedish keyboard sends them."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                self.pressed += 1
                click = QTest.KeyAction.Click
                QTest.sendKeyEvent(click, self._window(), _key_of(letter), letter, _PLAIN)

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab (or Shift+Tab) until the widget with this object name has the focus."""
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        held = Qt.KeyboardModifier.ShiftModifier if back else _PLAIN
        for _stop in range(MOST_STOPS):
            if self.here.objectName() == name:
                return self.here
            self.press(key, held=held)
        raise AssertionError(f"Tab never reaches {name}")

    def tab_to_last(self, beginning: str) -> QWidget:
        """Press Tab to the last of several widgets whose object names begin alike."""
        begun, found = self.here, [self.here]
        for _stop in range(MOST_STOPS):
            self.press(Qt.Key.Key_Tab)
            if self.here is begun:
                break
            if self.here.objectName().startswith(beginning):
                found.append(self.here)
        return self.tab_to(found[-1].objectName())

    def tick_all(self, beginning: str) -> None:
        """Tick every box whose object name begins so and that is not ticked yet."""
        begun = self.here
        for _stop in range(MOST_STOPS):
            self.press(Qt.Key.Key_Tab)
            at = self.here
            if at is begun:
                return
            is_box = isinstance(at, QAbstractButton) and at.objectName().startswith(beginning)
            if is_box and not at.isChecked():
                self.press(Qt.Key.Key_Space)
        raise AssertionError("Tab never comes back")

    def write(self, name: str, text: str) -> None:
        """Tab to a field and type."""
        self.tab_to(f"field-{name}")
        self.type(text)

    def rewrite(self, name: str, text: str) -> None:
        """Tab to a field, mark what stands there, and type over it."""
        self.tab_to(f"field-{name}")
        self.press(Qt.Key.Key_A, held=_CONTROL)
        self.type(text)

    def choose(self, name: str, label: str) -> None:
        """Walk a group of choices with the arrows to one, and take it with Space."""
        self._tab_into(f"field-{name}")
        passed: list[str] = []
        while self.here.accessibleName() not in passed:
            passed.append(self.here.accessibleName())
            if passed[-1] == label:
                self.press(Qt.Key.Key_Space)
                return
            self.press(Qt.Key.Key_Right)
        raise AssertionError(f"the arrows never reach {label}, but {passed}")

    def choose_by_key(self, name: str, key: str) -> None:
        """Tab into a group of choices and press the key that one of them shows."""
        self._tab_into(f"field-{name}")
        self.type(key)

    def pick(self, name: str, label: str) -> None:
        """Open a list, walk down to one line, take it."""
        field = self.tab_to(f"field-{name}")
        self.press(Qt.Key.Key_Space)
        view = field.view()  # type: ignore[attr-defined]  a list that drops down
        passed: list[str] = []
        while view.currentIndex().data() not in passed:
            passed.append(view.currentIndex().data())
            if passed[-1] == label:
                self.press(Qt.Key.Key_Return)
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"the arrows never reach {label}, but {passed}")

    def pick_at(self, name: str, line: int) -> None:
        """Open a list, walk down that many lines, take what is there."""
        self.tab_to(f"field-{name}")
        self.press(Qt.Key.Key_Space)
        for _line in range(line):
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)

    def tick(self, name: str) -> None:
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def push(self, name: str) -> None:
        """Tab to a button, press it, and wait for what it does."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)
        self.settle()

    def push_first(self, beginning: str) -> None:
        """Tab to the first button whose object name begins so, and press it."""
        for _stop in range(MOST_STOPS):
            if self.here.objectName().startswith(beginning):
                self.push(self.here.objectName())
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {beginning}")

    def open_row(self, name: str) -> None:
        """Tab to a row, Enter, and wait for where it leads."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Return)
        self.settle()

    def enter(self) -> None:
        """För in."""
        self.press(Qt.Key.Key_Return, held=_CONTROL)
        self.settle()

    def settle(self) -> None:
        """Until the vault's thread has nothing left to answer: there and back a few times."""
        for _round in range(_ROUNDS):
            back: list[object] = []
            self.program.jobs.run(lambda: None, done=back.append, failed=back.append)
            self.wait(lambda back=back: bool(back))

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        ends = time.monotonic() + _PATIENCE_S
        while not until():
            assert time.monotonic() < ends, "it never came"
            QTest.qWait(1)

    def _window(self) -> QWindow:
        """Without a window manager nobody hands the keyboard back when a dialog closes."""
        if QGuiApplication.focusWindow() is None:
            self.program.shell.activateWindow()
            self.wait(lambda: QGuiApplication.focusWindow() is not None)
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window

    def _tab_into(self, name: str) -> None:
        for _stop in range(MOST_STOPS):
            parent = self.here.parentWidget()
            if parent is not None and parent.objectName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")


def _key_of(letter: str) -> Qt.Key:
    try:
        return Qt.Key(ord(letter.upper()))
    except ValueError:
        return Qt.Key.Key_unknown
