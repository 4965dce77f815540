# SPDX-License-Identifier: EUPL-1.2
"""Looked through before a call; afterwards it is recorded what became of it."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.calls import Call
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.person import calling, interpreter_words
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.calls.spec import SPEC, called, describe
from workbench.ui.kit.asking import Asks
from workbench.ui.outward.looked import at_first
from workbench.ui.outward.presenter import LookingThrough, LookView
from workbench.ui.places import Go, Place
from workbench.ui.writing import moments
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class CallsVm:
    """The page at one look. `code_word_given`: in the newest call to the person, it was."""

    number: str
    calls: tuple[RecordVm, ...]
    code_word_given: bool


class CallsView(Protocol):
    """What the page must be able to show."""

    @property
    def call(self) -> WritingView: ...

    @property
    def look(self) -> LookView: ...

    def show_calls(self, vm: CallsVm) -> None: ...

    def show_correcting(self, *, which: str) -> None:
        """The fields are for the correction of a call; "" for a new one."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class CallsPresenter:
    """Decides what the page shows. No name stands on it: the code word may."""

    def __init__(self, view: CallsView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.looking = LookingThrough(case, view.look, go, view.show_problem, with_code_word=True)
        spec = at_first(SPEC, self.looking)
        self.call = Writing(
            case, spec, view.call, asks, entered=self._entered, discarded=self._begin
        )

    def open(self) -> None:
        self.refresh()
        self.looking.ask_contact()
        self._begin()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self.looking.refresh()
        self._case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        self._view.show_correcting(which=self._headings.get(record, ""))
        self.call.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _begin(self) -> None:
        self._view.show_correcting(which="")
        self.call.begin(start={"to": "subject"})

    def _entered(self, _changes: Changes) -> None:
        self.looking.done()
        self.refresh()
        self._begin()

    def _show(self, vm: CallsVm) -> None:
        self._headings = {each.record: each.heading for each in vm.calls}
        self._view.show_calls(vm)


def _told(akt: Akt, desk: Desk) -> CallsVm:
    tell, made = teller(akt, names_of(desk)), calling.calls(akt)
    newest = next((each.value for each in made if each.value.to == "subject"), None)
    return CallsVm(
        number=cases.number_of(desk, akt.case),
        calls=tuple(_row(tell, each) for each in made),
        code_word_given=newest is not None and newest.code_word == "given",
    )


def _row(tell: Teller, each: Recorded[Call]) -> RecordVm:
    value = each.value
    word = interpreter_words.code_words(_)[value.code_word] if value.code_word else ""
    said = _("Code word: {said}").format(said=word.lower()) if word else ""
    facts = (said, tell.first_entered(Call, each.record), *standing_facts(each))
    return RecordVm(
        record=each.record,
        heading=_("{when} · {who}").format(when=moments.when(value.at), who=called(value)),
        text=value.note,
        facts=tuple(part for part in facts if part),
        states=(StateVm(interpreter_words.reached(_)[value.reached]),),
        versions=tell.versions(Call, each, describe),
        has_working=tell.has_working(Call, each.record),
    )
