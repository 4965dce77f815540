# SPDX-License-Identifier: EUPL-1.2
"""How many marks lie in one place of a lane, said in a number where they cover each other.

The number counts marks. It stands above them, never inside one: there stands how serious one was.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from workbench.ui.kit import theme
from workbench.words import _

_FEWEST, _REACH, _HIGH = 3, 18, 14


@dataclass(slots=True)
class _Pile:
    lane: int
    left: float
    right: float
    count: int = 1


class Piles:
    """Marks that were laid on each other, one place after the other in every lane."""

    def __init__(self, axis: int, lane: int) -> None:
        self._axis, self._lane = axis, lane
        self._last: dict[int, _Pile] = {}
        self._found: list[_Pile] = []

    def clear(self) -> None:
        self._last.clear()
        self._found.clear()

    def lay(self, lane: int, box: QRectF) -> None:
        """A mark, in order of day: on the pile before it, or the first of another."""
        left = box.left()
        before = self._last.get(lane)
        if before is not None and left - before.left < _REACH:
            before.count += 1
            before.right = max(before.right, box.right())
            return
        self._last[lane] = made = _Pile(lane, left, box.right())
        self._found.append(made)

    def counts(self) -> tuple[int, ...]:
        """How many lie in each place where they cover each other."""
        return tuple(pile.count for pile in self._found if pile.count >= _FEWEST)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """The number of each that is in sight."""
        look = theme.tokens()
        ink, ground = QColor(look.ink), QColor(look.surface)
        for pile in self._found:
            is_seen = pile.right >= rect.left() and pile.left <= rect.right()
            if pile.count < _FEWEST or not is_seen:
                continue
            words = _("{n} here").format(n=pile.count)
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            middle = (pile.left + pile.right) / 2
            top = self._axis + pile.lane * self._lane - 7
            box = QRectF(middle - width / 2, top, width, _HIGH)
            painter.fillRect(box, ground)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
