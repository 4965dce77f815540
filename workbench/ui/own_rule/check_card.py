# SPDX-License-Identifier: EUPL-1.2
"""How own content stands, its rows to tick, and the two ways to a second checker."""

from workbench.ui.confirm_rule.table import PartsTable
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow
from workbench.ui.kit.fields import LineField, SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.own_rule.checking import Checking, CheckVm
from workbench.words import _

_PLACE = 12 * UNIT


class CheckCard(Card):
    """The ticks are the checker's own: they are kept nowhere, and go when the page is left."""

    def __init__(self) -> None:
        super().__init__(
            _("Second checker"),
            _("Another person compares it with the form, here or at another organisation, "
              "and ticks each row that is the same. Space ticks, ↓ goes on."),
        )  # fmt: skip
        self.standing, self.digits = Label(""), Label("", "soft")
        self.table = PartsTable()
        self.place = LineField(name="check-place")
        self.place.setMaximumWidth(_PLACE)
        self.passphrase = SecretField(name="check-passphrase")
        self.check_button = Button(_("We have compared it: sign"), name="check-here")
        self.save_button = Button(_("Save a file for another organisation…"), "quiet",
                                  name="save-rule")  # fmt: skip
        self.take_button = Button(_("Read the checked file…"), "quiet", name="take-rule")
        self.revoke_button = Button(_("Revoke it…"), "quiet", name="revoke-own")
        who = (
            FormRow(_("Colleague's user number"), self.place),
            FormRow(_("Colleague's passphrase"), self.passphrase),
        )
        waiting = (self.check_button, self.save_button, self.take_button)
        self._waiting = (self.table, *who, *waiting)
        ways = WrapLayout(gap=UNIT)
        for button in (*waiting, self.revoke_button):
            ways.addWidget(button)
        self.add(self.standing, self.digits, self.table, *who).add_layout(ways)
        self.hide()

    def serve(self, checking: Checking) -> None:
        """What the buttons do. The passphrase leaves its field when it is used."""
        self._checking = checking
        self.check_button.clicked.connect(self._check)
        self.save_button.clicked.connect(checking.save_file)
        self.take_button.clicked.connect(checking.take_file)
        self.revoke_button.clicked.connect(checking.revoke)

    def show_check(self, vm: CheckVm) -> None:
        """Ticks stay while the same rows are shown."""
        self.setVisible(bool(vm.standing))
        self.standing.setText(vm.standing)
        told = _("Digits to compare by telephone: {digits}").format(digits=vm.digits)
        self.digits.setText(told)
        if vm.parts != self.table.rows.parts:
            self.table.show_parts(vm.parts)
            self.table.rows.show_ticks({})
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        for widget in self._waiting:
            widget.setVisible(vm.waits)
        self.revoke_button.setVisible(vm.can_revoke)

    def settle(self) -> None:
        """The page is left: no passphrase and no tick stays."""
        self.passphrase.wipe()
        self.table.rows.show_ticks({})

    def _check(self) -> None:
        phrase = self.passphrase.text()
        self.passphrase.wipe()
        self._checking.check_here(self.place.text(), phrase, self.table.rows.ticks)
