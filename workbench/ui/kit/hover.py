# SPDX-License-Identifier: EUPL-1.2
"""The shade under a resting pointer: it goes when what it lay on has moved away under it.

Qt notices only when the pointer itself moves; who works by keyboard never moves it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})


class Hover(QObject):
    """Looks after the buttons of one scrolling sheet."""

    def __init__(self, scroll: QScrollArea, sheet: QWidget) -> None:
        super().__init__(scroll)
        self._sheet = sheet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        sheet.installEventFilter(self)
        for bar in (scroll.verticalScrollBar(), scroll.horizontalScrollBar()):
            bar.valueChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon.start()
        return False

    def _moved(self, _value: int) -> None:
        self._soon.start()

    def _look(self) -> None:
        at = QCursor.pos()
        for button in self._sheet.findChildren(QAbstractButton):
            if button.underMouse() and not button.rect().contains(button.mapFromGlobal(at)):
                button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # noqa: FBT003  Qt's
                button.update()
