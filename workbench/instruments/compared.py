# SPDX-License-Identifier: EUPL-1.2
"""The rows of local content that a second checker compares with the form, each by its key.

The keys are those under which a screen keeps its ticks. A screen may show more rows, never fewer.
"""

from collections.abc import Iterator

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import Local, LocalRule, LocalTable, with_local
from workbench.instruments.local_tables import Proration
from workbench.instruments.references import band_table_of
from workbench.instruments.rule_tables import CountYes, Rule, WeightedSum
from workbench.instruments.rules import band_table


def rows_to_compare(definition: Definition, local: Local) -> frozenset[str]:
    """Every number and every level of it."""
    if isinstance(local, LocalTable):
        return frozenset(_of_table(local))
    own = with_local(definition, local)
    return frozenset(key for rule in own.rules for key in _of_rule(own, local, rule))


def _of_rule(own: Definition, local: LocalRule, rule: Rule) -> Iterator[str]:
    before = f"{rule.id}/" if len(local.rules) > 1 else ""
    if isinstance(rule, WeightedSum):
        yield from (f"{before}points:{item}" for item in (*rule.points, *rule.items))
        yield from (f"{before}adjustment:{each.when.item}" for each in rule.adjustments)
    elif isinstance(rule, CountYes):
        yield from (f"{before}points:{item}" for item in rule.items)
    name = band_table_of(rule)
    if name is not None:
        yield from (f"{before}band:{row.code}" for row in band_table(own.table, name).rows)
    yield "missing"


def _of_table(local: LocalTable) -> Iterator[str]:
    content = local.content
    yield "source"
    if isinstance(content, Proration):
        yield from (f"unknown:{unknown}" for unknown in range(len(content.by_unknown)))
        return
    yield from (f"cell:{a}:{b}" for a, row in content.cells.items() for b in row)
