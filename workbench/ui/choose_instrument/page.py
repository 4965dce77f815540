# SPDX-License-Identifier: EUPL-1.2
"""The instruments on screen, with what holds for each; what was begun stands first."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.assessments import Hand
from workbench.domain.ids import RecordId
from workbench.ui.choose_instrument.listing import ChooseVm, InstrumentVm
from workbench.ui.choose_instrument.presenter import ChoosePresenter, ChooseView, fields
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class InstrumentCard(Card):
    """One instrument.

    Signals:
        ask_pressed, read_off_pressed: its key.
        paper_pressed, blank_pressed: its key: a filled-in paper is here, or an empty one is wanted.
        own_pressed: the own appraisal is wanted first.
    """

    ask_pressed = Signal(str)
    read_off_pressed = Signal(str)
    paper_pressed = Signal(str)
    blank_pressed = Signal(str)
    own_pressed = Signal()

    def __init__(self, vm: InstrumentVm) -> None:
        super().__init__(vm.title, vm.purpose)
        self.body.setSpacing(UNIT)
        self.add(Label(vm.respondent), Label(vm.rule, "soft"))
        if vm.warning:
            self.add(Label(vm.warning, "soft"))
        ways = WrapLayout(gap=UNIT)
        ask = self._button(vm.ask, f"ask-{vm.key}", vm, is_quiet=False)
        ask.clicked.connect(lambda: self.ask_pressed.emit(vm.key))
        ways.addWidget(ask)
        if vm.may_be_read_off:
            read = self._button(_("Read off the form"), f"read-off-{vm.key}", vm)
            read.clicked.connect(lambda: self.read_off_pressed.emit(vm.key))
            ways.addWidget(read)
        paper = self._button(_("Fill in from paper"), f"from-paper-{vm.key}", vm)
        paper.clicked.connect(lambda: self.paper_pressed.emit(vm.key))
        ways.addWidget(paper)
        blank = self._button(_("Print an empty form"), f"blank-{vm.key}", vm)
        blank.clicked.connect(lambda: self.blank_pressed.emit(vm.key))
        ways.addWidget(blank)
        if vm.own_appraisal_first:
            own = self._button(_("The person's own appraisal"), f"own-{vm.key}", vm)
            own.clicked.connect(self.own_pressed)
            ways.addWidget(own)
        self.add_layout(ways)

    def _button(self, text: str, name: str, vm: InstrumentVm, *, is_quiet: bool = True) -> Button:
        button = Button(text, "quiet" if is_quiet else "secondary", name=name)
        button.setAccessibleName(_("{do}: {which}").format(do=text, which=vm.title))
        return button


class ChooseInstrumentPage(CasePage):
    """A `ChooseView`."""

    def __init__(self, make: Callable[[ChooseView], ChoosePresenter]) -> None:
        super().__init__(_("Assess"))
        self._begun = Rows(_("Begun"))
        self._begun_card = Card(_("Begun")).add(self._begun)
        self._begun_card.hide()
        self.context = WritingPanel(self, "-", fields(), closes=True)
        self.context.enter_button.say(_("Begin"))
        self.context.hide()
        self._list = column(gap=2 * UNIT)
        holder = QWidget()
        holder.setLayout(self._list)
        self._cards: list[InstrumentCard] = []
        self._shown: tuple[InstrumentVm, ...] = ()
        self.add(self.context, self._begun_card, holder)
        self._presenter = make(self)
        self.context.serve(self._presenter.context)
        self._begun.opened.connect(lambda key: self._presenter.go_on(RecordId(key)))
        self.left.connect(self._presenter.leave)
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_choices(self, vm: ChooseVm) -> None:
        self.header.say(_("Assess"), vm.wording)
        self._begun_card.setVisible(bool(vm.begun))
        self._begun.show_rows(
            [RowVm(b.record, b.title, b.caption, "assessment", b.state) for b in vm.begun]
        )
        if vm.instruments != self._shown:
            self._shown = vm.instruments
            self._show_cards(vm)

    def show_context(self, heading: str, *, shown: bool) -> None:
        self.context.heading.setText(heading)
        self.context.setVisible(shown)
        if shown:
            self.reveal(self.context)
            self.context.form.focus()

    def _show_cards(self, vm: ChooseVm) -> None:
        while self._cards:
            old = self._cards.pop()
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each in vm.instruments:
            card = InstrumentCard(each)
            card.ask_pressed.connect(lambda key: self._choose(key, "asked"))
            card.read_off_pressed.connect(lambda key: self._choose(key, "read-off"))
            card.paper_pressed.connect(lambda key: self._choose(key, "asked", on_paper=True))
            card.blank_pressed.connect(self._presenter.print_blank)
            card.own_pressed.connect(self._presenter.take_own_appraisal)
            self._list.addWidget(card)
            self._cards.append(card)

    def _choose(self, key: str, hand: Hand, *, on_paper: bool = False) -> None:
        self.flush()
        self._presenter.choose(key, hand, on_paper=on_paper)
