# SPDX-License-Identifier: EUPL-1.2
"""The numbers at which something changes, so that a number can be tried out by its stretches.

Between two edges every number gives the same points and breaks the same rules.
"""

from collections.abc import Iterator

from workbench.instruments.item_values import number_of
from workbench.instruments.rule_tables import Judgement, MaxOfColumns, UpwardOverride
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Condition
from workbench.instruments.validation_tables import (
    AtMost,
    Exclusive,
    Implies,
    Range,
    RequiredReason,
)


def number_edges(table: DefinitionTable) -> dict[str, tuple[int, ...]]:
    """Number item -> the first number of each stretch, from its lowest."""
    numbers = {item.id: item for item in table.items if item.type == "number"}
    starts: dict[str, set[int]] = {name: set() for name in numbers}
    for name, start in _starts(table):
        if name in starts:
            starts[name].add(start)
    _share(table, starts)
    found = {}
    for name, item in numbers.items():
        low, high = item.lowest or 0, item.highest or 0
        inside = {start for start in starts[name] if low < start <= high}
        found[name] = tuple(sorted({low, high} | inside))
    return found


def reason_items(table: DefinitionTable) -> frozenset[str]:
    """The items that only say why."""
    by_rules = [r.reason for r in table.rules if isinstance(r, Judgement | UpwardOverride)]
    checks = [v.reason for v in table.validations if isinstance(v, RequiredReason)]
    return frozenset([*by_rules, *checks])


def _starts(table: DefinitionTable) -> Iterator[tuple[str, int]]:
    for rule in table.rules:
        for column in rule.columns if isinstance(rule, MaxOfColumns) else ():
            yield from ((column.item, bracket.low) for bracket in column.brackets)
    for check in table.validations:
        if isinstance(check, Range):
            yield from _around(check.item, check.low, check.high)
        elif isinstance(check, Exclusive | Implies):
            for chosen in check.of:
                number = number_of(chosen.code)
                yield from _around(chosen.item, number, number)
    for condition in conditions_of(table):
        yield from _compared(condition)


def conditions_of(table: DefinitionTable) -> Iterator[Condition]:
    """Every condition that a definition has."""
    for section in table.sections:
        yield from section.visible_if
    for item in table.items:
        yield from item.visible_if
    if table.missing is not None:
        yield from (term.when for term in table.missing.required_when)
    if table.population is not None:
        yield from table.population.includes


def _compared(condition: Condition) -> Iterator[tuple[str, int]]:
    for code in (condition.equals, condition.not_equals, *condition.any_of):
        number = number_of(code)
        yield from _around(condition.item, number, number)
    yield from _around(condition.item, condition.at_least, condition.at_most)


def _around(item: str, low: int | None, high: int | None) -> Iterator[tuple[str, int]]:
    if low is not None:
        yield item, low
    if high is not None:
        yield item, high + 1


def _share(table: DefinitionTable, starts: dict[str, set[int]]) -> None:
    """Two numbers that are compared with each other change at the same places."""
    for check in table.validations:
        if isinstance(check, AtMost):
            both = [name for name in check.items if name in starts]
            joined = set().union(*(starts[name] for name in both))
            for name in both:
                starts[name] |= joined
