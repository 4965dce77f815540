# SPDX-License-Identifier: EUPL-1.2
"""The cards for a new passphrase: the old one, the new one large, the new one typed back."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.first_start.shown import Shown
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, row
from workbench.ui.kit.fields import SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.users.drawing import Drawing
from workbench.ui.users.vms import PersonVm
from workbench.words import _


class _TypedCard(Card):
    """A card with one hidden field."""

    def __init__(self, heading: str, caption: str, label: str, name: str) -> None:
        super().__init__(heading, caption)
        self.typed = SecretField(name=name)
        self._seen = Button(_("Show"), "quiet", name=f"{name}-seen")
        self._seen.clicked.connect(self._turn_seen)
        self.go_button = Button(_("Go on"), "primary", name=f"{name}-go")
        self.no_button = Button(_("Not now"), "secondary", name=f"{name}-no")
        self.add(FormRow(label, self.typed, beside=self._seen))
        self.typed.returnPressed.connect(self.go_button.click)

    def wipe(self) -> None:
        self.typed.wipe()
        self._seen.say(_("Show"))

    def ask_again(self) -> None:
        """What was typed was wrong: the next key takes its place."""
        self.typed.setFocus()
        self.typed.selectAll()

    def _turn_seen(self) -> None:
        hidden = self.typed.echoMode() == QLineEdit.EchoMode.Password
        self.typed.show_typed(seen=hidden)
        self._seen.say(_("Conceal") if hidden else _("Show"))


class OldCard(_TypedCard):
    """The passphrase of today."""

    def __init__(self) -> None:
        super().__init__(
            " ",
            _("The user types it. If it is forgotten, the recovery code gives them a new one, at "
              "the page where one unlocks."),
            _("Passphrase of today"),
            "old-passphrase",
        )  # fmt: skip
        self.user = ""
        self._refused = Banner(closes=False)
        self.add(self._refused)
        self.add_layout(row(self.go_button, self.no_button))

    def show_refused(self, what: str, detail: str) -> None:
        """Under the field that it is about."""
        self._refused.say(what, detail, tone="amber")
        self.ask_again()

    def ask(self, person: PersonVm) -> None:
        self.wipe()
        self._refused.hide()
        self.user = person.user
        heading = _("New passphrase: {name}").format(name=person.name)
        self.heading.setText(heading)
        self.setAccessibleName(heading)


class PhraseCard(Card):
    """The new passphrase, large."""

    def __init__(self) -> None:
        super().__init__(_("The new passphrase"))
        self._number = Label("", "strong")
        self.shown = Shown("passphrase-shown")
        self.go_button = Button(_("I remember it"), "primary", name="phrase-go")
        self.another = Button(_("Show another one"), "secondary", name="phrase-another")
        self.no_button = Button(_("Not now"), "secondary", name="phrase-no")
        told = _("Drawn by chance: nobody can guess it. Make a small story of the words. Only who "
                 "will use it should see it. A note is locked in, and never kept with the "
                 "computer.")  # fmt: skip
        self.add(self._number, Label(told), self.shown)
        self.add_layout(row(self.go_button, self.another, self.no_button))

    def show_passphrase(self, words: tuple[str, ...], number: str) -> None:
        self._number.setText(_("User number {number}").format(number=number))
        self.shown.show_groups(_("Passphrase"), words)

    def wipe(self) -> None:
        self.shown.wipe()


class BackCard(_TypedCard):
    """The same passphrase, typed by who will use it."""

    def __init__(self) -> None:
        super().__init__(
            _("Now it is typed by who will use it"),
            _("Let them sit at the keyboard for a moment."),
            _("Passphrase"),
            "typed-back",
        )
        self.again_button = Button(_("See it again"), "secondary", name="phrase-again")
        self._mismatch = Banner(closes=False)
        self.add(self._mismatch)
        self.add_layout(row(self.go_button, self.again_button, self.no_button))

    def ask(self) -> None:
        self.wipe()
        self._mismatch.hide()

    def show_mismatch(self) -> None:
        self._mismatch.say(
            _("That is not the passphrase that was shown"),
            _("Type it again, or look at it once more. Nothing is changed yet."),
            tone="amber",
        )
        self.ask_again()


class Phrases:
    """A `DrawingView` over the two cards. `front` puts a card in front and begins at a widget."""

    def __init__(self, front: Callable[[QWidget, QWidget], None],
                 problem: Callable[[Exception], None]) -> None:  # fmt: skip
        self.phrase, self.back = PhraseCard(), BackCard()
        self._front, self._problem = front, problem

    def show_passphrase(self, words: tuple[str, ...], number: str) -> None:
        self.phrase.show_passphrase(words, number)
        self._front(self.phrase, self.phrase.shown)

    def ask_back(self) -> None:
        self.back.ask()
        self._front(self.back, self.back.typed)

    def show_mismatch(self) -> None:
        self.back.show_mismatch()

    def show_problem(self, error: Exception) -> None:
        self._problem(error)

    def connect(self, drawing: Drawing) -> None:
        """What the buttons do."""
        self.phrase.go_button.clicked.connect(drawing.hide)
        self.phrase.another.clicked.connect(drawing.again)
        self.back.go_button.clicked.connect(lambda: drawing.type_back(self.back.typed.text()))
        self.back.again_button.clicked.connect(drawing.show_again)
