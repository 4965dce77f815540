# SPDX-License-Identifier: EUPL-1.2
"""What belongs together within one rule: brackets that rise, levels named once, parts in pairs."""

from collections.abc import Iterator

from workbench.instruments import errors
from workbench.instruments.condition_checks import dangling
from workbench.instruments.errors import Fault
from workbench.instruments.references import items_read
from workbench.instruments.rule_tables import (
    AgePoints,
    Matrix,
    MaxOfColumns,
    MaxSeverity,
    MeanScaled,
    NOfM,
    ProfileCounts,
    RecodeGate,
    Rule,
    SubCount,
    UpwardOverride,
    WeightedSum,
)
from workbench.instruments.schema import DefinitionTable


def shape_faults(table: DefinitionTable, rule: Rule, path: str) -> Iterator[Fault]:
    """What belongs together within one rule."""
    wrong = _wrong_shape(rule)
    if wrong:
        yield Fault(path, errors.WrongShapeError(what=wrong))
    yield from _levels(rule, path)
    yield from _brackets(table, rule, path)
    if isinstance(rule, ProfileCounts):
        sections = {section.id for section in table.sections}
        yield from (dangling(path, name) for name in rule.sections if name not in sections)


def _wrong_shape(rule: Rule) -> str:
    if isinstance(rule, RecodeGate) and (rule.gives == "value") != (rule.value is not None):
        return "value stands with gives = value, and only then"
    if isinstance(rule, Matrix):
        halves = [(side.rule is None) == (side.item is None) for side in (rule.a, rule.b)]
        return "a side has one of rule and item" if any(halves) else ""
    if isinstance(rule, WeightedSum):
        return "" if (*rule.points, *rule.items, *rule.plus, *rule.adjustments) else "no points"
    needed = {NOfM: "n", SubCount: "at_least", MeanScaled: "min_valid"}.get(type(rule))
    if needed is not None and getattr(rule, needed) > len(items_read(rule)):
        return f"{needed} is more than the items"
    return ""


def _levels(rule: Rule, path: str) -> Iterator[Fault]:
    named = [*rule.levels, rule.none] if isinstance(rule, MaxSeverity) else []
    if isinstance(rule, MaxSeverity):
        unknown = set(rule.items.values()) - set(rule.levels)
        yield from (dangling(f"{path}.levels", level) for level in sorted(unknown))
    named = rule.scale if isinstance(rule, UpwardOverride) else named
    if len(set(named)) < len(named):
        yield Fault(path, errors.DuplicateIdError(name=rule.id))


def _brackets(table: DefinitionTable, rule: Rule, path: str) -> Iterator[Fault]:
    """Rising, and from the lowest number that can be written."""
    found = [rule.brackets] if isinstance(rule, AgePoints) else []
    if isinstance(rule, MaxOfColumns):
        lowest = {item.id: item.lowest for item in table.items}
        for column in rule.columns:
            found.append(column.brackets)
            if column.brackets[0].low > (lowest.get(column.item) or 0):
                yield Fault(path, errors.BandRangeError(table=column.item))
    for brackets in found:
        starts = [bracket.low for bracket in brackets]
        if starts != sorted(set(starts)):
            yield Fault(path, errors.BandOrderError(table=rule.id))
