# SPDX-License-Identifier: EUPL-1.2
"""Two runs beside each other: a table to walk, and the reasons of the line one stands on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.alongside.vms import ChosenVm, ComparisonVm, OtherVm, PlaceVm
from workbench.ui.assess.ticks import Tick
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.form import ListField
from workbench.words import _


class ComparisonCard(Card):
    """What the assessment can be compared with, and the comparison.

    Signals:
        picked: the other run, by its record.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Compare"))
        self._holder = column()
        self._refused = column(gap=UNIT // 2)
        self._told = Label("", "soft")
        self.only = Tick(_("Only where they differ"), name="only-different")
        self.only.toggled.connect(self._show_places)
        self._left, self._right = Label("", "strong"), Label("", "strong")
        columns = (
            Column[PlaceVm](_("Question"), lambda place: place.where, stretches=True),
            Column[PlaceVm](_("First"), lambda place: place.left),
            Column[PlaceVm](_("Second"), lambda place: place.right),
            Column[PlaceVm](_("Same?"), lambda place: place.said),
        )
        self.table = RowsTable[PlaceVm](_("Both assessments, question by question"), columns)
        self.table.walked.connect(self._show_why)
        self._why = column(gap=UNIT // 2)
        self._none = Label(_("There is no other assessment with this instrument."), "soft")
        self._both = QWidget()
        both = column(self._told, self._left, self._right, self.only, self.table, gap=UNIT)
        both.addLayout(self._why)
        self._both.setLayout(both)
        self._places: tuple[PlaceVm, ...] = ()
        self.add(self._none).add_layout(self._holder).add(self._both).add_layout(self._refused)

    def show_chosen(self, vm: ChosenVm) -> None:
        can = [other for other in vm.others if not other.refusal]
        self._none.setVisible(not vm.others)
        self._show_list(can, vm.comparison)
        empty(self._refused)
        for other in vm.others:
            if other.refusal:
                told = _("{run}: {why}").format(run=other.label, why=other.refusal)
                self._refused.addWidget(Label(told, "soft"))
        self._both.setVisible(vm.comparison is not None)
        if vm.comparison is not None:
            self._show(vm.comparison)

    def _show_list(self, can: list[OtherVm], comparison: ComparisonVm | None) -> None:
        """A choice only where there is one."""
        empty(self._holder)
        if len(can) > 1:
            options = [OptionVm(other.record, other.label) for other in can]
            field = ListField(options)
            field.setObjectName("compare-with")
            field.show_text(comparison.other if comparison is not None else "")
            field.typed.connect(self.picked)
            self._holder.addWidget(FormRow(_("Compare with"), field))

    def _show(self, vm: ComparisonVm) -> None:
        self._told.setText(vm.told)
        self._left.setText(_("First: {run}").format(run=vm.left))
        self._right.setText(_("Second: {run}").format(run=vm.right))
        self._places = vm.places
        self._show_places()

    def _show_places(self) -> None:
        differ = [place for place in self._places if place.sameness == "different"]
        self.table.show_rows(differ if self.only.isChecked() else self._places)
        self.table.fit_height(most=14)
        if self.table.rows.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_why(self.table.currentIndex().row())

    def _show_why(self, at: int) -> None:
        """The reasons of the line that is walked to, in full."""
        empty(self._why)
        if 0 <= at < self.table.rows.rowCount():
            place = self.table.row(at)
            self._why.addWidget(Label(place.where, "strong"))
            for text in place.why:
                self._why.addWidget(Label(text))
