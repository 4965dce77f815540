# SPDX-License-Identifier: EUPL-1.2
"""The rule as it would be checked, before it is entered: what is wrong first, then every row."""

from PySide6.QtCore import Signal

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.own_rule.looking import LookVm
from workbench.ui.result.lines import Lines
from workbench.words import _


class LookCard(Card):
    """Nothing is entered by looking.

    Signals:
        asked: somebody wants to see it.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Look the rule through"),
            _("As the second checker will see it, with holes and overlaps. Nothing is entered."),
        )
        self.button = Button(_("Show the rule"), "secondary", name="look-through")
        self.told = Label("", "strong")
        self.lines = Lines(_("The rule, row by row"))
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.button)
        self.add_layout(line).add(self.told, self.lines)
        self.button.clicked.connect(self.asked)
        self.show_look(LookVm())

    def show_look(self, vm: LookVm) -> None:
        self.told.setText("\n".join(vm.told))
        self.told.setVisible(bool(vm.told))
        self.lines.show_lines(vm.lines)
