# SPDX-License-Identifier: EUPL-1.2
"""What is typed on a worksheet beside its codes: marks, factors of the case, citations.

Like codes they are working rows until the sitting is entered, and go in with it in one commit.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from workbench.domain.canonical import Json
from workbench.domain.documents import source_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.working import WorkingRow
from workbench.domain.worksheets import (
    Citation,
    ColumnHead,
    ExtraFactor,
    FactorMark,
    Material,
    SheetPerson,
    WorksheetHead,
)
from workbench.instruments.definition import Definition
from workbench.services.assess import locks
from workbench.services.facts import documents_in, happening
from workbench.services.records import working
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.services.records.working import Field

MARK, EXTRA, CITATION = "factor_mark", "extra_factor", "citation"
KINDS = (MARK, EXTRA, CITATION)
MarkField = Literal[
    "relevance", "relevance_because", "critical", "provisional", "provisional_because"
]
_CITED = ("item", "column", "source", "page", "quote", "happened_on", "incident")


class NotInPackError(WorkbenchError):
    """The worksheet of this version has no such field."""

    code: ClassVar[str] = "LOOP-006"


class OneOfEachError(WorkbenchError):
    """The method is about one perpetrator and one exposed person, and there is one already."""

    code: ClassVar[str] = "LOOP-017"


@dataclass(frozen=True, slots=True)
class Extra:
    """A factor of this case, as it stands for its author."""

    record: RecordId
    group: str
    label: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as it stands for its author."""

    record: RecordId
    value: Citation


@dataclass(frozen=True, slots=True)
class BesideCodes:
    """Everything of a worksheet that is typed beside its codes; marks are by item."""

    marks: Mapping[str, FactorMark] = field(default_factory=dict)
    extras: tuple[Extra, ...] = ()
    citations: tuple[Cited, ...] = ()

    def of_item(self, item: str) -> tuple[Cited, ...]:
        """The citations of one factor, in whichever column."""
        return tuple(cited for cited in self.citations if cited.value.item == item)


def record_mark(
    akt: Akt, on: tuple[RecordId, Definition], item: str, name: MarkField, text: str
) -> None:
    """Keep one thing that is said of a factor as a whole; "" takes it back.

    Raises:
        NotInPackError: the worksheet of this version has no such field or no such step.
        AssessmentLockedError: nothing more is said in it.
    """
    assessment, definition = on
    locks.require_open(akt, assessment)
    table = definition.table
    steps = table.relevance.codes if table.relevance is not None else []
    offered = {
        "relevance": table.has_relevance and text in ("", *steps),
        "relevance_because": table.has_relevance,
        "critical": table.has_critical,
    }
    if not offered.get(name, True):
        raise NotInPackError(instrument=definition.id, version=definition.version, field=name)
    working.type_field(akt, Field(MARK, assessment, item, name), text)


def record_extra(
    akt: Akt, on: tuple[RecordId, Definition], extra: RecordId, group: str, label: str
) -> None:
    """Keep a factor of this case; one without a label is none.

    Raises:
        NotInPackError: the worksheet of this version has no such group.
        AssessmentLockedError: nothing more is said in it.
    """
    assessment, definition = on
    locks.require_open(akt, assessment)
    if group not in definition.table.extra_factor_rows:
        raise NotInPackError(instrument=definition.id, version=definition.version, field=group)
    value: dict[str, Json] = {"group": group, "label": label}
    working.type_field(akt, Field(EXTRA, assessment, extra), value)


def record_citation(akt: Akt, citation: RecordId, value: Citation) -> None:
    """Keep where a coding comes from.

    Raises:
        AssessmentLockedError: nothing more is said in it.
        CitedDocumentGoneError: its document was taken away.
    """
    locks.require_open(akt, value.assessment)
    documents_in.require_cited(akt, value.source)
    told: dict[str, Json] = {name: getattr(value, name) for name in _CITED}
    working.type_field(akt, Field(CITATION, value.assessment, citation), told)


def drop_citation(akt: Akt, citation: Cited) -> None:
    """Take a citation back: without a source or an incident it is none."""
    record_citation(akt, citation.record, replace(citation.value, source="", incident=""))


def materials(akt: Akt, assessment: RecordId) -> tuple[Recorded[Material], ...]:
    """The entered sources of an assessment, in the order of their numbers."""
    found = [each for each in akt.all(Material) if each.value.assessment == assessment]
    return tuple(sorted(found, key=lambda each: each.value.number.zfill(9)))


def sources(akt: Akt, assessment: RecordId, named: Sequence[str]) -> dict[str, str]:
    """Number -> what it is: those named when the assessment was begun, then the others used.

    Last the documents that were read into the akt, each as `documents.source_of` its number.
    """
    found = {str(at): text for at, text in enumerate(named, 1)}
    used = (each.value for each in materials(akt, assessment) if each.value.standing == "used")
    read_in = documents_in.documents(akt)
    documents = {source_of(each.value.number): each.value.title for each in read_in}
    return found | {each.number: each.what for each in used} | documents


def next_number(akt: Akt, assessment: RecordId, named: Sequence[str]) -> str:
    """The number of the next source: no number is used twice."""
    taken = [int(e.value.number) for e in materials(akt, assessment) if e.value.number.isdigit()]
    return str(max([len(named), *taken]) + 1)


def head_of(akt: Akt, assessment: RecordId) -> Recorded[WorksheetHead] | None:
    """The entered head of a worksheet."""
    found = [each for each in akt.all(WorksheetHead) if each.value.assessment == assessment]
    return found[-1] if found else None


def people_of(akt: Akt, assessment: RecordId) -> tuple[Recorded[SheetPerson], ...]:
    """The people that a worksheet is about, in the order in which they were entered."""
    return tuple(each for each in akt.all(SheetPerson) if each.value.assessment == assessment)


def full_parts(akt: Akt, on: tuple[RecordId, Definition], but: str = "") -> frozenset[str]:
    """The parts that nobody more can have in it; `but` is a person's record that counts not."""
    assessment, definition = on
    persons = definition.table.persons
    if persons is None:
        return frozenset()
    single = {"perpetrator": persons.perpetrators, "victim": persons.victims}
    taken = {each.value.part for each in people_of(akt, assessment) if each.record != but}
    return frozenset(part for part, how in single.items() if how == "one" and part in taken)


def require_one_of_each(
    akt: Akt, definition: Definition, person: SheetPerson, record: RecordId
) -> None:
    """See that a method about one of each gets no second one. Raises OneOfEachError."""
    if person.part in full_parts(akt, (person.assessment, definition), record):
        raise OneOfEachError(instrument=definition.id)


def column_heads(akt: Akt, assessment: RecordId) -> dict[str, ColumnHead]:
    """What the assessor said of each time column."""
    head = head_of(akt, assessment)
    return {each.column: each for each in head.value.columns} if head is not None else {}


def rows_of(akt: Akt, assessment: RecordId) -> tuple[WorkingRow, ...]:
    """The author's own working rows of this."""
    return tuple(row for kind in KINDS for row in working.rows_of(akt, kind, assessment))


def beside(akt: Akt, assessment: RecordId, rows: tuple[WorkingRow, ...]) -> BesideCodes:
    """What is entered with working rows laid on top."""
    marks = {e.value.item: e.value for e in akt.all(FactorMark) if e.value.assessment == assessment}
    extras = {e.record: e.value for e in akt.all(ExtraFactor) if e.value.assessment == assessment}
    cited = {e.record: e.value for e in akt.all(Citation) if e.value.assessment == assessment}
    for row in rows:
        value, name = json.loads(row.value), row.key.field
        if row.key.kind == MARK:
            before = marks.get(name, FactorMark(assessment, name))
            marks[name] = replace(before, **{row.key.column: value})
        elif row.key.kind == EXTRA:
            extras[RecordId(name)] = ExtraFactor(assessment, **value)
        elif row.key.kind == CITATION:
            cited[RecordId(name)] = Citation(assessment, **value)
    return BesideCodes(
        marks=marks,
        extras=tuple(Extra(r, e.group, e.label) for r, e in extras.items() if e.label.strip()),
        citations=tuple(Cited(r, _dated(akt, c)) for r, c in cited.items() if _stands(c)),
    )


def _stands(citation: Citation) -> bool:
    return bool(citation.source or citation.incident)


def _dated(akt: Akt, citation: Citation) -> Citation:
    """With the day of its incident as the calendar has it now."""
    incident = akt.find(Incident, RecordId(citation.incident)) if citation.incident else None
    return (
        citation
        if incident is None
        else replace(citation, happened_on=happening.spelled(incident.value))
    )


def drafts(
    akt: Akt, assessment: RecordId, rows: tuple[WorkingRow, ...], reason: str
) -> Iterator[Draft]:
    """What the rows of a sitting enter. Raises CitedDocumentGoneError."""
    touched = {(row.key.kind, row.key.field) for row in rows}
    for row_kind, of in ((MARK, FactorMark), (EXTRA, ExtraFactor), (CITATION, Citation)):
        names = [name for kind, name in sorted(touched) if kind == row_kind]
        for name in names:
            own = tuple(r for r in rows if (r.key.kind, r.key.field) == (row_kind, name))
            yield _draft(akt, assessment, of, own, reason)


def _draft(
    akt: Akt, assessment: RecordId, of: type[Any], rows: tuple[WorkingRow, ...], reason: str
) -> Draft:
    name = rows[0].key.field
    if of is not FactorMark:
        value = of(assessment, **json.loads(rows[0].value), reason=reason)
        documents_in.require_cited(akt, getattr(value, "source", ""))
        return Draft(value, RecordId(name))
    laid = beside(akt, assessment, rows).marks[name]
    known = [e for e in akt.all(FactorMark) if _is_of(e.value, assessment, name)]
    return Draft(replace(laid, reason=reason), known[-1].record if known else None)


def _is_of(mark: FactorMark, assessment: RecordId, item: str) -> bool:
    return (mark.assessment, mark.item) == (assessment, item)
