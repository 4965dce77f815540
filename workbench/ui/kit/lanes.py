# SPDX-License-Identifier: EUPL-1.2
"""The drawn half of the time line: every mark is a button, so that it can be reached and read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.ui.kit import theme
from workbench.ui.kit.pills import Tone
from workbench.ui.kit.ticks import ticks
from workbench.words import _

AXIS, LANE = 40, 40
_SMALL, _STEP = 14, 4
_PAD = 24

Shape = Literal["dot", "diamond"]


@dataclass(frozen=True, slots=True)
class MarkVm:
    """Something with a date. `weight` 0 to 3 is its size; `ends` makes it a span."""

    key: str
    day: date
    label: str
    tone: Tone = "calm"
    shape: Shape = "dot"
    weight: int = 1
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class LaneVm:
    """One kind of marks, with its name at the left."""

    label: str
    marks: tuple[MarkVm, ...]


class MarkButton(QPushButton):
    """One mark. Its size says the weight, its shape the kind, its name everything."""

    def __init__(self, mark: MarkVm, lane: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark, self.lane = mark, lane
        self.setProperty("kind", "mark")
        self.setObjectName(f"mark-{mark.key}")
        until = "" if mark.ends is None else f" – {mark.ends}"
        self.setAccessibleName(f"{mark.day}{until}: {mark.label}")
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def thickness(self) -> int:
        return _SMALL + _STEP * min(max(self.mark.weight, 0), 3)

    def sizeHint(self) -> QSize:
        return QSize(self.thickness() + 8, self.thickness() + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the time line around it; Qt would walk the whole window with them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        edge, ground = {
            "calm": (colours.ink_soft, colours.line),
            "done": (colours.accent, colours.accent),
            "amber": (colours.amber_line, colours.amber_soft),
            "red": (colours.red_line, colours.red_soft),
        }[self.mark.tone]
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(ground))
        _draw(painter, inside, self.mark)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


class Lanes(QWidget):
    """Marks placed by day.

    Signals:
        opened: key of a mark. walked: the mark button that is now current.
    """

    opened = Signal(str)
    walked = Signal(QPushButton)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks: list[MarkButton] = []
        self._lanes = 0
        self._first, self._last, self._today = date.min, date.min, date.min
        self._zoom = 1.0

    def show_lanes(self, lanes: Sequence[LaneVm], *, today: date) -> None:
        for old in self._marks:
            old.hide()
            old.deleteLater()
        pairs = [(at, mark) for at, lane in enumerate(lanes) for mark in lane.marks]
        pairs.sort(key=lambda pair: (pair[1].day, pair[0]))
        self._marks = [MarkButton(mark, at, self) for at, mark in pairs]
        self._lanes, self._today, self._zoom = len(lanes), today, 1.0
        days = [today, *_days(mark for _lane, mark in pairs)]
        self._first, self._last = min(days) - timedelta(days=14), max(days) + timedelta(days=14)
        for button in self._marks:
            button.clicked.connect(self._clicked)
            button.show()
        if self._marks:
            self._make_current(self._marks[-1])
        self.zoom(1.0)

    def zoom(self, factor: float) -> None:
        """Nearer (> 1) or farther; never farther than all of it."""
        self._zoom = min(max(self._zoom * factor, 1.0), 60.0)
        room = self.visibleRegion().boundingRect().width() or self.width()
        self.setMinimumSize(int(room * self._zoom) if self._zoom > 1 else 0, self._height())
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((i for i, mark in enumerate(self._marks) if mark.hasFocus()), -1)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        zooms = {Qt.Key.Key_Plus: 1.6, Qt.Key.Key_Minus: 1 / 1.6}
        if step and at >= 0 and 0 <= at + step < len(self._marks):
            self._make_current(self._marks[at + step])
            self._marks[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            self.walked.emit(self._marks[at + step])
        elif event.key() in zooms:
            self.zoom(zooms[Qt.Key(event.key())])
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._marks[at].mark.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens()
        painter.fillRect(self.rect(), QColor(colours.surface))
        for lane in range(self._lanes):
            y = AXIS + lane * LANE + LANE // 2
            painter.setPen(QPen(QColor(colours.line), 2))
            painter.drawLine(0, y, self.width(), y)
        font = painter.font()
        font.setPointSizeF(9)
        painter.setFont(font)
        for day, label in ticks(self._first, self._last, self.width()):
            x = self._x(day)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x, AXIS - 4), QPointF(x, self.height()))
            painter.setPen(QColor(colours.ink_soft))
            painter.drawText(QPointF(x + 4, AXIS - 11), label)
        painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DashLine))
        x = self._x(self._today)
        painter.drawLine(QPointF(x, 14), QPointF(x, self.height()))
        painter.setPen(QColor(colours.accent))
        painter.drawText(QPointF(x - 16, 10), _("today"))

    def _height(self) -> int:
        return AXIS + LANE * max(self._lanes, 1)

    def _x(self, day: date) -> float:
        span = max((self._last - self._first).days, 1)
        return _PAD + (self.width() - 2 * _PAD) * (day - self._first).days / span

    def _place(self) -> None:
        taken: dict[int, float] = {}
        for button in self._marks:
            size, x = button.sizeHint(), self._x(button.mark.day)
            ends = button.mark.ends
            width = size.width() if ends is None else max(self._x(ends) - x, size.width())
            left = x - size.width() / 2
            close = left < taken.get(button.lane, -1000.0)
            taken[button.lane] = left + width - 4
            middle = AXIS + button.lane * LANE + LANE / 2 + (6 if close else 0)
            height = 18 if ends is not None else size.height()
            button.setGeometry(int(left), int(middle - height / 2), int(width), height)

    def _make_current(self, button: MarkButton) -> None:
        """Only one mark is a Tab stop; the arrows walk between them."""
        for mark in self._marks:
            mark.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, MarkButton):
            self._make_current(button)
            self.walked.emit(button)
            self.opened.emit(button.mark.key)


def _days(marks: Iterator[MarkVm]) -> Iterator[date]:
    for mark in marks:
        yield mark.day
        if mark.ends is not None:
            yield mark.ends


def _draw(painter: QPainter, inside: QRectF, mark: MarkVm) -> None:
    if mark.ends is not None:
        painter.drawRoundedRect(inside, 4, 4)
    elif mark.shape == "diamond":
        middle = inside.center()
        corners = [
            QPointF(middle.x(), inside.top()),
            QPointF(inside.right(), middle.y()),
            QPointF(middle.x(), inside.bottom()),
            QPointF(inside.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(inside)
