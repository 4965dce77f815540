# SPDX-License-Identifier: EUPL-1.2
"""The shape of `instrument.toml`: strict, closed.

Unknown keys are refused, numbers are integers, codes are text. There are no expressions.
The reference for authors is docs/formats/instrument.md.
"""

from typing import Annotated, ClassVar, Literal

import msgspec

from workbench.instruments.answers import OfferedState
from workbench.instruments.errors import InstrumentError
from workbench.instruments.item_tables import (
    AnswerSetTable,
    BandTable,
    ItemTable,
    RecodeTable,
    SectionTable,
    TimeWindowTable,
)
from workbench.instruments.rule_tables import Rule
from workbench.instruments.tables import (
    Code,
    Condition,
    Evidence,
    Id,
    InstrumentClass,
    Kind,
    Months,
    Table,
    Text,
)
from workbench.instruments.validation_tables import ValidationTable
from workbench.instruments.worksheet_tables import (
    ColumnTable,
    ConclusionTable,
    ManagementTable,
    PersonsTable,
    PresenceTable,
    RelevanceTable,
)

FORMAT = 1
"""Of the definitions that this program reads. It rises when a key is added or means more."""


class NewerFormatError(InstrumentError):
    """The definition is written in a format (`format`) that is newer than the program's."""

    code: ClassVar[str] = "INSTR-031"


class IncidentCalendar(
    Table, frozen=True, kw_only=True, tag_field="primitive", tag="incident_calendar"
):
    """Dated entries with a severity, kept and printed beside the form, never summed."""

    months: Months
    severity_lowest: int
    severity_highest: int
    evidence: Evidence
    before: Id | None = None


class RequiredWhen(Table, frozen=True, kw_only=True):
    """An item that must be known only under a condition."""

    item: Id
    when: Condition


class MissingTable(Table, frozen=True, kw_only=True):
    """What must be known before anything is computed.

    `may_omit`: items that count 0 when left out; the result is marked.
    """

    policy: Literal[
        "require-all",
        "not-established",
        "coded-or-omitted",
        "mean-of-valid",
        "published-proration",
        "none-required",
    ]
    evidence: Evidence
    required_when: list[RequiredWhen] = []
    may_omit: list[Id] = []
    secondary: bool = False


class FlagTable(Table, frozen=True, kw_only=True, tag_field="primitive", tag="item_flag"):
    """A flag that an answer raises, whatever any score says. Never from memory."""

    id: Id
    item: Id
    codes: Annotated[list[Code], msgspec.Meta(min_length=1)]
    evidence: Literal["seen", "derived"]


class ProfileTable(Table, frozen=True, kw_only=True):
    """A named set of rules of a place or procedure; off until somebody chooses it."""

    id: Id
    evidence: Evidence


class PopulationTable(Table, frozen=True, kw_only=True):
    """Whom the instrument is for. A condition that fails gives `out-of-scope`."""

    evidence: Evidence
    includes: list[Condition] = []
    age_from: Annotated[int, msgspec.Meta(ge=0, le=120)] | None = None
    age_to: Annotated[int, msgspec.Meta(ge=0, le=120)] | None = None
    secondary: bool = False


class ExternalCode(Table, frozen=True, kw_only=True):
    """A code that others use for the whole, for an item, for one of its answers, or for a rule."""

    system: Id
    code: Text
    evidence: Evidence
    item: Id | None = None
    answer: Code | None = None
    rule: Id | None = None


class RightsTable(Table, frozen=True, kw_only=True):
    """Whose words the form is, and how they may come in."""

    holder: Text
    wording: Literal["pack", "pack-with-proof", "own"]
    evidence: Evidence


class DefinitionTable(Table, frozen=True, kw_only=True):
    """The whole of `instrument.toml`. Without a `format` it is the first."""

    id: Id
    version: Id
    kind: Kind
    class_: InstrumentClass = msgspec.field(name="class")
    sections: Annotated[list[SectionTable], msgspec.Meta(max_length=100)]
    items: Annotated[list[ItemTable], msgspec.Meta(max_length=500)]
    rights: RightsTable
    states: list[OfferedState] = []
    own_appraisal_first: bool = False
    caveats: list[Id] = []
    time_windows: list[TimeWindowTable] = []
    answer_sets: list[AnswerSetTable] = []
    validations: list[ValidationTable] = []
    rules: list[Rule] = []
    band_tables: list[BandTable] = []
    recodes: list[RecodeTable] = []
    flags: list[FlagTable] = []
    profiles: list[ProfileTable] = []
    population: PopulationTable | None = None
    external_codes: list[ExternalCode] = []
    missing: MissingTable | None = None
    calendar: IncidentCalendar | None = None
    codes: PresenceTable | None = None
    columns: list[ColumnTable] = []
    steps: list[Id] = []
    has_relevance: bool = False
    relevance: RelevanceTable | None = None
    has_critical: bool = False
    has_formulation: bool = False
    extra_factor_rows: list[Id] = []
    persons: PersonsTable | None = None
    header: list[Id] = []
    procedure: list[Id] = []
    scenario_fields: list[Id] = []
    management: list[ManagementTable] = []
    conclusions: list[ConclusionTable] = []
    format: Annotated[int, msgspec.Meta(ge=1)] = FORMAT
