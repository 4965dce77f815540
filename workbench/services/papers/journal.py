# SPDX-License-Identifier: EUPL-1.2
"""A whole akt in words: every entry that the one who opens it may read, in order of storage."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.assessments import Assessment
from workbench.domain.ids import EntryId, RecordId, UserId
from workbench.domain.journal import TOMBSTONE, Entry
from workbench.domain.purges import purge_of
from workbench.instruments.definition import Definition
from workbench.services.assess import results
from workbench.services.documents import JournalDocument, JournalEntryPart, JournalLine
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.labels import Speech
from workbench.services.papers import journal_words, shared
from workbench.services.papers.shared import Writing
from workbench.services.person import protection_view
from workbench.services.person.protection_view import Protection
from workbench.services.records import bodies

_ANSWERED = ("state", "value")


def journal_document(writing: Writing, pulse: Pulse = no_pulse) -> JournalDocument:
    """The akt as it stands, with what was corrected and the traces of what was taken away."""
    reading = Reading.of(writing)
    return JournalDocument(
        case_number=shared.case_number(writing),
        unit=shared.unit(writing),
        persons=shared.persons(writing),
        entries=tuple(_parts(reading, pulse)),
        unentered=tuple(_unentered(reading)),
        provenance=shared.provenance(writing, ()),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole akt being read: what was superseded, and which instruments it knows.

    `protection`: what of a protected person stays here; their places are taken out of the rest.
    """

    writing: Writing
    superseded: frozenset[EntryId]
    definitions: Mapping[RecordId, Definition]
    protection: Protection
    withheld: frozenset[EntryId] = frozenset()

    @classmethod
    def of(cls, writing: Writing) -> "Reading":
        entries = writing.akt.file.entries()
        old = frozenset(each for entry in entries for each in entry.header.supersedes)
        known = protection_view.protection(writing.akt)
        withheld = frozenset(
            entry.id
            for entry in entries
            if known.stays_here(entry.key.kind) or _is_withheld(writing, entry)
        )
        return cls(writing, old, _definitions(writing), known, withheld)

    def shown(self, entry: Entry) -> Entry:
        """The entry as this reader may have it: of what is withheld the header only.

        A body whose places were taken out has no salt: it is not the one that was hashed.
        """
        if entry.id in self.withheld:
            return replace(entry, body=None, salt=None)
        if entry.body is None or not self.protection.is_protected:
            return entry
        told = self.protection.abridged(entry.key.kind, entry.content())
        if told == entry.content():
            return entry
        return replace(entry, body=bodies.encode(told), salt=None)

    def typed(self, kind: str, field: str, value: object) -> object:
        """What is typed and not entered, likewise; None where the kind stays here."""
        if self.protection.stays_here(kind):
            return None
        return self.protection.abridged(kind, {field: value})[field]

    def state(self, entry: Entry) -> str:
        """What became of an entry, as a word of docs/formats/open-export.md; "" when it holds."""
        if entry.id in self.withheld:
            return "withheld"
        if entry.body is None:
            act = purge_of(self.writing.akt.file.entries(), entry.id)
            why = act.content().get("why") if act is not None else ""
            return "withdrawn" if why == "withdrawn" else "purged"
        if entry.is_tombstone:
            return "tombstone"
        return "superseded" if entry.id in self.superseded else ""

    def told(self, entry: Entry) -> str:
        """The same in words, with the day."""
        _ = self.writing.speech
        is_gone = entry.body is None and entry.id not in self.withheld
        act = purge_of(self.writing.akt.file.entries(), entry.id) if is_gone else None
        at = act.header.recorded_at if act is not None else entry.header.recorded_at
        words = {
            "withdrawn": _("Withdrawn by its author {day}."),
            "purged": (
                _("The text was disposed of {day}.") if act else _("The text was disposed of.")
            ),
            "tombstone": _("From here on the record no longer holds."),
            "superseded": _("A later entry stands in its place."),
            "withheld": self._kept_back(entry),
            "": "",
        }[self.state(entry)]
        return words.replace("{day}", shared.local(self.writing, at).date().isoformat())

    def _kept_back(self, entry: Entry) -> str:
        _ = self.writing.speech
        if self.protection.stays_here(entry.key.kind):
            return _("It stays where it was written: the person is protected.")
        return _("It is not shown to this reader yet.")


def _is_withheld(writing: Writing, entry: Entry) -> bool:
    """A second rating is under way, or points read off a form wait for the own appraisal."""
    if writing.akt.is_withheld(entry):
        return True
    if entry.key.kind != "paper_reading" or entry.body is None:
        return False
    return results.waits_for_own(
        writing.akt, writing.desk, RecordId(str(entry.content().get("assessment")))
    )


def _definitions(writing: Writing) -> Mapping[RecordId, Definition]:
    """The instruments of the akt's assessments, where they are installed."""
    catalogue = {definition.pin: definition for definition in writing.desk.catalogue.all()}
    found = writing.akt.all(Assessment)
    return {
        each.record: catalogue[each.value.instrument]
        for each in found
        if each.value.instrument in catalogue
    }


def _parts(reading: Reading, pulse: Pulse) -> Iterator[JournalEntryPart]:
    """Counted without what is on no paper: no gap in the numbers tells of it."""
    entries = reading.writing.akt.file.entries()
    told = (each for each in entries if each.key.kind not in journal_words.NOT_ON_PAPER)
    for number, entry in enumerate(told, start=1):
        pulse()
        yield _part(reading, number, reading.shown(entry))


def _part(reading: Reading, number: int, entry: Entry) -> JournalEntryPart:
    writing, kind = reading.writing, entry.key.kind
    at = shared.local(writing, entry.header.recorded_at).strftime("%Y-%m-%d %H:%M")
    names = (shared.staff(writing, user).name or user[:16] for user in _users(entry))
    return JournalEntryPart(
        number=str(number),
        heading=journal_words.kinds(writing.speech).get(kind, entry.header.kind),
        byline=" · ".join((at, *names)),
        lines=tuple(_lines(reading, kind, entry.content())),
        state=reading.told(entry),
    )


def _users(entry: Entry) -> tuple[UserId, ...]:
    return (entry.header.author, *entry.header.cosigners)


def _lines(reading: Reading, kind: str, body: Mapping[str, Any]) -> Iterator[JournalLine]:
    _ = reading.writing.speech
    told = body.get(TOMBSTONE, body)
    words = journal_words.fields(_)
    for field in sorted(told, key=lambda field: _place(field, words)):
        said = _of_item(reading, field, body) or _said(kind, field, told[field], _)
        if said and field not in journal_words.NOT_READ and (field, told[field]) != _ANSWERED:
            yield JournalLine(words.get(field, field), said)


def _place(field: str, words: Mapping[str, str]) -> tuple[int, str]:
    """In the order of the words, then by name."""
    known = list(words)
    return (known.index(field) if field in words else len(known), field)


def _of_item(reading: Reading, field: str, body: Mapping[str, Any]) -> str:
    """A question and its answer in the instrument's own words, with the codes beside them."""
    definition = reading.definitions.get(RecordId(str(body.get("assessment"))))
    item = definition.by_id.get(str(body.get("item"))) if definition is not None else None
    value, language = body.get(field), reading.writing.language
    if item is None or not value:
        return ""
    if field == "item":
        return f"{item.labels[language]} [{value}]"
    chosen = (c.labels[language] for c in item.choices if c.code == value)
    known = chosen if field in ("choice", "code") else iter(())
    return next((f"{label} [{value}]" for label in known), "")


def _said(kind: str, field: str, value: object, _: Speech) -> str:
    if value in (None, "", (), [], False):
        return ""
    if value is True:
        return _("Yes")
    if isinstance(value, list | tuple):
        return "; ".join(_said(kind, field, inner, _) for inner in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {inner}" for name, inner in value.items() if inner)
    return journal_words.codes(kind, field, str(value), _)


def _unentered(reading: Reading) -> Iterator[JournalLine]:
    writing, _ = reading.writing, reading.writing.speech
    words, kinds = journal_words.fields(_), journal_words.kinds(_)
    for row in writing.akt.file.working_rows(writing.akt.user):
        name = words.get(row.key.field, row.key.field)
        label = f"{kinds.get(row.key.kind, row.key.kind)}, {name}"
        value = reading.typed(row.key.kind, row.key.field, json.loads(row.value))
        said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if value is not None and said and row.key.field not in journal_words.NOT_READ:
            yield JournalLine(label, said)
