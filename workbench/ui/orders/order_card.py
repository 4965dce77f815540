# SPDX-License-Identifier: EUPL-1.2
"""One restraining order with its extensions and breaches, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.orders.telling import OrderVm
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.records import RecordVm
from workbench.words import _


class OrderCard(Card):
    """A card an order.

    Signals:
        changing: which part ("order", "extension", "breach"), its record, the order's record.
        adding: which part, the order's record.
        becoming_incident: the record of a breach.
    """

    changing = Signal(str, str, str)
    adding = Signal(str, str)
    becoming_incident = Signal(str)

    def __init__(self, vm: OrderVm) -> None:
        super().__init__()
        self._order = str(vm.order.record)
        self.setAccessibleName(vm.order.heading)
        self.add(self._block("order", vm.order))
        if vm.areas:
            self.add(_areas(vm))
        if vm.can_extend:
            self.add(self._acts(vm.order.heading))
        for each in vm.extensions:
            self.add(Rule(), self._block("extension", each))
        for each in vm.breaches:
            self.add(Rule(), self._breach(each))

    def _block(self, part: str, vm: RecordVm) -> RecordBlock:
        block = RecordBlock(vm, change=_("Correct"))
        block.correcting.connect(lambda record: self.changing.emit(part, record, self._order))
        return block

    def _acts(self, heading: str) -> QWidget:
        line = WrapLayout(gap=UNIT)
        for part, words in (("extension", _("Extended")), ("breach", _("Broken"))):
            button = Button(words, icon="add", name=f"add-{part}-{self._order}")
            button.setAccessibleName(_("{do}: {which}").format(do=words, which=heading))
            button.setProperty("part", part)
            button.clicked.connect(self._press)
            line.addWidget(button)
        return holding(line)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.adding.emit(str(button.property("part")), self._order)

    def _breach(self, vm: RecordVm) -> QWidget:
        words = _("Write it as an incident")
        button = Button(words, "quiet", icon="clock", name=f"incident-of-{vm.record}")
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.heading))
        button.clicked.connect(lambda: self.becoming_incident.emit(str(vm.record)))
        line = WrapLayout(gap=UNIT)
        line.addWidget(button)
        holder = QWidget()
        holder.setLayout(column(self._block("breach", vm), holding(line), gap=UNIT // 2))
        return holder


def _areas(vm: OrderVm) -> Fold:
    name = _("{do}: {which}").format(do=_("Show the areas"), which=vm.order.heading)
    fold = Fold(_("Hide the areas"), _("Show the areas"), Label(vm.areas))
    fold.button.setAccessibleName(name)
    return fold
