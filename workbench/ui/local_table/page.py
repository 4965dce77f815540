# SPDX-License-Identifier: EUPL-1.2
"""A published table on screen: its numbers or levels, who answers for it, and who checks it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.local_table.building import SOURCE
from workbench.ui.local_table.presenter import TablePresenter, TableView
from workbench.ui.local_table.vms import TableVm
from workbench.ui.own_rule.content_page import ContentPage
from workbench.ui.writing.form import ListField
from workbench.words import _


class TableCard(Card):
    """Every number or level is typed or chosen off the published table; none is worked out.

    Signals:
        typed: the name of a field and what stands in it.
    """

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            _("The published table"), _("As it stands there. No cell is ever worked out.")
        )
        self.fields: dict[str, LineField | ListField] = {}
        self._rows, self._grid = column(gap=UNIT), QGridLayout()
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setColumnStretch(0, 1)
        source = self._line(SOURCE)
        self.add(FormRow(_("Published in"), source, _("Book or article, edition, page.")))
        self.add_layout(self._rows).add_layout(self._grid)

    def show_table(self, vm: TableVm) -> None:
        if len(self.fields) == 1:
            self._lay_rows(vm)
            self._lay_cells(vm)
        for name, field in self.fields.items():
            field.show_text(vm.values.get(name, ""))

    def _lay_rows(self, vm: TableVm) -> None:
        for row in vm.rows:
            self._rows.addWidget(FormRow(row.label, self._line(row.name), row.hint))

    def _lay_cells(self, vm: TableVm) -> None:
        for at, row in enumerate(vm.cells, 1):
            self._grid.addWidget(Label(row.label), at, 0)
            for place, cell in enumerate(row.cells, 1):
                if at == 1:
                    self._grid.addWidget(Label(cell.column, "soft"), 0, place)
                field = ListField(vm.levels)
                field.setAccessibleName(cell.spoken)
                field.setObjectName(f"field-{cell.name}")
                self._listen(field, cell.name)
                self._grid.addWidget(field, at, place)

    def _line(self, name: str) -> LineField:
        field = LineField(name=f"field-{name}")
        self._listen(field, name)
        return field

    def _listen(self, field: LineField | ListField, name: str) -> None:
        field.typed.connect(lambda text: self.typed.emit(name, text))
        self.fields[name] = field


class LocalTablePage(ContentPage):
    """A `TableView`."""

    def __init__(self, make: Callable[[TableView], TablePresenter]) -> None:
        enter = Button(_("Enter the table"), "primary", name="enter-table")
        super().__init__(_("Published table"), _("Who answers for the table"), enter)
        self.table = TableCard()
        self._none = Label(_("This instrument reads no published table."))
        self.add(self.check, self._none, self.table, self.who)
        self._presenter = make(self)
        self._serve(self._presenter)
        self.table.typed.connect(self._presenter.typed)
        self.enter_button.clicked.connect(self._enter)

    def content(self) -> TablePresenter:
        return self._presenter

    def show_table(self, vm: TableVm) -> None:
        self.header.say(_("Published table"), vm.title)
        self.check.show_check(vm.check)
        self.table.show_table(vm)
        self.form.show_values(vm.values)
        self._none.setHidden(vm.is_wanted)
        self.table.setVisible(vm.is_wanted)
        self.who.setVisible(vm.is_wanted)
        self.order_tab()

    def _enter(self) -> None:
        self.flush()
        self._presenter.enter()
