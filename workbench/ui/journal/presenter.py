# SPDX-License-Identifier: EUPL-1.2
"""The journal of an akt: dated notes, each correctable with the original kept."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.subject import Note
from workbench.services import cases, withdrawing
from workbench.services.akt import Akt, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.withdrawing import Trace
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks, moments
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class JournalVm:
    """The notes, newest first."""

    number: str
    notes: tuple[RecordVm, ...]
    is_only_read: bool = False


class JournalView(Protocol):
    """What the page must be able to show."""

    @property
    def note(self) -> WritingView: ...

    def show_journal(self, vm: JournalVm) -> None: ...

    def show_new_note(self) -> None:
        """The fields are for a new note."""
        ...

    def show_correction(self, heading: str) -> None:
        """The fields are for the correction of the note with this heading."""
        ...

    def show_withdrawn(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class JournalPresenter:
    """Decides what the journal page shows."""

    def __init__(self, view: JournalView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._headings: dict[RecordId, str] = {}
        self.note = Writing(case, SPEC, view.note, asks, entered=self._entered, discarded=self.open)

    def open(self) -> None:
        """Show the journal, and the note that was left unentered, if one was."""
        self._view.show_new_note()
        self.note.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _journal(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        """Lay a note open for correction; an unentered new note stays where it is kept."""
        self._view.show_correction(self._headings.get(record, ""))
        self.note.begin(record)

    def withdraw(self, record: RecordId) -> None:
        """Ask, and take an own note of today back."""
        question = Question(
            _("Take the note back?"),
            _("The text goes for good. That you wrote a note and took it back still stands."),
            _("Take it back"), _("Not now"), is_grave=True,
        )  # fmt: skip
        self._asks.confirm(question, yes=lambda: self._withdraw(record))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _withdraw(self, record: RecordId) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: withdrawing.withdraw(desk, akt, Note, record),
            done=self._withdrawn,
            failed=self._view.show_problem,
        )

    def _withdrawn(self, _changes: Changes) -> None:
        self.open()
        self._view.show_withdrawn()

    def _entered(self, _changes: Changes) -> None:
        self.open()

    def _show(self, vm: JournalVm) -> None:
        self._headings = {note.record: note.heading for note in vm.notes}
        self._view.show_journal(vm)


def fields() -> tuple[FieldVm, ...]:
    """What a note is made of."""
    now = _("Empty means now.")
    return (
        FieldVm("text", _("What was said or happened"), "text", lines=6),
        FieldVm("day", _("When it happened"), "day", now, is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        FieldVm("source", _("Source"), hint=_("Who said it, or where it stands."), is_short=True),
        checks.reason_field(),
    )


def describe(note: Note) -> Lines:
    """A version of a note in labelled lines."""
    return (
        (_("Note"), note.text),
        (_("When it happened"), moments.when(note.observed_at)),
        (_("Source"), note.source),
    )


def _read(note: Note) -> Values:
    day, time = moments.split_observed(note.observed_at)
    return {"text": note.text, "day": day, "time": time, "source": note.source}


def _build(values: Values) -> Note:
    return Note(
        text=values.get("text", ""),
        observed_at=moments.observed(values.get("day", ""), values.get("time", "")),
        source=values.get("source", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "text", _("Write the note first."))
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
        or checks.no_reason(values, is_correction)
    )


SPEC = Spec(Note, _read, _build, _missing)


def _journal(akt: Akt, desk: Desk) -> JournalVm:
    tell = teller(akt, names_of(desk))
    notes = [_note(tell, each, desk) for each in reversed(akt.all(Note))]
    notes += [_trace(tell, each) for each in reversed(withdrawing.traces(akt, Note))]
    return JournalVm(cases.number_of(desk, akt.case), tuple(notes), akt.is_older_copy)


def _trace(tell: Teller, trace: Trace) -> RecordVm:
    """That there was a note, whose and when: nothing of what it said."""
    told = _("Withdrawn by its author {day}.") if trace.why == "withdrawn" else _removed()
    text = told.format(day=moments.local_day(trace.gone) if trace.gone else "")
    return RecordVm(trace.record, tell.first_entered(Note, trace.record), text, is_trace=True)


def _removed() -> str:
    return _("The text was disposed of {day}.")


def _note(tell: Teller, each: Recorded[Note], desk: Desk) -> RecordVm:
    facts = []
    if each.value.observed_at:
        facts.append(_("Happened {when}").format(when=moments.when(each.value.observed_at)))
    if each.value.source:
        facts.append(_("Source: {source}").format(source=each.value.source))
    return RecordVm(
        record=each.record,
        heading=tell.first_entered(Note, each.record),
        text=each.value.text,
        facts=(*facts, *standing_facts(each)),
        versions=tell.versions(Note, each, describe),
        has_working=tell.has_working(Note, each.record),
        can_withdraw=withdrawing.may_withdraw(desk, tell.akt, Note, each.record),
    )
