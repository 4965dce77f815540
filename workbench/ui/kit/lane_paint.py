# SPDX-License-Identifier: EUPL-1.2
"""How marks are drawn: each look once, then stamped wherever it is needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

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
        self._spans: dict[tuple[Tone, bool], tuple[QPen, QBrush, QPen]] = {}
        self._drawn_for, self._scale = (0.0, ""), 1.0

    def begin(self, scale: float) -> None:
        """Before a painting: other colours or another scale make other pictures."""
        drawn_for = (scale, theme.tokens().ground)
        if drawn_for != self._drawn_for:
            self._drawn_for, self._scale = drawn_for, scale
            self._made.clear()
            self._spans.clear()

    def span_look(self, tone: Tone, *, is_loose: bool) -> tuple[QPen, QBrush, QPen]:
        """Edge, ground and what is written inside, of a span."""
        found = self._spans.get((tone, is_loose))
        if found is None:
            edge, ground, ink = colours_of(tone)
            style = Qt.PenStyle.DashLine if is_loose else Qt.PenStyle.SolidLine
            fill = QBrush(Qt.BrushStyle.NoBrush) if is_loose else QBrush(QColor(ground))
            said = QPen(QColor(theme.tokens().ink if is_loose else ink))
            found = self._spans[(tone, is_loose)] = QPen(QColor(edge), 2, style), fill, said
        return found

    def of(self, mark: MarkVm) -> QPixmap:
        """The picture of a mark without a span."""
        key = (mark.tone, mark.shape, mark.weight, mark.sign)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = _stamp(mark, self._scale)
        return found


def draw_span(painter: QPainter, mark: MarkVm, box: QRectF, stamps: Stamps) -> None:
    """A span from its first to its last day; broken where nobody knows the day."""
    edge, ground, ink = stamps.span_look(mark.tone, is_loose=mark.is_loose)
    painter.setPen(edge)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    if mark.sign:
        painter.setPen(ink)
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
