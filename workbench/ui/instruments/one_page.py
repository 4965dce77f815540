# SPDX-License-Identifier: EUPL-1.2
"""One instrument on screen."""

from collections.abc import Callable

from workbench.ui.instruments.cards import (
    FactsCard,
    PreviewCard,
    RuleCard,
    TrainingCard,
    WordingCard,
)
from workbench.ui.instruments.one_presenter import OnePresenter, OneView
from workbench.ui.instruments.vms import OneVm
from workbench.ui.told_page import ToldPage
from workbench.words import _


class InstrumentPage(ToldPage):
    """A `OneView`."""

    def __init__(self, make: Callable[[OneView], OnePresenter]) -> None:
        super().__init__(_("Instrument"), back=_("Instruments"))
        self.facts, self.wording, self.rule = FactsCard(), WordingCard(), RuleCard()
        self.training, self.preview = TrainingCard(), PreviewCard()
        self.add(self.facts, self.wording, self.rule, self.training, self.preview)
        self._presenter = make(self)
        self._connect()

    def go(self, place: str) -> None:
        """`place` is id@version."""
        self._presenter.open(place)

    def refresh(self) -> None:
        self._presenter.open()

    def show_instrument(self, vm: OneVm) -> None:
        self.header.say(vm.title, vm.caption)
        self.setAccessibleName(vm.title)
        self.facts.show_facts(vm.facts, is_shell=vm.is_shell)
        self.wording.show_one(vm)
        self.rule.show_one(vm)
        self.training.show_one(vm)
        self.preview.show_questions(vm.preview)
        self.order_tab()

    def show_faults(self, faults: tuple[str, ...]) -> None:
        self.wording.show_faults(faults)
        self.reveal(self.wording)

    def show_done(self, said: str) -> None:
        self.training.settle()
        super().show_done(said)

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.facts.own_button.clicked.connect(presenter.write_own)
        self.wording.assist_button.clicked.connect(presenter.assist)
        self.wording.load_button.clicked.connect(presenter.load_pack)
        self.wording.withdraw_button.clicked.connect(presenter.withdraw_pack)
        self.preview.blank_button.clicked.connect(presenter.print_blank)
        self.rule.rows.opened.connect(presenter.open_rule)
        self.rule.own_button.clicked.connect(presenter.make_own_rule)
        self.rule.table_button.clicked.connect(presenter.enter_table)
        self.training.noted.connect(presenter.note_training)
        self.training.withdrawn.connect(presenter.withdraw_training)
