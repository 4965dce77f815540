# SPDX-License-Identifier: EUPL-1.2
"""The rule as a table to compare with the form, then who confirms it."""

from collections.abc import Callable

from workbench.ui.confirm_rule.confirming import ConfirmView, ConfirmVm
from workbench.ui.confirm_rule.presenter import Confirms
from workbench.ui.confirm_rule.table import PartsTable
from workbench.ui.confirm_rule.words import fields
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class _ConfirmPanel(WritingPanel):
    """The form under the table; the ticks are kept with it."""

    def __init__(self, page: Page, table: PartsTable) -> None:
        super().__init__(page, _("Who confirms it"), fields())
        self._table = table

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self._table.rows.show_ticks(vm.values)
        self._table.setCurrentIndex(self._table.rows.index(0, 0))


class ConfirmRulePage(Page):
    """A `ConfirmView`."""

    def __init__(self, make: Callable[[ConfirmView], Confirms], *, back: str = "") -> None:
        super().__init__(_("Confirm the rule"), back=back or _("Back to the result"))
        self.table = PartsTable()
        self.confirmation = _ConfirmPanel(self, self.table)
        self._card = Card(
            _("Compare with the licensed form"),
            _("Tick each row that is the same on the form. Space ticks, ↓ goes on."),
        ).add(self.table)
        self._nothing = Label(_("There is nothing to confirm for this instrument."))
        self._nothing.hide()
        self.reject_button = Button(_("A row is not the same…"), "quiet", name="reject-rule")
        self.own_button = Button(
            _("Enter your form's own points…"), "quiet", name="own-rule"
        )  # what one does once the shipped rule is rejected
        self.revoke_button = Button(_("Revoke the confirmation…"), "quiet", name="revoke-rule")
        ways = WrapLayout(gap=UNIT)
        for button in (self.reject_button, self.own_button, self.revoke_button):
            ways.addWidget(button)
        self._card.add_layout(ways)
        self._standing = Label("", "strong")
        self._standing.hide()
        whose = _(
            "The method owner does this, once for the whole organisation. "
            "If that is not you: go back."
        )
        self.add(Label(whose), self._standing, self._nothing, self._card, self.confirmation)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()
        self.table.setFocus()

    def go(self, place: str) -> None:
        """`place` is id@version/rule."""
        self._presenter.open(place)

    def show_rule(self, vm: ConfirmVm) -> None:
        caption = vm.title if vm.caption in ("", vm.title) else f"{vm.title} · {vm.caption}"
        self.header.say(_("Confirm the rule"), caption)
        with self.keeping_focus():
            self._show_parts(vm)

    def _show_parts(self, vm: ConfirmVm) -> None:
        has_parts = bool(vm.parts)
        self._nothing.setHidden(has_parts)
        self._card.setVisible(has_parts)
        self.confirmation.setVisible(has_parts and vm.may_confirm and not vm.can_revoke)
        self._standing.setText(vm.standing)
        self._standing.setVisible(bool(vm.standing))
        self.reject_button.setVisible(vm.may_confirm)
        self.own_button.setVisible(vm.may_confirm and not vm.can_revoke)
        self.revoke_button.setVisible(vm.can_revoke)
        self.table.show_parts(vm.parts)

    def _connect(self) -> None:
        presenter = self._presenter
        self.confirmation.serve(presenter.confirmation)
        self.table.rows.ticked.connect(presenter.confirmation.typed)
        self.reject_button.clicked.connect(presenter.reject)
        self.own_button.clicked.connect(presenter.enter_own)
        self.revoke_button.clicked.connect(presenter.revoke)
        self.header.back.connect(self._left)

    def _left(self) -> None:
        self.flush()
        self._presenter.leave()
