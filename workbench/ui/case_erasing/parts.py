# SPDX-License-Identifier: EUPL-1.2
"""What the forms for taking away are made of: grounds, questions, records, who stands for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.case_erasing.missing import empty_line
from workbench.ui.case_erasing.vms import ErasingVm, RecordRowVm, TextVm, TypedWord, WordKind
from workbench.ui.kit.cards import FormRow, column
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField, SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.writing.tick import TickField
from workbench.words import _

_PLACE_WIDTH, _SECRET_WIDTH = 12 * UNIT, 48 * UNIT


class Grounds(QWidget):
    """The grounds to choose from, each with its dated text."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(Label(_("On which ground?"), "strong"), gap=UNIT)
        self._holder = column()
        self._box.addLayout(self._holder)
        self.checked = TickField(_("I have looked at the text in force"))
        self.checked.setObjectName("law-checked")
        self._box.addWidget(self.checked)
        self.setLayout(self._box)
        self._choices: Choices | None = None

    def has_checked_law(self) -> bool:
        """Ticked, or not asked: a text of this year needs no tick."""
        return self.checked.isChecked() or self.checked.isHidden()

    def wipe(self) -> None:
        self.checked.setChecked(False)
        if self._choices is not None:
            self._choices.show_chosen("")

    def chosen(self) -> str:
        return self._choices.code() if self._choices is not None else ""

    def first_missing(self) -> QWidget | None:
        """The choices while none is taken, then the tick that an old text asks for."""
        if self._choices is not None and not self.chosen():
            return self._choices.first()
        return None if self.has_checked_law() else self.checked

    def show_grounds(self, grounds: Sequence[TextVm]) -> None:
        before = self.chosen()
        empty(self._holder)
        shown = [ChoiceVm(g.version, f"{g.title}\n{g.text} ({g.source})") for g in grounds]
        self._choices = Choices(shown, _("On which ground?"))
        self._choices.show_chosen(before)
        self._holder.addWidget(self._choices)
        self.checked.setVisible(any(ground.is_old for ground in grounds))
        if not grounds:
            missing = _("The text is missing. Ask the responsible manager or a lawyer.")
            self._holder.addWidget(Label(missing, "soft"))


class Questions(QWidget):
    """What may keep an akt: yes or no to each, by a person."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = column(gap=2 * UNIT)
        self.setLayout(self._holder)
        self._asked: dict[str, Choices] = {}

    def answered_no(self) -> frozenset[str]:
        return frozenset(v for v, choices in self._asked.items() if choices.code() == "no")

    def first_missing(self) -> QWidget | None:
        """The first question that nobody said no to."""
        open_ones = (each for each in self._asked.values() if each.code() != "no")
        return next((each.first() for each in open_ones), None)

    def show_questions(self, questions: Sequence[TextVm]) -> None:
        if self._asked.keys() == {question.version for question in questions}:
            return
        empty(self._holder)
        self._asked = {question.version: self._ask(question) for question in questions}

    def wipe(self) -> None:
        for choices in self._asked.values():
            choices.show_chosen("")

    def _ask(self, question: TextVm) -> Choices:
        answers = (
            ChoiceVm("no", _("No"), is_quiet=True),
            ChoiceVm("yes", _("Yes, or I do not know"), is_quiet=True),
        )
        choices = Choices(answers, question.title)
        told = Label(f"{question.text} ({question.source})", "soft")
        one = QWidget()
        one.setLayout(column(Label(question.title, "strong"), told, choices, gap=UNIT // 2))
        self._holder.addWidget(one)
        return choices


class Records(QWidget):
    """The records of the akt, to be ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = column(gap=0)
        self.setLayout(self._holder)
        self._ticks: dict[str, TickField] = {}

    def chosen(self) -> tuple[str, ...]:
        return tuple(record for record, tick in self._ticks.items() if tick.isChecked())

    def first_missing(self) -> QWidget | None:
        """The first record, while none is ticked."""
        return None if self.chosen() else next(iter(self._ticks.values()), None)

    def show_records(self, records: Sequence[RecordRowVm]) -> None:
        before = set(self.chosen())
        empty(self._holder)
        self._ticks = {}
        for vm in records:
            tick = TickField(f"{vm.heading}\n{vm.beginning}" if vm.beginning else vm.heading)
            tick.setObjectName(f"record-{vm.record}")
            tick.setChecked(vm.record in before)
            self._ticks[vm.record] = tick
            self._holder.addWidget(tick)
        if not records:
            self._holder.addWidget(Label(_("There is no text in this case file."), "soft"))

    def wipe(self) -> None:
        for tick in self._ticks.values():
            tick.setChecked(False)


class WhoStands(QWidget):
    """Two people, or one under stricter rules. Secrets leave the fields when they are used."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._kinds = Choices((), "")
        self._holder = column()
        self.place = LineField(name=f"{name}-place")
        self.place.setMaxLength(2)
        self.place.setMaximumWidth(_PLACE_WIDTH)
        self.passphrase = _secret(f"{name}-passphrase")
        self.codes = (_secret(f"{name}-code-1"), _secret(f"{name}-code-2"))
        self.why = LineField(name=f"{name}-why")
        self.own = _secret(f"{name}-own-passphrase")
        self._two = FormRow(_("Colleague's user number"), self.place)
        hint = _("They type it themselves, on this screen. It is not kept.")
        self._phrase = FormRow(_("Colleague's passphrase"), self.passphrase, hint)
        self._code_rows = (
            FormRow(_("Recovery code"), self.codes[0]),
            FormRow(_("The second code"), self.codes[1]),
        )
        self._told = Label("", "soft")
        urgent = _(
            "It is shown to administrators and log reviewers, who look at it afterwards. Until one "
            "of them has found it justified, the backups keep it."
        )
        self._why = FormRow(_("Why it cannot wait for a colleague"), self.why, urgent)
        self._own = FormRow(_("Your passphrase again"), self.own)
        rows = (self._two, self._phrase, self._told, *self._code_rows, self._why, self._own)
        box = column(Label(_("Who stands for it with you?"), "strong"), gap=UNIT)
        box.addLayout(self._holder)
        for row in rows:
            box.addWidget(row)
        self.setLayout(box)
        self._needs, self._waits = 0, ""

    def show_who(self, vm: ErasingVm, *, is_whole: bool) -> None:
        """Only who has no colleague here may confirm alone, another day."""
        before = self._kinds.code() or ("one-person" if vm.is_only_user else "two-people")
        proposal = vm.whole_proposal if is_whole else None
        self._waits = proposal.waits if proposal is not None else _first_a_proposal()
        self._needs = vm.codes if proposal is not None and not proposal.waits else 0
        empty(self._holder)
        self._kinds = Choices(_kinds(is_only_user=vm.is_only_user), self._name)
        self._kinds.show_chosen(before)
        self._kinds.chosen.connect(self._turn)
        self._holder.addWidget(self._kinds)
        self._turn(before)

    def typed(self) -> TypedWord:
        """What was typed. The page empties the secrets when they are used."""
        kinds: dict[str, WordKind] = {"one-person": "one-person", "urgent": "urgent"}
        kind = kinds.get(self._kinds.code(), "two-people")
        return TypedWord(
            kind=kind,
            place=self.place.text(),
            passphrase=(self.own if kind == "urgent" else self.passphrase).text(),
            codes=tuple(code.text() for code in self.codes[: self._needs]),
            why=self.why.text(),
        )

    def first_missing(self) -> QWidget | None:
        """The first of its fields that is in sight and empty."""
        fields = (self.place, self.passphrase, *self.codes, self.why, self.own)
        return next((f for f in fields if f.isVisibleTo(self) and empty_line(f)), None)

    def forget(self) -> None:
        """No secret stays in a field."""
        for secret in (self.passphrase, *self.codes, self.own):
            secret.wipe()

    def wipe(self) -> None:
        self.forget()
        self.place.show_text("")
        self.why.show_text("")

    def _turn(self, kind: str) -> None:
        is_one = kind == "one-person"
        for row in (self._two, self._phrase):
            row.setVisible(kind == "two-people")
        for at, row in enumerate(self._code_rows):
            row.setVisible(is_one and at < self._needs)
        self._told.setText("" if self._needs else self._waits)
        self._told.setVisible(is_one and not self._needs)
        for row in (self._why, self._own):
            row.setVisible(kind == "urgent")


def _secret(name: str) -> SecretField:
    field = SecretField(name=name)
    field.setFixedWidth(_SECRET_WIDTH)
    return field


def _first_a_proposal() -> str:
    return _("First a proposal is noted. It is confirmed on another day, with the recovery code.")


def _kinds(*, is_only_user: bool) -> tuple[ChoiceVm, ...]:
    two = ChoiceVm("two-people", _("A colleague, here and now"))
    one = ChoiceVm("one-person", _("I am the only user here"))
    urgent = ChoiceVm("urgent", _("Urgent exception: life is at risk and I am alone"))
    return (one if is_only_user else two, urgent)
