# SPDX-License-Identifier: EUPL-1.2
"""How marks are drawn: each look once, then stamped wherever it is needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from workbench.ui.kit import theme
from workbench.ui.kit.marks import MarkVm
from workbench.ui.kit.pills import Tone

_SMALL, _STEP, _EDGE = 16, 4, 3
SPAN_HEIGHT = 20


def thickness(mark: MarkVm) -> int:
    """How large a mark is, from its weight."""
    return _SMALL + _STEP * min(max(mark.weight, 0), 3)


def colours_of(tone: Tone) -> tuple[str, str, str]:
    """Edge, ground, and what is written on it."""
    look = theme.tokens()
    return {
        "calm": (look.ink_soft, look.line, look.ink),
        "done": (look.accent, look.accent, look.on_accent),
        "amber": (look.amber_line, look.amber_soft, look.amber),
        "red": (look.red_line, look.red_soft, look.red),
    }[tone]


class Stamps:
    """Pictures of marks, one for each look of them."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def of(self, mark: MarkVm, scale: float) -> QPixmap:
        """The picture of a mark without a span."""
        key = (mark.tone, mark.shape, thickness(mark), mark.sign, scale, theme.tokens().ground)
        if key not in self._made:
            self._made[key] = _stamp(mark, scale)
        return self._made[key]


def draw_span(painter: QPainter, mark: MarkVm, box: QRectF) -> None:
    """A span from its first to its last day; broken where nobody knows the day."""
    edge, ground, ink = colours_of(mark.tone)
    is_band = mark.shape == "band"
    style = Qt.PenStyle.DashLine if mark.is_loose or is_band else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(edge), 1 if is_band else 2, style))
    fill = QColor(ground)
    painter.setBrush(fill if not mark.is_loose and not is_band else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    if mark.sign:
        painter.setPen(QColor(theme.tokens().ink if mark.is_loose else ink))
        painter.setFont(_font(painter.font()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.sign)


def _stamp(mark: MarkVm, scale: float) -> QPixmap:
    size = thickness(mark) + 2 * _EDGE
    made = QPixmap(int(size * scale), int(size * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge, ground, ink = colours_of(mark.tone)
    painter.setPen(QPen(QColor(edge), 2))
    painter.setBrush(QColor(ground))
    inside = QRectF(_EDGE, _EDGE, thickness(mark), thickness(mark))
    _draw(painter, inside, mark)
    if mark.sign:
        painter.setPen(QColor(ink))
        painter.setFont(_font(painter.font()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, mark.sign)
    painter.end()
    return made


def _font(font: QFont) -> QFont:
    font.setPointSizeF(9)
    font.setBold(True)
    return font


def _draw(painter: QPainter, inside: QRectF, mark: MarkVm) -> None:
    middle = inside.center()
    corners = {
        "diamond": [
            QPointF(middle.x(), inside.top()),
            QPointF(inside.right(), middle.y()),
            QPointF(middle.x(), inside.bottom()),
            QPointF(inside.left(), middle.y()),
        ],
        "triangle": [QPointF(middle.x(), inside.top()), inside.bottomRight(), inside.bottomLeft()],
    }
    if mark.shape in corners:
        painter.drawPolygon(QPolygonF(corners[mark.shape]))
    elif mark.shape == "square":
        painter.drawRect(inside)
    else:
        painter.drawEllipse(inside)
