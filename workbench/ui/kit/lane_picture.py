# SPDX-License-Identifier: EUPL-1.2
"""What is painted of a time line: the axis, today, silences, and the marks that are in sight."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.ui.kit import theme
from workbench.ui.kit.lane_paint import SPAN_HEIGHT, Stamps, draw_span, thickness
from workbench.ui.kit.lane_piles import Piles
from workbench.ui.kit.marks import PAD, LaneVm, MarkVm, Sight
from workbench.ui.kit.ticks import ticks
from workbench.words import _

AXIS, LANE = 40, 40
_EDGE, _LEAST_TOUCH = 3, 24
_FONT_POINTS = 9.0
_OVER_ALL = -1


class Picture:
    """Marks in order of day, and where each is drawn."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._stamps = Stamps()
        self._pairs: list[tuple[int, MarkVm]] = []
        self._boxes: list[QRectF] = []
        self._shapes: list[tuple[int, int, int, int, int]] = []
        self._piles = Piles(AXIS, LANE)
        self._lanes = 0
        self._today = date.min

    @property
    def marks(self) -> tuple[MarkVm, ...]:
        return tuple(mark for _lane, mark in self._pairs)

    def hold(self, lanes: Sequence[LaneVm], silences: Sequence[MarkVm], today: date) -> None:
        """Every mark of every lane, once, by day."""
        pairs = [(at, mark) for at, lane in enumerate(lanes) for mark in lane.marks]
        pairs += [(_OVER_ALL, mark) for mark in silences]
        self._pairs = sorted(pairs, key=lambda pair: (pair[1].day, pair[0]))
        self._lanes, self._today = len(lanes), today
        self._shapes = [self._shape(lane, mark) for lane, mark in self._pairs]

    def place(self) -> None:
        """Reckon the boxes anew, after the sight moved."""
        px, first = self._sight.px, self._sight.first
        taken = dict.fromkeys(range(_OVER_ALL, self._lanes), -1e9)
        self._boxes = []
        self._piles.clear()
        for lane, day, days, size, height in self._shapes:
            x = PAD + (day - first) * px
            width = days * px if days else size
            left = x if days else x - size / 2
            if days and lane != _OVER_ALL and width < _LEAST_TOUCH:
                width = _LEAST_TOUCH
            middle = AXIS + lane * LANE + LANE / 2
            top = AXIS if lane == _OVER_ALL else middle - height / 2
            if lane != _OVER_ALL and left < taken[lane]:
                top += 7
            taken[lane] = left + width - 4
            box = QRectF(left, top, width, height)
            self._boxes.append(box)
            if not days:
                self._piles.lay(lane, box)

    def box_of(self, at: int) -> QRectF:
        return self._boxes[at]

    def at(self, point: QPointF) -> int | None:
        """The mark at a place: the one drawn last lies on top, silences lie under all."""
        found = [at for at, box in enumerate(self._boxes) if box.contains(point)]
        above = [at for at in found if self._pairs[at][0] != _OVER_ALL]
        best = above or found
        return best[-1] if best else None

    def paint(self, painter: QPainter, rect: QRect, scale: float, current: int) -> None:
        """Everything in sight; `current` has the ring around it."""
        painter.fillRect(rect, QColor(theme.tokens().surface))
        font = painter.font()
        font.setPointSizeF(_FONT_POINTS)
        painter.setFont(font)
        self._paint_axis(painter, rect)
        self._stamps.begin(scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for is_under in (True, False):
            self._paint_marks(painter, rect, is_under=is_under)
        self._piles.paint(painter, rect)
        self._paint_today(painter, rect)
        if 0 <= current < len(self._boxes):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.tokens().ink), 2))
            painter.drawRoundedRect(self._boxes[current].adjusted(-2, -2, 2, 2), 5, 5)

    def _paint_marks(self, painter: QPainter, rect: QRect, *, is_under: bool) -> None:
        left, right = rect.left() - 40, rect.right() + 40
        for (lane, mark), box in zip(self._pairs, self._boxes, strict=True):
            if (lane == _OVER_ALL) != is_under or box.right() < left or box.left() > right:
                continue
            if lane == _OVER_ALL:
                self._paint_silence(painter, mark, box)
            elif mark.ends is not None:
                draw_span(painter, mark, box, self._stamps)
            else:
                painter.drawPixmap(box.topLeft(), self._stamps.of(mark))

    def _paint_silence(self, painter: QPainter, mark: MarkVm, box: QRectF) -> None:
        """Words for it where there is room; it never says that nothing happened."""
        look = theme.tokens()
        painter.fillRect(box, QColor(look.sunken))
        room = box.adjusted(6, 0, -6, -2).intersected(QRectF(0, 0, 1e5, 1e5))
        words = mark.label.partition(":")[0]
        if painter.fontMetrics().horizontalAdvance(words) > room.width():
            return
        painter.setPen(QColor(look.ink_soft))
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_axis(self, painter: QPainter, rect: QRect) -> None:
        look, sight = theme.tokens(), self._sight
        for lane in range(self._lanes):
            y = AXIS + lane * LANE + LANE // 2
            painter.setPen(QPen(QColor(look.line), 2))
            painter.drawLine(0, y, rect.right(), y)
        first, last = sight.day_at(0), sight.day_at(rect.right())
        for day, label in ticks(first, last, rect.width()):
            x = sight.x(day)
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(x, AXIS - 4), QPointF(x, rect.bottom()))
            painter.setPen(QColor(look.ink_soft))
            painter.drawText(QPointF(x + 4, AXIS - 11), label)

    def _paint_today(self, painter: QPainter, rect: QRect) -> None:
        x, look = self._sight.x(self._today), theme.tokens()
        if not rect.left() <= x <= rect.right():
            return
        painter.setPen(QPen(QColor(look.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 14), QPointF(x, rect.bottom()))
        painter.setPen(QColor(look.accent))
        painter.drawText(QPointF(x - 16, 10), _("today"))

    def _shape(self, lane: int, mark: MarkVm) -> tuple[int, int, int, int, int]:
        """Lane, first day, how many days it spans, its size as a point, its height."""
        day, size = mark.day.toordinal(), thickness(mark) + 2 * _EDGE
        if lane == _OVER_ALL:
            return lane, day, max(mark.last.toordinal() - day, 1), size, self._high()
        if mark.ends is None:
            return lane, day, 0, size, size
        return lane, day, max(mark.last.toordinal() - day, 1), size, SPAN_HEIGHT

    def _high(self) -> int:
        return max(self._lanes, 1) * LANE
