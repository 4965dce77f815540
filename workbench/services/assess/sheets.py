# SPDX-License-Identifier: EUPL-1.2
"""An assessment as its author sees it: what is entered, with the working rows laid on top."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from workbench.domain.assessments import Answer, Assessment, Coding, InstrumentPin
from workbench.domain.beside import Beside
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, is_uuid4
from workbench.domain.incidents import Incident
from workbench.domain.paper_twins import KeyedIn
from workbench.domain.working import WorkingRow
from workbench.domain.worksheets import ColumnHead
from workbench.instruments.answers import Given, from_records
from workbench.instruments.definition import Definition
from workbench.instruments.profiles import for_profile
from workbench.services.assess import keyed_in, locks, worksheets
from workbench.services.assess.keyed_in import Paper
from workbench.services.assess.worksheets import BesideCodes, Extra
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded

ANSWER, CODING = "answer", "coding"
NOTE, SOURCE = "note", "source"


class DefinitionChangedError(WorkbenchError):
    """The instrument's file is not the one that this assessment was made with."""

    code: ClassVar[str] = "LOOP-005"


class WithheldError(WorkbenchError):
    """This user does not see the assessment while a second rating is under way."""

    code: ClassVar[str] = "ASSESS-009"


class WithdrawnFormError(WorkbenchError):
    """Something new was to be begun with an own form that was withdrawn."""

    code: ClassVar[str] = "FORM-003"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assessment as it stands for its author: entered values with working rows on top.

    `notes` and `sources` are by item; `unentered` says whether För in has something to do.
    `extras` are the codes of this case's own factors, by their records; `earlier` the codes of the
    assessment that this is made anew of, by item and column, where nothing is coded yet: they are
    not reviewed and count as nothing; `earlier_extras` are its own factors, none of which is one
    here before it is named here. `material` are the sources by number, `incidents` those of
    the violence calendar by record, for worksheets. `locked_at` is the moment since when nothing
    more is said in it, "" while it is open; `ended_because` why it was ended incomplete. `keyed`
    are the papers that answers stood on first, by item and column; `paper` is the one that is keyed
    in now.
    """

    assessment: RecordId
    definition: Definition
    context: Assessment
    given: Mapping[str, Given]
    notes: Mapping[str, str]
    sources: Mapping[str, str]
    unentered: bool
    beside: BesideCodes = field(default_factory=BesideCodes)
    extras: Mapping[str, Given] = field(default_factory=dict)
    earlier: Mapping[tuple[str, str], str] = field(default_factory=dict)
    earlier_extras: tuple[Extra, ...] = ()
    material: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, ColumnHead] = field(default_factory=dict)
    locked_at: str = ""
    ended_because: str = ""
    incidents: Mapping[str, Incident] = field(default_factory=dict)
    keyed: Mapping[tuple[str, str], Recorded[KeyedIn]] = field(default_factory=dict)
    paper: Paper | None = None


@dataclass(slots=True)
class Merged:
    """Answers by item, codings by item and time column."""

    answers: dict[str, Answer] = field(default_factory=dict)
    codings: dict[tuple[str, str], Coding] = field(default_factory=dict)


def sheet(akt: Akt, desk: Desk, assessment: RecordId) -> Sheet:
    """The assessment as its author sees it, under the version that it was begun with.

    Raises:
        KeyError: no such assessment in this akt. WithheldError: a second rating is under way.
    """
    return _sheet(akt, desk, assessment, working_rows(akt, assessment))


def entered_sheet(akt: Akt, desk: Desk, assessment: RecordId) -> Sheet:
    """The assessment as others see it: working rows are their author's own.

    Raises:
        KeyError: no such assessment in this akt.
    """
    return _sheet(akt, desk, assessment, ())


def _sheet(akt: Akt, desk: Desk, assessment: RecordId, rows: tuple[WorkingRow, ...]) -> Sheet:
    begun = akt.find(Assessment, assessment)
    if begun is None:
        raise KeyError(assessment)
    if assessment in akt.withheld:
        raise WithheldError
    definition = for_profile(pinned(desk, begun.value.instrument), begun.value.profile)
    merged = merge(entered(akt, assessment), rows, assessment)
    beside = worksheets.beside(akt, assessment, rows)
    given = _given(merged)
    own, lock = {extra.record for extra in beside.extras}, locks.lock_of(akt, assessment)
    return Sheet(
        assessment=assessment,
        definition=definition,
        context=begun.value,
        given={item: each for item, each in given.items() if not is_uuid4(item)},
        notes=_texts(merged, NOTE),
        sources=_texts(merged, SOURCE),
        unentered=bool(rows),
        beside=beside,
        extras={item: each for item, each in given.items() if item in own},
        earlier=_earlier(akt, assessment, merged),
        earlier_extras=_earlier_extras(akt, assessment, beside),
        material=worksheets.sources(akt, assessment, begun.value.sources),
        heads=worksheets.column_heads(akt, assessment),
        locked_at=lock.recorded_at if lock is not None else "",
        ended_because=lock.value.incomplete_because if lock is not None else "",
        incidents=_incidents(akt) if definition.kind == "spj" else {},
        keyed=keyed_in.keyed(akt, assessment),
        paper=keyed_in.under_way(akt, assessment),
    )


def _incidents(akt: Akt) -> dict[str, Incident]:
    by_day = sorted(akt.all(Incident), key=lambda each: (each.value.day, each.recorded_at))
    return {each.record: each.value for each in by_day}


def _earlier(akt: Akt, assessment: RecordId, merged: Merged) -> dict[tuple[str, str], str]:
    """Codes of the one that this is made anew of, where this one has none of its own."""
    before = _made_anew_of(akt, assessment)
    if before is None:
        return {}
    now = {place for place, coding in merged.codings.items() if coding.code}
    then = entered(akt, before).codings
    return {p: c.code for p, c in then.items() if c.code and p not in now and not is_uuid4(p[0])}


def _earlier_extras(akt: Akt, assessment: RecordId, now: BesideCodes) -> tuple[Extra, ...]:
    """Own factors of the one that this is made anew of, which nobody has named here."""
    before = _made_anew_of(akt, assessment)
    if before is None:
        return ()
    named = {(extra.group, extra.label.strip().casefold()) for extra in now.extras}
    then = worksheets.beside(akt, before, ()).extras
    return tuple(e for e in then if (e.group, e.label.strip().casefold()) not in named)


def _made_anew_of(akt: Akt, assessment: RecordId) -> RecordId | None:
    ties = [each.value for each in akt.all(Beside) if each.value.assessment == assessment]
    return ties[-1].to[0] if ties and ties[-1].why == "again" else None


def require_offered(desk: Desk, pin: InstrumentPin) -> None:
    """See that something new may be begun with it. Raises WithdrawnFormError."""
    if desk.catalogue.is_withdrawn(pin):
        raise WithdrawnFormError


def pinned(desk: Desk, pin: InstrumentPin) -> Definition:
    """The very definition that an assessment was begun with.

    Raises:
        DefinitionChangedError: the library holds another file under this id and version.
    """
    definition = desk.catalogue.find(pin.id, pin.version)
    if definition.sha256 != pin.sha256:
        raise DefinitionChangedError(instrument=pin.id, version=pin.version)
    return definition


def working_rows(akt: Akt, assessment: RecordId) -> tuple[WorkingRow, ...]:
    """The author's own working rows of one assessment."""
    return (
        *working.rows_of(akt, ANSWER, assessment),
        *working.rows_of(akt, CODING, assessment),
        *worksheets.rows_of(akt, assessment),
    )


def _coded(rows: tuple[WorkingRow, ...]) -> tuple[WorkingRow, ...]:
    return tuple(row for row in rows if row.key.kind in (ANSWER, CODING))


def entered(akt: Akt, assessment: RecordId) -> Merged:
    """What has been entered of one assessment."""
    answers = [a.value for a in akt.all(Answer) if a.value.assessment == assessment]
    codings = [c.value for c in akt.all(Coding) if c.value.assessment == assessment]
    return Merged(
        answers={answer.item: answer for answer in answers},
        codings={(coding.item, coding.column): coding for coding in codings},
    )


def merge(before: Merged, rows: tuple[WorkingRow, ...], assessment: RecordId) -> Merged:
    """What is entered with working rows laid on top; `before` is left as it is."""
    merged = Merged(dict(before.answers), dict(before.codings))
    for row in _coded(rows):
        value = json.loads(row.value)
        if row.key.kind == ANSWER:
            _lay_answer(merged, row, value, assessment)
        else:
            _lay_coding(merged, row, value, assessment)
    return merged


def _lay_answer(merged: Merged, row: WorkingRow, value: Any, assessment: RecordId) -> None:  # noqa: ANN401
    item = row.key.field
    old = merged.answers.get(item, Answer(assessment, item, "unanswered"))
    fields: dict[str, Any] = {row.key.column: value} if row.key.column else value
    merged.answers[item] = Answer(
        assessment=assessment,
        item=item,
        state=fields.get("state", old.state),
        choice=fields.get("choice", old.choice),
        note=fields.get(NOTE, old.note),
        source=fields.get(SOURCE, old.source),
    )


def _lay_coding(merged: Merged, row: WorkingRow, value: str, assessment: RecordId) -> None:
    item, column = row.key.field, column_of(row)
    old = merged.codings.get((item, column), Coding(assessment, item, column, ""))
    is_text = row.key.column in (NOTE, SOURCE)
    merged.codings[(item, column)] = Coding(
        assessment=assessment,
        item=item,
        column=column,
        code=old.code if is_text else value,
        note=value if row.key.column == NOTE else old.note,
        source=value if row.key.column == SOURCE else old.source,
    )


def column_of(row: WorkingRow) -> str:
    """The time column that a working row belongs to; notes and sources have none."""
    return "" if row.key.column in (NOTE, SOURCE) else row.key.column


def _given(merged: Merged) -> dict[str, Given]:
    return from_records(merged.answers.values(), merged.codings.values())


def _texts(merged: Merged, name: str) -> dict[str, str]:
    beside: dict[str, Answer | Coding] = dict(merged.answers)
    beside.update({item: c for (item, column), c in merged.codings.items() if not column})
    return {item: text for item, each in beside.items() if (text := getattr(each, name))}


def by_key(merged: Merged) -> dict[tuple[str, str], Answer | Coding]:
    """Every answer and coding by (item, time column)."""
    found: dict[tuple[str, str], Answer | Coding] = {
        (item, ""): answer for item, answer in merged.answers.items()
    }
    found.update(merged.codings)
    return found


def records_of(akt: Akt, assessment: RecordId) -> dict[tuple[str, str], RecordId]:
    """The record of every entered answer and coding by (item, time column)."""
    found = {
        (a.value.item, ""): a.record for a in akt.all(Answer) if a.value.assessment == assessment
    }
    found.update(
        {
            (c.value.item, c.value.column): c.record
            for c in akt.all(Coding)
            if c.value.assessment == assessment
        }
    )
    return found
