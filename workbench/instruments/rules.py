# SPDX-License-Identifier: EUPL-1.2
"""What the rule primitives are made of: validations, bands, thresholds, points.

Integers only, no expressions. Structured professional judgement has no rule here on purpose.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

from workbench.instruments.definition import Definition
from workbench.instruments.forms import Codes
from workbench.instruments.item_tables import BandTable
from workbench.instruments.item_values import number_of
from workbench.instruments.rule_tables import (
    AgePoints,
    AnyOf,
    CountYes,
    MaxOfColumns,
    MeanScaled,
    NOfM,
    SubCount,
    Threshold,
    WeightedSum,
)
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.terms import Age, Columns, Points, SubItems, Term
from workbench.instruments.validation_tables import (
    AtMost,
    Exclusive,
    Implies,
    Range,
    RequiredReason,
    ValidationTable,
)

PointTable = Mapping[str, Mapping[str, int]]
"""Item id -> code -> what that code adds."""
Summed = WeightedSum | CountYes | SubCount | MaxOfColumns | AgePoints | MeanScaled | AnyOf | NOfM
"""The rules that are a sum of terms."""


def terms_of(definition: Definition, rule: Summed) -> tuple[Term, ...]:
    """What the rule is the sum of. A count has one point for every yes."""
    if isinstance(rule, WeightedSum):
        own = _points(definition, point_table(definition, rule), rule.unknown_codes)
        return (*own, *_added(definition, rule))
    if isinstance(rule, SubCount):
        yes, unknown = tuple(rule.yes_codes), tuple(rule.unknown_codes)
        return (SubItems(rule.id, tuple(rule.items), yes, rule.at_least, unknown),)
    if isinstance(rule, MaxOfColumns):
        columns = tuple((definition.by_id[c.item], tuple(c.brackets)) for c in rule.columns)
        return (Columns(rule.id, columns, tuple(rule.unknown_codes)),)
    if isinstance(rule, AgePoints):
        return (Age(rule.id, rule.birth, rule.at, tuple(rule.brackets)),)
    return _points(definition, point_table(definition, rule), [])


def point_table(
    definition: Definition, rule: WeightedSum | CountYes | MeanScaled | AnyOf | NOfM
) -> PointTable:
    """What every code of every item that the rule itself reads adds; adjustments folded in."""
    if isinstance(rule, WeightedSum):
        points = {item: dict(by_code) for item, by_code in rule.points.items()}
        points |= _recoded(definition, rule)
        return _adjusted(definition, rule, points)
    if isinstance(rule, MeanScaled):
        return _recoded(definition, rule)
    yes = [rule.yes_code] if isinstance(rule, CountYes) else rule.yes_codes
    return {
        item: {code: int(code in yes) for code in definition.by_id[item].completions}
        for item in rule.items
    }


def is_broken(validation: ValidationTable, codes: Codes) -> bool:
    """Whether answers contradict each other; an absent one does not, but for a missing reason."""
    if isinstance(validation, Exclusive | Implies):
        return _pair_is_broken(validation, codes)
    if isinstance(validation, RequiredReason):
        code = codes.get(validation.item)
        asks = code is not None and (not validation.codes or code in validation.codes)
        return asks and validation.reason not in codes
    if isinstance(validation, AtMost):
        smaller, larger = (number_of(codes.get(name)) for name in validation.items)
        return smaller is not None and larger is not None and smaller > larger
    return _is_outside(validation, number_of(codes.get(validation.item)))


def band_code(table: BandTable, value: int | Fraction) -> str | None:
    """The band that holds `value`; never the nearest one."""
    return next((row.code for row in table.rows if row.low <= value <= row.high), None)


def band_table(table: DefinitionTable, table_id: str) -> BandTable:
    """The band table with this id, which the checks have seen to be there."""
    return next(bands for bands in table.band_tables if bands.id == table_id)


def is_met(
    rule: Threshold, low: int | Fraction, high: int | Fraction, *, complete: bool
) -> bool | None:
    """True, false, or None while it can go either way.

    A count is met as soon as its lowest possible value is; it is not met only when complete.
    """
    if not complete and rule.when_incomplete == "refuse":
        return None
    if low >= rule.at_least:
        return True
    return False if complete and high < rule.at_least else None


def _added(definition: Definition, rule: WeightedSum) -> tuple[Term, ...]:
    found: list[Term] = []
    for name in rule.plus:
        found += terms_of(definition, cast("Summed", definition.rule(name)))
    return tuple(found)


def _points(
    definition: Definition, points: PointTable, unknown_codes: list[str]
) -> tuple[Term, ...]:
    """In the order of the form."""
    unknown = tuple(unknown_codes)
    return tuple(
        Points(item, points[item.id], unknown)
        for item in definition.items
        if item.id in points and item.scored
    )


def _recoded(definition: Definition, rule: WeightedSum | MeanScaled) -> dict[str, dict[str, int]]:
    """An item's own codes only: two versions of a code list can share a table."""
    if rule.recode is None or rule.output is None:
        return {}
    table = next(each for each in definition.table.recodes if each.id == rule.recode)
    worth = table.outputs[rule.output]
    return {
        item: {c: worth[c] for c in definition.by_id[item].completions if c in worth}
        for item in rule.items
    }


def _adjusted(
    definition: Definition, rule: WeightedSum, points: dict[str, dict[str, int]]
) -> PointTable:
    for adjustment in rule.adjustments:
        item, code = adjustment.when.item, adjustment.when.code
        by_code = points.setdefault(item, dict.fromkeys(definition.by_id[item].completions, 0))
        by_code[code] = by_code.get(code, 0) + adjustment.delta
    return points


def _pair_is_broken(validation: Exclusive | Implies, codes: Codes) -> bool:
    first, second = validation.of
    if codes.get(first.item) != first.code:
        return False
    other = codes.get(second.item)
    if isinstance(validation, Exclusive):
        return other == second.code
    return other is not None and other != second.code


def _is_outside(validation: Range, number: int | None) -> bool:
    if number is None:
        return False
    too_low = validation.low is not None and number < validation.low
    return too_low or (validation.high is not None and number > validation.high)
