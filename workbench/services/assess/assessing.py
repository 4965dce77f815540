# SPDX-License-Identifier: EUPL-1.2
"""Ask and code: begin an assessment, record answers as working rows, enter the sitting."""

from dataclasses import dataclass, replace

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
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.services.assess import judging, keyed_in, locks, worksheets
from workbench.services.assess.sheets import (
    ANSWER,
    CODING,
    NOTE,
    SOURCE,
    Sheet,
    by_key,
    column_of,
    entered,
    merge,
    records_of,
    working_rows,
)
from workbench.services.changes import Changes
from workbench.services.records import working
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.services.records.working import Field

ReasonMissingError = judging.ReasonMissingError
"""The refusal is one and the same, whatever was signed."""


@dataclass(frozen=True, slots=True)
class Context:
    """Why and how an assessment is made."""

    purpose: str = ""
    setting: str = ""
    sources: tuple[str, ...] = ()
    sources_refused: tuple[str, ...] = ()
    hand: Hand = "asked"
    wording: str = "none"
    profile: str = ""


def begin(akt: Akt, definition: Definition, context: Context) -> RecordId:
    """Begin an assessment with the exact definition that is shown."""
    record = akt.new_record()
    value = Assessment(
        instrument=definition.pin,
        begun_on=akt.today(),
        hand=context.hand,
        purpose=context.purpose,
        setting=context.setting,
        sources=context.sources,
        sources_refused=context.sources_refused,
        wording=context.wording,
        profile=context.profile,
    )
    akt.enter(Draft(value, record))
    return record


def assessments(akt: Akt) -> tuple[Recorded[Assessment], ...]:
    """Every assessment of the akt, oldest first."""
    return akt.all(Assessment)


def record_answer(akt: Akt, assessment: RecordId, item: str, choice: str) -> None:
    """Keep a choice: one durable write."""
    _type(akt, ANSWER, assessment, item, {"state": "value", "choice": choice})


def record_state(akt: Akt, assessment: RecordId, item: str, state: AnswerState) -> None:
    """Keep that there is no answer, and which kind of none; `unanswered` takes one back."""
    _type(akt, ANSWER, assessment, item, {"state": state, "choice": ""})


def record_coding(akt: Akt, assessment: RecordId, item: str, column: str, code: str) -> None:
    """Keep a presence code in a time column; "" takes it back to not yet coded."""
    locks.require_open(akt, assessment)
    working.type_field(akt, Field(CODING, assessment, item, column), code)


def record_note(akt: Akt, on: Sheet, item: str, text: str) -> None:
    """Keep the note beside an item."""
    _beside(akt, on, item, NOTE, text)


def record_source(akt: Akt, on: Sheet, item: str, text: str) -> None:
    """Keep where an item's answer or coding comes from."""
    _beside(akt, on, item, SOURCE, text)


def enter_sitting(akt: Akt, assessment: RecordId, reason: str = "") -> Changes:
    """Enter what this sitting gave: its working rows become entries, in one commit.

    Raises:
        ReasonMissingError: a judgement on this assessment is signed and no reason was given.
        AssessmentLockedError: it is locked; a new assessment is begun instead.
    """
    locks.require_open(akt, assessment)
    if not reason.strip() and is_signed(akt, assessment):
        raise ReasonMissingError
    rows = working_rows(akt, assessment)
    if not rows:
        return Changes(akt.case)
    records = records_of(akt, assessment)
    merged = merge(entered(akt, assessment), rows, assessment)
    touched = {(r.key.field, column_of(r)) for r in rows if r.key.kind in (ANSWER, CODING)}
    drafts = [
        Draft(_with_reason(value, reason), records.get(key))
        for key, value in by_key(merged).items()
        if key in touched
    ]
    drafts += worksheets.drafts(akt, assessment, rows, reason)
    paper = keyed_in.draft(akt, assessment, touched)  # after what it tells of
    rows += working.rows_of(akt, keyed_in.KEYED, assessment)
    return akt.enter(*drafts, *([paper] if paper else []), clearing=working.keys_of(rows))


def discard_sitting(akt: Akt, assessment: RecordId) -> None:
    """Throw the sitting's working rows away; nothing entered is touched."""
    working.discard(akt, ANSWER, assessment)
    working.discard(akt, CODING, assessment)
    for kind in (*worksheets.KINDS, keyed_in.KEYED):
        working.discard(akt, kind, assessment)


def record_own_appraisal(akt: Akt, appraisal: OwnAppraisal) -> Changes:
    """Enter the exposed person's own appraisal; each is kept, the newest stands beside results."""
    return akt.enter(Draft(appraisal))


def own_appraisals(akt: Akt) -> tuple[Recorded[OwnAppraisal], ...]:
    """Every own appraisal, oldest first."""
    return akt.all(OwnAppraisal)


def read_off(akt: Akt, reading: PaperReading) -> Changes:
    """Enter points and level that the assessor read off the official paper form."""
    locks.require_open(akt, reading.assessment)
    return akt.enter(Draft(reading))


def reading_of(akt: Akt, assessment: RecordId) -> Recorded[PaperReading] | None:
    """The newest reading off the paper form, if there is one."""
    found = [each for each in akt.all(PaperReading) if each.value.assessment == assessment]
    return found[-1] if found else None


def is_signed(akt: Akt, assessment: RecordId) -> bool:
    """Whether a judgement that rests on this assessment was ever signed."""
    resting = [j for j in akt.all(Judgement) if assessment in j.value.assessments]
    return any(judging.was_signed(akt, judged.record) for judged in resting)


def _type(akt: Akt, kind: str, assessment: RecordId, item: str, value: dict[str, str]) -> None:
    locks.require_open(akt, assessment)
    working.type_field(akt, Field(kind, assessment, item), value)


def _beside(akt: Akt, on: Sheet, item: str, column: str, text: str) -> None:
    locks.require_open(akt, on.assessment)
    kind = CODING if on.definition.kind == "spj" else ANSWER
    working.type_field(akt, Field(kind, on.assessment, item, column), text)


def _with_reason(value: Answer | Coding, reason: str) -> Answer | Coding:
    return replace(value, reason=reason) if reason else value
