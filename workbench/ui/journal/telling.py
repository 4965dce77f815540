# SPDX-License-Identifier: EUPL-1.2
"""The notes of an akt in words, some at a time: a journal may hold thousands."""

from dataclasses import dataclass
from typing import Any

from workbench.domain.ids import RecordId
from workbench.domain.subject import Note
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.facts import account_words
from workbench.services.records.akt import Akt, Recorded
from workbench.services.removing import withdrawing
from workbench.services.removing.withdrawing import Trace
from workbench.ui.writing import moments
from workbench.ui.writing.history import Lines
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _

AT_A_TIME = 30


@dataclass(frozen=True, slots=True)
class JournalVm:
    """Notes from the `first` on (0 is the newest) of `total`, newest first."""

    number: str
    notes: tuple[RecordVm, ...]
    is_only_read: bool = False
    first: int = 0
    total: int = 0


def tell_journal(akt: Akt, desk: Desk, first: int = 0) -> JournalVm:
    """The notes of one stretch; of the others nothing is made."""
    every = listed(akt)
    first = min(max(first, 0), max((len(every) - 1) // AT_A_TIME * AT_A_TIME, 0))
    tell = teller(akt, names_of(desk))
    notes = tuple(_told(tell, each, desk) for each in every[first : first + AT_A_TIME])
    return JournalVm(cases.number_of(desk, akt.case), notes, akt.is_older_copy, first, len(every))


def listed(akt: Akt) -> list[Recorded[Note] | Trace]:
    """Every note, newest first, then what is left of those that were taken away."""
    notes: list[Any] = list(reversed(akt.all(Note)))
    return [*notes, *reversed(withdrawing.traces(akt, Note))]


def stretch_of(akt: Akt, record: RecordId) -> int:
    """Where the stretch begins in which a note stands; the newest for one that stands nowhere."""
    at = next((n for n, each in enumerate(listed(akt)) if each.record == record), 0)
    return at // AT_A_TIME * AT_A_TIME


def describe(note: Note) -> Lines:
    """A version of a note in labelled lines."""
    return (
        (_("Note"), note.text),
        (_("When it happened"), moments.when(note.observed_at)),
        (_("Who said it"), note.said_by),
        (_("Source"), note.source),
        (_("Fact or opinion"), account_words.nature(note.nature, _) if note.nature else ""),
    )


def _told(tell: Teller, each: Recorded[Note] | Trace, desk: Desk) -> RecordVm:
    return _trace(tell, each) if isinstance(each, Trace) else _note(tell, each, desk)


def _trace(tell: Teller, trace: Trace) -> RecordVm:
    """That there was a note, whose and when: nothing of what it said."""
    told = _("Withdrawn by its author {day}.") if trace.why == "withdrawn" else _removed()
    text = told.format(day=moments.local_day(trace.gone) if trace.gone else "")
    return RecordVm(trace.record, tell.first_entered(Note, trace.record), text, is_trace=True)


def _removed() -> str:
    return _("The text was disposed of {day}.")


def _note(tell: Teller, each: Recorded[Note], desk: Desk) -> RecordVm:
    return RecordVm(
        record=each.record,
        heading=tell.first_entered(Note, each.record),
        text=each.value.text,
        facts=(*_facts(each.value), *standing_facts(each)),
        versions=tell.versions(Note, each, describe),
        has_working=tell.has_working(Note, each.record),
        can_withdraw=withdrawing.may_withdraw(desk, tell.akt, Note, each.record),
    )


def _facts(note: Note) -> list[str]:
    facts = []
    if note.observed_at:
        facts.append(_("Happened {when}").format(when=moments.when(note.observed_at)))
    if note.said_by:
        facts.append(_("Said by {who}").format(who=note.said_by))
    if note.source:
        facts.append(_("Source: {source}").format(source=note.source))
    if note.nature:
        facts.append(account_words.nature(note.nature, _))
    return facts
