# SPDX-License-Identifier: EUPL-1.2
"""The parts of one instrument's page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.instruments.one_presenter import TypedTraining
from workbench.ui.instruments.vms import FactVm, OneVm, QuestionVm, StatusVm, TrainedVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.fields import DateField, LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import Beside
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.form import ListField
from workbench.words import _


class FactsCard(Card):
    """What it is for, for whom, not for what, what is known, whose it is."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=UNIT // 2)
        self._own = Label(
            _(
                "Nothing of this manual is in the program. Your organisation enters its own "
                "structure with New worksheet: factors, times and conclusions, under a name of "
                "its own. It is then coded like other worksheets."
            )
        )
        self.own_button = Button(_("To own forms"), "secondary", name="own-worksheet")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.own_button)
        self.add_layout(self._box).add(self._own).add_layout(ways)

    def show_facts(self, facts: Sequence[FactVm], *, is_shell: bool) -> None:
        self._own.setVisible(is_shell)
        self.own_button.setVisible(is_shell)
        empty(self._box)
        for fact in facts:
            self._box.addWidget(Label(fact.title, "strong"))
            for said in fact.said:
                line = Label(said)
                line.setContentsMargins(0, 0, 0, UNIT)
                self._box.addWidget(line)


class _Gate(Card):
    """A card with a state beside its heading, what it means, and what can be done."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self.pill = Pill("")
        self.add_action(self.pill)
        self.told = Label("")
        self.ways = WrapLayout(gap=UNIT)
        self.add(self.told)

    def show_status(self, status: StatusVm) -> None:
        self.pill.say(status.state, status.tone)
        self.told.setText(status.told)


class WordingCard(_Gate):
    """In what words it is shown, and the ways to the licensed ones."""

    def __init__(self) -> None:
        super().__init__(_("Wording"))
        self.assist_button = Button(_("Pick the words from your form…"), name="assist")
        self.load_button = Button(_("Load a file…"), "quiet", name="load-pack")
        self.withdraw_button = Button(_("Take the wording away…"), "quiet", name="withdraw-pack")
        for button in (self.assist_button, self.load_button, self.withdraw_button):
            self.ways.addWidget(button)
        self._faults = column(gap=UNIT // 2)
        self.add_layout(self.ways).add_layout(self._faults)

    def show_one(self, vm: OneVm) -> None:
        self.show_status(vm.wording)
        can_be_worded = vm.may_change and bool(vm.preview)
        self.assist_button.setVisible(can_be_worded)
        self.load_button.setVisible(can_be_worded)
        self.withdraw_button.setVisible(vm.may_change and bool(vm.pack))

    def show_faults(self, faults: Sequence[str]) -> None:
        empty(self._faults)
        if faults:
            self._faults.addWidget(Label(_("Nothing of the file was loaded:"), "strong"))
        for fault in faults:
            self._faults.addWidget(Label(fault))


class RuleCard(_Gate):
    """How it is computed, each rule that needs a word, and the way to an own rule."""

    def __init__(self) -> None:
        super().__init__(_("Rule"))
        self.rows = Rows(_("Rules to confirm"))
        self.own_button = Button(_("Enter your form's own points…"), name="own-rule")
        self.table_button = Button(_("Enter the published table…"), name="local-table")
        self.ways.addWidget(self.own_button)
        self.ways.addWidget(self.table_button)
        self.add(self.rows).add_layout(self.ways)

    def show_one(self, vm: OneVm) -> None:
        self.show_status(vm.rule)
        self.rows.show_rows(
            [RowVm(r.key, r.title, r.caption, "", r.state, r.tone) for r in vm.rules]
        )
        self.rows.setVisible(bool(vm.rules))
        self.own_button.setVisible(vm.may_change and vm.can_have_own_rule)
        self.table_button.setVisible(vm.may_change and vm.wants_table)


class TrainingCard(Card):
    """Who is trained; a warning, never a stop.

    Signals:
        noted: what was typed.
        withdrawn: the record of a note that was wrong.
    """

    noted = Signal(object)
    withdrawn = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Training and licences"), _("The register warns. It never stops urgent work.")
        )
        self._warning = Label("", "strong")
        self._nobody = Label(_("Nobody is noted yet."), "soft")
        self.rows = Rows(_("Trained"))
        self._holder = column()
        self.trained_on, self.valid_to = DateField(name="trained-on"), DateField(name="valid-to")
        self.licence = LineField(name="licence")
        self.user = ListField(())
        self.note_button = Button(_("Note the training"), "secondary", name="note-training")
        self._form = self._made_form()
        self.add(self._warning, self._nobody, self.rows, self._form)
        self.rows.opened.connect(self.withdrawn)
        self.note_button.clicked.connect(lambda: self.noted.emit(self._typed()))
        self._people: tuple[tuple[str, str], ...] = ()

    def show_one(self, vm: OneVm) -> None:
        self._warning.setText(vm.warning)
        self._warning.setVisible(bool(vm.warning))
        self._nobody.setVisible(not vm.trained)
        self.rows.show_rows([_row(each) for each in vm.trained])
        self.rows.setEnabled(vm.may_change)
        self._form.setVisible(vm.may_change)
        if vm.people != self._people:
            self._people = vm.people
            self._offer(vm.people)

    def settle(self) -> None:
        """What was typed is entered."""
        for field in (self.trained_on, self.valid_to, self.licence):
            field.show_text("")
        self.user.show_text("")

    def _offer(self, people: Sequence[tuple[str, str]]) -> None:
        while self.user.count() > 1:
            self.user.removeItem(1)
        for option in (OptionVm(code, name) for code, name in people):
            self.user.addItem(option.label, option.code)

    def _made_form(self) -> QWidget:
        self.user.setObjectName("trained-user")
        rows = (
            FormRow(_("Who"), self.user),
            FormRow(_("Trained on"), self.trained_on),
            FormRow(_("Until"), self.valid_to, _("If it ends.")),
            FormRow(_("Licence number"), self.licence, _("If there is one.")),
        )
        form = QWidget()
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.note_button)
        box = column(Beside(rows, [1, 0, 0, 1]), gap=UNIT)
        box.addLayout(line)
        form.setLayout(box)
        return form

    def _typed(self) -> TypedTraining:
        return TypedTraining(
            user=str(self.user.currentData() or ""),
            trained_on=self.trained_on.text(),
            valid_to=self.valid_to.text(),
            licence=self.licence.text(),
        )


class PreviewCard(Card):
    """Every question as it is shown. Nothing can be answered here."""

    def __init__(self) -> None:
        super().__init__(_("Preview"), _("The questions as they are shown. Nothing is kept."))
        self._box = column(gap=UNIT // 2)
        self.blank_button = Button(_("Print an empty form"), "secondary", name="blank-form")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.blank_button)
        self.add_layout(ways).add_layout(self._box)

    def show_questions(self, questions: Sequence[QuestionVm]) -> None:
        empty(self._box)
        self.blank_button.setVisible(bool(questions))
        for each in questions:
            self._box.addWidget(Label(each.label))
            answers = Label(each.answers, "soft")
            answers.setContentsMargins(0, 0, 0, UNIT)
            self._box.addWidget(answers)  # shown before it had a place it would be a window
            answers.setVisible(bool(each.answers))


def _row(vm: TrainedVm) -> RowVm:
    state = _("Ended") if vm.is_over else ""
    return RowVm(vm.record, vm.name, vm.caption, "person", state, "amber" if vm.is_over else "calm")
