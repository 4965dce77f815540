# SPDX-License-Identifier: EUPL-1.2
"""Assessments and what is recorded in them. Nothing here adds codes up."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId

AnswerState = Literal["value", "unanswered", "dont-know", "declined", "not-applicable", "postponed"]
Hand = Literal["asked", "read-off"]


@dataclass(frozen=True, slots=True)
class InstrumentPin:
    """The exact definition that was shown: id, version, SHA-256 of its file."""

    id: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.id}@{self.version}#{self.sha256}"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One administration of one instrument version, and its context.

    `hand` is `read-off` when points and level were read off the official paper form. `wording` is
    the hash of the wording pack that was in force when it began. `profile`: which of the
    instrument's profiles it is read by, if it has any and one was chosen.
    """

    instrument: InstrumentPin
    begun_on: str
    hand: Hand = "asked"
    purpose: str = ""
    setting: str = ""
    sources: tuple[str, ...] = ()
    sources_refused: tuple[str, ...] = ()
    reason: str = ""
    wording: str = "none"
    profile: str = ""


@dataclass(frozen=True, slots=True)
class OwnAppraisal:
    """The exposed person's own appraisal, in own words; `declined` is a valid appraisal."""

    words: str
    estimate: str = ""
    declined: bool = False
    after_score: bool = False
    observed_at: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one item. `choice` is a code of the answer set when `state` is value.

    `unanswered` carries a note that was written before any answer.
    """

    assessment: RecordId
    item: str
    state: AnswerState
    choice: str = ""
    note: str = ""
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """An SPJ code of one factor in one time column. A code is text and cannot be added.

    With an empty column and code it carries the factor's note and sources.
    """

    assessment: RecordId
    item: str
    column: str
    code: str
    note: str = ""
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaperReading:
    """Points and level that the assessor read off the official form: not computed here."""

    assessment: RecordId
    points: str
    level: str
    form_edition: str
    read_on: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a rule gave, with everything needed to tell how (never a conclusion)."""

    assessment: RecordId
    instrument: InstrumentPin
    rule: str
    rule_sha256: str
    status: str
    value: int | str | None
    band: str
    band_table: str
    lowest: int | str | None
    highest: int | str | None
    missing: tuple[str, ...]
    confirmation: str
    wording: str
    engine: str


@dataclass(frozen=True, slots=True)
class RuleConfirmation:
    """A method owner's word that the shipped rule is the licensed form's; organisation akt.

    `expires_on`: its last day, if it has one. `second`: who checked it besides.
    """

    instrument: str
    version: str
    rule: str
    rule_sha256: str
    owner: str
    function: str
    organisation: str
    on: str
    form_edition: str
    licence: str = ""
    revoked_on: str = ""
    expires_on: str = ""
    second: str = ""
    second_on: str = ""
    note: str = ""
    revoked_because: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """One conclusion field, the level that a person chose for it, and why."""

    field: str
    level: str
    if_no_measures: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion field that takes no level: words, persons, a day, or yes or no."""

    field: str
    said: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the professional concludes, with reasons. No part of it is filled in by a rule."""

    assessments: tuple[RecordId, ...]
    risk_for_what: str
    against_whom: str
    why: str
    what_we_do: str
    limitations: str
    reassess_on: str
    levels: tuple[Level, ...] = ()
    reason: str = ""
    conclusions: tuple[Conclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature under a judgement; the review that stood before it, or why there was none."""

    judgement: RecordId
    signed_by: str
    reviewer: str = ""
    review_skipped_because: str = ""
