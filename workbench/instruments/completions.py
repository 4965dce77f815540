# SPDX-License-Identifier: EUPL-1.2
"""Lowest and highest possible value over every consistent way to complete a form.

Items that a contradiction, a condition or a part of a rule ties together are enumerated
together; every other item adds its own extremes. Both bounds are therefore reached by some
consistent completion.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from workbench.instruments.definition import Definition, Item
from workbench.instruments.forms import Codes, visible_ids
from workbench.instruments.rules import is_broken
from workbench.instruments.terms import Ends, Term
from workbench.instruments.validation_tables import RequiredReason, ValidationTable, items_of

MOST_COMPLETIONS = 20_000
"""How many joint completions one group of tied items may have; more is refused at load."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items tied together (`pivots`), and items whose showing depends on them."""

    pivots: tuple[Item, ...]
    dependents: tuple[Item, ...]
    checks: tuple[ValidationTable, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them; what any of them depends on is among them."""
        return (*self.pivots, *self.dependents)

    @property
    def size(self) -> int:
        """The number of joint completions of the pivots."""
        return prod(len(item.completions) for item in self.pivots)


_ALONE = Group((), ())


@dataclass(frozen=True, slots=True)
class Part:
    """Terms that must be counted out together, over the groups that they touch."""

    group: Group
    terms: tuple[Term, ...]


@lru_cache(maxsize=256)
def groups(definition: Definition) -> tuple[Group, ...]:
    """The definition's tied items, cut where nothing ties them."""
    ties = _ties(definition)
    pivots = {item for tie in ties for item in tie}
    return tuple(_group(definition, tie, pivots) for tie in _merged(ties))


def parts(definition: Definition, terms: Sequence[Term]) -> tuple[Part, ...]:
    """The groups and the terms, joined where a term reads from several or two read the same.

    Terms that nothing ties stand in one part without a group.
    """
    tied = groups(definition)
    inside = {item.id for group in tied for item in group.items}
    read = Counter(name for term in terms for name in term.items)
    shared = {name for name, times in read.items() if times > 1}
    bound = [t for t in terms if any(n in inside or n in shared for n in t.items)]
    tied_ids = {id(term) for term in bound}
    links = [{item.id for item in group.items} for group in tied]
    links += [set(term.items) for term in bound]
    found = [Part(_ALONE, tuple(t for t in terms if id(t) not in tied_ids))]
    for link in _merged(links):
        touched = [group for group in tied if any(item.id in link for item in group.items)]
        reading = tuple(term for term in bound if link.issuperset(term.items))
        found.append(Part(_joined(definition, touched, shared & link), reading))
    return tuple(found)


def bounds(definition: Definition, terms: Sequence[Term], codes: Codes) -> Ends | None:
    """(lowest, highest) over consistent completions; None when no completion is consistent."""
    low = high = 0
    shown = visible_ids(definition.items, codes)
    for part in parts(definition, terms):
        if part.group.pivots:
            ends = _tied_bounds(part, codes)
        else:
            ends = _sum(term.ends(codes, shown) for term in part.terms)
        if ends is None:
            return None
        low, high = low + ends[0], high + ends[1]
    return low, high


def _tied_bounds(part: Part, codes: Codes) -> Ends | None:
    group, found = part.group, []
    if not part.terms and not group.checks:
        return 0, 0
    tied = {item.id for item in group.items}
    alone = {name for term in part.terms for name in term.items} - tied
    known = {name: codes[name] for name in (*tied, *alone) if name in codes}
    for assumed in _assignments(group.pivots, codes):
        everything = {**known, **assumed}
        shown = visible_ids(group.items, everything) | alone
        asked = {item: code for item, code in everything.items() if item in shown}
        if not any(is_broken(check, asked) for check in group.checks):
            found.append(_sum(term.ends(everything, shown) for term in part.terms))
    if not found:
        return None
    return min(low for low, _high in found), max(high for _low, high in found)


def _sum(ends: Iterable[Ends]) -> Ends:
    low = high = 0
    for lowest, highest in ends:
        low, high = low + lowest, high + highest
    return low, high


def _assignments(pivots: tuple[Item, ...], codes: Codes) -> Iterator[dict[str, str]]:
    choices = [(codes[i.id],) if i.id in codes else i.completions for i in pivots]
    names = [item.id for item in pivots]
    return (dict(zip(names, chosen, strict=True)) for chosen in product(*choices))


def _checks(definition: Definition) -> list[ValidationTable]:
    """What ties answers: errors. A reason can always be given, so it ties nothing."""
    return [
        check
        for check in definition.table.validations
        if check.severity == "error" and not isinstance(check, RequiredReason)
    ]


def _ties(definition: Definition) -> list[set[str]]:
    ties = [set(items_of(check)) for check in _checks(definition)]
    gated = [item for item in definition.items if item.conditions]
    sources = [{condition.item for condition in item.conditions} for item in gated]
    pivots = set().union(*ties, *sources)
    for item, tie in zip(gated, sources, strict=True):
        ties.append(tie | ({item.id} & pivots))
    return ties


def _merged(ties: Iterable[set[str]]) -> list[set[str]]:
    """Sets that share something become one, in the order of the first."""
    merged: list[set[str]] = []
    home: dict[str, int] = {}
    for tie in ties:
        touched = sorted({home[name] for name in tie if name in home})
        joined = set(tie).union(*(merged[index] for index in touched))
        target = touched[0] if touched else len(merged)
        if not touched:
            merged.append(joined)
        merged[target] = joined
        for index in touched[1:]:
            merged[index] = set()
        home.update(dict.fromkeys(joined, target))
    return [tie for tie in merged if tie]


def _group(definition: Definition, tie: set[str], pivots: set[str]) -> Group:
    return Group(
        pivots=tuple(item for item in definition.items if item.id in tie),
        dependents=tuple(
            item
            for item in definition.items
            if item.id not in pivots and any(c.item in tie for c in item.conditions)
        ),
        checks=tuple(c for c in _checks(definition) if tie.issuperset(items_of(c))),
    )


def _joined(definition: Definition, inside: list[Group], shared: set[str]) -> Group:
    """One group of several, in which items that two terms read are enumerated as well."""
    if len(inside) == 1 and not shared:
        return inside[0]
    pivots = {item.id for group in inside for item in group.pivots} | shared
    dependents = {item.id for group in inside for item in group.dependents} - pivots
    return Group(
        pivots=tuple(item for item in definition.items if item.id in pivots),
        dependents=tuple(item for item in definition.items if item.id in dependents),
        checks=tuple(check for group in inside for check in group.checks),
    )
