# SPDX-License-Identifier: EUPL-1.2
"""What is read: the story, and both codings compared. The arrow and page keys scroll it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import restyle
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.practice.vms import BlockVm, ComparedVm, ComparisonVm
from workbench.ui.result.lines import empty
from workbench.words import _

_FEWEST_ROWS, _ROW, _WHY = 2, 40, 27 * UNIT


class ReadingPane(QScrollArea):
    """A sheet to read: a stop for Tab, and the arrow and page keys scroll it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("reading")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame()
        self.card.setProperty("kind", "reading")
        self.body = column(gap=2 * UNIT)
        self.body.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        outer = QVBoxLayout(self.card)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(self.card)

    def show_blocks(self, blocks: Sequence[BlockVm]) -> None:
        """These instead of the ones shown, from the top."""
        empty(self.body)
        for block in blocks:
            self.body.addWidget(_block(block))
        self.verticalScrollBar().setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(is_here=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(is_here=False)

    def _mark(self, *, is_here: bool) -> None:
        self.card.setProperty("here", "yes" if is_here else "")
        restyle(self.card)


class ComparisonPane(ReadingPane):
    """A table to walk, the reasons of the line one stands on, and what the case teaches."""

    def __init__(self) -> None:
        super().__init__(_("Comparison"))
        columns = (
            Column[ComparedVm](_("Question"), lambda place: place.where, stretches=True),
            Column[ComparedVm](_("You"), lambda place: place.own),
            Column[ComparedVm](_("Teaching"), lambda place: place.teaching),
            Column[ComparedVm](_("Same?"), lambda place: place.said),
        )
        self.table = RowsTable[ComparedVm](_("Both codings, place by place"), columns)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # both ends tell lines apart
        self.table.walked.connect(self._show_why)
        self._why = column(gap=UNIT // 2)
        self._rest = column(gap=2 * UNIT)
        told = _("Where you differ, read the reasons. Both can be defended, and neither is a key.")
        self.body.addWidget(Label(told, "soft"))
        self.body.addWidget(self.table)
        self.body.addLayout(self._why)
        self.body.addLayout(self._rest)

    def show_comparison(self, vm: ComparisonVm) -> None:
        self.table.show_rows(vm.places)
        self._fit_table()
        self.table.selectRow(0)
        self._show_why(0)
        empty(self._rest)
        for block in vm.blocks:
            self._rest.addWidget(_block(block))
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reasons stay in sight under the table."""
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        self.table.fit_height(most=max(_FEWEST_ROWS, (self.height() - _WHY) // _ROW))

    def _show_why(self, at: int) -> None:
        empty(self._why)
        if 0 <= at < self.table.rows.rowCount():
            place = self.table.row(at)
            self._why.addWidget(Label(place.where, "strong"))
            for text in place.why:
                self._why.addWidget(Label(text))


def _block(vm: BlockVm) -> QWidget:
    made = QWidget()
    made.setLayout(column(Label(vm.heading, "strong"), *(Label(text) for text in vm.said)))
    return made
