# SPDX-License-Identifier: EUPL-1.2
"""The instrument's side of the result. No colour says anything here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import Lines
from workbench.ui.result.vms import InstrumentVm
from workbench.ui.writing.fold import FoldButton
from workbench.words import _


class InstrumentCard(Card):
    """Value and level, or two bounds, or what was read off, or only how far it is answered.

    Signals:
        confirm_pressed: the method owner wants to confirm the rule.
        read_off_pressed: points and level are to be read off the form.
    """

    confirm_pressed = Signal()
    read_off_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(_("The instrument"))
        self._name = Label(kind="soft")
        self._flags = Lines(_("To notice, whatever the result"))
        self.figure = Label(kind="figure")
        self.figure.setObjectName("figure")
        self.level = Label(kind="heading")
        self.level.setObjectName("level")
        self._table = Label(kind="soft")
        self._read_off = Lines(_("Read off the form"))
        self._criteria = Lines(_("Each criterion"))
        self._tallies = Lines(_("Numbers, counted by the program"))
        self._remarks = Label(kind="soft")
        self._progress = Label()
        self._doubts = Label(kind="strong")
        self._open_heading = Label(_("Without an answer that counts"), "strong")
        self._open = Lines(_("Without an answer that counts"))
        self._trace = Lines(_("How it was counted"))
        self._trace_holder = QWidget()
        self._trace_holder.setLayout(column(self._trace))
        self._fold = FoldButton(
            _("Hide how it was counted"), _("How it was counted"), self._trace_holder, name="trace"
        )
        self._rule, self._confirmation, self._wording = (Label(kind="soft") for _n in range(3))
        self._confirm = Button(_("Confirm the rule"), "secondary", name="confirm-rule")
        self._reading = Button(_("Read off the form"), "secondary", name="read-off")
        self._confirm.clicked.connect(self.confirm_pressed)
        self._reading.clicked.connect(self.read_off_pressed)
        self._lay_out()

    def show_instrument(self, vm: InstrumentVm) -> None:
        """What the vm holds; what is empty is not there at all."""
        _say(self._name, vm.name)
        self._flags.show_lines(vm.flags)
        _say(self.figure, _figure(vm))
        _say(self.level, _("Level: {level}").format(level=vm.level) if vm.level else "")
        _say(self._table, _("Table: {name}").format(name=vm.table) if vm.table else "")
        self._read_off.show_lines(vm.read_off)
        self._criteria.show_lines(vm.criteria)
        self._tallies.show_lines(vm.tallies)
        _say(self._remarks, "\n".join(vm.remarks))
        _say(self._progress, vm.progress)
        _say(self._doubts, "\n".join(vm.doubts))
        self._open_heading.setVisible(bool(vm.open_items))
        self._open.show_lines(vm.open_items)
        self._trace.show_lines(vm.trace)
        self._fold.setVisible(bool(vm.trace))
        if not vm.trace:
            self._trace_holder.hide()
        _say(self._rule, vm.rule)
        _say(self._confirmation, vm.confirmation)
        _say(self._wording, vm.wording)
        self._confirm.setVisible(vm.can_confirm)
        self._reading.setVisible(vm.can_read_off)

    def _lay_out(self) -> None:
        self.body.setSpacing(UNIT + 4)
        self.add(self._flags)
        self.add_layout(column(self._name, self.figure, self.level, self._table, gap=2))
        self.add(self._criteria, self._tallies, self._remarks)
        self.add(self._read_off, self._progress, self._doubts)
        self.add_layout(column(self._open_heading, self._open, gap=UNIT // 2))
        fold = WrapLayout()
        fold.addWidget(self._fold)
        self.add_layout(fold)
        self.add(self._trace_holder)
        self.add_layout(column(self._rule, self._confirmation, self._wording, gap=UNIT // 2))
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self._confirm)
        ways.addWidget(self._reading)
        self.add_layout(ways)
        self.body.addStretch(1)


def _figure(vm: InstrumentVm) -> str:
    if vm.figure or not vm.lowest:
        return vm.figure
    lowest = _("Lowest possible {n}").format(n=vm.lowest)
    highest = _("Highest possible {n}").format(n=vm.highest)
    return f"{lowest}\n{highest}"


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
