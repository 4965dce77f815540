# SPDX-License-Identifier: EUPL-1.2
"""Conditions: sound, without rings, and such that every item can come to be shown."""

from collections.abc import Iterator

from workbench.instruments import errors
from workbench.instruments.definition import code_sets, set_of
from workbench.instruments.edges import number_edges
from workbench.instruments.errors import Fault
from workbench.instruments.forms import fits_condition
from workbench.instruments.item_tables import ItemTable
from workbench.instruments.item_values import fits
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Choosing, Condition


def dangling(path: str, name: str) -> Fault:
    """A reference to something that is not there."""
    return Fault(path, errors.DanglingReferenceError(name=name))


def codes_of_item(table: DefinitionTable, item: ItemTable) -> list[str]:
    """The codes that an item can have, a state that counts as a code included."""
    codes = list(code_sets(table).get(set_of(item) or "", ()))
    states = table.states if item.states is None else item.states
    if "not-applicable" in states and "not-applicable" not in codes:
        codes.append("not-applicable")
    return codes


def choosing_faults(table: DefinitionTable, chosen: Choosing, path: str) -> Iterator[Fault]:
    """What is wrong with naming this item and this code."""
    item = next((item for item in table.items if item.id == chosen.item), None)
    if item is None:
        yield dangling(path, chosen.item)
        return
    codes, ends = codes_of_item(table, item), (item.lowest or 0, item.highest or 0)
    is_number = item.type == "number" and fits("number", chosen.code, (), ends)
    if chosen.code not in codes and not is_number:
        yield dangling(path, f"{chosen.item}={chosen.code}")


def condition_faults(table: DefinitionTable, condition: Condition, path: str) -> Iterator[Fault]:
    """One comparison, with what the source can be."""
    codes = [condition.equals, condition.not_equals, *condition.any_of]
    named = [code for code in codes if code is not None]
    numbers = condition.at_least is not None or condition.at_most is not None
    given = (condition.equals, condition.not_equals, condition.any_of or None, condition.answered)
    if sum(part is not None for part in given) + numbers != 1:
        yield Fault(path, errors.WrongShapeError(what="a condition has one comparison"))
    types = {item.id: item.type for item in table.items}
    if condition.item not in types:
        yield dangling(path, condition.item)
    elif (numbers and types[condition.item] != "number") or (
        named and types[condition.item] not in ("choice", "number")
    ):
        yield Fault(path, errors.WrongShapeError(what=f"{condition.item} has no such values"))
    else:
        for code in named:
            yield from choosing_faults(table, Choosing(item=condition.item, code=code), path)


def stated_conditions(table: DefinitionTable) -> Iterator[Fault]:
    """Every condition, wherever it stands, compares what there is."""
    for section in table.sections:
        for condition in section.visible_if:
            yield from condition_faults(table, condition, f"sections.{section.id}.visible_if")
    for item in table.items:
        for condition in item.visible_if:
            yield from condition_faults(table, condition, f"items.{item.id}.visible_if")
    for term in () if table.missing is None else table.missing.required_when:
        yield from condition_faults(table, term.when, "missing.required_when")
    for condition in () if table.population is None else table.population.includes:
        yield from condition_faults(table, condition, "population.includes")


def rings(table: DefinitionTable) -> Iterator[Fault]:
    """Items that wait for each other, named without those that merely wait for one of them."""
    waits = sources_of(table)
    while ready := [item for item, sources in waits.items() if not sources & waits.keys()]:
        for item in ready:
            del waits[item]
    ring = _on_a_ring(waits)
    if ring:
        yield Fault("items", errors.CircularConditionError(items=", ".join(ring)))


def unreachable(table: DefinitionTable) -> Iterator[Fault]:
    """Items that no answers can show: their conditions, and their sources', ask for two things."""
    items = {item.id: item for item in table.items}
    by_section = {section.id: section.visible_if for section in table.sections}
    edges = number_edges(table)
    for item in table.items:
        wanted: list[Condition] = []
        waiting, seen = [item.id], set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen or name not in items:
                continue
            seen.add(name)
            found = items[name]
            asked = (*by_section.get(found.section, ()), *found.visible_if)
            wanted += asked
            waiting += [condition.item for condition in asked]
        for source in seen - {item.id}:
            told = [condition for condition in wanted if condition.item == source]
            if not _can_hold(table, items[source], edges.get(source, ()), told):
                yield Fault(f"items.{item.id}.visible_if", errors.UnreachableError(item=item.id))
                break


def _can_hold(
    table: DefinitionTable, item: ItemTable, numbers: tuple[int, ...], told: list[Condition]
) -> bool:
    if any(True for c in told for _fault in condition_faults(table, c, "")):
        return True  # named already
    codes = [*map(str, numbers), *codes_of_item(table, item)]
    is_open = item.type not in ("choice", "number")
    return is_open or any(all(fits_condition(c, code) for c in told) for code in codes)


def _on_a_ring(waits: dict[str, set[str]]) -> list[str]:
    """Without the items that merely wait for one on a ring."""
    left = dict(waits)
    while idle := [item for item in left if not any(item in sources for sources in left.values())]:
        for item in idle:
            del left[item]
    return sorted(left)


def sources_of(table: DefinitionTable) -> dict[str, set[str]]:
    """Item -> the items that its showing depends on."""
    by_section = {s.id: {c.item for c in s.visible_if} for s in table.sections}
    return {item.id: _item_sources(item, by_section) for item in table.items}


def _item_sources(item: ItemTable, by_section: dict[str, set[str]]) -> set[str]:
    return by_section.get(item.section, set()) | {c.item for c in item.visible_if}
