# SPDX-License-Identifier: EUPL-1.2
"""One instrument on screen: what holds for it, and every way to begin with it."""

from PySide6.QtCore import Signal

from workbench.ui.choose_instrument.listing import InstrumentVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
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
        for said in (vm.wording, vm.warning, "\n".join(vm.together)):
            if said:
                self.add(Label(said, "soft"))
        ways = WrapLayout(gap=UNIT)
        self.ask = self._button(vm.ask, f"ask-{vm.key}", vm, is_quiet=False)
        self.ask.clicked.connect(lambda: self.ask_pressed.emit(vm.key))
        ways.addWidget(self.ask)
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
