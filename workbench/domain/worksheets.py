# SPDX-License-Identifier: EUPL-1.2
"""What stands on a worksheet of structured professional judgement beside its codes.

Everything here is text on purpose, marks and numbers of sources too: nothing can be added up. The
codes themselves are `assessments.Coding`.
"""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId

Mark = Literal["", "yes"]
YesNo = Literal["", "yes", "no"]
Standing = Literal["used", "refused", "unavailable"]
STANDINGS: tuple[Standing, ...] = ("used", "refused", "unavailable")
MaterialKind = Literal["interview", "document", "register", "observation", "other"]
MATERIAL_KINDS: tuple[MaterialKind, ...] = (
    "interview",
    "document",
    "register",
    "observation",
    "other",
)
Part = Literal["perpetrator", "victim", "other"]
PARTS: tuple[Part, ...] = ("perpetrator", "victim", "other")
Depth = Literal["", "initial", "structured", "in-depth"]


@dataclass(frozen=True, slots=True)
class FactorRef:
    """A factor of one worksheet, or a factor of the case there (`item` is then its record)."""

    assessment: RecordId
    item: str


@dataclass(frozen=True, slots=True)
class FactorMark:
    """What is said of a factor as a whole, beside its codes.

    `critical`: alone enough, in this case, to conclude that the risk is imminent. `provisional`:
    to be judged again by somebody else (a specialist), and why.
    """

    assessment: RecordId
    item: str
    relevance: str = ""
    relevance_because: str = ""
    critical: Mark = ""
    provisional: Mark = ""
    provisional_because: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExtraFactor:
    """A factor of this case alone. Its codes name this record as their item."""

    assessment: RecordId
    group: str
    label: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a coding comes from: a numbered source, a page, the words that stand there.

    With an empty column it is about the factor as a whole; with neither source nor incident it was
    taken back. `happened_on` is the day of what is told, where one is; `incident` the record of an
    incident in the violence calendar, whose day holds.
    """

    assessment: RecordId
    item: str
    column: str
    source: str
    page: str = ""
    quote: str = ""
    happened_on: str = ""
    reason: str = ""
    incident: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A source of information that was used, or sought in vain. `number` is never used again."""

    assessment: RecordId
    number: str
    kind: MaterialKind
    what: str
    on: str = ""
    who: str = ""
    reliability: str = ""
    standing: Standing = "used"
    because: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """A person that the worksheet is about. `roles` are parts that they have in a collective."""

    assessment: RecordId
    part: Part
    name: str
    relation: str = ""
    roles: tuple[str, ...] = ()
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A field of the worksheet, by its id, and what a person wrote or chose in it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What the assessor says that a time column covers, and the day that it is counted from."""

    column: str
    covers: str = ""
    reference_on: str = ""
    questions: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class WorksheetHead:
    """What is said once of a worksheet: its assignment, fields, procedure, formulation."""

    assessment: RecordId
    requester: str = ""
    legal_basis: str = ""
    question: str = ""
    police_consent: YesNo = ""
    depth: Depth = ""
    fields: tuple[Said, ...] = ()
    procedure: tuple[Said, ...] = ()
    procedure_note: str = ""
    columns: tuple[ColumnHead, ...] = ()
    formulation: str = ""
    motivators: str = ""
    disinhibitors: str = ""
    destabilisers: str = ""
    reason: str = ""
