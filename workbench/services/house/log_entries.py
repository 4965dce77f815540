# SPDX-License-Identifier: EUPL-1.2
"""The organisation akt read as a log: who did what, when, to which akt. Nothing is taken out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.ids import CaseId, EntryId, RecordId, UserId
from workbench.domain.journal import Entry
from workbench.services.desk import Desk
from workbench.services.records import bodies
from workbench.services.records.clocks import set_back

_ONE, _SEVERAL = "case", "cases"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry. `value` is its record, or None when this version cannot read it.

    `kind` is the record's kind without its version ("opened"); `cases` the akter that it names.
    `is_set_back`: it says an earlier time than the entry before it.
    """

    entry: EntryId
    at: str
    by: UserId
    kind: str
    record: RecordId
    value: object | None
    cases: tuple[CaseId, ...] = ()
    cosigned_by: tuple[UserId, ...] = ()
    is_set_back: bool = False


def log_entries(desk: Desk, after: EntryId | None = None) -> tuple[LogLine, ...]:
    """Every entry of the organisation akt, oldest first; only those stored after `after`."""
    entries = desk.house.file.entries()
    earlier = set_back(entries)
    return tuple(_line(entry, earlier) for entry in _since(entries, after))


def opened_by(desk: Desk, case: CaseId) -> tuple[LogLine, ...]:
    """What the log tells of one akt, newest first: opened, printed, sealed, granted, and so on."""
    entries = desk.house.file.entries()
    earlier = set_back(entries)
    named = case.encode("ascii")
    about = (e for e in reversed(entries) if e.body is not None and named in e.body)
    lines = (_line(entry, earlier) for entry in about)
    return tuple(line for line in lines if case in line.cases)


def _since(entries: tuple[Entry, ...], after: EntryId | None) -> Iterator[Entry]:
    at = next((n for n, entry in enumerate(entries) if entry.id == after), -1)
    return iter(entries[at + 1 :])


def _line(entry: Entry, earlier: frozenset[EntryId]) -> LogLine:
    value = _value(entry)
    return LogLine(
        entry=entry.id,
        at=entry.header.recorded_at,
        by=entry.header.author,
        kind=entry.key.kind,
        record=entry.key.record,
        value=value,
        cases=tuple(_cases(value)),
        cosigned_by=tuple(entry.header.cosigners),
        is_set_back=entry.id in earlier,
    )


def _value(entry: Entry) -> object | None:
    known = bodies.KINDS.get(entry.header.kind)
    if known is None or entry.is_tombstone:
        return None
    try:
        value: object = bodies.read(entry, known)
    except bodies.UnreadableError:
        return None
    return value


def _cases(value: object) -> Iterable[CaseId]:
    one, several = getattr(value, _ONE, ""), getattr(value, _SEVERAL, ())
    named = (one, *several) if isinstance(several, tuple) else (one,)
    return (CaseId(each) for each in named if each)
