# SPDX-License-Identifier: EUPL-1.2
"""Things side by side where there is room, under each other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from workbench.ui.kit.cards import FormRow
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout

_NARROW = 62 * UNIT
_SCROLL_BAR = 3 * UNIT
"""Turning changes the height, which can bring or take the page's scroll bar: turn back later."""


class Beside(QWidget):
    """`stretches` says how much of a wide line each one takes; 0 is its own width."""

    def __init__(
        self, widgets: Sequence[QWidget], stretches: Sequence[int], *, gap: int = 2 * UNIT
    ) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._widgets = tuple(widgets)
        for widget, stretch in zip(widgets, stretches, strict=True):
            self._box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        if not any(stretches):
            self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them: side by side they must not hold the page wide."""
        width = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(width, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_down = self._box.direction() == QBoxLayout.Direction.TopToBottom
        if self.width() < _NARROW:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
        elif is_down and self.width() >= _NARROW + _SCROLL_BAR:
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
        self._level_labels()

    def _level_labels(self) -> None:
        """A label of two lines pushes no field out of the line: all labels are as high as it."""
        self._box.activate()  # how wide each is now
        rows = [each for each in self._widgets if isinstance(each, FormRow)]
        high = 0
        if self._box.direction() == QBoxLayout.Direction.LeftToRight:
            shown = [row for row in rows if not row.label.isHidden()]
            high = max((row.label.heightForWidth(row.width()) for row in shown), default=0)
        for row in rows:
            row.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            row.label.setMinimumHeight(high)


def holding(layout: WrapLayout) -> QWidget:
    """A widget around a row that wraps, as tall as the rows that it needs."""
    holder = QWidget()
    holder.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
