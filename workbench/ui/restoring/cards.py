# SPDX-License-Identifier: EUPL-1.2
"""What the page consists of: which copy, who it is, what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField, SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.restoring.vms import CopyVm, DoneVm
from workbench.ui.result.lines import empty
from workbench.ui.unlock.presenter import PLACE_DIGITS, Typed
from workbench.ui.unlock.why import WhyRow
from workbench.words import _


class WhichCard(Card):
    """The medium, and the copies on it."""

    def __init__(self, target: str) -> None:
        super().__init__(_("Where are the backups?"))
        self.folder = LineField(name="medium")
        self.folder.setReadOnly(True)
        self.other = Button(
            _("Choose the folder…"), "secondary", icon="folder", name="medium-folder"
        )
        self._nothing = Banner(closes=False)
        self._holder = QVBoxLayout()
        self._choices: Choices | None = None
        told = _(
            "Connect the disk or stick. The backup is opened and checked beside {folder}, and takes"
            " its place only when all of it holds. A vault that lies there stays, under another"
            " name."
        )
        self.add(Label(told.format(folder=target)), FormRow(_("Folder"), self.folder))
        self.add(self._nothing).add_layout(row(self.other)).add_layout(self._holder)

    @property
    def chosen(self) -> str:
        return self._choices.code() if self._choices is not None else ""

    def show_copies(self, folder: str, copies: tuple[CopyVm, ...]) -> None:
        self.folder.show_text(folder)
        self._nothing.hide()
        self._clear()
        self.other.say(_("Another folder…"))
        rows = [ChoiceVm(copy.generation, copy.label) for copy in copies]
        self._choices = Choices(rows, _("Backups on the medium"))
        self._choices.show_chosen(copies[0].generation)
        self._holder.addWidget(Label(_("Which backup? The newest is first."), "strong"))
        self._holder.addWidget(self._choices)

    def show_nothing(self, folder: str) -> None:
        self.folder.show_text(folder)
        self._clear()
        self._nothing.say(
            _("There is no backup in that folder."),
            _("Choose the folder that holds the backups (the one that contains varn-copies)."),
            tone="amber",
        )

    def focus_choices(self) -> None:
        if self._choices is not None:
            self._choices.focus_first()

    def _clear(self) -> None:
        empty(self._holder)
        self._choices = None


class WhoCard(Card):
    """A number and a passphrase, or the codes.

    Signals:
        submitted: what was typed is to be tried.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Who puts it back?"))
        self.place = QLineEdit()
        self.place.setObjectName("restore-place")
        self.place.setValidator(QIntValidator(0, 99, self.place))
        self.place.setMaxLength(PLACE_DIGITS)
        self.place.setMaximumWidth(self.place.fontMetrics().horizontalAdvance("00") + 6 * UNIT)
        self.passphrase = SecretField(name="restore-passphrase")
        self.seen = Button(_("Show"), "quiet", name="restore-show")
        self.why = WhyRow(_("Why the rest is put back without what is damaged"))
        self.why.put_away()
        self.refused = Banner(closes=False)
        self.go_button = Button(_("Put back"), "primary", name="restore-go")
        self.code_button = Button(
            _("I only have the recovery code"), "secondary", name="restore-by-code"
        )
        self.add(self.refused, FormRow(_("User number"), self.place), self.why)
        self.add(FormRow(_("Passphrase"), self.passphrase, beside=self.seen))
        line = WrapLayout(gap=UNIT)
        for button in (self.go_button, self.code_button):
            line.addWidget(button)
        self.add_layout(line)
        self._connect()

    def refuse(self, what: str, detail: str) -> None:
        """Where the hands are; what is asked for next stands under it."""
        self.refused.say(what, detail, tone="amber")

    def typed(self) -> Typed:
        return Typed(self.place.text(), self.passphrase.text(), self.why.text())

    def wipe(self) -> None:
        """The passphrase only: who it was is asked once."""
        self.passphrase.wipe()
        self.seen.say(_("Show"))
        self._judge()

    def _turn_seen(self) -> None:
        hidden = self.passphrase.echoMode() == QLineEdit.EchoMode.Password
        self.passphrase.show_typed(seen=hidden)
        self.seen.say(_("Conceal") if hidden else _("Show"))

    def _judge(self) -> None:
        is_said = self.why.isHidden() or bool(self.why.text().strip())
        self.go_button.setEnabled(self.typed().is_complete and is_said)

    def _connect(self) -> None:
        self.place.textEdited.connect(self._judge)
        self.passphrase.textChanged.connect(self._judge)
        self.why.line.textChanged.connect(self._judge)
        self.place.returnPressed.connect(self.passphrase.setFocus)
        self.why.line.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self.go_button.click)
        self.go_button.clicked.connect(self.submitted)
        self.seen.clicked.connect(self._turn_seen)
        self._judge()


class DoneCard(Card):
    """It is in its place."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._lines = column(gap=UNIT)
        self.go_button = Button(_("Unlock"), "primary", name="restore-done")
        self.add_layout(self._lines).add_layout(row(self.go_button))

    def show_done(self, vm: DoneVm) -> None:
        self.heading.setText(vm.title)
        self.setAccessibleName(vm.title)
        empty(self._lines)
        for line in vm.lines:
            self._lines.addWidget(Label(line))
