# SPDX-License-Identifier: EUPL-1.2
"""Asking a colleague for a second assessment, and becoming the second rater."""

from workbench.ui.alongside.vms import ChosenVm
from workbench.ui.assess.ticks import Tick
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import holding
from workbench.words import _


class AskCard(Card):
    """Whom to ask. They do not see the first from the moment when they are asked."""

    def __init__(self) -> None:
        super().__init__(_("Ask for a second assessment"))
        told = _(
            "Your colleague assesses from the sources, without seeing yours. It is withheld from "
            "them from now until theirs is locked; they can be let in with a reason."
        )
        self._nobody = Label(
            _("Nobody can be asked: a colleague must be able to open the case file first."), "soft"
        )
        self._holder = column()
        self._choices: Choices | None = None
        self.ask = Button(_("Ask for a second assessment"), "secondary", name="ask-second")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.ask)
        self.add(Label(told), self._nobody)
        self.add_layout(self._holder).add(holding(ways))

    def rater(self) -> str:
        """Who is chosen, "" before anybody is."""
        return self._choices.code() if self._choices is not None else ""

    def show_chosen(self, vm: ChosenVm) -> None:
        before = self.rater()
        empty(self._holder)
        self._choices = None
        if vm.raters:
            shown = [ChoiceVm(each.code, each.label) for each in vm.raters]
            self._choices = Choices(shown, _("Who is to assess?"))
            self._choices.show_chosen(before)
            self._holder.addWidget(self._choices)
        self._nobody.setVisible(not vm.raters)
        self.ask.setVisible(bool(vm.raters))
        self.setVisible("ask" in vm.acts)


class SecondCard(Card):
    """Becoming the second rater: what it means, and whether the first was read."""

    def __init__(self) -> None:
        super().__init__(_("Assess as the second rater"))
        told = _(
            "You make an assessment of your own from the sources. Until you have locked it you do "
            "not see the first one, on screen, on paper or in any copy, and nobody else sees yours."
        )
        self.had_read = Tick(_("I have read the first assessment already"), name="had-read")
        self.begin = Button(_("Begin my own assessment"), "primary", name="begin-second")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.begin)
        self.add(Label(told), self.had_read, holding(ways))

    def show_chosen(self, vm: ChosenVm) -> None:
        self.setVisible("second" in vm.acts)
