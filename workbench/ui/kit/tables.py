# SPDX-License-Identifier: EUPL-1.2
"""A table over a tuple of frozen rows. Sorting and filtering are questions to the vault."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)  # no slots: Column[Vm](…) sets an attribute of its own
class Column(Generic[R]):
    """A heading, and the text of a row under it."""

    title: str
    text: Callable[[R], str]
    stretches: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Read only; `show_rows` replaces everything."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()

    def show_rows(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if not index.isValid():
            return None
        return self.columns[index.column()].text(self.rows[index.row()])

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | Qt.AlignmentFlag | None:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if orientation == Qt.Orientation.Horizontal else None


class RowsTable(QTableView, Generic[R]):
    """Whole rows, tall enough to hit; Enter or a double click opens, Tab leaves.

    Signals:
        opened: the number of the row that was opened, from 0.
        walked: the number of the row that is now current, or -1.
    """

    opened = Signal(int)
    walked = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = RowsModel(columns)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(40)
        self._size_columns(columns)
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.walked.emit(now.row())
        )

    def show_rows(self, rows: Sequence[R]) -> None:
        """These rows; the same row number stays current when it exists."""
        at = self.currentIndex().row()
        self.rows.show_rows(rows)
        if rows and at >= 0:
            self.selectRow(min(at, len(rows) - 1))

    def row(self, number: int) -> R:
        return self.rows.rows[number]

    def fit_height(self, *, most: int = 12) -> None:
        """As tall as its rows, up to `most`; the page scrolls, not the table."""
        shown = min(max(self.rows.rowCount(), 1), most)
        frame = self.horizontalHeader().sizeHint().height() + 4
        self.setFixedHeight(shown * 40 + frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _size_columns(self, columns: Sequence[Column[R]]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        modes = QHeaderView.ResizeMode
        for at, column in enumerate(columns):
            header.setSectionResizeMode(
                at, modes.Stretch if column.stretches else modes.ResizeToContents
            )
