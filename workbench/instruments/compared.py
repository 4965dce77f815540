# SPDX-License-Identifier: EUPL-1.2
"""The rows of local content that a second checker compares with the form, each by its key.

The keys are those under which a screen keeps its ticks. A screen may show more rows, never fewer.
"""

from collections.abc import Iterator

import msgspec

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import Local, LocalRule, LocalTable, with_local
from workbench.instruments.local_tables import Proration
from workbench.instruments.references import band_table_of, recode_of
from workbench.instruments.rule_tables import CountYes, MeanScaled, Rule, Threshold, WeightedSum
from workbench.instruments.rules import band_table
from workbench.instruments.schema import DefinitionTable

_NEVER = frozenset({"id", "primitive", "evidence", "secondary", "internal", "recode", "output"})
_TOLD: dict[type, frozenset[str]] = {
    WeightedSum: frozenset({"points", "items", "adjustments", "bands", "monotone_exceptions"}),
    CountYes: frozenset({"items", "yes_code", "bands"}),
    Threshold: frozenset({"at_least"}),
}


def rows_to_compare(definition: Definition, local: Local) -> frozenset[str]:
    """Every number, every level, and whom it holds for."""
    if isinstance(local, LocalTable):
        return frozenset(_of_table(local))
    own = with_local(definition, local)
    rows = (key for rule in own.rules for key in _of_rule(own, local, rule))
    return frozenset((*rows, *_of_whole(own.table)))


def stated_parts(rule: Rule) -> tuple[str, ...]:
    """What a rule says that is told neither as points, as levels nor as a threshold."""
    told = _NEVER | _TOLD.get(type(rule), frozenset())
    if band_table_of(rule):
        told |= {"table", "bands"}
    return tuple(key for key in msgspec.to_builtins(rule) if key not in told)


def _of_rule(own: Definition, local: LocalRule, rule: Rule) -> Iterator[str]:
    before = f"{rule.id}/" if len(local.rules) > 1 else ""
    return (f"{before}{key}" for key in (*_numbers(rule), *_levels(own, rule), *_said(own, rule)))


def _numbers(rule: Rule) -> Iterator[str]:
    if isinstance(rule, WeightedSum):
        yield from (f"points:{item}" for item in (*rule.points, *rule.items))
        yield from (f"adjustment:{each.when.item}" for each in rule.adjustments)
    elif isinstance(rule, CountYes):
        yield from (f"points:{item}" for item in rule.items)
    elif isinstance(rule, Threshold):
        yield "threshold"


def _levels(own: Definition, rule: Rule) -> Iterator[str]:
    name = band_table_of(rule)
    if name is not None:
        yield from (f"band:{row.code}" for row in band_table(own.table, name).rows)


def _said(own: Definition, rule: Rule) -> Iterator[str]:
    yield from (f"stated:{key}" for key in stated_parts(rule))
    if isinstance(rule, WeightedSum | MeanScaled) and rule.output is not None:
        shared = {recode.id for recode in own.table.recodes} & {recode_of(rule)}
        yield from (f"recode:{name}" for name in shared)


def _of_whole(table: DefinitionTable) -> Iterator[str]:
    """What lacks, whom it holds for, and what cannot be answered together."""
    policy, population = table.missing, table.population
    if policy is not None:
        yield "missing"
        yield from (f"omit:{name}" for name in policy.may_omit)
        yield from (f"needed:{term.item}" for term in policy.required_when)
    if population is not None:
        yield from (f"only:{each.item}" for each in population.includes)
    yield from (f"check:{check.id}" for check in table.validations)


def _of_table(local: LocalTable) -> Iterator[str]:
    content = local.content
    yield "source"
    if isinstance(content, Proration):
        yield from (f"unknown:{unknown}" for unknown in range(len(content.by_unknown)))
        return
    yield from (f"cell:{a}:{b}" for a, row in content.cells.items() for b in row)
