# SPDX-License-Identifier: EUPL-1.2
"""One month as a table: read line by line, walked by keyboard, opened by Enter."""

from collections.abc import Callable

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.month.presenter import DayVm, MonthPresenter, MonthView, MonthVm
from workbench.words import _

_MOST_ROWS = 200


class MonthPage(Page):
    """A `MonthView`."""

    def __init__(self, make: Callable[[MonthView], MonthPresenter]) -> None:
        super().__init__(_("Month"), back=_("Today"))
        self.before = Button(_("Earlier month"), name="month-before")
        self.now = Button(_("This month"), "quiet", name="month-now")
        self.after = Button(_("Later month"), name="month-after")
        self.table = RowsTable[DayVm](_("Dates of the month"), _columns())
        self._nothing = Label(_("No dates in this month."), "soft")
        card = Card()
        ways = WrapLayout(gap=UNIT)
        for button in (self.before, self.now, self.after):
            ways.addWidget(button)
        card.add_layout(ways)
        card.add(self.table, self._nothing)
        self.add(card)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_month(self, vm: MonthVm) -> None:
        said = _("Your own case files: number, kind and day. Names are not shown here.")
        self.header.say(vm.heading, said)
        self.table.setAccessibleName(_("Dates of {month}").format(month=vm.heading))
        self.table.show_rows(vm.rows)
        self.table.fit_height(most=_MOST_ROWS)
        self.table.setVisible(bool(vm.rows))
        self._nothing.setVisible(not vm.rows)
        self.now.setEnabled(not vm.is_this_month)

    def _connect(self) -> None:
        self.before.clicked.connect(self._earlier)
        self.now.clicked.connect(self._this)
        self.after.clicked.connect(self._later)
        self.table.opened.connect(self._open)
        self.header.back.connect(self._presenter.leave)

    def _earlier(self) -> None:
        self._presenter.turn(-1)

    def _this(self) -> None:
        self._presenter.turn(0)

    def _later(self) -> None:
        self._presenter.turn(1)

    def _open(self, number: int) -> None:
        self._presenter.go(self.table.row(number).place)


def _columns() -> tuple[Column[DayVm], ...]:
    return (
        Column(_("Day"), lambda each: each.day),
        Column(_("Case number"), lambda each: each.number),
        Column(_("What"), lambda each: each.what, stretches=True),
        Column(_("State"), lambda each: each.state),
    )
