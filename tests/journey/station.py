# SPDX-License-Identifier: EUPL-1.2
"""What must hold wherever the person comes: focus, names, Tab, title, no score too early."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QWidget,
)

from tests.journey.hands import MOST_STOPS, Hands
from tests.tools import ROOT
from tests.ui.walk import nameless
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.choices import ChoiceButton
from workbench.ui.kit.rows import RowButton
from workbench.ui.shell import Shell

SHOTS = ROOT / "build" / "shots"
_SCORE = re.compile(r"\d+ poäng|Lägst \d|Nivå: ")


class Strangers(QObject):
    """Remembers every window that came up and is neither the program's nor a question of its."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            drops_down = isinstance(watched.parent(), QComboBox)
            known = isinstance(watched, Shell | QDialog) or drops_down
            if watched.isWindow() and not known:
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


class Stations:
    """Looks around at each stop of the journey, and photographs it."""

    def __init__(self, hands: Hands, prefix: str = "journey") -> None:
        self._hands, self._prefix = hands, prefix
        self._strangers = Strangers()
        self.may_show_score = False
        QApplication.instance().installEventFilter(self._strangers)

    def end(self) -> None:
        QApplication.instance().removeEventFilter(self._strangers)

    def look(self, name: str, *, goes_round: bool = True) -> None:
        """Everything that holds at every station."""
        shell = self._hands.program.shell
        self._photograph(name)
        assert shell.windowTitle() == "Värn"
        assert self._strangers.seen == [], f"windows that flashed past: {self._strangers.seen}"
        assert _told(shell) == [], f"an error is told: {_told(shell)}"
        assert nameless(shell) + nameless(self._hands.here.window()) == []
        if not self.may_show_score:
            assert [text for text in texts(shell) if _SCORE.search(text)] == []
        self._look_at_focus()
        if goes_round:
            self._go_round()

    def _look_at_focus(self) -> None:
        here = self._hands.here
        assert here.isVisible()
        assert here.visibleRegion().boundingRect().height() > 0, f"{here} is out of sight"
        assert said_of(here), f"{here} {here.objectName()} has no name"

    def _go_round(self) -> None:
        """Tab comes to everything that takes the focus, and back to where it began."""
        hands, front = self._hands, self._hands.here.window()
        begun, stops = hands.here, [hands.here]
        for _stop in range(MOST_STOPS):
            hands.press(Qt.Key.Key_Tab)
            if _same_stop(hands.here, begun) and not _same_stop(stops[-1], begun):
                break
            stops.append(hands.here)
        names = [stop.objectName() for stop in stops]
        assert _same_stop(hands.here, begun), f"Tab never comes back to {names[0]}: {names[-9:]}"
        missed = [w for w in _stops_of(front) if not any(_same_stop(w, s) for s in stops)]
        assert [f"{type(w).__name__} {w.objectName()}" for w in missed] == []
        hands.press(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
        assert _same_stop(hands.here, stops[-1]) or isinstance(begun, QAbstractItemView)
        while not _same_stop(hands.here, begun):
            hands.press(Qt.Key.Key_Tab)

    def _photograph(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        shown = QApplication.activeWindow() or self._hands.program.shell
        shown.grab().save(str(SHOTS / f"{self._prefix}-{name}.png"))


def texts(window: QWidget) -> Iterator[str]:
    """Every text that stands on screen."""
    for kind in (QLabel, QAbstractButton):
        for each in window.findChildren(kind):
            if each.isVisible():
                yield each.text()


def rows(window: QWidget) -> list[str]:
    """What each row says, as it is read aloud."""
    found = [row for row in window.findChildren(RowButton) if row.isVisible()]
    return [row.accessibleName() for row in found]


def said_of(widget: QWidget) -> str:
    """What a screen reader calls the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def shot(name: str) -> Path:
    return SHOTS / f"journey-{name}.png"


def _told(shell: QWidget) -> list[str]:
    """Refusals and failures; an amber banner of an open duty is none."""
    banners = [b for b in shell.findChildren(Banner) if b.isVisible()]
    is_code = re.compile(r"\([A-Z]+-\d{2,3}\)|\bkod\b")
    return [
        f"{b.title.text()} {b.detail.text()}"
        for b in banners
        if b.property("tone") == "red" or is_code.search(b.detail.text())
    ]


def _stops_of(window: QWidget) -> list[QWidget]:
    found = [w for w in window.findChildren(QWidget) if w.window() is window]
    return [
        w
        for w in found
        if w.isVisible()
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
    ]


def _same_stop(one: QWidget, other: QWidget) -> bool:
    """Tab enters a group of choices once; the arrows reach the rest of it."""
    if isinstance(one, ChoiceButton) and isinstance(other, ChoiceButton):
        return one.parent() is other.parent()
    return one is other
