# SPDX-License-Identifier: EUPL-1.2
"""The three forms of the page, and the proposals that wait for another day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.case_erasing.missing import Form, empty_line
from workbench.ui.case_erasing.parts import Grounds, Questions, Records, WhoStands
from workbench.ui.case_erasing.vms import ErasingVm, ProposalVm, TypedPart, TypedWhole
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, Rule, column, row
from workbench.ui.kit.fields import LineField, SecretField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.writing.tick import TickField
from workbench.words import _

_SECRET_WIDTH = 48 * UNIT


class HideCard(Form):
    """Level E0, and back."""

    def __init__(self) -> None:
        super().__init__(
            _("Hide the case file"),
            _("It stands under Disposal in Organisation, where it can be shown again."),
        )
        self.is_hidden = False
        self.reason = LineField(name="hide-reason")
        self.go_button = Button(_("Hide it"), "primary", name="hide")
        why = FormRow(_("Why?"), self.reason, _stands_in_history())
        self.needs = (lambda: empty_line(self.reason),)
        self.add(why)
        self.add_layout(row(self.go_button))

    def show_hidden(self, *, is_hidden: bool) -> None:
        self.is_hidden = is_hidden
        self.heading.setText(_("It is hidden") if is_hidden else _("Hide the case file"))
        self.go_button.say(_("Show it again") if is_hidden else _("Hide it"))

    def wipe(self) -> None:
        self.reason.show_text("")


class PartCard(Form):
    """Chosen records lose their text."""

    def __init__(self) -> None:
        super().__init__(
            _("Dispose of a part"),
            _("All versions of what you tick lose their text. Who wrote it and when stays."),
        )
        self.records, self.grounds = Records(), Grounds()
        self.reason = LineField(name="part-reason")
        self.who = WhoStands("part")
        self.go_button = Button(_("Dispose of the text…"), "danger", name="purge")
        self.add(self.records, Rule(), self.grounds)
        why = FormRow(_("Why?"), self.reason, _no_word_of_it())
        self.add(why, Rule(), self.who)
        self.needs = (
            self.records.first_missing,
            self.grounds.first_missing,
            lambda: empty_line(self.reason),
            self.who.first_missing,
        )
        self.add_layout(row(self.go_button))

    def show_part(self, vm: ErasingVm) -> None:
        self.records.show_records(vm.records)
        self.grounds.show_grounds(vm.entry_grounds)
        self.who.show_who(vm, is_whole=False)

    def typed(self) -> TypedPart:
        return TypedPart(
            self.records.chosen(),
            self.grounds.chosen(),
            self.reason.text(),
            self.grounds.has_checked_law(),
        )

    def wipe(self) -> None:
        self.records.wipe()
        self.grounds.wipe()
        self.reason.show_text("")
        self.who.wipe()


class WholeCard(Form):
    """All of the akt goes. What will remain is said before.

    Signals:
        taken_back: the proposal (`ProposalVm`) that the person takes back.
    """

    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            _("Dispose of all of it"),
            _("First the questions, then the ground, then a colleague. You can stop at any point."),
        )
        self._proposal: ProposalVm | None = None
        self._told = Label("", "strong")
        self.back_button = Button(_("Take the proposal back"), "quiet", name="take-back")
        self.back_button.clicked.connect(self._take_back)
        self._remains = Label()
        self._open = Label("", "soft")
        self.seen = TickField(_("I have seen it, and it can go too"))
        self.seen.setObjectName("seen-open")
        self.questions, self.grounds = Questions(), Grounds()
        self.reason = LineField(name="whole-reason")
        self.who = WhoStands("whole")
        self.go_button = Button(_("Dispose of the case file…"), "danger", name="erase")
        self.add(self._told).add_layout(row(self.back_button))
        self.add(Label(_("This remains afterwards"), "strong"), self._remains)
        self.add(self._open, self.seen, Rule(), self.questions, Rule(), self.grounds)
        why = FormRow(_("Why?"), self.reason, _no_word_of_it())
        self.add(why, Rule(), self.who)
        self.needs = (
            self.questions.first_missing,
            self._unseen,
            self.grounds.first_missing,
            lambda: empty_line(self.reason),
            self.who.first_missing,
        )
        self.add_layout(row(self.go_button))

    def show_whole(self, vm: ErasingVm) -> None:
        self._proposal = vm.whole_proposal
        self._told.setText(self._proposal.told if self._proposal else "")
        self._told.setVisible(self._proposal is not None)
        self.back_button.setVisible(self._proposal is not None)
        self._remains.setText("\n".join(f"– {line}" for line in vm.remains))
        self._open.setText(_("Still open: {what}.").format(what=vm.open_things))
        self._open.setVisible(bool(vm.open_things))
        self.seen.setVisible(bool(vm.open_things))
        self.questions.show_questions(vm.questions)
        self.grounds.show_grounds(vm.grounds)
        self.who.show_who(vm, is_whole=True)

    def typed(self) -> TypedWhole:
        answered = self.questions.answered_no()
        return TypedWhole(
            self.grounds.chosen(),
            self.reason.text(),
            answered,
            self.seen.isChecked(),
            self.grounds.has_checked_law(),
        )

    def wipe(self) -> None:
        self.questions.wipe()
        self.grounds.wipe()
        self.seen.setChecked(False)
        self.reason.show_text("")
        self.who.wipe()

    def _unseen(self) -> TickField | None:
        return None if self.seen.isChecked() or self.seen.isHidden() else self.seen

    def _take_back(self) -> None:
        if self._proposal is not None:
            self.taken_back.emit(self._proposal)


class ProposalsCard(Card):
    """Parts of the akt that the only user proposed to remove.

    Signals:
        confirmed: a proposal (`ProposalVm`) and the codes that were typed.
        taken_back: a proposal that is taken back.
    """

    confirmed = Signal(object, tuple)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Proposed earlier"))
        self._holder = column(gap=2 * UNIT)
        self._secrets: list[SecretField] = []
        self.add_layout(self._holder)
        self.hide()

    def show_proposals(self, proposals: Sequence[ProposalVm], codes: int) -> None:
        self.forget()
        self._secrets = []
        empty(self._holder)
        for proposal in proposals:
            self._holder.addWidget(self._one(proposal, codes))
        self.setVisible(bool(proposals))

    def forget(self) -> None:
        """No code stays in a field."""
        for secret in self._secrets:
            secret.wipe()

    def _one(self, proposal: ProposalVm, codes: int) -> QWidget:
        back = Button(_("Take the proposal back"), "quiet", name=f"back-{proposal.record}")
        back.clicked.connect(lambda: self.taken_back.emit(proposal))
        box = column(Label(proposal.told), gap=UNIT)
        if proposal.waits:
            box.addWidget(Label(proposal.waits, "soft"))
            box.addLayout(row(back))
        else:
            box.addLayout(self._confirming(proposal, codes, back))
        one = QWidget()
        one.setLayout(box)
        return one

    def _confirming(self, proposal: ProposalVm, codes: int, back: Button) -> QVBoxLayout:
        fields = [SecretField(name=f"code-{proposal.record}-{n}") for n in range(codes)]
        self._secrets += fields
        box = column(gap=UNIT)
        for field in fields:
            field.setFixedWidth(_SECRET_WIDTH)
            box.addWidget(FormRow(_("Recovery code"), field))
        go = Button(_("Confirm and dispose"), "danger", name=f"confirm-{proposal.record}")

        def confirm() -> None:
            typed = tuple(field.text() for field in fields)
            self.forget()
            self.confirmed.emit(proposal, typed)

        go.clicked.connect(confirm)
        box.addLayout(row(go, back))
        return box


def _stands_in_history() -> str:
    return _("Stands in the history of the case file.")


def _no_word_of_it() -> str:
    return _("It stays when the text is gone: write no word of what it said.")
