# SPDX-License-Identifier: EUPL-1.2
"""Things side by side where there is room, under each other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout

_NARROW = 62 * UNIT


class Beside(QWidget):
    """`stretches` says how much of a wide line each one takes; 0 is its own width."""

    def __init__(
        self, widgets: Sequence[QWidget], stretches: Sequence[int], *, gap: int = 2 * UNIT
    ) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for widget, stretch in zip(widgets, stretches, strict=True):
            self._box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        if not any(stretches):
            self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if self.width() < _NARROW else across)


def holding(layout: WrapLayout) -> QWidget:
    """A widget around a row that wraps, as tall as the rows that it needs."""
    holder = QWidget()
    holder.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
