# SPDX-License-Identifier: EUPL-1.2
"""The periods on screen: a table, and a card in which one of them is changed."""

from collections.abc import Callable

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.periods.presenter import PeriodsPresenter, PeriodsView, PeriodsVm, PeriodVm
from workbench.words import _

_MOST_ROWS = 60


class PeriodsPage(Page):
    """A `PeriodsView`."""

    def __init__(self, make: Callable[[PeriodsView], PeriodsPresenter]) -> None:
        said = _("What the texts say, and what you decided yourselves. A statute's time can be "
                 "made shorter, never longer.")  # fmt: skip
        super().__init__(_("Periods"), said, back=_("Organisation"))
        self.table = RowsTable[PeriodVm](_("Periods"), _columns())
        self.change = ChangeCard()
        self.change.hide()
        self._may_change = False
        self.add(self.change, Card().add(self.table))
        self._presenter = make(self)
        self.table.opened.connect(self._open)
        self.header.back.connect(self._presenter.leave)
        self.change.enter.clicked.connect(self._enter)
        self.change.cancel.clicked.connect(self._cancel)
        self._presenter.open()

    def show_periods(self, vm: PeriodsVm) -> None:
        self._may_change = vm.may_change
        self.table.show_rows(vm.rows)
        self.table.fit_height(most=_MOST_ROWS)

    def show_missing(self, text: str) -> None:
        self.change.show_missing(text)

    def show_entered(self) -> None:
        self._cancel()
        said = _("It holds for dates that begin from now on.")
        self.banner.say(_("Entered"), said)

    def _open(self, number: int) -> None:
        if self._may_change:
            self.change.show_rule(self.table.row(number))
            self.reveal(self.change)

    def _enter(self) -> None:
        change = self.change
        self._presenter.set_period(change.rule, change.number.text(), change.reason.text())

    def _cancel(self) -> None:
        self.change.hide()
        self.table.setFocus()


class ChangeCard(Card):
    """One period: its text, the number that holds here, and why."""

    def __init__(self) -> None:
        super().__init__(_("Change a period"))
        self.rule = ""
        self._text = Label("", "soft")
        self.number = LineField(name="period-number")
        self.number.setMaximumWidth(12 * UNIT)
        self._unit = Label("")
        self._row = FormRow(_("Period"), self.number, beside=self._unit)
        self.reason = LineField(name="period-reason")
        self._missing = Banner(closes=False)
        self._missing.hide()
        self.enter = Button(_("Enter"), "primary", name="period-enter")
        self.cancel = Button(_("Cancel"), "quiet", name="period-cancel")
        self.add(self._text, self._row, FormRow(_("Why"), self.reason), self._missing)
        self.add_layout(row(self.enter, self.cancel))
        for field in (self.number, self.reason):
            field.returnPressed.connect(self.enter.click)

    def show_rule(self, vm: PeriodVm) -> None:
        self.rule = vm.rule
        self.heading.setText(vm.title)
        self._text.setText(vm.text)
        self._unit.setText(vm.unit)
        self.number.show_text(vm.number)
        self.number.setAccessibleName(f"{vm.title}, {vm.unit}")
        self.reason.show_text("")
        self._missing.hide()
        self.show()
        self.number.setFocus()
        self.number.selectAll()

    def show_missing(self, text: str) -> None:
        self._missing.say(text, tone="amber")


def _columns() -> tuple[Column[PeriodVm], ...]:
    return (
        Column(_("What"), lambda each: each.title, stretches=True),
        Column(_("Holds here"), lambda each: each.holds),
        Column(_("From"), lambda each: each.by),
    )
