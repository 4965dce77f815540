# SPDX-License-Identifier: EUPL-1.2
"""One thing that is so when it is ticked. The box is drawn: it is seen in light and in dark."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from workbench.ui.kit import icons, theme
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.fields import TICKED

_BOX, _PAD = 20, 6


class TickField(QCheckBox):
    """Yes, when ticked; otherwise nothing was said.

    Signals:
        typed: "yes" or "".
    """

    typed = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__(label.replace("&", "&&"))
        self._label = label
        self.setAccessibleName(label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda ticked: self.typed.emit(TICKED if ticked else ""))

    def show_text(self, code: str) -> None:
        self.setChecked(code == TICKED)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        room = QRect(0, 0, max(width - self._left() - _PAD, 40), 10_000)
        text = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._label)
        return max(text.height(), _BOX) + 2 * _PAD

    def sizeHint(self) -> QSize:
        width = self._left() + self.fontMetrics().horizontalAdvance(self._label) + 2 * _PAD
        return QSize(width, _BOX + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * UNIT, _BOX + 2 * _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_PAD, (self.height() - _BOX) / 2, _BOX, _BOX)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.line_strong)))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            icons.paint(painter, "check", box.adjusted(3, 3, -3, -3), colours.on_accent)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.line_strong))
        room = self.rect().adjusted(self._left(), 0, -_PAD, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._label)

    def _left(self) -> int:
        return _PAD + _BOX + UNIT
