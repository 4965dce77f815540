# SPDX-License-Identifier: EUPL-1.2
"""The shape of rules: one table a primitive, parameters only, no expressions.

What each primitive means is told in docs/formats/instrument.md. The list is closed.
"""

from typing import Annotated, Literal

import msgspec

from workbench.instruments.tables import (
    Choosing,
    Code,
    Condition,
    Evidence,
    Id,
    Months,
    Points,
    Table,
)

Ids = Annotated[list[Id], msgspec.Meta(min_length=1)]
Codes = Annotated[list[Code], msgspec.Meta(min_length=1)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
AtLeastOne = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class Adjustment(Table, frozen=True, kw_only=True):
    """A delta that is added once when an item has a code; it may be negative."""

    when: Choosing
    delta: Points
    evidence: Evidence
    secondary: bool = False


class Bracket(Table, frozen=True, kw_only=True):
    """From this number (years, counts) and up to the next bracket: so many points."""

    low: Count = msgspec.field(name="from")
    points: Points


class Counted(Table, frozen=True, kw_only=True):
    """A number item and the brackets that code it."""

    item: Id
    brackets: Annotated[list[Bracket], msgspec.Meta(min_length=1)]


class RuleTable(Table, frozen=True, kw_only=True):
    """What all rules have.

    `profile`: evaluated only when that profile is chosen. `gate`: the `recode_gate` that can end
    the form. `internal`: input to another rule, never shown anywhere.
    """

    id: Id
    evidence: Evidence
    secondary: bool = False
    profile: Id | None = None
    gate: Id | None = None
    internal: bool = False


class WeightedSum(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="weighted_sum"):
    """The sum of the points of the codes, with its adjustments and its band table.

    Points stand here (`points`), or in a recode table that `items` share (`recode`, `output`).
    `plus` adds earlier rules that give a number.
    """

    points: dict[Id, dict[Code, Points]] = {}
    adjustments: list[Adjustment] = []
    bands: Id | None = None
    monotone_exceptions: list[Id] = []
    items: list[Id] = []
    recode: Id | None = None
    output: Id | None = None
    plus: list[Id] = []
    unknown_codes: list[Code] = []
    only_when: Id | None = None


class CountYes(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="count_yes"):
    """The number of items answered with the yes code.

    `unknown_codes` count 0 and are told with the highest count there could be.
    """

    items: Ids
    yes_code: Code
    bands: Id | None = None
    unknown_codes: list[Code] = []


class Threshold(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="threshold"):
    """Whether an earlier rule's number is at least k; `when_incomplete` has no default."""

    of: Id
    at_least: Points
    when_incomplete: Literal["report-if-certain", "refuse"]


class Bands(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="bands"):
    """The row of a band table that an earlier rule's number lies in."""

    of: Id
    table: Id


class AnyOf(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="any_of"):
    """At least one item has one of the yes codes: yes, no, or undecided."""

    items: Ids
    yes_codes: Codes


class NOfM(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="n_of_m"):
    """At least n items have one of the yes codes: yes, no, or undecided."""

    items: Ids
    yes_codes: Codes
    n: AtLeastOne


class OrRules(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="or_rules"):
    """Met when any of these earlier rules is met; every one of them is always listed."""

    criteria: Ids


class Judgement(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="judgement"):
    """A person's yes with a reason. The program never says it for them."""

    item: Id
    yes_code: Code
    reason: Id


class UpwardOverride(
    RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="upward_override"
):
    """The higher of a computed band and a judged level; `scale` goes from lowest to highest."""

    of: Id
    item: Id
    reason: Id
    scale: Annotated[list[Code], msgspec.Meta(min_length=2)]


class PublishedTable(
    RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="published_table"
):
    """An earlier sum with unknowns, read from a published table (local, confirmed)."""

    of: Id
    table: Id
    most_unknown: AtLeastOne
    bands: Id | None = None


class MeanScaled(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="mean_scaled"):
    """The mean of the valid items times a factor, exactly; fewer than `min_valid` give none."""

    items: Ids
    recode: Id
    output: Id
    min_valid: AtLeastOne
    factor: AtLeastOne


class MaxSeverity(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="max_severity"):
    """The most severe level endorsed; `levels` rise, `none` stands for no level at all."""

    items: Annotated[dict[Id, Id], msgspec.Meta(min_length=1)]
    yes_codes: Codes
    levels: Annotated[list[Id], msgspec.Meta(min_length=1)]
    none: Id


class MatrixSide(Table, frozen=True, kw_only=True):
    """Where a category comes from: an earlier rule's band, or an item's answer."""

    rule: Id | None = None
    item: Id | None = None


class Matrix(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="matrix"):
    """The exact cell of a table of two categories (local, confirmed)."""

    a: MatrixSide
    b: MatrixSide
    table: Id
    levels: Annotated[list[Id], msgspec.Meta(min_length=1)]


class AgePoints(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="age_points"):
    """Points for completed years at a date, by the calendar."""

    birth: Id
    at: Id
    brackets: Annotated[list[Bracket], msgspec.Meta(min_length=1)]


class MaxOfColumns(
    RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="max_of_columns"
):
    """Each count coded by its own brackets; the highest code holds."""

    columns: Annotated[list[Counted], msgspec.Meta(min_length=1)]
    unknown_codes: list[Code] = []


class SubCount(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="sub_count"):
    """1 when at least k of the sub-items are yes, 0 when they cannot be, else unknown."""

    items: Ids
    yes_codes: Codes
    at_least: AtLeastOne
    unknown_codes: list[Code] = []


class RollingWindowCount(
    RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="rolling_window_count"
):
    """At least k events within so many calendar months of a date; the boundary has no default.

    `direction` `before`: the window ends at the anchor, a later event is an error. `after`: it
    begins there, an earlier event lies outside. `also` must hold besides.
    """

    events: Id
    anchor: Id
    months: Months
    boundary: Literal["include", "exclude"]
    at_least: AtLeastOne
    direction: Literal["before", "after"] = "before"
    kinds: list[Code] = []
    also: list[Condition] = []


class RecodeGate(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="recode_gate"):
    """An answer that ends the form with a stated outcome for every rule that names this gate."""

    item: Id
    code: Code
    gives: Literal["value", "not-answered", "out-of-scope"]
    value: Points | None = None


class ProfileCounts(
    RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="profile_counts"
):
    """Plain counts by section and code, made by the program; never added across sections."""

    sections: Ids


class RaterScale(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="rater_scale"):
    """Numbers that persons gave, each standing for itself; nothing is computed."""

    items: Ids


class SpjCoding(RuleTable, frozen=True, kw_only=True, tag_field="primitive", tag="spj_coding"):
    """Codes by factor and time column; nothing is ever computed."""


Numeric = WeightedSum | CountYes
TermRule = AgePoints | MaxOfColumns | SubCount
Rule = (
    WeightedSum
    | CountYes
    | Threshold
    | Bands
    | AnyOf
    | NOfM
    | OrRules
    | Judgement
    | UpwardOverride
    | PublishedTable
    | MeanScaled
    | MaxSeverity
    | Matrix
    | AgePoints
    | MaxOfColumns
    | SubCount
    | RollingWindowCount
    | RecodeGate
    | ProfileCounts
    | RaterScale
    | SpjCoding
)
