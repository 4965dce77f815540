# SPDX-License-Identifier: EUPL-1.2
"""Lowest and highest possible value over every consistent way to complete a form.

Items that a contradiction or a condition ties together are enumerated together; every other
item adds its own extremes. Both bounds are therefore reached by some consistent completion.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from workbench.instruments.definition import Definition, Item
from workbench.instruments.forms import Codes, visible_ids
from workbench.instruments.rules import PointTable, is_broken
from workbench.instruments.validation_tables import ValidationTable, items_of

MOST_COMPLETIONS = 20_000
"""How many joint completions one group of tied items may have; more is refused at load."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items tied together (`pivots`), and items whose showing depends on them."""

    pivots: tuple[Item, ...]
    dependents: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them; what any of them depends on is among them."""
        return (*self.pivots, *self.dependents)

    @property
    def size(self) -> int:
        """The number of joint completions of the pivots."""
        return prod(len(item.completions) for item in self.pivots)


def groups(definition: Definition) -> tuple[Group, ...]:
    """The definition's items, cut where nothing ties them."""
    ties = _ties(definition)
    pivots = {item for tie in ties for item in tie}
    merged = _merged(ties)
    found = [_group(definition, tie, pivots) for tie in merged]
    taken = {item.id for group in found for item in group.items}
    free = (item for item in definition.items if item.id not in taken)
    return (*found, *(Group((), (item,)) for item in free))


def bounds(definition: Definition, points: PointTable, codes: Codes) -> tuple[int, int] | None:
    """(lowest, highest) over consistent completions; None when no completion is consistent."""
    low = high = 0
    shown = visible_ids(definition.items, codes)
    for group in groups(definition):
        if group.pivots:
            ends = _tied_bounds(definition, group, points, codes)
        else:
            ends = _sum(_ends(i, points, codes) for i in group.items if i.id in shown)
        if ends is None:
            return None
        low, high = low + ends[0], high + ends[1]
    return low, high


def _tied_bounds(
    definition: Definition, group: Group, points: PointTable, codes: Codes
) -> tuple[int, int] | None:
    found = []
    checks = [v for v in definition.table.validations if v.severity == "error"]
    for assumed in _assignments(group.pivots, codes):
        everything = {**codes, **assumed}
        shown = visible_ids(group.items, everything)
        if not _is_consistent(checks, {i: c for i, c in everything.items() if i in shown}):
            continue
        found.append(_sum(_ends(i, points, everything) for i in group.items if i.id in shown))
    if not found:
        return None
    return min(low for low, _high in found), max(high for _low, high in found)


def _sum(ends: Iterable[tuple[int, int]]) -> tuple[int, int]:
    low = high = 0
    for lowest, highest in ends:
        low, high = low + lowest, high + highest
    return low, high


def _ends(item: Item, points: PointTable, codes: Codes) -> tuple[int, int]:
    by_code = points.get(item.id)
    if by_code is None or not item.scored:
        return 0, 0
    possible = [codes[item.id]] if item.id in codes else item.completions
    values = [by_code[code] for code in possible]
    return min(values), max(values)


def _assignments(pivots: tuple[Item, ...], codes: Codes) -> Iterator[dict[str, str]]:
    choices = [(codes[i.id],) if i.id in codes else i.completions for i in pivots]
    names = [item.id for item in pivots]
    return (dict(zip(names, chosen, strict=True)) for chosen in product(*choices))


def _is_consistent(checks: Iterable[ValidationTable], codes: Codes) -> bool:
    return not any(is_broken(check, codes) for check in checks)


def _ties(definition: Definition) -> list[set[str]]:
    checks = [v for v in definition.table.validations if v.severity == "error"]
    ties = [set(items_of(check)) for check in checks]
    gated = [item for item in definition.items if item.conditions]
    sources = [{condition.item for condition in item.conditions} for item in gated]
    pivots = set().union(*ties, *sources)
    for item, tie in zip(gated, sources, strict=True):
        ties.append(tie | ({item.id} & pivots))
    return ties


def _merged(ties: Iterable[set[str]]) -> list[set[str]]:
    merged: list[set[str]] = []
    for tie in ties:
        joined = set(tie)
        apart = []
        for other in merged:
            if other & joined:
                joined |= other
            else:
                apart.append(other)
        merged = [*apart, joined]
    return merged


def _group(definition: Definition, tie: set[str], pivots: set[str]) -> Group:
    return Group(
        pivots=tuple(item for item in definition.items if item.id in tie),
        dependents=tuple(
            item
            for item in definition.items
            if item.id not in pivots and any(c.item in tie for c in item.conditions)
        ),
    )
