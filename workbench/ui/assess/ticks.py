# SPDX-License-Identifier: EUPL-1.2
"""A tick with its box drawn plainly: seen when it is empty, named, and reached by Tab."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from workbench.ui.kit import icons, theme
from workbench.ui.kit.theme import RADIUS, UNIT

_BOX = 20
_LEFT = UNIT + _BOX + UNIT
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class Tick(QCheckBox):
    """Space ticks; the text wraps, so nothing is cut when the window is narrow."""

    def __init__(self, label: str, *, name: str = "") -> None:
        super().__init__(label.replace("&", "&&"))
        self._label = label
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        room = QRect(0, 0, max(width - _LEFT - UNIT, 40), 10_000)
        text = self.fontMetrics().boundingRect(room, _WRAP, self._label)
        return max(text.height() + UNIT, _BOX + UNIT + 4)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._label) + _LEFT + UNIT
        return QSize(width, _BOX + UNIT + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * UNIT, _BOX + UNIT + 4)

    def hitButton(self, pos: object) -> bool:  # noqa: N802  Qt's name; all of it is the button
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        box = QRectF(UNIT - 2, (self.height() - _BOX) / 2, _BOX, _BOX)
        is_on = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if is_on else colours.line_strong), 1.5))
        painter.setBrush(QColor(colours.accent_soft if is_on else colours.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            icons.paint(painter, "check", box.adjusted(1, 1, -1, -1), colours.accent)
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.line_strong))
        painter.drawText(self.rect().adjusted(_LEFT, 0, -UNIT, 0), _WRAP, self._label)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, RADIUS, RADIUS)
