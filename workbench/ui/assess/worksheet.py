# SPDX-License-Identifier: EUPL-1.2
"""The worksheet, typed straight down: a key codes the cell and stays, Enter or ↓ goes on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.assess.cells import Cells, CellTable, chips_width
from workbench.ui.assess.pressing import is_pressed
from workbench.ui.assess.vms import WorksheetVm
from workbench.ui.assess.worksheet_model import WorksheetModel
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_FACTOR, _SOURCE = 30 * UNIT, 18 * UNIT
_LEAST_NOTE = 22 * UNIT
_NARROW_FACTOR = 20 * UNIT
_DOWN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
Index = QModelIndex | QPersistentModelIndex


class Worksheet(CellTable):
    """Cells for codes take a single key while they have the focus; notes take words.

    Signals:
        coded: item, time column and code; "" takes a code back.
        noted, sourced, named, answered: item and the whole text.
        citing: item and column whose source is wanted, and whether the last one holds again.
        margin_pressed: the rest of what is said of the factor in front is wanted.
        walked: item and column that the focus went to.
        ended: Enter was pressed under the last cell for a code.
    """

    coded = Signal(str, str, str)
    noted = Signal(str, str)
    sourced = Signal(str, str)
    named = Signal(str, str)
    answered = Signal(str, str)
    citing = Signal(str, str, bool)
    margin_pressed = Signal(str, str)
    walked = Signal(str, str)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("worksheet")
        self.setAccessibleName(_("Worksheet"))
        self.sheet = WorksheetModel()
        self.sheet.setParent(self)
        self.setModel(self.sheet)
        self._cells = Cells(self.sheet)
        self.setItemDelegate(self._cells)
        self._is_locked = False
        self._cells.picked.connect(self._picked)
        self._cells.text_typed.connect(self._text_typed)
        self.show_locked(is_locked=False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumHeight(5 * UNIT)

    def show_worksheet(self, vm: WorksheetVm) -> None:
        """Another state; the current cell and an open note stay."""
        rows, columns = self.sheet.rowCount(), self.sheet.columnCount()
        before, at = self.here()[0], self.currentIndex().column()
        self.sheet.show_worksheet(vm)
        if before and not self.currentIndex().isValid():
            self._stand_at(before, at)
        if (self.sheet.rowCount(), self.sheet.columnCount()) == (rows, columns):
            return
        self.clearSpans()
        for row, factor in enumerate(vm.factors):
            if factor.is_heading:
                self.setSpan(row, 0, 1, self.sheet.columnCount())
        self._size_columns()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._first_cell())

    def show_locked(self, *, is_locked: bool) -> None:
        """What is locked is walked and read: no key codes, no cell opens."""
        self._is_locked = is_locked
        on = QAbstractItemView.EditTrigger
        typing = on.DoubleClicked | on.EditKeyPressed | on.AnyKeyPressed
        self.setEditTriggers(on.NoEditTriggers if is_locked else typing)

    def here(self) -> tuple[str, str]:
        """Item and time column of the current cell; no column outside of them.

        A line where nothing is named yet is no factor.
        """
        at = self.currentIndex()
        if not at.isValid() or not self.sheet.factor(at.row()).label:
            return ("", "")
        place = self.sheet.place(at)
        item = self.sheet.factor(at.row()).item
        is_time = place is not None and not place.column.endswith("!")
        return (item, place.column if place is not None and is_time else "")

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802  Qt's name
        super().currentChanged(now, before)
        self.walked.emit(*self.here())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_F3, Qt.Key.Key_F4):
            self._beside(event)
        elif event.key() == Qt.Key.Key_Insert:
            self._add_own()
        elif event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
        elif event.key() in _DOWN:
            self._go_on()
        elif event.key() == Qt.Key.Key_Down:
            self._walk(1)
        elif event.key() == Qt.Key.Key_Up:
            self._walk(-1)
        elif not self._codes(event, at):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802  Qt's own signature
        """Tab walks cell by cell and leaves after the last one: no trap."""
        step = 1 if forward else -1
        at = self.currentIndex()
        place = at.row() * self.sheet.columnCount() + at.column() + step
        most = self.sheet.rowCount() * self.sheet.columnCount()
        while 0 <= place < most:
            there = self.sheet.index(*divmod(place, self.sheet.columnCount()))
            if self.sheet.place(there) is not None or self.sheet.is_text(there):
                self.setCurrentIndex(there)
                return True
            place += step
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _codes(self, event: QKeyEvent, at: Index) -> bool:
        """A key that shows a code codes it; Delete takes back. True when it was one of these."""
        place = self.sheet.place(at)
        if self._is_locked:
            return bool(event.text().strip())  # nor does a letter jump to a factor
        if place is None:
            return False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.coded.emit(place.item, place.column, "")
            return True
        is_written = self.sheet.factor(at.row()).is_written
        for option in self.sheet.options(at):
            if is_pressed(option, event, is_written=is_written):
                self.coded.emit(place.item, place.column, option.code)
                return True
        return False

    def _beside(self, event: QKeyEvent) -> None:
        """F4 cites the last source again (with Shift another), F3 opens the rest."""
        item, column = ("", "") if self.sheet.vm.is_answers else self.here()
        if item and event.key() == Qt.Key.Key_F3:
            self.margin_pressed.emit(item, column)
        elif item and not self._is_locked:
            is_again = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.citing.emit(item, column, is_again)

    def _go_on(self) -> None:
        """Down; under a time column to the top of the next, under the last one to För in."""
        at = self.currentIndex()
        if self._walk(1) or self.sheet.place(at) is None:
            return
        beside = self.sheet.index(self._first_cell().row(), at.column() + 1)
        if self.sheet.spoken(beside.column()) is not None and (
            self.sheet.options(at) == self.sheet.options(beside)
        ):
            self.setCurrentIndex(beside)
        else:
            self.ended.emit()

    def _walk(self, step: int) -> bool:
        """Straight down or up, past the headings. False at the end."""
        at = self.currentIndex()
        row = at.row() + step
        while 0 <= row < self.sheet.rowCount() and not self._can_stand(row, at.column()):
            row += step
        if not 0 <= row < self.sheet.rowCount():
            return False
        self.setCurrentIndex(self.sheet.index(row, at.column()))
        return True

    def _can_stand(self, row: int, column: int) -> bool:
        """Where a code or words are taken; in the first column on every factor."""
        there = self.sheet.index(row, column)
        if column == 0:
            return not self.sheet.factor(row).is_heading
        return self.sheet.place(there) is not None or self.sheet.is_text(there)

    def _add_own(self) -> None:
        """To the nearest line below where a factor of one's own can be named."""
        rows = range(max(self.currentIndex().row(), 0), self.sheet.rowCount())
        rows = range(0) if self._is_locked else rows
        for row in rows:
            factor = self.sheet.factor(row)
            if factor.is_own and not factor.label:
                self.setCurrentIndex(self.sheet.index(row, 0))
                self.edit(self.currentIndex())
                return

    def _first_cell(self) -> QModelIndex:
        for row in range(self.sheet.rowCount()):
            if not self.sheet.factor(row).is_heading:
                return self.sheet.index(row, 1)
        return QModelIndex()

    def _stand_at(self, item: str, column: int) -> None:
        """Back to the line that was in front, where it is now."""
        rows = range(self.sheet.rowCount())
        row = next((row for row in rows if self.sheet.factor(row).item == item), None)
        if row is not None:
            self.setCurrentIndex(self.sheet.index(row, column))

    def _picked(self, row: int, column: int, code: str) -> None:
        place = self.sheet.place(self.sheet.index(row, column))
        if place is not None and not self._is_locked:
            self.coded.emit(place.item, place.column, code)

    def _text_typed(self, row: int, column: int, text: str) -> None:
        item = self.sheet.factor(row).item
        told = {0: self.named, self.sheet.note_column: self.noted}.get(column, self.sourced)
        told = self.answered if self.sheet.spoken(column) is not None else told
        told.emit(item, text)

    def _size_columns(self) -> None:
        codes = [chips_width(self.sheet.vm, at) for at in range(len(self.sheet.vm.columns))]
        width = self.viewport().width()
        room = width - sum(codes) - _SOURCE
        factor = _FACTOR if room - _FACTOR >= _LEAST_NOTE else _NARROW_FACTOR
        rest = room - factor
        self.setColumnWidth(0, factor)
        for column in range(self.sheet.columnCount()):
            at = self.sheet.spoken(column)
            if at is not None:
                self.setColumnWidth(column, codes[at])
        self.setColumnWidth(self.sheet.note_column, max(rest, _LEAST_NOTE))
        self.setColumnWidth(self.sheet.source_column, _SOURCE)
        self.resizeRowsToContents()
