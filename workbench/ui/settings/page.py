# SPDX-License-Identifier: EUPL-1.2
"""Inställningar on screen."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.settings.presenter import (
    SettingsPresenter,
    SettingsView,
    SettingsVm,
    SettingVm,
)
from workbench.words import _

_FIELD_WIDTH = 12 * UNIT


class SettingCard(Card):
    """One setting: what it does, its field, and the button that enters it.

    Signals:
        entered: the name of the setting and what was typed.
    """

    entered = Signal(str, str)

    def __init__(self, vm: SettingVm) -> None:
        super().__init__(vm.title, vm.caption)
        self.name = vm.name
        self.field = LineField(name=f"setting-{vm.name}")
        self.field.setMaximumWidth(_FIELD_WIDTH)
        self.enter = Button(_("Enter"), "secondary", name=f"enter-{vm.name}")
        self._shown = ""
        beside = QWidget()
        beside.setLayout(row(self.enter))  # as wide as its word, not as the card
        self._row = FormRow(vm.label, self.field, vm.limits, beside=beside)
        self._missing = Label("", "strong")
        self.add(self._row, self._missing)
        self.enter.clicked.connect(self._tell)
        self.field.returnPressed.connect(self.enter.click)
        self.show_missing("")

    def show_value(self, vm: SettingVm, *, may_change: bool) -> None:
        """What holds; what is being typed is left alone."""
        if self.field.text() in ("", self._shown):
            self.field.show_text(vm.value)
        self._shown = vm.value
        self.field.setReadOnly(not may_change)
        self.enter.setVisible(may_change)

    def show_missing(self, text: str) -> None:
        self._missing.setText(text)
        self._missing.setVisible(bool(text))
        if text:
            self.field.setFocus()

    def settle(self) -> None:
        """What was typed was entered: what holds may stand in the field again."""
        self._shown = self.field.text()
        self.show_missing("")

    def _tell(self) -> None:
        self.entered.emit(self.name, self.field.text())


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
        self.add(self._own, self._house, self._who)
        self._presenter = make(self)
        self.passphrase.clicked.connect(self._presenter.change_passphrase)
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

    def show_set(self, name: str, text: str) -> None:
        self._cards[name].settle()
        self.banner.say(text)

    def show_missing(self, name: str, text: str) -> None:
        self._cards[name].show_missing(text)

    def show_idle(self, minutes: int) -> None:
        self.idle_set.emit(minutes)

    def show_interview_idle(self, minutes: int) -> None:
        self.interview_idle_set.emit(minutes)

    def show_refused(self, what: str, remedy: str) -> None:
        self.banner.say(what, remedy, tone="red")

    def _add(self, vm: SettingVm) -> None:
        card = SettingCard(vm)
        card.entered.connect(self._presenter.enter)
        self._cards[vm.name] = card
        self.add(card)
