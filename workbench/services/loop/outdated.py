# SPDX-License-Identifier: EUPL-1.2
"""What stands although something it was built on has changed: inaktuell until a person says so.

Derived from the versions in the journal, never stored: a record rests on the versions that stood
when it was entered; a version that was stored after it is a change. A person changes the record,
or enters that it still holds against the changes that were on screen. A change that comes later
than those is a new one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.domain.assessments import Answer, Coding, Judgement, PaperReading
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId, RecordId
from workbench.domain.incidents import Incident
from workbench.domain.journal import Entry
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import PlanItem
from workbench.domain.scenarios import Scenario
from workbench.domain.standing import StillHolds
from workbench.domain.worksheets import ExtraFactor, FactorMark, FactorRef
from workbench.services.assess.judging import newest_judgement
from workbench.services.changes import Changes
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Draft, Recorded

BUILT: tuple[type[Any], ...] = (Judgement, Scenario, Measure, NoMeasure, PlanItem)
"""What is built on something else."""
OF_FACTORS: tuple[type[Any], ...] = (Answer, Coding, FactorMark, ExtraFactor, PaperReading)
GONE = "gone:"


class HoldsReasonError(WorkbenchError):
    """Something was kept although its ground had changed, without a reason."""

    code: ClassVar[str] = "LOOP-012"


class NothingChangedError(WorkbenchError):
    """Something was kept that nothing had changed under, or that is not there."""

    code: ClassVar[str] = "LOOP-013"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is not as it was. `mark` is what a confirmation names it by.

    `item`: the factor, where `kind` is one of a worksheet; `record` is then the assessment.
    """

    kind: str
    record: RecordId
    mark: str
    item: str = ""
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Outdated:
    """A record that stands on what has changed, and what that is."""

    kind: str
    record: RecordId
    changed: tuple[Changed, ...]


def outdated(akt: Akt) -> tuple[Outdated, ...]:
    """Everything in an akt that is inaktuell, each record once."""
    settled = _settled(akt)
    rows = _Rows(akt)
    found: dict[tuple[str, RecordId], Outdated] = {}
    for of, grounds in _GROUNDS.items():
        for each in akt.all(of):
            kind = bodies.name_of(of)
            against = settled.get((kind, each.record), frozenset[str]())
            changed = dict.fromkeys(c for c in grounds(rows, each) if c.mark not in against)
            if changed:
                found[kind, each.record] = Outdated(kind, each.record, tuple(changed))
    return tuple(found.values())


def still_holds(akt: Akt, seen: Outdated, because: str) -> Changes:
    """Enter that a record still holds against these changes, those that were on screen.

    Raises:
        HoldsReasonError: no reason; NothingChangedError: it is not outdated by any of them.
    """
    if not because.strip():
        raise HoldsReasonError
    now = [each for each in outdated(akt) if (each.kind, each.record) == (seen.kind, seen.record)]
    marks = {change.mark for each in now for change in each.changed}
    against = tuple(change.mark for change in seen.changed if change.mark in marks)
    if not against:
        raise NothingChangedError
    return akt.enter(Draft(StillHolds(seen.kind, seen.record, against, because.strip())))


def reasons_to_keep(akt: Akt, kind: str, record: RecordId) -> tuple[Recorded[StillHolds], ...]:
    """Every time that somebody kept a record, oldest first."""
    found = akt.all(StillHolds)
    return tuple(each for each in found if (each.value.kind, each.value.record) == (kind, record))


def _settled(akt: Akt) -> dict[tuple[str, RecordId], frozenset[str]]:
    found: dict[tuple[str, RecordId], frozenset[str]] = {}
    for each in akt.all(StillHolds):
        named = (each.value.kind, each.value.record)
        found[named] = found.get(named, frozenset()) | frozenset(each.value.changes)
    return found


class _Rows:
    """What was recorded of each factor and which versions stand, when a record first asks."""

    def __init__(self, akt: Akt) -> None:
        self.akt = akt
        self._rows: dict[RecordId, list[tuple[Changed, EntryId]]] | None = None
        self._heads: dict[type[Any], dict[RecordId, list[EntryId]]] = {}
        self.judged = newest_judgement(akt)

    def of(self, assessment: RecordId) -> Iterable[tuple[Changed, EntryId]]:
        if self._rows is None:
            self._rows = {}
            for change, entry in (*self._standing(), *self._withdrawn()):
                self._rows.setdefault(change.record, []).append((change, entry))
        return self._rows.get(assessment, ())

    def heads(self, of: type[Any], record: RecordId) -> list[EntryId]:
        """The versions of a record that stand; none when it is no longer there."""
        if of not in self._heads:
            standing = self._heads[of] = dict[RecordId, list[EntryId]]()
            for each in self.akt.all(of):
                standing.setdefault(each.record, []).append(each.entry)
        return self._heads[of].get(record, [])

    def later(self, found: Iterable[tuple[Changed, EntryId]], than: EntryId) -> Iterator[Changed]:
        return (change for change, entry in found if self.akt.is_later(entry, than))

    def _standing(self) -> Iterator[tuple[Changed, EntryId]]:
        for of in OF_FACTORS:
            kind = bodies.name_of(of)
            for each in self.akt.all(of):
                yield _row(kind, each.record, each.value, each.entry), each.entry

    def _withdrawn(self) -> Iterator[tuple[Changed, EntryId]]:
        """A row that was taken back is a change too; its earlier version says of what."""
        kinds = {bodies.name_of(of): of for of in OF_FACTORS}
        for entry in self.akt.file.entries():
            of = kinds.get(entry.key.kind) if entry.is_tombstone else None
            for before in self.akt.history(of, entry.key.record) if of is not None else ():
                if (told := before.content()).get("assessment"):
                    yield _withdrawn_row(entry, told), entry.id
                    break


def _withdrawn_row(entry: Entry, told: dict[str, Any]) -> Changed:
    item = str(told.get("item", entry.key.record))
    return Changed(entry.key.kind, RecordId(told["assessment"]), entry.id, item, is_gone=True)


def _row(kind: str, record: RecordId, value: object, entry: EntryId) -> Changed:
    """An extra factor is named by its own record; a reading of points by none."""
    item = str(getattr(value, "item", record if kind == "extra_factor" else ""))
    assessment: RecordId = getattr(value, "assessment")  # noqa: B009  each of OF_FACTORS has it
    return Changed(kind, assessment, entry, item)


def _factors(rows: _Rows, refs: Iterable[FactorRef], than: EntryId) -> Iterator[Changed]:
    for ref in refs:
        named = (pair for pair in rows.of(ref.assessment) if pair[0].item == ref.item)
        yield from rows.later(named, than)


def _versions(
    rows: _Rows, of: type[Any], records: Iterable[RecordId], than: EntryId
) -> Iterator[Changed]:
    """The newest version of each, where it was stored later; and what is no longer there."""
    kind = bodies.name_of(of)
    for record in records:
        heads = rows.heads(of, record)
        if not heads:
            yield Changed(kind, record, f"{GONE}{record}", is_gone=True)
        yield from rows.later(((Changed(kind, record, head), head) for head in heads), than)


def _under_scenario(rows: _Rows, each: Recorded[Scenario]) -> Iterator[Changed]:
    yield from _factors(rows, each.value.factors, each.entry)
    yield from _versions(rows, Incident, each.value.incidents, each.entry)


def _under_measure(rows: _Rows, each: Recorded[Measure]) -> Iterator[Changed]:
    answers = (each.value.scenario,) if each.value.scenario is not None else ()
    yield from _versions(rows, Scenario, answers, each.entry)
    yield from _factors(rows, each.value.factors, each.entry)


def _under_no_measure(rows: _Rows, each: Recorded[NoMeasure]) -> Iterator[Changed]:
    if rows.heads(Scenario, each.value.scenario):
        yield from _versions(rows, Scenario, (each.value.scenario,), each.entry)


def _under_item(rows: _Rows, each: Recorded[PlanItem]) -> Iterator[Changed]:
    yield from _versions(rows, Scenario, each.value.scenarios, each.entry)
    if rows.judged is not None:
        yield from _versions(rows, Judgement, (rows.judged.record,), each.entry)


def _under_judgement(rows: _Rows, each: Recorded[Judgement]) -> Iterator[Changed]:
    for assessment in each.value.assessments:
        yield from rows.later(rows.of(assessment), each.entry)


_GROUNDS: dict[type[Any], Callable[[_Rows, Recorded[Any]], Iterator[Changed]]] = {
    Judgement: _under_judgement,
    Scenario: _under_scenario,
    Measure: _under_measure,
    NoMeasure: _under_no_measure,
    PlanItem: _under_item,
}
