# SPDX-License-Identifier: EUPL-1.2
"""Lines of label and text under each other, and cards side by side where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QSizePolicy, QWidget

from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.vms import LineVm

_NARROW = 92 * UNIT


class Lines(QWidget):
    """Label left, what was said, points right. Plain text, read line by line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: Sequence[LineVm]) -> None:
        """These lines instead of the ones shown."""
        empty(self._grid)
        for at, line in enumerate(lines):
            self._grid.addWidget(Label(line.label), at, 0)
            said = Label(line.said, "strong", wraps=False)
            self._grid.addWidget(said, at, 1, Qt.AlignmentFlag.AlignTop)
            if line.points:
                points = Label(line.points, "soft", wraps=False)
                self._grid.addWidget(points, at, 2, Qt.AlignmentFlag.AlignRight)
        self.setVisible(bool(lines))


class Beside(QWidget):
    """Two cards side by side, under each other when it is narrow."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        self._box.addWidget(left, 1)
        self._box.addWidget(right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = self.width() < _NARROW
        self._box.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
