# SPDX-License-Identifier: EUPL-1.2
"""The parts of Inställningar: a number with its limits, this computer, the organisation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.settings.vms import ComputerVm, OrganisationVm, SettingVm
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
        self._told = Banner(closes=False)
        self.add(self._row, self._told)
        self.enter.setAccessibleName(_("Enter: {what}").format(what=vm.label))
        self.enter.clicked.connect(self._tell)
        self.field.returnPressed.connect(self.enter.click)

    def show_value(self, vm: SettingVm, *, may_change: bool) -> None:
        """What holds; what is being typed is left alone."""
        if self.field.text() in ("", self._shown):
            self.field.show_text(vm.value)
        self._shown = vm.value
        self.field.setReadOnly(not may_change)
        self.enter.setVisible(may_change)

    def show_missing(self, text: str) -> None:
        self._told.say(text, tone="amber")
        self.field.setFocus()

    def settle(self, text: str) -> None:
        """What was typed was entered: what holds may stand in the field again."""
        self._shown = self.field.text()
        self._told.say(text)

    def _tell(self) -> None:
        self.entered.emit(self.name, self.field.text())


class ComputerCard(Card):
    """How the program speaks here, and how large everything is.

    Signals:
        spoken: the language that was chosen.
        scaled: per cent, as text.
    """

    spoken = Signal(str)
    scaled = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Language and size"), _("They hold from the next time the program is started.")
        )
        languages = (
            ChoiceVm("sv", "Svenska", is_quiet=True),
            ChoiceVm("en", "English", is_quiet=True),
        )
        self.languages = Choices(languages, _("Language"))
        self.languages.setObjectName("field-language")
        sizes = (
            ChoiceVm("100", _("As the computer's own"), is_quiet=True),
            *(ChoiceVm(each, f"{each} %", is_quiet=True) for each in ("125", "150", "200")),
        )
        self.sizes = Choices(sizes, _("Size of text and buttons"))
        self.sizes.setObjectName("field-size")
        self.add(Label(_("Language"), "strong"), self.languages)
        self.add(Label(_("Size of text and buttons"), "strong"), self.sizes)
        self._told = Banner(closes=False)
        self.add(self._told)
        self.languages.chosen.connect(self.spoken)
        self.sizes.chosen.connect(self.scaled)

    def settle(self, text: str) -> None:
        """What was chosen is kept."""
        self._told.say(text)

    def show_computer(self, vm: ComputerVm) -> None:
        self.languages.show_chosen(vm.language)
        self.sizes.show_chosen(vm.scale)


class AskingCard(Card):
    """Whether everybody who opens an akt is asked if they know somebody in it.

    Signals:
        asked: "yes" or "no", as it is to hold from now on.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Small place"),
            _("Ask once, of each who opens a case file, whether they know anybody in it."),
        )
        both = (
            ChoiceVm("yes", _("Ask"), is_quiet=True),
            ChoiceVm("no", _("Do not ask"), is_quiet=True),
        )
        self.choices = Choices(both, _("Small place"))
        self.choices.setObjectName("field-ask-acquaintance")
        self._told = Banner(closes=False)
        self.add(self.choices, self._told)
        self.choices.chosen.connect(self.asked)

    def show_asked(self, *, is_on: bool, may_change: bool) -> None:
        self.choices.show_chosen("yes" if is_on else "no")
        self.choices.setEnabled(may_change)

    def settle(self, text: str) -> None:
        """What was chosen was entered."""
        self._told.say(text)


class OrganisationCard(Card):
    """Whose vault it is, as papers tell it.

    Signals:
        entered: name and unit.
    """

    entered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            _("The organisation's name"),
            _("Stands on papers from now on. A contact card keeps the name it was made with."),
        )
        self.name = LineField(name="organisation-name")
        self.unit = LineField(name="organisation-unit")
        self.enter = Button(_("Enter"), "secondary", name="enter-organisation")
        self.enter.setAccessibleName(_("Enter: {what}").format(what=_("The organisation's name")))
        self.card_button = Button(_("Contact card…"), "quiet", icon="send", name="contact-card")
        self._kind = Label("", "soft")
        self._told = Banner(closes=False)
        self._shown = ("", "")
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.enter)
        line.addWidget(self.card_button)
        self.add(
            FormRow(_("Name"), self.name),
            FormRow(_("Unit (may be left empty)"), self.unit),
            self._told,
            self._kind,
        ).add_layout(line)
        self.enter.clicked.connect(self._tell)
        for field in (self.name, self.unit):
            field.returnPressed.connect(self._tell)

    def show_organisation(self, vm: OrganisationVm, *, may_change: bool) -> None:
        """What holds; what is being typed is left alone."""
        if (self.name.text(), self.unit.text()) in (("", ""), self._shown):
            self.name.show_text(vm.name)
            self.unit.show_text(vm.unit)
        self._shown = (vm.name, vm.unit)
        self._kind.setText(vm.kind)
        self.card_button.setVisible(vm.has_card)
        self.enter.setVisible(may_change)
        for field in (self.name, self.unit):
            field.setReadOnly(not may_change)

    def show_missing(self, text: str) -> None:
        self._told.say(text, tone="amber")
        self.name.setFocus()

    def settle(self, text: str) -> None:
        """What was typed was entered."""
        self._shown = (self.name.text(), self.unit.text())
        self._told.say(text)

    def _tell(self) -> None:
        if not self.name.isReadOnly():
            self.entered.emit(self.name.text(), self.unit.text())
