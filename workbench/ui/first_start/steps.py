# SPDX-License-Identifier: EUPL-1.2
"""The cards of the steps before there is a vault."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.first_start.profiles import profiles
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.step_page import plain_card
from workbench.ui.first_start.ways import FOUNDERS_NUMBER
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.choices import ChoiceButton, Choices, ChoiceVm
from workbench.ui.kit.fields import LineField, SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.words import ErrorText, _


class WhereStep(QWidget):
    """What this is, and the folder that is proposed."""

    def __init__(self) -> None:
        super().__init__()
        self.refused, self.unfinished = Banner(closes=False), Banner(closes=False)
        self.restore = Button(_("Restore from a backup…"), "secondary", name="restore")
        self.folder = LineField(name="folder")
        self.folder.setReadOnly(True)
        self.other = Button(_("Another folder…"), "secondary", icon="folder", name="other-folder")
        what = plain_card(
            _("Everything stays on this computer"),
            _(
                "What you write is encrypted in one folder. Nothing is sent anywhere, and nobody "
                "reads it without your passphrase or the recovery code."
            ),
            _("It takes about five minutes. Have pen and paper at hand."),
        )
        hint = _("A folder on this computer's own disk: no network, nothing that a cloud copies.")
        where = Card(_("Where is everything kept?"))
        where.add(FormRow(_("Folder"), self.folder, hint), self.refused)
        where.add(self.unfinished).add_layout(row(self.other))
        before = plain_card(
            _("Is there a backup from before?"),
            _("On a new computer, or after a loss: the backup is put back in the folder above."),
        )
        before.add_layout(row(self.restore))
        self.setLayout(column(what, where, before, gap=2 * UNIT))

    def show_unfinished(self, *, is_unfinished: bool) -> None:
        self.unfinished.setVisible(is_unfinished)
        if is_unfinished:
            self.unfinished.say(
                _("A start that was broken off left its files here"),
                _("It never became finished, and nothing was written in it. If you go on, those"
                  " files are taken away and you begin anew."),
                tone="amber",
            )  # fmt: skip

    def show_folder(self, folder: str, refused: ErrorText | None) -> None:
        self.folder.show_text(folder)
        if refused is None:
            self.refused.hide()
        else:
            detail = f"{refused.remedy} ({refused.code})".strip()
            self.refused.say(refused.what, detail, tone="amber")


class KindStep(QWidget):
    """The four profiles, and whose workplace it is."""

    def __init__(self) -> None:
        super().__init__()
        name = _("What kind of organisation is it?")
        self.choices = Choices(_kinds(), name)
        self.choices.setObjectName("field-profile")
        self.organisation = LineField(name="field-organisation")
        self.unit = LineField(name="field-unit")
        kind = Card(name, _("This sets which texts, fields and periods you meet."))
        kind.add(self.choices)
        hint = _("Stands on papers and on the contact card.")
        whose = Card()
        whose.add(FormRow(_("The organisation's name"), self.organisation, hint))
        whose.add(FormRow(_("Unit (may be left empty)"), self.unit))
        self.setLayout(column(kind, whose, gap=2 * UNIT))

    def first(self) -> QWidget:
        """Where the step begins: at the kind that is chosen, else at the first."""
        buttons = self.choices.findChildren(ChoiceButton)
        return next((button for button in buttons if button.isChecked()), buttons[0])


class WhoStep(QWidget):
    """The first user, and what being the first means."""

    def __init__(self) -> None:
        super().__init__()
        self.name = LineField(name="field-name")
        self.function = LineField(name="field-function")
        card = Card()
        hint = _("Stands under what you enter and sign. It is never in a file name.")
        card.add(FormRow(_("Your name"), self.name, hint))
        card.add(FormRow(_("Function (may be left empty)"), self.function))
        self.warning = Banner(closes=False)
        self.setLayout(column(card, self.warning, gap=2 * UNIT))
        self.warning.say(
            _("The first user has every role"),
            _(
                "You set up users and backups, and you read and review. Give the roles to "
                "colleagues as soon as there are any: nobody should be alone with all of them."
            ),
            tone="amber",
        )


class PassphraseStep(QWidget):
    """Shown large, drawn anew as often as one likes; then typed, out of sight.

    Signals:
        typed_back: Enter in the field.
    """

    typed_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown("passphrase-shown")
        self.another = Button(_("Show another one"), "quiet", name="another-passphrase")
        self.typed = SecretField(name="passphrase-typed")
        self.seen = Button(_("Show"), "quiet", name="show-typed")
        self.mismatch = Banner(closes=False)
        self._see, self._type = self._to_see(), self._to_type()
        self.setLayout(column(self._number(), self._see, self._type, gap=2 * UNIT))
        self.seen.clicked.connect(self._turn_seen)
        self.typed.returnPressed.connect(self.typed_back)

    @property
    def is_typing(self) -> bool:
        return not self._type.isHidden()

    def show_passphrase(self, words: tuple[str, ...]) -> None:
        self.wipe()
        self.shown.show_groups(_("Passphrase"), words)
        self._see.show()
        self._type.hide()

    def ask_back(self) -> None:
        self.wipe()
        self._see.hide()
        self._type.show()

    def show_mismatch(self) -> None:
        self.mismatch.say(
            _("That is not the passphrase that was shown"),
            _("Type it again, or go back and look at it once more. Nothing is made yet."),
            tone="amber",
        )
        self.typed.selectAll()

    def wipe(self) -> None:
        """Nothing of it is left in the widgets."""
        self.shown.wipe()
        self.typed.wipe()
        self.seen.say(_("Show"))
        self.mismatch.hide()

    def _turn_seen(self) -> None:
        hidden = self.typed.echoMode() == QLineEdit.EchoMode.Password
        self.typed.show_typed(seen=hidden)
        self.seen.say(_("Conceal") if hidden else _("Show"))

    def _number(self) -> Card:
        card = Card(_("Your user number is {number}").format(number=FOUNDERS_NUMBER))
        told = _("You unlock with the number and the passphrase. Remember both.")
        return card.add(Label(told))

    def _to_see(self) -> Card:
        card = plain_card(
            _("Your passphrase"),
            _(
                "Six words, drawn by chance: nobody can guess them. Make a small story of them. If "
                "you write them down, lock the note in, and never keep it with the computer."
            ),
        )
        return card.add(self.shown).add_layout(row(self.another))

    def _to_type(self) -> Card:
        card = plain_card(_("Now type it yourself"))
        typed = FormRow(_("Passphrase"), self.typed, beside=self.seen)
        return card.add(typed, self.mismatch)


def _kinds() -> list[ChoiceVm]:
    return [
        ChoiceVm(each.profile, f"{each.name}\n{each.sets}", str(number))
        for number, each in enumerate(profiles(), 1)
    ]
