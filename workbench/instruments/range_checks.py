# SPDX-License-Identifier: EUPL-1.2
"""What rules must keep once all they name is sound: reach, bands without holes, exceptions."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.instruments import errors
from workbench.instruments.completions import MOST_COMPLETIONS, bounds, groups, parts
from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault
from workbench.instruments.gates import needs_confirmation
from workbench.instruments.item_tables import BandTable
from workbench.instruments.references import band_table_of
from workbench.instruments.rule_tables import (
    MeanScaled,
    Rule,
    Threshold,
    WeightedSum,
)
from workbench.instruments.rules import Summed, band_table, point_table, terms_of


def range_faults(definition: Definition) -> list[Fault]:
    """Every fault of a definition whose references are sound."""
    faults = list(_sizes(definition))
    if not faults:
        faults = [*_gates(definition), *_ranges(definition), *_exceptions(definition)]
    return faults


def band_faults(bands: BandTable) -> Iterator[Fault]:
    """Rows without hole or overlap, rising, each with a code of its own."""
    path = f"band_tables.{bands.id}"
    backwards = any(row.low > row.high for row in bands.rows)
    apart = any(below.high + 1 != above.low for below, above in pairwise(bands.rows))
    if backwards or apart:
        yield Fault(path, errors.BandOrderError(table=bands.id))
    if len({row.code for row in bands.rows}) < len(bands.rows):
        yield Fault(path, errors.DuplicateIdError(name=bands.id))


def _sizes(definition: Definition) -> Iterator[Fault]:
    found = list(groups(definition))
    for rule in definition.rules:
        if isinstance(rule, Summed):
            terms = terms_of(definition, rule)
            found += [part.group for part in parts(definition, terms)]
    for names in dict.fromkeys(
        ", ".join(item.id for item in group.pivots)
        for group in found
        if group.size > MOST_COMPLETIONS
    ):
        yield Fault("items", errors.TooManyCompletionsError(items=names))


def _gates(definition: Definition) -> Iterator[Fault]:
    """Class compute has a rule before the gate; class confirm has one behind it."""
    if definition.class_ not in ("compute", "confirm"):
        return
    gated = [needs_confirmation(definition.table, rule) for rule in definition.rules]
    if not (any(gated) if definition.class_ == "confirm" else not all(gated)):
        facts = {"part": "rules.evidence", "kind": definition.kind, "sort": definition.class_}
        yield Fault("rules", errors.KindError(**facts))


def _ranges(definition: Definition) -> Iterator[Fault]:
    for rule in definition.rules:
        if not isinstance(rule, Summed):
            continue
        reach = bounds(definition, terms_of(definition, rule), {})
        if reach is None:
            yield Fault("validations", errors.BandRangeError(table=rule.id))
            continue
        for table in dict.fromkeys(_tables_read(definition, rule)):
            rows = band_table(definition.table, table).rows
            if rows[0].low > reach[0] or rows[-1].high < reach[1]:
                yield Fault(f"band_tables.{table}", errors.BandRangeError(table=table))
        if not isinstance(rule, MeanScaled):
            yield from _thresholds(definition, rule, reach)


def _tables_read(definition: Definition, rule: Rule) -> Iterator[str]:
    """The band tables that a sum is read through, by itself or by a later rule."""
    readers = [r for r in definition.rules if getattr(r, "of", "") == rule.id]
    for reader in (rule, *readers):
        table = band_table_of(reader)
        if table is not None:
            yield table


def _thresholds(definition: Definition, rule: Rule, reach: tuple[int, int]) -> Iterator[Fault]:
    """A limit that can never be met is a slip of the pen."""
    for limit in definition.rules:
        if isinstance(limit, Threshold) and limit.of == rule.id and limit.at_least > reach[1]:
            yield Fault(f"rules.{limit.id}.at_least", errors.BandRangeError(table=limit.id))


def _exceptions(definition: Definition) -> Iterator[Fault]:
    for rule in definition.rules:
        if isinstance(rule, WeightedSum):
            named = set(rule.monotone_exceptions)
            for name in sorted(named ^ _falling(definition, rule)):
                path = f"rules.{rule.id}.monotone_exceptions"
                yield Fault(path, errors.MonotoneError(item=name))


def _falling(definition: Definition, rule: WeightedSum) -> set[str]:
    """The items where a graver answer gives fewer points, by the order of their answer set."""
    rising = {answers.id: answers.rising for answers in definition.table.answer_sets}
    sets = {item.id: item.answer_set for item in definition.table.items}
    falling = set()
    for name, by_code in point_table(definition, rule).items():
        order = [by_code[code] for code in rising.get(sets[name] or "", []) if code in by_code]
        if any(later < earlier for earlier, later in pairwise(order)):
            falling.add(name)
    return falling
