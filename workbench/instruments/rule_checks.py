# SPDX-License-Identifier: EUPL-1.2
"""What rules must keep: a point for every code, bands without holes, named exceptions."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.instruments import errors
from workbench.instruments.checks import choosing_faults, dangling
from workbench.instruments.completions import MOST_COMPLETIONS, bounds, groups
from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault
from workbench.instruments.gates import needs_confirmation
from workbench.instruments.item_tables import BandTable
from workbench.instruments.rule_tables import CountYes, Numeric, SpjCoding, Threshold, WeightedSum
from workbench.instruments.rules import PointTable, band_table, point_table


def rule_faults(definition: Definition) -> list[Fault]:
    """Every fault of the rules; those that need sound references wait for them."""
    faults = [*_sizes(definition), *_band_orders(definition), *_references(definition)]
    if not faults:
        faults = [*_gates(definition), *_ranges(definition), *_exceptions(definition)]
    return faults


def _sizes(definition: Definition) -> Iterator[Fault]:
    for group in groups(definition):
        if group.size > MOST_COMPLETIONS:
            names = ", ".join(item.id for item in group.pivots)
            yield Fault("items", errors.TooManyCompletionsError(items=names))


def _band_orders(definition: Definition) -> Iterator[Fault]:
    for bands in definition.table.band_tables:
        path = f"band_tables.{bands.id}"
        backwards = any(row.low > row.high for row in bands.rows)
        apart = any(below.high + 1 != above.low for below, above in pairwise(bands.rows))
        if backwards or apart:
            yield Fault(path, errors.BandOrderError(table=bands.id))
        if len({row.code for row in bands.rows}) < len(bands.rows):
            yield Fault(path, errors.DuplicateIdError(name=bands.id))


def _references(definition: Definition) -> Iterator[Fault]:
    tables = {bands.id for bands in definition.table.band_tables}
    numeric: set[str] = set()
    used: set[str] = set()
    for rule in definition.rules:
        path = f"rules.{rule.id}"
        if isinstance(rule, Threshold):
            if rule.of not in numeric:
                yield dangling(f"{path}.of", rule.of)
        elif not isinstance(rule, SpjCoding):
            yield from _numeric_references(definition, rule, path)
            used |= {rule.bands} if rule.bands is not None else set()
            numeric.add(rule.id)
    for name in sorted(used ^ tables):
        yield dangling("band_tables", name)


def _numeric_references(definition: Definition, rule: Numeric, path: str) -> Iterator[Fault]:
    if isinstance(rule, CountYes):
        for name in rule.items:
            yield from _counted(definition, rule, name, path)
        return
    for name, by_code in rule.points.items():
        yield from _weighed(definition, name, set(by_code), f"{path}.points.{name}")
    for adjustment in rule.adjustments:
        yield from choosing_faults(definition.table, adjustment.when, f"{path}.adjustments")
        yield from _is_scored(definition, adjustment.when.item, f"{path}.adjustments")
    for name in rule.monotone_exceptions:
        if name not in definition.by_id:
            yield dangling(f"{path}.monotone_exceptions", name)


def _counted(definition: Definition, rule: CountYes, name: str, path: str) -> Iterator[Fault]:
    item = definition.by_id.get(name)
    if item is None or rule.yes_code not in item.codes:
        yield dangling(f"{path}.items", name)
    yield from _is_scored(definition, name, f"{path}.items")


def _weighed(definition: Definition, name: str, codes: set[str], path: str) -> Iterator[Fault]:
    item = definition.by_id.get(name)
    if item is None:
        yield dangling(path, name)
        return
    for code in sorted(codes ^ set(item.completions)):
        yield Fault(path, errors.PointsError(item=name, choice=code))
    yield from _is_scored(definition, name, path)


def _is_scored(definition: Definition, name: str, path: str) -> Iterator[Fault]:
    item = definition.by_id.get(name)
    if item is not None and not item.scored:
        yield Fault(path, errors.PointsError(item=name, choice="*"))


def _gates(definition: Definition) -> Iterator[Fault]:
    """Class compute has no rule behind the gate; class confirm has one."""
    if definition.class_ not in ("compute", "confirm"):
        return
    gated = any(needs_confirmation(definition.table, rule) for rule in definition.rules)
    if gated != (definition.class_ == "confirm"):
        facts = {"part": "rules.evidence", "kind": definition.kind, "sort": definition.class_}
        yield Fault("rules", errors.KindError(**facts))


def _points(definition: Definition, rule: Numeric) -> PointTable:
    return point_table(rule, {item.id: item.completions for item in definition.items})


def _ranges(definition: Definition) -> Iterator[Fault]:
    for rule in definition.rules:
        if isinstance(rule, WeightedSum | CountYes):
            reach = bounds(definition, _points(definition, rule), {})
            if reach is None:
                yield Fault("validations", errors.BandRangeError(table=rule.id))
            elif rule.bands is not None:
                yield from _range(band_table(definition.table, rule.bands), reach)


def _range(bands: BandTable, reach: tuple[int, int]) -> Iterator[Fault]:
    if bands.rows[0].low > reach[0] or bands.rows[-1].high < reach[1]:
        yield Fault(f"band_tables.{bands.id}", errors.BandRangeError(table=bands.id))


def _exceptions(definition: Definition) -> Iterator[Fault]:
    for rule in definition.rules:
        if isinstance(rule, WeightedSum):
            named = set(rule.monotone_exceptions)
            for name in sorted(named ^ _falling(definition, _points(definition, rule))):
                path = f"rules.{rule.id}.monotone_exceptions"
                yield Fault(path, errors.MonotoneError(item=name))


def _falling(definition: Definition, points: PointTable) -> set[str]:
    """The items where a graver answer gives fewer points."""
    rising = {answers.id: answers.rising for answers in definition.table.answer_sets}
    sets = {item.id: item.answer_set for item in definition.table.items}
    falling = set()
    for name, by_code in points.items():
        order = [by_code[code] for code in rising.get(sets[name] or "", [])]
        if any(later < earlier for earlier, later in pairwise(order)):
            falling.add(name)
    return falling
