# SPDX-License-Identifier: EUPL-1.2
"""The shade under a resting pointer: it goes when what it lay on has moved away under it.

Qt notices only when the pointer itself moves; who works by keyboard never moves it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimerEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_WAITS = "looksSoon"
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class Hover(QObject):
    """Looks after the buttons of the sheet in a scrolling area; the sheet moves as it scrolls.

    It keeps nothing in Python and listens to no signal: Python's collector empties a discarded
    page before Qt takes it down, and the scroll bars and timers still speak then
    ("Slot 'Hover::' not found", PySide 6.11).
    """

    def __init__(self, scroll: QScrollArea, sheet: QWidget) -> None:
        super().__init__(scroll)
        sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.property(_WAITS) is None:
            self.setProperty(_WAITS, self.startTimer(0))
        return False

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(event.timerId())
        self.setProperty(_WAITS, None)
        scroll = self.parent()
        sheet = scroll.widget() if isinstance(scroll, QScrollArea) else None
        if sheet is None:
            return
        at = QCursor.pos()
        for button in sheet.findChildren(QAbstractButton):
            if button.underMouse() and not button.rect().contains(button.mapFromGlobal(at)):
                button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # noqa: FBT003  Qt's
                button.update()
