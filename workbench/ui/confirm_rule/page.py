# SPDX-License-Identifier: EUPL-1.2
"""The rule as a table to compare with the form, then who confirms it."""

from collections.abc import Callable

from workbench.ui.confirm_rule.presenter import ConfirmPresenter, ConfirmView, ConfirmVm, fields
from workbench.ui.confirm_rule.table import PartsTable
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
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

    def __init__(self, make: Callable[[ConfirmView], ConfirmPresenter]) -> None:
        super().__init__(_("Confirm the rule"), back=_("Back to the result"))
        self.table = PartsTable()
        self.confirmation = _ConfirmPanel(self, self.table)
        self._card = Card(
            _("Compare with the licensed form"),
            _("Tick each row that is the same on the form. Space ticks, ↓ goes on."),
        ).add(self.table)
        self._nothing = Label(_("There is nothing to confirm for this instrument."))
        self._nothing.hide()
        whose = _(
            "The method owner does this, once for the whole organisation. "
            "If that is not you: go back."
        )
        self.add(Label(whose), self._nothing, self._card, self.confirmation)
        self._presenter = make(self)
        self.confirmation.serve(self._presenter.confirmation)
        self.table.rows.ticked.connect(self._presenter.confirmation.typed)
        self.header.back.connect(self._left)
        self._presenter.open()
        self.table.setFocus()

    def show_rule(self, vm: ConfirmVm) -> None:
        self.header.say(_("Confirm the rule"), vm.title)
        has_parts = bool(vm.parts)
        self._nothing.setHidden(has_parts)
        self._card.setVisible(has_parts)
        self.confirmation.setVisible(has_parts)
        self.table.show_parts(vm.parts)

    def _left(self) -> None:
        self.flush()
        self._presenter.leave()
