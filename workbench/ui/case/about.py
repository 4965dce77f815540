# SPDX-License-Identifier: EUPL-1.2
"""Whom the akt is about; what stands in its place when it is hidden, or does not open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.case.overview import CaseVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.versions import versions_fold
from workbench.words import _


class AboutCard(Card):
    """Whom the akt is about, with the way to change it."""

    def __init__(self) -> None:
        super().__init__(_("Whom the case file is about"))
        self.change = Button(_("Change"), "quiet", name="change-subject")
        self.change.setAccessibleName(_("Change whom the case file is about"))
        self.add_action(self.change)
        self._lines = Label()
        self._history = column(gap=UNIT)
        self._fold: QWidget | None = None
        self.add(self._lines)
        self.add_layout(self._history)

    def show_about(self, vm: CaseVm) -> None:
        self._lines.setText("\n".join(vm.about))
        if self._fold is not None:
            self._history.removeWidget(self._fold)
            self._fold.hide()
            self._fold.deleteLater()
            self._fold = None
        if vm.about_versions:
            self._fold = versions_fold(vm.about_versions)
            self._history.addWidget(self._fold)


class DamagedCard(Card):
    """The two ways on from a damaged akt.

    Signals:
        taken: "" to what can be read of it; "put-back": from a backup.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Ways on"))
        self.read = Button(_("See what can be read"), "primary", name="see-what-can-be-read")
        self.put_back = Button(_("Put back from a backup…"), "secondary", name="put-case-back")
        told = _("The damaged file is not touched by either.")
        line = WrapLayout(gap=UNIT)
        for button in (self.read, self.put_back):
            line.addWidget(button)
        self.add(Label(told)).add_layout(line)
        self.read.clicked.connect(lambda: self.taken.emit(""))
        self.put_back.clicked.connect(lambda: self.taken.emit("put-back"))
        self.hide()


class HiddenCard(Card):
    """An akt that was hidden (level E0): the first thing that is offered is to show it again."""

    def __init__(self) -> None:
        super().__init__(_("This case file is hidden"))
        told = _("It is not listed. Nothing of it was taken away.")
        self.show_again = Button(_("Show the case file again"), "primary", name="show-again")
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.show_again)
        self.add(Label(told)).add_layout(line)
        self.hide()
