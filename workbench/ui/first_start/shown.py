# SPDX-License-Identifier: EUPL-1.2
"""A secret that is shown large, in groups, for as long as somebody writes it down."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit import theme
from workbench.ui.kit.theme import RADIUS, UNIT

_AIR = 2 * UNIT
_GAP = 3 * UNIT
_LARGE, _SMALL = 20.0, 9.5


class Shown(QWidget):
    """Groups in rows, numbered, drawn and never put into a text that could be copied or kept.

    Tab stops here, so that a screen reader reads it out. `is_code`: letters of one width.
    """

    def __init__(self, name: str, *, is_code: bool = False, least_width: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_code, self._least = is_code, least_width
        self._groups: tuple[str, ...] = ()

    def show_groups(self, what: str, groups: Sequence[str]) -> None:
        """`what` names them for a screen reader: "Passphrase"."""
        self._groups = tuple(groups)
        spelt = (" ".join(group) for group in groups) if self._is_code else groups
        self.setAccessibleName(f"{what}: {', '.join(spelt)}")
        self.updateGeometry()
        self.update()

    def wipe(self) -> None:
        self.show_groups("", ())

    @property
    def groups(self) -> tuple[str, ...]:
        return self._groups

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        rows = -(-len(self._groups) // self._columns(width))
        return max(rows, 1) * self._line() + 2 * _AIR

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never lower than its rows: a sheet that is too low scrolls."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        edge, width = (colours.accent, 2.0) if self.hasFocus() else (colours.line, 1.0)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.sunken))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        for number, group in enumerate(self._groups):
            self._paint_group(painter, number, group)

    def _paint_group(self, painter: QPainter, number: int, group: str) -> None:
        colours, columns = theme.tokens(), self._columns(self.width())
        left = _AIR + number % columns * self._step()
        top = _AIR + number // columns * self._line()
        small, large = QFontMetrics(self._font(_SMALL)), QFontMetrics(self._font(_LARGE))
        painter.setFont(self._font(_SMALL))
        painter.setPen(QColor(colours.ink_soft))
        painter.drawText(left, top + small.ascent(), str(number + 1))
        painter.setFont(self._font(_LARGE))
        painter.setPen(QColor(colours.ink))
        painter.drawText(left, top + small.height() + large.ascent(), group)

    def _columns(self, width: int) -> int:
        """As many as fit, but rows as alike as can be: 6 words 3 + 3, 9 groups 3 + 3 + 3.

        Where no rows are of equal length without becoming far too many, the last is shorter: 3 + 2.
        """
        count = max(len(self._groups), 1)
        fit = min(max((width - 2 * _AIR + _GAP) // max(self._step(), 1), 1), count)
        equal = next(n for n in range(fit, 0, -1) if count % n == 0)
        rows = -(-count // fit)
        return equal if 2 * equal > fit else -(-count // rows)

    def _step(self) -> int:
        metrics = QFontMetrics(self._font(_LARGE))
        widest = max((metrics.horizontalAdvance(group) for group in self._groups), default=0)
        return max(widest, self._least) + _GAP

    def _line(self) -> int:
        heights = (QFontMetrics(self._font(size)).height() for size in (_SMALL, _LARGE))
        return sum(heights) + UNIT

    def _font(self, points: float) -> QFont:
        fixed = QFontDatabase.SystemFont.FixedFont
        is_fixed = self._is_code and points == _LARGE
        font = QFontDatabase.systemFont(fixed) if is_fixed else QFont(self.font())
        font.setPointSizeF(points)
        return font
