# SPDX-License-Identifier: EUPL-1.2
"""Under an assessment: how far it has come, Pausa, Kasta, För in."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.assess.vms import SittingVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.words import _


class Foot(QWidget):
    """Its buttons are told apart by the page, which says what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Label(kind="soft")
        stays = self.progress.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(stays)
        self.enter = Button(_("Enter in the journal"), "primary", name="enter", takes_enter=False)
        self.enter.setToolTip("Ctrl+Enter")
        self.discard = Button(_("Throw away"), "quiet", name="discard")
        self.pause = Button(_("Pause"), "secondary", name="pause")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        line.addWidget(self.progress, 1)
        for button in (self.pause, self.discard, self.enter):
            line.addWidget(button)

    def show_sitting(self, vm: SittingVm) -> None:
        self.progress.setText(vm.progress)
        self.enter.setEnabled(vm.is_unentered)
        self.discard.setEnabled(vm.is_unentered)

    def show_parts(self, *, is_talk: bool, is_locked: bool) -> None:
        """In a conversation only Pausa; of what is locked nothing is entered or thrown away."""
        self.progress.setVisible(not is_talk)
        for button in (self.discard, self.enter):
            button.setVisible(not is_talk and not is_locked)
        self.pause.say(_("Back to the case file") if is_locked else _("Pause"))
