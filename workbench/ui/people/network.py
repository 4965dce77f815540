# SPDX-License-Identifier: EUPL-1.2
"""The people and their links drawn: three columns, always in the same place, walked by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.domain.persons import PersonPart
from workbench.ui.kit import theme
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.theme import UNIT

_HIGH, _BETWEEN, _MOST_WIDE = 44, 3 * UNIT, 30 * UNIT
_COLUMN: dict[PersonPart, int] = {
    "victim": 0,
    "child": 0,
    "protector": 1,
    "other": 1,
    "perpetrator": 2,
    "collective": 2,
}


@dataclass(frozen=True, slots=True)
class NodeVm:
    """One of the people. `said` is what is read out: the name, the part and every link."""

    record: str
    name: str
    part: PersonPart
    said: str


@dataclass(frozen=True, slots=True)
class NetworkVm:
    """Everybody, and which two belong together."""

    nodes: tuple[NodeVm, ...]
    edges: tuple[tuple[str, str], ...]


class Network(QWidget):
    """Those who are exposed to the left, those who use violence to the right.

    Signals:
        chosen: the record of the person that was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._nodes: dict[str, Button] = {}
        self._columns: tuple[list[str], ...] = ([], [], [])
        self._edges: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_network(self, vm: NetworkVm) -> None:
        """These instead of the ones shown; in the order given, column by column."""
        for old in self._nodes.values():
            old.hide()
            old.deleteLater()
        self._nodes, self._columns, self._edges = {}, ([], [], []), vm.edges
        for node in sorted(vm.nodes, key=lambda each: _COLUMN[each.part]):
            self._columns[_COLUMN[node.part]].append(node.record)
            self._nodes[node.record] = self._button(node)
        rows = max(len(column) for column in self._columns)
        self.setFixedHeight(rows * (_HIGH + _BETWEEN))
        self._place()
        _tab_through(list(self._nodes.values()))
        self.update()

    def stops(self) -> Sequence[QWidget]:
        """What takes the focus, column by column."""
        return tuple(self._nodes.values())

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().line_strong), 2))
        for one, other in self._edges:
            if one in self._nodes and other in self._nodes:
                ends = (self._nodes[one].geometry(), self._nodes[other].geometry())
                painter.drawPolyline(line_between(*ends))

    def _button(self, node: NodeVm) -> Button:
        button = Button(node.name, "secondary", icon="person", name=f"node-{node.record}")
        button.setParent(self)
        button.setAccessibleName(node.said)
        button.setToolTip(node.said)
        button.clicked.connect(lambda: self.chosen.emit(node.record))
        button.show()
        return button

    def _place(self) -> None:
        wide = min(max((self.width() - 2 * _BETWEEN) // 3, 1), _MOST_WIDE)
        for at, column in enumerate(self._columns):
            left = at * (self.width() - wide) // 2
            for row, record in enumerate(column):
                top = row * (_HIGH + _BETWEEN)
                self._nodes[record].setGeometry(QRect(left, top, wide, _HIGH))


def line_between(one: QRect, other: QRect) -> list[QPoint]:
    """From side to side between columns; inside one, round those that stand between the two."""
    if one.left() != other.left():
        left, right = sorted((one, other), key=QRect.left)
        return [QPoint(left.right(), left.center().y()), QPoint(right.left(), right.center().y())]
    upper, lower = sorted((one, other), key=QRect.top)
    rows = (lower.top() - upper.top()) // (_HIGH + _BETWEEN)
    if rows < 2:  # noqa: PLR2004  neighbours
        return [QPoint(upper.center().x(), upper.bottom()), QPoint(lower.center().x(), lower.top())]
    is_first = upper.left() == 0
    side = upper.right() if is_first else upper.left()
    out = side + min(rows * UNIT, _BETWEEN) * (1 if is_first else -1)
    high, low = upper.center().y(), lower.center().y()
    return [QPoint(side, high), QPoint(out, high), QPoint(out, low), QPoint(side, low)]


def _tab_through(stops: Sequence[QWidget]) -> None:
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
