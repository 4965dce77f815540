# SPDX-License-Identifier: EUPL-1.2
"""The cards of the way back. One is in front at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workbench.ui.first_start.shown import Shown
from workbench.ui.forgotten.presenter import SeatVm
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.fields import SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.recovery.cards import PAIR, asked_name
from workbench.ui.recovery.code_row import CodeRow
from workbench.ui.result.lines import empty
from workbench.ui.unlock.why import WhyRow
from workbench.words import _


class CodesStep(Card):
    """The recovery code, or two of three. `is_of_copy`: they open a backup, not a vault here."""

    def __init__(self, *, is_of_copy: bool = False) -> None:
        super().__init__(_("Type the recovery code from its paper"))
        self.rows = tuple(CodeRow("", name=f"recovery-code-{n}") for n in range(1, PAIR + 1))
        self.go_button = Button(_("Go on"), "primary", name="try-code")
        self.why = WhyRow()
        self.why.put_away()
        self._vault = Label("", "soft")
        self._number = _of_copy() if is_of_copy else _of_vault()
        explained = _explained_of_copy() if is_of_copy else _explained()
        self.add(Label(explained), *self.rows, self._vault, self.why).add_layout(
            row(self.go_button)
        )
        self.why.line.returnPressed.connect(self.go_button.click)
        self.why.line.textChanged.connect(self._judge)
        for each in self.rows:
            each.line.typed.connect(self._judge)
            each.line.entered.connect(self.go_button.click)
        self.ask(1)

    def show_vault(self, number: str) -> None:
        self._vault.setText(self._number.format(number=number))

    def ask_why(self, what: str) -> None:
        """The codes are right; a reason is asked for before one goes on."""
        self.why.ask(what)
        self._judge()

    def ask(self, how_many: int) -> None:
        for number, each in enumerate(self.rows, 1):
            each.setVisible(number <= how_many)
            each.call(asked_name(number, how_many))
        self._judge()

    def typed(self) -> tuple[str, ...]:
        return tuple(each.text() for each in self.rows if not each.isHidden())

    def wipe(self) -> None:
        for each in self.rows:
            each.wipe()
        self.why.put_away()
        self._judge()

    def _judge(self) -> None:
        asked = [each for each in self.rows if not each.isHidden()]
        is_said = self.why.isHidden() or bool(self.why.text().strip())
        self.go_button.setEnabled(is_said and all(each.is_right for each in asked))


class WhoStep(Card):
    """Whose place it is.

    Signals:
        chosen: the place number.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            _("The code is right. Who are you?"),
            _("Whom you choose gets a new passphrase. The old one stops working."),
        )
        self.rows = Rows(_("Places"))
        self.add(self.rows)
        self.rows.opened.connect(lambda key: self.chosen.emit(int(key)))

    def show_seats(self, seats: Sequence[SeatVm]) -> None:
        self.rows.show_rows(
            [RowVm(str(s.place), s.name, s.caption, "person" if s.is_taken else "add")
             for s in seats]
        )  # fmt: skip

    def wipe(self) -> None:
        self.rows.show_rows([])


class PassphraseStep(Card):
    """The new passphrase, large."""

    def __init__(self) -> None:
        super().__init__(_("Your new passphrase"))
        self.shown = Shown("new-passphrase")
        self._number = Label(kind="strong")
        self.go_button = Button(_("I have written it down"), "primary", name="written")
        self.another_button = Button(_("Show another one"), "quiet", name="another")
        told = _(
            "Drawn by chance: nobody can guess it. If you write it down, lock the note in, and"
            " never keep it with the computer."
        )
        self.add(self._number, self.shown, Label(told))
        self.add_layout(row(self.go_button, self.another_button))

    def show_passphrase(self, place: int, words: Sequence[str]) -> None:
        self._number.setText(_("User number {number}").format(number=f"{place:02d}"))
        self.shown.show_groups(_("Passphrase"), words)

    def wipe(self) -> None:
        self.shown.wipe()
        self._number.setText("")


class BackStep(Card):
    """The same passphrase, typed. Only then is anything changed."""

    def __init__(self) -> None:
        super().__init__(_("Now type it yourself"), _("It works then, and not before."))
        self.typed = SecretField(name="passphrase-typed")
        self.seen = Button(_("Show"), "quiet", name="show-typed")
        self.go_button = Button(_("Go on"), "primary", name="typed")
        self.again_button = Button(_("See it again"), "secondary", name="see-again")
        self.mismatch = Banner(closes=False)
        self.add(FormRow(_("Passphrase"), self.typed, beside=self.seen), self.mismatch)
        self.add_layout(row(self.go_button, self.again_button))
        self.seen.clicked.connect(self._turn_seen)
        self.typed.returnPressed.connect(self.go_button.click)

    def show_mismatch(self) -> None:
        self.mismatch.say(
            _("That is not the passphrase that was shown"),
            _("Type it again, or look at it once more. Nothing has been changed."),
            tone="amber",
        )
        self.typed.setFocus()
        self.typed.selectAll()

    def wipe(self) -> None:
        self.typed.wipe()
        self.seen.say(_("Show"))
        self.mismatch.hide()

    def _turn_seen(self) -> None:
        hidden = self.typed.echoMode() == QLineEdit.EchoMode.Password
        self.typed.show_typed(seen=hidden)
        self.seen.say(_("Conceal") if hidden else _("Show"))


class ClosedStep(Card):
    """They are in; something is not as it was."""

    def __init__(self) -> None:
        super().__init__(_("You are in."))
        self._told, self._numbers = column(gap=UNIT), Label(kind="strong")
        why = _(
            "This code is newer than the last time those case files were opened. A colleague who"
            " has access to them can open them and let you in. An older copy of the vault opens"
            " them with the code from that time."
        )
        self.go_button = Button(_("Go to Today"), "primary", name="go-in")
        self._why = Label(why)
        self.add_layout(self._told)
        self.add(self._numbers, self._why).add_layout(row(self.go_button))

    def show_closed(self, numbers: Sequence[str], told: Sequence[str]) -> None:
        empty(self._told)
        for line in told:
            self._told.addWidget(Label(line))
        said = _("These case files stayed closed: {numbers}")
        self._numbers.setText(said.format(numbers=", ".join(numbers)))
        for part in (self._numbers, self._why):
            part.setVisible(bool(numbers))

    def wipe(self) -> None:
        empty(self._told)
        self._numbers.setText("")


def _of_vault() -> str:
    return _("This vault has number {number}. The same number stands on the paper.")


def _of_copy() -> str:
    return _("The backup is of vault number {number}. The same number stands on the paper.")


def _explained_of_copy() -> str:
    return _(
        "The code that held when the medium was last used opens the backup. Then you choose who "
        "you are and get a new passphrase. Nothing is put back before that."
    )


def _explained() -> str:
    return _(
        "Nothing is lost. Whoever keeps the recovery code for this workplace (usually in a sealed "
        "envelope in a locked cabinet) can let you choose a new passphrase. Nobody can read your "
        "old one, and nothing is erased however many times you try."
    )
