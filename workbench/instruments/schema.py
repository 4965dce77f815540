# SPDX-License-Identifier: EUPL-1.2
"""The shape of `instrument.toml`, `labels.<lang>.toml` and `golden.toml`: strict, closed.

Unknown keys are refused, numbers are integers, codes are text. There are no expressions.
The reference for authors is docs/formats/instrument.md.
"""

from typing import Annotated, Literal

import msgspec

from workbench.instruments.answers import OfferedState

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[!-~]{1,32}$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Points = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
Evidence = Literal["seen", "recalled", "derived"]
Kind = Literal["screen", "profile", "checklist", "actuarial", "spj", "map"]
InstrumentClass = Literal["compute", "confirm", "record", "SPJ", "shell"]


class Table(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """A TOML table whose keys are all known.

    Defaults are left out when a table is written for hashing, so that a key which is added here
    later changes no hash of a rule that does not use it.
    """


class Condition(Table, frozen=True):
    """True when the source is visible, has a value, and the value is (or is not) the code."""

    item: Id
    equals: Code | None = None
    not_equals: Code | None = None


class AnswerSetTable(Table, frozen=True):
    """A closed list of choices; `rising` names them from least to most where that is meant."""

    id: Id
    codes: list[Code]
    evidence: Evidence
    rising: list[Code] = []


class SectionTable(Table, frozen=True):
    """A group of items, shown or hidden as a whole."""

    id: Id
    visible_if: list[Condition] = []


class ItemTable(Table, frozen=True):
    """A question or factor. `number` is what the worksheet prints, never an identity."""

    id: Id
    number: Text
    section: Id
    order_evidence: Evidence
    answer_set: Id | None = None
    scored: bool = True
    states: list[OfferedState] | None = None
    visible_if: list[Condition] = []


class ColumnTable(Table, frozen=True):
    """A time column of a worksheet; `within_days` is the window's length where one is stated."""

    id: Id
    definition: Literal["stated", "by-assessor"]
    evidence: Evidence
    within_days: Annotated[int, msgspec.Meta(ge=1)] | None = None


class TimeWindowTable(Table, frozen=True):
    """What time some items speak of."""

    id: Id
    months: Annotated[int, msgspec.Meta(ge=1)]
    items: list[Id]
    evidence: Evidence


class Choosing(Table, frozen=True):
    """One item answered with one code."""

    item: Id
    code: Code


class ValidationTable(Table, frozen=True):
    """`exclusive`: not both. `implies`: the first only together with the second."""

    id: Id
    kind: Literal["exclusive", "implies"]
    of: Annotated[list[Choosing], msgspec.Meta(min_length=2, max_length=2)]
    severity: Literal["error", "warn"]
    evidence: Evidence


class BandRow(Table, frozen=True):
    """Inclusive integer edges."""

    low: Points
    high: Points
    code: Id


class BandTable(Table, frozen=True):
    """A table with an id of its own, stored with every result that used it."""

    id: Id
    evidence: Evidence
    rows: Annotated[list[BandRow], msgspec.Meta(min_length=1)]
    secondary: bool = False


class Adjustment(Table, frozen=True):
    """A delta that is added once when an item has a code; it may be negative."""

    when: Choosing
    delta: Points
    evidence: Evidence
    secondary: bool = False


class WeightedSum(Table, frozen=True, tag_field="primitive", tag="weighted_sum"):
    """The sum of the points of the codes, with its adjustments and its band table."""

    id: Id
    evidence: Evidence
    points: dict[Id, dict[Code, Points]]
    secondary: bool = False
    adjustments: list[Adjustment] = []
    bands: Id | None = None
    monotone_exceptions: list[Id] = []


class CountYes(Table, frozen=True, tag_field="primitive", tag="count_yes"):
    """The number of items answered with the yes code."""

    id: Id
    evidence: Evidence
    items: Annotated[list[Id], msgspec.Meta(min_length=1)]
    yes_code: Code
    secondary: bool = False
    bands: Id | None = None


class Threshold(Table, frozen=True, tag_field="primitive", tag="threshold"):
    """Whether an earlier rule's number is at least k; `when_incomplete` has no default."""

    id: Id
    evidence: Evidence
    of: Id
    at_least: Points
    when_incomplete: Literal["report-if-certain", "refuse"]
    secondary: bool = False


class SpjCoding(Table, frozen=True, tag_field="primitive", tag="spj_coding"):
    """Codes by factor and time column; nothing is ever computed."""

    id: Id
    evidence: Evidence
    secondary: bool = False


Rule = WeightedSum | CountYes | Threshold | SpjCoding
Numeric = WeightedSum | CountYes


class IncidentCalendar(Table, frozen=True, tag_field="primitive", tag="incident_calendar"):
    """Dated entries with a severity, kept and printed beside the form, never summed."""

    months: Annotated[int, msgspec.Meta(ge=1)]
    severity_lowest: int
    severity_highest: int
    evidence: Evidence
    before: Id | None = None


class RequiredWhen(Table, frozen=True):
    """An item that must be known only under a condition."""

    item: Id
    when: Condition


class MissingTable(Table, frozen=True):
    """What a missing answer means for the rules of this definition."""

    policy: Literal["require-all", "not-established", "coded-or-omitted"]
    evidence: Evidence
    required_when: list[RequiredWhen] = []


class PresenceTable(Table, frozen=True):
    """The worksheet's code for each internal presence."""

    present: Code
    partial: Code
    absent: Code
    omitted: Code


class ConclusionTable(Table, frozen=True):
    """A field that a person fills in; nothing is proposed."""

    id: Id
    type: Literal["level", "persons", "text"]
    evidence: Evidence
    required: bool = False
    if_no_measures: bool = False
    levels: list[Id] = []


class PersonsTable(Table, frozen=True):
    """How many of each the method speaks of."""

    perpetrators: Literal["one", "many"]
    victims: Literal["one", "many"]
    network: bool = False


class RightsTable(Table, frozen=True):
    """Whose words the form is, and how they may come in."""

    holder: Text
    wording: Literal["pack", "pack-with-proof", "own"]
    evidence: Evidence


class DefinitionTable(Table, frozen=True):
    """The whole of `instrument.toml`."""

    id: Id
    version: Id
    kind: Kind
    class_: InstrumentClass = msgspec.field(name="class")
    sections: Annotated[list[SectionTable], msgspec.Meta(min_length=1)]
    items: Annotated[list[ItemTable], msgspec.Meta(min_length=1, max_length=500)]
    rights: RightsTable
    states: list[OfferedState] = []
    own_appraisal_first: bool = False
    caveats: list[Id] = []
    time_windows: list[TimeWindowTable] = []
    answer_sets: list[AnswerSetTable] = []
    validations: list[ValidationTable] = []
    rules: list[Rule] = []
    band_tables: list[BandTable] = []
    missing: MissingTable | None = None
    calendar: IncidentCalendar | None = None
    codes: PresenceTable | None = None
    columns: list[ColumnTable] = []
    steps: list[Id] = []
    has_relevance: bool = False
    has_critical: bool = False
    extra_factor_rows: list[Id] = []
    persons: PersonsTable | None = None
    procedure: list[Id] = []
    conclusions: list[ConclusionTable] = []


class ColumnLabel(Table, frozen=True):
    """A time column's heading and what it covers."""

    label: Text
    definition: Text


class LabelsTable(Table, frozen=True):
    """The whole of `labels.<lang>.toml`: short project labels, never official wording."""

    title: Text
    object: Text
    respondent: Text
    evidence: Evidence
    sections: dict[Id, Text]
    items: dict[Id, Text]
    item_evidence: dict[Id, Evidence] = {}
    choices: dict[Id, dict[Code, Text]] = {}
    bands: dict[Id, dict[Id, Text]] = {}
    time_windows: dict[Id, Text] = {}
    columns: dict[Id, ColumnLabel] = {}
    steps: dict[Id, Text] = {}
    extra_factor_rows: dict[Id, Text] = {}
    procedure: dict[Id, Text] = {}
    conclusions: dict[Id, Text] = {}
    levels: dict[Id, Text] = {}
