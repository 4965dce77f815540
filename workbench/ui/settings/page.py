# SPDX-License-Identifier: EUPL-1.2
"""Inställningar on screen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.settings.cards import AskingCard, ComputerCard, OrganisationCard, SettingCard
from workbench.ui.settings.presenter import SettingsPresenter, SettingsView
from workbench.ui.settings.vms import SettingsVm, SettingVm
from workbench.words import _

_LAID_OUT_MS = 30


class SettingsPage(Page):
    """A `SettingsView`.

    Signals:
        idle_set: minutes until the window locks itself, from now on.
        interview_idle_set: the same during a conversation.
    """

    idle_set = Signal(int)
    interview_idle_set = Signal(int)

    def __init__(self, make: Callable[[SettingsView], SettingsPresenter]) -> None:
        super().__init__(_("Settings"))
        self._cards: dict[str, SettingCard] = {}
        self.passphrase = Button(_("New passphrase…"), "secondary", name="own-passphrase")
        self._own = Card(_("Your passphrase"), _("It is drawn anew, shown, and typed back."))
        self._helped = Label(_("An administrator changes it together with you."))
        self._own.add(self._helped).add_layout(row(self.passphrase))
        self._helped.hide()
        self.passphrase.hide()
        self._house = Label(_("For everyone who uses this vault"), "heading")
        self._who = Label(_("Only an administrator may change them."), "soft")
        self._who.hide()
        self.computer, self.organisation = ComputerCard(), OrganisationCard()
        self.asking = AskingCard()
        self._vault = Label("", "soft")
        here = Label(_("On this computer"), "heading")
        self.add(self._own, here, self.computer, self._house, self._who)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_settings(self, vm: SettingsVm) -> None:
        self._who.setVisible(not vm.may_change)
        self._helped.setVisible(not vm.may_change)
        self.passphrase.setVisible(vm.may_change)
        for each in vm.settings:
            if each.name not in self._cards:
                self._add(each)
            self._cards[each.name].show_value(each, may_change=vm.may_change)
        self.asking.show_asked(is_on=vm.asks, may_change=vm.may_change)
        self.add(self.asking, self.organisation, self._vault)  # last, also for Tab
        self.computer.show_computer(vm.computer)
        self.organisation.show_organisation(vm.organisation, may_change=vm.may_change)
        self._vault.setText(vm.vault)

    def show_set(self, name: str, text: str) -> None:
        card = self._cards.get(name, self.asking)
        card.settle(text)
        self._show_whole(card)

    def show_named(self, text: str) -> None:
        self.organisation.settle(text)
        self._show_whole(self.organisation)

    def show_nameless(self, text: str) -> None:
        self.organisation.show_missing(text)

    def show_kept(self, text: str) -> None:
        self.computer.settle(text)
        self._show_whole(self.computer)

    def show_missing(self, name: str, text: str) -> None:
        self._cards[name].show_missing(text)

    def show_idle(self, minutes: int) -> None:
        self.idle_set.emit(minutes)

    def show_interview_idle(self, minutes: int) -> None:
        self.interview_idle_set.emit(minutes)

    def show_refused(self, what: str, remedy: str) -> None:
        self.banner.say(what, remedy, tone="red")

    def _show_whole(self, card: QWidget) -> None:
        """With what is told in it, once it is laid out."""
        QTimer.singleShot(_LAID_OUT_MS, card, lambda: self.reveal(card))

    def _add(self, vm: SettingVm) -> None:
        card = SettingCard(vm)
        card.entered.connect(self._presenter.enter)
        self._cards[vm.name] = card
        self.add(card)

    def _connect(self) -> None:
        presenter = self._presenter
        self.passphrase.clicked.connect(presenter.change_passphrase)
        self.computer.spoken.connect(presenter.speak)
        self.computer.scaled.connect(presenter.scale)
        self.asking.asked.connect(presenter.ask_acquaintance)
        self.organisation.entered.connect(presenter.name_organisation)
        self.organisation.card_button.clicked.connect(presenter.open_card)
