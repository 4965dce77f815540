# SPDX-License-Identifier: EUPL-1.2
"""Contact cards on screen."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from workbench.ui.contacts.presenter import (
    ContactsPresenter,
    ContactsView,
    ContactsVm,
    ContactVm,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.words import _


class ContactCard(Card):
    """One contact, with the field for its digits while they are not compared.

    Signals:
        compared: card and the digits that were typed.
    """

    compared = Signal(str, str)

    def __init__(self, vm: ContactVm) -> None:
        super().__init__(vm.name)
        self._vm = vm
        self.add_action(Pill(vm.state, "done" if vm.is_verified else "amber"))
        self.digits = LineField(name=f"digits-{vm.card}")
        if vm.can_compare:
            self._add_digits()

    def _add_digits(self) -> None:
        called = _("Call them on a number that you already have, and type what they read out.")
        self.add(FormRow(_("The other side's 40 digits"), self.digits, called))
        self.digits.setAccessibleName(
            _("{label}: {text}").format(label=_("The other side's 40 digits"), text=self._vm.name)
        )
        compare = Button(_("Compare"), "primary", name=f"compare-{self._vm.card}")
        compare.clicked.connect(self._tell)
        self.digits.returnPressed.connect(self._tell)
        self.add_layout(row(compare))

    def _tell(self) -> None:
        self.compared.emit(self._vm.card, self.digits.text())


class ContactsPage(Page):
    """A `ContactsView`."""

    def __init__(self, make: Callable[[ContactsView], ContactsPresenter]) -> None:
        super().__init__(
            _("Contact cards"),
            _("Two people compare digits by voice. Then a card is safe to use."),
            back=_("Open a bundle"),
        )
        self._digits = Label(kind="heading")
        self._digits.setObjectName("own-digits")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._digits.setFont(fixed)
        own = Card(_("Our digits"), _("Read them out slowly, group by group."))
        self._export = Button(_("Save our card…"), "secondary", icon="file", name="export")
        self._bring = Button(_("Bring in a card…"), "secondary", icon="add", name="bring")
        own.add(self._digits).add_layout(row(self._export, self._bring))
        self._list = column(gap=2 * UNIT)
        holder = QWidget()
        holder.setLayout(self._list)
        self._cards: dict[str, ContactCard] = {}
        self.add(own, holder)
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self._export.clicked.connect(self._presenter.export)
        self._bring.clicked.connect(self._presenter.bring)
        self._presenter.open()

    def refresh(self) -> None:
        if not any(card.digits.text() for card in self._cards.values()):
            self._presenter.open()

    def flush(self) -> None:
        """Digits are emptied at lock, like passphrases and codes."""
        for card in self._cards.values():
            card.digits.clear()
        super().flush()

    def show_contacts(self, vm: ContactsVm) -> None:
        half = len(vm.groups) // 2
        lines = (" ".join(vm.groups[:half]), " ".join(vm.groups[half:]))
        self._digits.setText("\n".join(lines))
        self._digits.setAccessibleName(", ".join(vm.groups))
        empty(self._list)
        self._cards.clear()
        for each in vm.contacts:
            card = ContactCard(each)
            card.compared.connect(self._presenter.compare)
            self._cards[each.card] = card
            self._list.addWidget(card)
        if not vm.contacts:
            words = _("Exchange cards on a stick, then compare the digits by telephone.")
            self._list.addWidget(Card().add(EmptyBlock("person", _("No contacts yet"), words)))

    def show_compared(self, card: str) -> None:
        self.banner.say(_("The digits are right. The contact can be used."))
        self._bring.setFocus()

    def show_refused(self, what: str, remedy: str) -> None:
        self.banner.say(what, remedy, tone="red")

    def show_written(self, path: str) -> None:
        self.banner.say(_("Saved: {path}").format(path=path))
