# SPDX-License-Identifier: EUPL-1.2
"""A row that wraps: at 200 % on a small screen nothing is cut."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class WrapLayout(QLayout):
    """Left to right, then down; every widget keeps the size it asks for, up to the width."""

    _items: tuple[QLayoutItem, ...] = ()
    """The class has one too: the collector may empty a layout that Qt still asks (ADR 0018)."""

    def __init__(self, *, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        self._items = (*self._items, item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  Qt's name
        taken = self.itemAt(index)
        if taken is not None:
            self._items = (*self._items[:index], *self._items[index + 1 :])
        return taken

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, where: QRect) -> None:  # noqa: N802  Qt's name
        super().setGeometry(where)
        self._place(where, moving=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, where: QRect, *, moving: bool) -> int:
        x, y, tallest = where.x(), where.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(where.width(), 1), 10_000))
            if x > where.x() and x + size.width() > where.x() + where.width():
                x, y, tallest = where.x(), y + tallest + self._gap, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            tallest = max(tallest, size.height())
        return y + tallest - where.y()
