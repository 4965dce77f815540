# SPDX-License-Identifier: EUPL-1.2
"""What was said at this place before, beside the question, with one press to say "still so"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.vms import EarlierVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.words import _

STILL_SO_KEY = Qt.Key.Key_F4
"""As the button says; the pane of the question hears it."""


class EarlierPart(QWidget):
    """Read, then confirmed or not.

    Signals:
        still_so: what was said last time holds now too.
    """

    still_so = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._told = Label("", "strong"), Label("", "soft")
        self._lines = column(gap=2)
        holder = QWidget()
        holder.setLayout(self._lines)
        self.button = Button(_("Still so (F4)"), "secondary", name="still-so")
        self.button.clicked.connect(self.still_so)
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.button)
        self._ways = holding(ways)
        parts = (self._heading, holder, self._told, self._ways, Rule())
        self.setLayout(column(*parts, gap=UNIT))
        self.hide()

    def show_earlier(self, vm: EarlierVm | None) -> None:
        """None: nothing stands beside this assessment."""
        self.setVisible(vm is not None)
        if vm is None:
            return
        self._heading.setText(vm.heading)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in vm.lines:
            self._lines.addWidget(Label(line))
        self._told.setText(vm.told)
        self._told.setVisible(bool(vm.told))
        self._ways.setVisible(vm.may_stand)
        self.button.setEnabled(vm.may_stand)
