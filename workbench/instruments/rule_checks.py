# SPDX-License-Identifier: EUPL-1.2
"""What rules must name soundly: earlier rules of the right sort, items, codes, tables.

These checks look at the table alone, so that they run whatever else is wrong.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from workbench.instruments import errors
from workbench.instruments.condition_checks import choosing_faults, condition_faults, dangling
from workbench.instruments.definition import code_sets, completions_by_item
from workbench.instruments.errors import Fault
from workbench.instruments.references import (
    band_table_of,
    inherited,
    items_read,
    recode_of,
    watched,
)
from workbench.instruments.rule_shapes import shape_faults
from workbench.instruments.rule_tables import (
    AgePoints,
    AnyOf,
    Bands,
    CountYes,
    Judgement,
    Matrix,
    MaxOfColumns,
    MaxSeverity,
    MeanScaled,
    NOfM,
    OrRules,
    PublishedTable,
    RaterScale,
    RecodeGate,
    RollingWindowCount,
    Rule,
    SubCount,
    Threshold,
    UpwardOverride,
    WeightedSum,
)
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import ItemType

_TERMS = (WeightedSum, CountYes, SubCount, MaxOfColumns, AgePoints)
_NUMBERS = (*_TERMS, MeanScaled, PublishedTable)
_YES_NO = (Threshold, AnyOf, NOfM, OrRules, Judgement, RollingWindowCount, RecodeGate)
_LEVELS = (Bands, UpwardOverride, MaxSeverity, Matrix)


@dataclass(frozen=True, slots=True)
class Names:
    """What a definition has, by name."""

    table: DefinitionTable
    codes: dict[str, list[str]]
    types: dict[str, ItemType]
    scored: dict[str, bool]
    bands: Collection[str]
    recodes: dict[str, dict[str, dict[str, int]]]


def rule_table_faults(table: DefinitionTable) -> list[Fault]:
    """Every fault that the rules show by themselves."""
    names = Names(
        table=table,
        codes={item: list(codes) for item, codes in _codes_by_item(table)},
        types={item.id: item.type for item in table.items},
        scored={item.id: item.scored for item in table.items},
        bands={bands.id for bands in table.band_tables},
        recodes={recode.id: recode.outputs for recode in table.recodes},
    )
    faults: list[Fault] = []
    earlier: dict[str, Rule] = {}
    for rule in table.rules:
        path = f"rules.{rule.id}"
        faults += _sources(names, rule, earlier, path)
        faults += _items(names, rule, path)
        faults += _codes(names, rule, path)
        faults += shape_faults(table, rule, path)
        earlier[rule.id] = rule
    return [*faults, *_unused(names)]


def _codes_by_item(table: DefinitionTable) -> Iterator[tuple[str, Collection[str]]]:
    """(item, the codes that a rule may name of it): of events their kinds."""
    kinds = code_sets(table)
    events = {item.id: item.answer_set or "" for item in table.items if item.type == "events"}
    for item, codes in completions_by_item(table).items():
        yield item, kinds.get(events[item], []) if item in events else codes


def _sources(names: Names, rule: Rule, earlier: dict[str, Rule], path: str) -> Iterator[Fault]:
    """Every rule that is named stands before, and gives what is asked of it."""
    for key, wanted, sorts in _wanted(rule):
        source = earlier.get(wanted)
        off = source is not None and source.profile not in (None, rule.profile)
        if source is None or not isinstance(source, sorts) or (off and key != "criteria"):
            yield dangling(f"{path}.{key}", wanted)
        elif key in ("table", "of") and isinstance(rule, UpwardOverride):
            yield from _scale(names, rule, source, path)
    if rule.profile is not None and all(p.id != rule.profile for p in names.table.profiles):
        yield dangling(f"{path}.profile", rule.profile)
    table = band_table_of(rule)
    if table is not None and table not in names.bands:
        yield dangling(f"{path}.bands", table)


def _wanted(rule: Rule) -> Iterator[tuple[str, str, tuple[type, ...]]]:
    """(key, rule that is named, what it may be)."""
    if rule.gate is not None:
        yield "gate", rule.gate, (RecodeGate,)
    for name in rule.criteria if isinstance(rule, OrRules) else ():
        yield "criteria", name, _YES_NO
    if isinstance(rule, WeightedSum):
        yield from (("plus", name, _TERMS) for name in rule.plus)
        if rule.only_when is not None:
            yield "only_when", rule.only_when, _YES_NO
        return
    sorts = {
        Threshold: _NUMBERS,
        Bands: (*_TERMS, PublishedTable),
        PublishedTable: (WeightedSum,),
        UpwardOverride: (*_LEVELS, *_NUMBERS),
        Matrix: (*_LEVELS, *_NUMBERS),
    }
    for name in inherited(rule):
        yield "of", name, sorts[type(rule)]


def _scale(names: Names, rule: UpwardOverride, source: Rule, path: str) -> Iterator[Fault]:
    """Every level that can be computed or judged has its place on the scale."""
    table = band_table_of(source)
    rows = next((b.rows for b in names.table.band_tables if b.id == table), [])
    levels = [row.code for row in rows] + names.codes.get(rule.item, [])
    if isinstance(source, MaxSeverity):
        levels += [*source.levels, source.none]
    elif isinstance(source, UpwardOverride):
        levels += source.scale
    elif isinstance(source, Matrix):
        levels += source.levels
    elif table is None:
        yield dangling(f"{path}.of", rule.of)
    for level in sorted(set(levels) - set(rule.scale)):
        yield dangling(f"{path}.scale", level)


def _items(names: Names, rule: Rule, path: str) -> Iterator[Fault]:
    """Every item exists, is of the type that the rule reads, and counts."""
    for item in items_read(rule):
        types = _types(rule, item)
        where = _place(rule, item, path)
        if item not in names.codes:
            yield dangling(where, item)
        elif names.types[item] not in types:
            what = f"{item} is of type {names.types[item]}"
            yield Fault(where, errors.WrongShapeError(what=what))
        elif isinstance(rule, (*_TERMS, MeanScaled, AnyOf, NOfM)) and not names.scored[item]:
            yield Fault(where, errors.PointsError(item=item, choice="*"))


def _place(rule: Rule, item: str, path: str) -> str:
    """Where in the rule an item is named."""
    if isinstance(rule, WeightedSum) and item in rule.points:
        return f"{path}.points.{item}"
    if isinstance(rule, WeightedSum) and item not in rule.items:
        return f"{path}.adjustments"
    return f"{path}.items" if hasattr(rule, "items") else path


def _types(rule: Rule, item: str) -> tuple[str, ...]:
    if isinstance(rule, MaxOfColumns):
        return ("number",)
    if isinstance(rule, AgePoints):
        return ("date",)
    if isinstance(rule, RaterScale):
        return ("ratings",)
    if isinstance(rule, Judgement | UpwardOverride) and item == rule.reason:
        return ("text",)
    if isinstance(rule, RollingWindowCount):
        dated = {rule.events: ("events",), rule.anchor: ("date",)}
        return dated.get(item, ("choice", "number", "text", "date", "events"))
    return ("choice",)


def _codes(names: Names, rule: Rule, path: str) -> Iterator[Fault]:
    """Every code that is named is one that the item can have."""
    for item, codes in _named_codes(rule):
        known = names.codes.get(item, list(codes))
        where = _place(rule, item, path)
        yield from (dangling(where, f"{item}={code}") for code in codes if code not in known)
    if isinstance(rule, WeightedSum):
        yield from _pointed(names, rule, path)
    for condition in rule.also if isinstance(rule, RollingWindowCount) else ():
        yield from condition_faults(names.table, condition, f"{path}.also")
    if isinstance(rule, WeightedSum | MeanScaled):
        yield from _recoded(names, rule, path)


def _pointed(names: Names, rule: WeightedSum, path: str) -> Iterator[Fault]:
    """Every code has its points and no other has."""
    for item, by_code in rule.points.items():
        for code in sorted(set(by_code) ^ set(names.codes.get(item, by_code))):
            yield Fault(f"{path}.points.{item}", errors.PointsError(item=item, choice=code))
    for adjustment in rule.adjustments:
        if adjustment.when.item in names.codes:
            yield from choosing_faults(names.table, adjustment.when, f"{path}.adjustments")
    for name in rule.monotone_exceptions:
        if name not in names.codes:
            yield dangling(f"{path}.monotone_exceptions", name)


def _named_codes(rule: Rule) -> Iterator[tuple[str, Collection[str]]]:
    """(item, the codes that the rule names of it)."""
    if isinstance(rule, CountYes):
        yield from ((item, [rule.yes_code]) for item in rule.items)
    elif isinstance(rule, AnyOf | NOfM | SubCount):
        yield from ((item, rule.yes_codes) for item in rule.items)
    elif isinstance(rule, Judgement):
        yield rule.item, [rule.yes_code]
    elif isinstance(rule, RecodeGate):
        yield rule.item, [rule.code]
    elif isinstance(rule, RollingWindowCount):
        yield rule.events, rule.kinds


def _recoded(names: Names, rule: WeightedSum | MeanScaled, path: str) -> Iterator[Fault]:
    """Every code of every item is in the recode table: none is left to a default."""
    if bool(rule.items) != (rule.recode is not None) or (rule.recode is None) != (
        rule.output is None
    ):
        yield Fault(path, errors.WrongShapeError(what="items, recode and output go together"))
    elif rule.recode is not None and rule.recode not in names.recodes:
        yield dangling(f"{path}.recode", rule.recode)
    elif rule.recode is not None and rule.output not in names.recodes[rule.recode]:
        yield dangling(f"{path}.output", str(rule.output))
    elif rule.recode is not None:
        worth = names.recodes[rule.recode][rule.output or ""]
        for item in rule.items:
            for code in names.codes.get(item, []):
                if code not in worth:
                    yield Fault(f"{path}.items", errors.PointsError(item=item, choice=code))
    both = set(rule.items) & set(rule.points) if isinstance(rule, WeightedSum) else set()
    yield from (Fault(path, errors.DuplicateIdError(name=name)) for name in sorted(both))


def _unused(names: Names) -> Iterator[Fault]:
    """A table that nothing reads is a mistake, or belongs to another rule."""
    rules = names.table.rules
    for name in sorted(set(names.bands) - {band_table_of(rule) for rule in rules}):
        yield dangling("band_tables", name)
    for name in sorted(set(names.recodes) - {recode_of(rule) for rule in rules}):
        yield dangling("recodes", name)
    read = {name for rule in rules for name in (*inherited(rule), *watched(rule))}
    for rule in rules:
        if rule.internal and rule.id not in read:
            yield dangling(f"rules.{rule.id}.internal", rule.id)
