# SPDX-License-Identifier: EUPL-1.2
"""The recovery step on screen: shown once, written down, typed back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.first_start.recovery_presenter import (
    THREE,
    RecoveryPresenter,
    RecoveryView,
)
from workbench.ui.first_start.sheet import sentences
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.step_page import StepPage, plain_card
from workbench.ui.first_start.ways import vault_number
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.words import ErrorText, _

_ONE, _TWO_OF_THREE = "one", "two-of-three"


class RecoveryPage(StepPage):
    """A `RecoveryView`. The codes are in nothing that outlives the step."""

    def __init__(
        self, make: Callable[[RecoveryView], RecoveryPresenter], printer: str = ""
    ) -> None:
        super().__init__(_("Recovery code"))
        self.say_step("recovery", _("Recovery code"))
        self.choices = Choices(_kinds(), _("How many codes?"))
        self.choices.setObjectName("field-codes")
        self.shown = tuple(Shown(f"code-shown-{n}", is_code=True) for n in range(1, THREE + 1))
        self.typed = tuple(LineField(name=f"code-typed-{n}") for n in range(1, THREE + 1))
        self._headings = [Label("", "heading") for _each in range(THREE)]
        self._rows = [FormRow(_code_name(n + 1, THREE), self.typed[n]) for n in range(THREE)]
        self._vault, self._kept = Label(), Label()
        says = _("Print on {printer}").format(printer=printer)
        self.print_button = Button(says, "secondary", icon="print", name="print-codes")
        self.print_button.setVisible(bool(printer))
        self.draw_button = Button(_("I do not have it: draw a new one"), "link", name="draw-anew")
        self._see, self._type = self._to_see(), self._to_type()
        self.back_button.say(_("See it again"))
        self.add(self._see, self._type)
        self.add_working()
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def flush(self) -> None:
        """At lock: a code is shown in one stretch or not at all."""
        self._presenter.forget()
        self._empty()

    def show_codes(self, vault: str, day: str, codes: tuple[str, ...]) -> None:
        self._front(self._see)
        facts = _("Write down too: vault number {number}, and the day, {day}.")
        self._vault.setText(facts.format(number=vault_number(vault), day=day))
        self._kept.setText("\n".join(sentences(len(codes))))
        self.choices.show_chosen(_ONE if len(codes) == 1 else _TWO_OF_THREE)
        for number, (shown, heading) in enumerate(zip(self.shown, self._headings, strict=True), 1):
            is_there = number <= len(codes)
            name = _code_name(number, len(codes))
            heading.setText(name)
            heading.setVisible(is_there and len(codes) > 1)
            shown.setVisible(is_there)
            shown.show_groups(name, codes[number - 1].split("-") if is_there else ())
        self.back_button.hide()
        self.on_button.say(
            _("I have written it down") if len(codes) == 1 else _("I have written them down")
        )
        self.begin_at(self.shown[0])

    def ask_back(self, how_many: int, *, may_show: bool) -> None:
        is_anew = self._type.isHidden()
        self._front(self._type)
        for number, line in enumerate(self._rows, 1):
            line.setVisible(number <= how_many)
            line.label.setText(_code_name(number, how_many))
            self.typed[number - 1].setAccessibleName(_code_name(number, how_many))
        self.back_button.setVisible(may_show)
        self.draw_button.setVisible(not may_show)
        self.on_button.say(_("Try the code") if how_many == 1 else _("Try the codes"))
        if is_anew:
            self.begin_at(self.typed[0])
        if not may_show and is_anew:
            self.banner.say(
                _("The recovery code was never tried"),
                _("Type it from your paper. No case file can be begun before that."),
                tone="amber",
            )

    def show_wrong_groups(self, number: int, groups: tuple[int, ...]) -> None:
        where = ", ".join(str(group) for group in groups)
        said = _("Not quite: compare group {groups}").format(groups=where)
        self.banner.say(
            said if self._rows[1].isHidden() else f"{self._rows[number - 1].label.text()}. {said}",
            _("Groups are counted from the left, four characters each. Nothing is lost."),
            tone="amber",
        )
        self.typed[number - 1].setFocus()

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.typed[0].setFocus()

    def show_working(self) -> None:
        self.banner.hide()
        self._hold(is_held=True)
        self.show_at_work(_("One moment …"))

    def show_printed(self) -> None:
        self.banner.say(
            _("Sent to the printer"),
            _("Fetch it at once. Printers and their queues may keep a copy."),
        )

    def _front(self, card: QWidget) -> None:
        self._hold(is_held=False)
        self.show_at_work("")
        if card.isHidden():
            self.banner.hide()
        if card is self._see:
            for field in self.typed:
                field.clear()
        else:
            for shown in self.shown:
                shown.wipe()
        self._see.setVisible(card is self._see)
        self._type.setVisible(card is self._type)

    def _hold(self, *, is_held: bool) -> None:
        for widget in (self._see, self._type, self.back_button, self.on_button):
            widget.setDisabled(is_held)

    def _empty(self) -> None:
        for field in self.typed:
            field.clear()
        for shown in self.shown:
            shown.wipe()

    def _typed_texts(self) -> Sequence[str]:
        pairs = zip(self._rows, self.typed, strict=True)
        return [field.text() for line, field in pairs if not line.isHidden()]

    def _go_on(self) -> None:
        if self._type.isHidden():
            self._presenter.hide()
        else:
            self._presenter.type_back(self._typed_texts())

    def _connect(self) -> None:
        self.choices.chosen.connect(
            lambda code: self._presenter.choose("one" if code == _ONE else "two-of-three")
        )
        self.print_button.clicked.connect(self._presenter.print_out)
        self.draw_button.clicked.connect(self._presenter.draw_anew)
        self.back_button.clicked.connect(self._presenter.show_again)
        self.on_button.clicked.connect(self._go_on)
        for field in self.typed:
            field.returnPressed.connect(self._go_on)

    def _to_see(self) -> Card:
        card = plain_card(_("If the passphrase is forgotten, this is the only way in"))
        card.add(Label(_("How many codes?"), "strong"), self.choices)
        for shown, heading in zip(self.shown, self._headings, strict=True):
            card.add(heading, shown)
        card.add(self._vault, self._kept)
        return card.add_layout(row(self.print_button))

    def _to_type(self) -> Card:
        card = plain_card(
            _("Type back from the paper"),
            _("So that you know that it can be read. Capitals, spaces and hyphens do not matter."),
        )
        card.add(*self._rows).add_layout(row(self.draw_button))
        card.hide()
        return card


def _code_name(number: int, of: int) -> str:
    if of == 1:
        return _("Recovery code")
    return _("Code {number} of {all}").format(number=number, all=of)


def _kinds() -> list[ChoiceVm]:
    return [
        ChoiceVm(_ONE, _("One code"), is_quiet=True),
        ChoiceVm(_TWO_OF_THREE, _("Three codes, two are needed"), is_quiet=True),
    ]
