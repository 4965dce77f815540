# SPDX-License-Identifier: EUPL-1.2
"""The assessment as a document: what a reader needs, in the order of reading."""

from dataclasses import dataclass
from datetime import date, datetime

from workbench.services.documents.results import ResultPart
from workbench.services.documents.staff import (
    MeasureRow,
    PersonRow,
    Provenance,
    SignaturePart,
    StaffRow,
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that was used: "Samtal med den utsatta", when, by or from whom."""

    kind: str
    on: date | None = None
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SoughtSourceRow:
    """A source that was sought and refused or could not be had, and why."""

    kind: str
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnAppraisalPart:
    """The exposed person's own view, in own words, taken before any score was shown.

    `estimate` is the person's own estimate in words; `after_score` marks one that was entered
    after the score had been seen; `declined` is a full answer of its own.
    """

    words: str
    estimate: str
    recorded_at: datetime
    recorder: str
    declined: bool = False
    after_score: bool = False


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One event of the violence calendar; severity 1-5, never summed.

    `day` is for days that are not known exactly ("omkring midsommar") and replaces `on`.
    """

    on: date | None
    kind: str
    severity: int | None
    source: str
    day: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level that a person chose: of what, which, and whether it is rated without measures."""

    question: str
    level: str
    without_measures: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JudgementPart:
    """What the professional concludes; a machine never fills any of it."""

    risk_of_what: str
    against_whom: str
    reasons: str
    what_we_do: str
    limitations: str
    levels: tuple[LevelRow, ...]
    reassess_by: date | None
    comparison: str = ""
    conclusions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioPart:
    """Who might do what to whom, how soon, how bad; likelihood in words."""

    reference: str
    what: str
    who: str
    against_whom: str
    severity: str
    imminence: str
    frequency: str
    likelihood: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentDocument:
    """All that stands on the pages of one assessment.

    `protection_now` says what was decided about protection before any form was filled in.
    `number` counts the assessments of the akt (0: not shown).
    """

    case_number: str
    persons: tuple[PersonRow, ...]
    assessors: tuple[StaffRow, ...]
    assessed_on: tuple[date, ...]
    unit: str
    purpose: str
    sources: tuple[SourceRow, ...]
    sources_sought: tuple[SoughtSourceRow, ...]
    own_appraisal: OwnAppraisalPart | None
    incidents: tuple[IncidentRow, ...]
    results: tuple[ResultPart, ...]
    judgement: JudgementPart | None
    scenarios: tuple[ScenarioPart, ...]
    measures: tuple[MeasureRow, ...]
    signature: SignaturePart
    provenance: Provenance
    number: int = 0
    protection_now: str = ""
    caveats: tuple[str, ...] = ()
