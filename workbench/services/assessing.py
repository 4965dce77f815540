# SPDX-License-Identifier: EUPL-1.2
"""Ask and code: begin an assessment, record answers as working rows, enter the sitting."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from workbench.domain.assessments import (
    Answer,
    AnswerState,
    Assessment,
    Coding,
    Hand,
    Judgement,
    OwnAppraisal,
    PaperReading,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.working import WorkingRow
from workbench.instruments.answers import Given, from_records
from workbench.instruments.definition import Definition
from workbench.services import working
from workbench.services.akt import Akt, Draft, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.judging import signature_of
from workbench.services.working import Field

NOTE, SOURCE = "note", "source"
_ANSWER, _CODING = "answer", "coding"


class ReasonMissingError(WorkbenchError):
    """Something was changed after it was signed, without a reason."""

    code: ClassVar[str] = "LOOP-004"


@dataclass(frozen=True, slots=True)
class Context:
    """Why and how an assessment is made."""

    purpose: str = ""
    setting: str = ""
    sources: tuple[str, ...] = ()
    sources_refused: tuple[str, ...] = ()
    hand: Hand = "asked"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assessment as it stands for its author: entered values with working rows on top.

    `notes` and `sources` are by item; `unentered` says whether För in has something to do.
    """

    assessment: RecordId
    definition: Definition
    context: Assessment
    given: Mapping[str, Given]
    notes: Mapping[str, str]
    sources: Mapping[str, str]
    unentered: bool


@dataclass(slots=True)
class _Merged:
    answers: dict[str, Answer] = field(default_factory=dict)
    codings: dict[tuple[str, str], Coding] = field(default_factory=dict)


def begin(akt: Akt, definition: Definition, context: Context) -> RecordId:
    """Begin an assessment with the exact definition that is shown."""
    record = akt.new_record()
    value = Assessment(
        instrument=definition.pin,
        begun_on=akt.now()[:10],
        hand=context.hand,
        purpose=context.purpose,
        setting=context.setting,
        sources=context.sources,
        sources_refused=context.sources_refused,
    )
    akt.enter(Draft(value, record))
    return record


def assessments(akt: Akt) -> tuple[Recorded[Assessment], ...]:
    """Every assessment of the akt, oldest first."""
    return akt.all(Assessment)


def record_answer(akt: Akt, assessment: RecordId, item: str, choice: str) -> None:
    """Keep a choice: one durable write."""
    _type(akt, _ANSWER, assessment, item, {"state": "value", "choice": choice})


def record_state(akt: Akt, assessment: RecordId, item: str, state: AnswerState) -> None:
    """Keep that there is no answer, and which kind of none; `unanswered` takes one back."""
    _type(akt, _ANSWER, assessment, item, {"state": state, "choice": ""})


def record_coding(akt: Akt, assessment: RecordId, item: str, column: str, code: str) -> None:
    """Keep a presence code in a time column; "" takes it back to not yet coded."""
    working.type_field(akt, Field(_CODING, assessment, item, column), code)


def record_note(akt: Akt, sheet_of: Sheet, item: str, text: str) -> None:
    """Keep the note beside an item."""
    _beside(akt, sheet_of, item, NOTE, text)


def record_source(akt: Akt, sheet_of: Sheet, item: str, text: str) -> None:
    """Keep where an item's answer or coding comes from."""
    _beside(akt, sheet_of, item, SOURCE, text)


def sheet(akt: Akt, desk: Desk, assessment: RecordId) -> Sheet:
    """The assessment as its author sees it, under the version that it was begun with.

    Raises:
        KeyError: no such assessment in this akt.
    """
    begun = akt.find(Assessment, assessment)
    if begun is None:
        raise KeyError(assessment)
    definition = desk.catalogue.pinned(begun.value.instrument)
    rows = _rows(akt, assessment)
    merged = _merge(_entered(akt, assessment), rows, assessment)
    return Sheet(
        assessment=assessment,
        definition=definition,
        context=begun.value,
        given=_given(merged),
        notes=_texts(merged, NOTE),
        sources=_texts(merged, SOURCE),
        unentered=bool(rows),
    )


def enter_sitting(akt: Akt, assessment: RecordId, reason: str = "") -> Changes:
    """Enter what this sitting gave: its working rows become entries, in one commit.

    Raises:
        ReasonMissingError: a judgement on this assessment is signed and no reason was given.
    """
    if not reason.strip() and is_signed(akt, assessment):
        raise ReasonMissingError
    rows = _rows(akt, assessment)
    if not rows:
        return Changes(akt.case)
    records = _records(akt, assessment)
    merged = _merge(_entered(akt, assessment), rows, assessment)
    touched = {(row.key.field, _column(row)) for row in rows}
    drafts = [
        Draft(_with_reason(value, reason), records.get(key))
        for key, value in _by_key(merged).items()
        if key in touched
    ]
    return akt.enter(*drafts, clearing=working.keys_of(rows))


def discard_sitting(akt: Akt, assessment: RecordId) -> None:
    """Throw the sitting's working rows away; nothing entered is touched."""
    working.discard(akt, _ANSWER, assessment)
    working.discard(akt, _CODING, assessment)


def record_own_appraisal(akt: Akt, appraisal: OwnAppraisal) -> Changes:
    """Enter the exposed person's own appraisal; each is kept, the newest stands beside results."""
    return akt.enter(Draft(appraisal))


def own_appraisals(akt: Akt) -> tuple[Recorded[OwnAppraisal], ...]:
    """Every own appraisal, oldest first."""
    return akt.all(OwnAppraisal)


def read_off(akt: Akt, reading: PaperReading) -> Changes:
    """Enter points and level that the assessor read off the official paper form."""
    return akt.enter(Draft(reading))


def reading_of(akt: Akt, assessment: RecordId) -> Recorded[PaperReading] | None:
    """The newest reading off the paper form, if there is one."""
    found = [each for each in akt.all(PaperReading) if each.value.assessment == assessment]
    return found[-1] if found else None


def is_signed(akt: Akt, assessment: RecordId) -> bool:
    """Whether a judgement that rests on this assessment has been signed."""
    resting = [j for j in akt.all(Judgement) if assessment in j.value.assessments]
    return any(signature_of(akt, judged.record) is not None for judged in resting)


def _type(akt: Akt, kind: str, assessment: RecordId, item: str, value: dict[str, str]) -> None:
    working.type_field(akt, Field(kind, assessment, item), value)


def _beside(akt: Akt, sheet_of: Sheet, item: str, column: str, text: str) -> None:
    kind = _CODING if sheet_of.definition.kind == "spj" else _ANSWER
    working.type_field(akt, Field(kind, sheet_of.assessment, item, column), text)


def _rows(akt: Akt, assessment: RecordId) -> tuple[WorkingRow, ...]:
    return (
        *working.rows_of(akt, _ANSWER, assessment),
        *working.rows_of(akt, _CODING, assessment),
    )


def _entered(akt: Akt, assessment: RecordId) -> _Merged:
    answers = [a.value for a in akt.all(Answer) if a.value.assessment == assessment]
    codings = [c.value for c in akt.all(Coding) if c.value.assessment == assessment]
    return _Merged(
        answers={answer.item: answer for answer in answers},
        codings={(coding.item, coding.column): coding for coding in codings},
    )


def _merge(entered: _Merged, rows: tuple[WorkingRow, ...], assessment: RecordId) -> _Merged:
    merged = _Merged(dict(entered.answers), dict(entered.codings))
    for row in rows:
        value = json.loads(row.value)
        if row.key.kind == _ANSWER:
            _lay_answer(merged, row, value, assessment)
        else:
            _lay_coding(merged, row, value, assessment)
    return merged


def _lay_answer(merged: _Merged, row: WorkingRow, value: Any, assessment: RecordId) -> None:  # noqa: ANN401
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


def _lay_coding(merged: _Merged, row: WorkingRow, value: str, assessment: RecordId) -> None:
    item, column = row.key.field, _column(row)
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


def _column(row: WorkingRow) -> str:
    return "" if row.key.column in (NOTE, SOURCE) else row.key.column


def _given(merged: _Merged) -> dict[str, Given]:
    return from_records(merged.answers.values(), merged.codings.values())


def _texts(merged: _Merged, name: str) -> dict[str, str]:
    beside: dict[str, Answer | Coding] = dict(merged.answers)
    beside.update({item: c for (item, column), c in merged.codings.items() if not column})
    return {item: text for item, each in beside.items() if (text := getattr(each, name))}


def _by_key(merged: _Merged) -> dict[tuple[str, str], Answer | Coding]:
    found: dict[tuple[str, str], Answer | Coding] = {
        (item, ""): answer for item, answer in merged.answers.items()
    }
    found.update(merged.codings)
    return found


def _records(akt: Akt, assessment: RecordId) -> dict[tuple[str, str], RecordId]:
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


def _with_reason(value: Answer | Coding, reason: str) -> Answer | Coding:
    if not reason:
        return value
    if isinstance(value, Answer):
        return Answer(
            value.assessment,
            value.item,
            value.state,
            value.choice,
            value.note,
            value.source,
            reason,
        )
    return Coding(
        value.assessment, value.item, value.column, value.code, value.note, value.source, reason
    )
