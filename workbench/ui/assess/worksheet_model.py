# SPDX-License-Identifier: EUPL-1.2
"""The worksheet as a table: factor, a cell for each time column, note, source."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.assess.vms import FactorVm, OptionVm, WorksheetVm
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
        before, now = [f.item for f in self.vm.factors], [f.item for f in vm.factors]
        at = next((n for n, each in enumerate(now) if before[n : n + 1] != [each]), len(now))
        more = len(now) - len(before)
        if self.vm.columns == () or vm.columns != self.vm.columns:
            self._show_anew(vm)
        elif more > 0 and now[at + more :] == before[at:]:
            self.beginInsertRows(_NOWHERE, at, at + more - 1)
            self.vm = vm
            self.endInsertRows()
        elif more < 0 and before[at - more :] == now[at:]:
            self.beginRemoveRows(_NOWHERE, at, at - more - 1)
            self.vm = vm
            self.endRemoveRows()
        elif now != before:
            self._show_anew(vm)
        self.vm = vm
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _show_anew(self, vm: WorksheetVm) -> None:
        self.beginResetModel()
        self.vm = vm
        self.endResetModel()

    @property
    def note_column(self) -> int:
        """Notes stand right after the codes that are typed straight down; marks come last."""
        return 1 + sum(not column.is_many for column in self.vm.columns)

    @property
    def source_column(self) -> int:
        return self.note_column + 1

    def spoken(self, column: int) -> int | None:
        """Which column of `vm` the cells of a column of the table belong to."""
        if 1 <= column < self.note_column:
            return column - 1
        return column - 3 if self.source_column < column < self.columnCount() else None

    def factor(self, row: int) -> FactorVm:
        return self.vm.factors[row]

    def place(self, index: Index) -> CellPlace | None:
        """The cell for a code at an index; None elsewhere, and of a factor without a name."""
        at = self.spoken(index.column()) if index.isValid() else None
        if at is None or not self.factor(index.row()).label:
            return None
        factor = self.factor(index.row())
        return CellPlace(factor.item, self.vm.columns[at].id) if factor.item else None

    def is_text(self, index: Index) -> bool:
        """Whether a person types words here; the name of an own factor too."""
        if not index.isValid() or self.factor(index.row()).is_heading:
            return False
        factor = self.factor(index.row())
        is_name = index.column() == 0 and factor.is_own
        is_name = is_name or (factor.is_written and self.spoken(index.column()) is not None)
        is_beside = index.column() in (self.note_column, self.source_column)
        return is_name or (is_beside and bool(factor.label))

    def options(self, index: Index) -> tuple[OptionVm, ...]:
        """What can be said in a cell: of a question its own, else those of its column."""
        at = self.spoken(index.column())
        if at is None:
            return ()
        return self.factor(index.row()).options or self.vm.columns[at].options

    def earlier(self, index: Index) -> str:
        """The code of last time at a cell where nothing is coded yet."""
        at = self.spoken(index.column())
        known = self.factor(index.row()).earlier
        return known[at] if at is not None and at < len(known) else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.vm.factors)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(self.vm.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        factor = self.factor(index.row())
        if role == Qt.ItemDataRole.EditRole:
            return self._text(factor, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(factor, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(factor, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and self.is_text(index):
            return self._shown(factor, index.column()) or None
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
        first = _("Question") if self.vm.is_answers else _("Factor")
        at, others = self.spoken(section), {0: first, self.note_column: _("Note")}
        return others.get(section, _("Source")) if at is None else self.vm.columns[at].label

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        is_place = self.is_text(index) or self.place(index) is not None
        if not index.isValid() or not is_place:
            return flags.ItemIsEnabled
        chosen = flags.ItemIsEnabled | flags.ItemIsSelectable
        return chosen | flags.ItemIsEditable if self.is_text(index) else chosen

    def _text(self, factor: FactorVm, column: int) -> str:
        if column == 0:
            return factor.label
        if factor.is_heading:
            return ""
        at = self.spoken(column)
        if at is not None:
            return factor.codes[at]
        return factor.note if column == self.note_column else factor.source

    def _shown(self, factor: FactorVm, column: int) -> str:
        """What stands in a cell: where a factor is cited from before its source in words."""
        text = self._text(factor, column)
        if column == 0 and factor.is_own and not text:
            return _("Add a factor…")
        if column == self.source_column and factor.cited:
            return f"{factor.cited}\n{text}" if text else factor.cited
        return text

    def _said(self, factor: FactorVm, column: int) -> str:
        """What a screen reader says of a cell: the code with its meaning, or that there is none."""
        at = self.spoken(column)
        if factor.is_heading or at is None:
            return self._shown(factor, column)
        text, options = self._text(factor, column), factor.options or self.vm.columns[at].options
        if self.vm.columns[at].is_many:
            said = [o.label for o in options if o.code in text.split()]
            return ", ".join(said) or _("No mark")
        if not text:
            before = factor.earlier[at] if factor.earlier else ""
            told = _("Last time {code}, not reviewed").format(code=before)
            nothing = _("Not yet asked") if self.vm.is_answers else _("Not yet coded")
            return told if before else nothing
        meaning = next((o.label for o in options if o.code == text), "")
        return f"{text} {meaning}".strip()
