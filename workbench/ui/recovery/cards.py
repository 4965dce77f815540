# SPDX-License-Identifier: EUPL-1.2
"""What the recovery page consists of. One of the lower cards is in front at a time."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from workbench.ui.first_start.sheet import sentences
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.ways import Sheet, vault_number
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.recovery.code_row import CodeRow
from workbench.ui.recovery.overview import FactVm, OverviewVm
from workbench.ui.recovery.presenter import CodeVm
from workbench.ui.result.lines import empty
from workbench.words import _

PAIR = 2


class OverviewCard(Card):
    """How it stands, and the ways on."""

    def __init__(self) -> None:
        super().__init__(_("How it stands"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(1, 1)
        self._uncovered = Label()
        self.bring_button = Button(_("Bring over mine"), "secondary", name="bring-over")
        self.drill_button = Button(_("Practise"), "primary", icon="check", name="drill")
        self.renew_button = Button(_("New code…"), "secondary", name="renew")
        self.add_layout(self._grid)
        self._buttons = QWidget()
        line = WrapLayout(gap=UNIT)
        for button in (self.drill_button, self.renew_button, self.bring_button):
            line.addWidget(button)
        self._buttons.setLayout(line)
        self.add(self._uncovered, self._buttons)
        self._uncovered.hide()
        self._buttons.hide()

    def show_overview(self, vm: OverviewVm) -> None:
        empty(self._grid)
        for at, fact in enumerate(vm.facts):
            label = Label(fact.label, "soft", wraps=False)
            self._grid.addWidget(label, at, 0, QtCore.Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_value(fact), at, 1)
        self._uncovered.setText(vm.uncovered)
        self._uncovered.setVisible(bool(vm.uncovered))
        self.bring_button.setVisible(bool(vm.uncovered))
        self._buttons.setVisible(vm.may_change)


class DrillCard(Card):
    """The codes for a drill."""

    def __init__(self) -> None:
        super().__init__(
            _("Practise: does the code open everything?"),
            _(
                "The program makes a copy, opens it with the code and nothing else, counts the"
                " case files, and puts the copy away. Nothing in the vault is changed."
            ),
        )
        self.rows = tuple(CodeRow("", name=f"drill-code-{n}") for n in range(1, PAIR + 1))
        self.go_button = Button(_("Open a copy"), "primary", name="drill-go")
        self.medium_button = Button(_("Open a backup…"), "secondary", name="drill-medium")
        self.no_button = Button(_("Not now"), "secondary", name="drill-no")
        line = WrapLayout(gap=UNIT)
        for button in (self.go_button, self.medium_button, self.no_button):
            line.addWidget(button)
        self.add(*self.rows).add_layout(line)
        for each in self.rows:
            each.line.typed.connect(self._judge)
            each.line.entered.connect(self.go_button.click)
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
        self._judge()

    def _judge(self) -> None:
        asked = [each for each in self.rows if not each.isHidden()]
        is_right = all(each.is_right for each in asked)
        self.go_button.setEnabled(is_right)
        self.medium_button.setEnabled(is_right)


class KindCard(Card):
    """One code, or three.

    Signals:
        wanted: "one" or "two-of-three".
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("A new code"),
            _("The code of today holds until the new one was written down and typed back."),
        )
        one = ChoiceVm("one", _("One code, kept in one place"))
        three = ChoiceVm("two-of-three", _("Three codes for three people, two are needed"))
        self.choices = Choices((one, three), _("How many codes?"))
        self.go_button = Button(_("Show the code"), "primary", name="draw")
        self.no_button = Button(_("Not now"), "secondary", name="draw-no")
        self.add(self.choices).add_layout(row(self.go_button, self.no_button))
        self.go_button.clicked.connect(lambda: self.wanted.emit(self.choices.code()))

    def ask(self, now: str) -> None:
        self.choices.show_chosen(now)


class CodeCard(Card):
    """One code, large, and what belongs on its sheet. `print_sheets`: to the printer."""

    def __init__(self, print_sheets: Callable[[tuple[Sheet, ...]], None]) -> None:
        super().__init__(_("Write this down"))
        self._print_sheets = print_sheets
        self._sheet: Sheet | None = None
        self._printed = Banner(closes=False)
        self.shown = Shown("new-code", is_code=True)
        self._facts = Label()
        self._sentences = column(gap=UNIT)
        self.go_button = Button(_("I have written it down"), "primary", name="written")
        self.print_button = Button("", "secondary", icon="print", name="print-code")
        self.no_button = Button(_("Not now"), "secondary", name="written-no")
        self.add(self.shown, self._facts).add_layout(self._sentences)
        line = WrapLayout(gap=UNIT)
        for button in (self.go_button, self.print_button, self.no_button):
            line.addWidget(button)
        self.add_layout(line).add(self._printed)
        self.print_button.clicked.connect(self._print)

    def show_code(self, vm: CodeVm, printer: str) -> None:
        self._printed.hide()
        self._sheet = Sheet(vm.vault, vm.code, vm.number, vm.of, vm.day)
        name = code_name(vm.number, vm.of)
        self.heading.setText(_("Write this down: {name}").format(name=name))
        self.shown.show_groups(name, vm.code.split("-"))
        facts = _("Write down too: vault number {number}, and the day, {day}.")
        self._facts.setText(facts.format(number=vault_number(vm.vault), day=vm.day))
        self.print_button.say(_("Print on {printer}").format(printer=printer))
        self.print_button.setVisible(bool(printer))
        empty(self._sentences)
        for sentence in sentences(vm.of):
            self._sentences.addWidget(Label(sentence))

    def wipe(self) -> None:
        self._sheet = None
        self.shown.wipe()
        self._facts.setText("")

    def _print(self) -> None:
        """A sheet of its own for the code in front; the program keeps no file."""
        if self._sheet is not None:
            self._print_sheets((self._sheet,))
            self._printed.say(
                _("Sent to the printer"),
                _("Fetch it at once. Printers and their queues may keep a copy."),
            )


class BackCard(Card):
    """The same code, typed."""

    def __init__(self) -> None:
        super().__init__(
            _("Type it from the paper"), _("So that you know that the paper can be read.")
        )
        self.row = CodeRow("", name="typed-back")
        self.go_button = Button(_("Go on"), "primary", name="typed")
        self.again_button = Button(_("See it again"), "secondary", name="see-again")
        self.add(self.row).add_layout(row(self.go_button, self.again_button))
        self.row.line.entered.connect(self.go_button.click)

    def ask(self, number: int, of: int) -> None:
        self.row.call(code_name(number, of))

    def wipe(self) -> None:
        self.row.wipe()


class WorkingCard(Card):
    """Honest: nobody knows how long a disk takes. The focus waits at `bar`, and not on the rail."""

    def __init__(self) -> None:
        super().__init__()
        self._said = Label()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.bar = bar
        self.add(self._said, bar)

    def say(self, said: str) -> None:
        self._said.setText(said)
        self.bar.setAccessibleName(said)


def _value(fact: FactVm) -> QWidget:
    """What holds, and what is left to do: beside it, or under it where that is narrow."""
    line = WrapLayout(gap=UNIT)
    line.addWidget(Label(fact.value, "strong", wraps=False))
    if fact.due:
        line.addWidget(Pill(fact.due, "amber"))
    value = QWidget()
    value.setLayout(line)
    return value


def code_name(number: int, of: int) -> str:
    """What one code is called."""
    if of == 1:
        return _("Recovery code")
    return _("Code {number} of {all}").format(number=number, all=of)


def asked_name(number: int, how_many: int) -> str:
    """What a field for one of the codes that are asked for is called."""
    if how_many == 1:
        return code_name(1, 1)
    return _("One of the codes") if number == 1 else _("Another one of them")
