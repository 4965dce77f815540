# SPDX-License-Identifier: EUPL-1.2
"""Somebody else's rule on screen, row by row."""

from collections.abc import Callable

from workbench.ui.check_rule.presenter import CameVm, CheckPresenter, CheckView
from workbench.ui.confirm_rule.table import PartsTable
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.told_page import ToldPage
from workbench.words import _


class CheckRulePage(ToldPage):
    """A `CheckView`."""

    def __init__(self, make: Callable[[CheckView], CheckPresenter]) -> None:
        super().__init__(
            _("Check a rule for somebody else"),
            _("Another organisation asks you to compare its rule with the form. Nothing is kept."),
            back=_("Instruments"),
        )
        self.open_button = Button(_("Open the file…"), "secondary", name="open-rule")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.open_button)
        self.add_layout(ways)
        self.table = PartsTable()
        self._told, self._digits = Label(""), Label("", "soft")
        self.checker = LineField(name="checker")
        self.save_button = Button(_("Save the checked file…"), "primary", name="save-checked")
        below = WrapLayout(gap=UNIT)
        below.addWidget(self.save_button)
        self._card = Card(
            _("Compare with the licensed form"),
            _("Tick each row that is the same on the form. Space ticks, ↓ goes on."),
        ).add(self._told, self._digits, self.table, FormRow(_("Your name"), self.checker))
        self._card.add_layout(below)
        self._card.hide()
        self.add(self._card)
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self.open_button.clicked.connect(self._presenter.open_file)
        self.save_button.clicked.connect(
            lambda: self._presenter.give_back(self.checker.text(), self.table.rows.ticks)
        )

    def show_came(self, vm: CameVm) -> None:
        self.header.say(_("Check a rule for somebody else"), vm.title)
        self._told.setText(vm.told)
        told = _("Digits to compare by telephone: {digits}").format(digits=vm.digits)
        self._digits.setText(told)
        self.table.show_parts(vm.parts)
        self.table.rows.show_ticks({})
        self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._card.show()
        self.order_tab()
        self.table.setFocus()
