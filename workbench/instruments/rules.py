# SPDX-License-Identifier: EUPL-1.2
"""The rule primitives: points, validations, bands, thresholds. Integers only, no expressions.

Structured professional judgement has no rule here on purpose.
"""

from collections.abc import Collection, Mapping

from workbench.instruments.forms import Codes
from workbench.instruments.item_tables import BandTable
from workbench.instruments.item_values import number_of
from workbench.instruments.rule_tables import Numeric, Threshold, WeightedSum
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.validation_tables import (
    AtMost,
    Exclusive,
    Implies,
    RequiredReason,
    ValidationTable,
)

PointTable = Mapping[str, Mapping[str, int]]
"""Item id -> code -> what that code adds."""


def point_table(rule: Numeric, codes: Mapping[str, Collection[str]]) -> PointTable:
    """What every code of every item that the rule reads adds; adjustments are folded in.

    `codes` gives each item's possible codes.
    """
    if not isinstance(rule, WeightedSum):
        return {
            item: {code: int(code == rule.yes_code) for code in codes[item]} for item in rule.items
        }
    points = {item: dict(by_code) for item, by_code in rule.points.items()}
    for adjustment in rule.adjustments:
        item, code = adjustment.when.item, adjustment.when.code
        by_code = points.setdefault(item, dict.fromkeys(codes[item], 0))
        by_code[code] = by_code.get(code, 0) + adjustment.delta
    return points


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
    number = number_of(codes.get(validation.item))
    if number is None:
        return False
    too_low = validation.low is not None and number < validation.low
    return too_low or (validation.high is not None and number > validation.high)


def _pair_is_broken(validation: Exclusive | Implies, codes: Codes) -> bool:
    first, second = validation.of
    if codes.get(first.item) != first.code:
        return False
    other = codes.get(second.item)
    if isinstance(validation, Exclusive):
        return other == second.code
    return other is not None and other != second.code


def band_code(table: BandTable, value: int) -> str | None:
    """The band that holds `value`; never the nearest one."""
    return next((row.code for row in table.rows if row.low <= value <= row.high), None)


def band_table(table: DefinitionTable, table_id: str) -> BandTable:
    """The band table with this id, which the checks have seen to be there."""
    return next(bands for bands in table.band_tables if bands.id == table_id)


def is_met(rule: Threshold, low: int, high: int, *, complete: bool) -> bool | None:
    """True, false, or None while it can go either way.

    A count is met as soon as its lowest possible value is; it is not met only when complete.
    """
    if not complete and rule.when_incomplete == "refuse":
        return None
    if low >= rule.at_least:
        return True
    return False if complete and high < rule.at_least else None
