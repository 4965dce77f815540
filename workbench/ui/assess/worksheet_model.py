# SPDX-License-Identifier: EUPL-1.2
"""The worksheet as a table: factor, a cell for each time column, note, source."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.assess.vms import FactorVm, WorksheetVm
from workbench.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_EMPTY = WorksheetVm((), (), ())


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One cell for a code: which factor in which time column."""

    item: str
    column: str


class WorksheetModel(QAbstractTableModel):
    """Read only: what is typed goes to the presenter and comes back as another `WorksheetVm`."""

    def __init__(self) -> None:
        super().__init__()
        self.vm = _EMPTY

    def show_worksheet(self, vm: WorksheetVm) -> None:
        """Another state; the shape stays when the factors are the same, so that editing goes on."""
        same = [f.item for f in vm.factors] == [f.item for f in self.vm.factors]
        if not same:
            self.beginResetModel()
            self.vm = vm
            self.endResetModel()
            return
        self.vm = vm
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    @property
    def note_column(self) -> int:
        return 1 + len(self.vm.columns)

    @property
    def source_column(self) -> int:
        return 2 + len(self.vm.columns)

    def factor(self, row: int) -> FactorVm:
        return self.vm.factors[row]

    def place(self, index: Index) -> CellPlace | None:
        """The cell for a code at an index; None elsewhere."""
        if not index.isValid() or not 1 <= index.column() < self.note_column:
            return None
        factor = self.factor(index.row())
        if factor.is_heading:
            return None
        return CellPlace(factor.item, self.vm.columns[index.column() - 1].id)

    def is_text(self, index: Index) -> bool:
        """Whether a person types words here."""
        return (
            index.isValid()
            and index.column() >= self.note_column
            and not self.factor(index.row()).is_heading
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.vm.factors)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.source_column + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        factor = self.factor(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(factor, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(factor, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and self.is_text(index):
            return self._text(factor, index.column()) or None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | Qt.AlignmentFlag | None:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = [_("Factor"), *(column.label for column in self.vm.columns), _("Note"), _("Source")]
        return names[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid() or self.factor(index.row()).is_heading or index.column() == 0:
            return flags.ItemIsEnabled
        chosen = flags.ItemIsEnabled | flags.ItemIsSelectable
        return chosen | flags.ItemIsEditable if self.is_text(index) else chosen

    def _text(self, factor: FactorVm, column: int) -> str:
        if column == 0:
            return factor.label
        if factor.is_heading:
            return ""
        if column < self.note_column:
            return factor.codes[column - 1]
        return factor.note if column == self.note_column else factor.source

    def _said(self, factor: FactorVm, column: int) -> str:
        """What a screen reader says of a cell: the code with its meaning, or that there is none."""
        text = self._text(factor, column)
        if factor.is_heading or not 1 <= column < self.note_column:
            return text
        if not text:
            return _("Not yet coded")
        meaning = next((o.label for o in self.vm.options if o.code == text), "")
        return f"{text} {meaning}".strip()
