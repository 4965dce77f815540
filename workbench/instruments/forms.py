# SPDX-License-Identifier: EUPL-1.2
"""Which items are asked, and which of them still stand open.

A hidden item keeps its answer in the journal and counts nowhere else. A condition whose source
is hidden or has no value is false, also when it says "not equal".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.instruments.answers import Answers, ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition, Item
from workbench.instruments.item_values import number_of
from workbench.instruments.tables import Condition

Codes = Mapping[str, str]
"""Item id -> the code it has; an item without a value is absent."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to answer: an item, or a factor in one time column."""

    item: Item
    column: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """How many visible items have a value. Nothing about what the values are."""

    answered: int
    items: int


@dataclass(frozen=True, slots=True)
class CodingCounts:
    """The only counts that a worksheet may have; none of them tells present from absent."""

    coded: int
    omitted: int
    not_coded: int
    total: int


Counts = AnswerCounts | CodingCounts


def codes_of(definition: Definition, answers: Answers) -> dict[str, str]:
    """The code of every item that has a sound value, hidden or not."""
    found: dict[str, str] = {}
    for item in definition.items:
        given = answers.get(item.id)
        if isinstance(given, ItemAnswer) and is_sound(item, given):
            found[item.id] = given.code if given.state == "value" else given.state
    return found


def is_sound(item: Item, given: ItemAnswer) -> bool:
    """Whether an answer is a value that the item can have."""
    if given.state == "value":
        return item.accepts(given.code)
    return given.state == "not-applicable" and given.state in item.completions


def holds(condition: Condition, asked: Codes) -> bool:
    """Whether a condition is true of items that are asked; without a value it never is."""
    code = asked.get(condition.item)
    return code is not None and fits_condition(condition, code)


def fits_condition(condition: Condition, code: str) -> bool:
    """Whether a value is what a condition asks for."""
    if condition.equals is not None:
        return code == condition.equals
    if condition.not_equals is not None:
        return code != condition.not_equals
    if condition.any_of:
        return code in condition.any_of
    if condition.answered is not None:
        return True
    number = number_of(code)
    low = condition.at_least is None or (number is not None and number >= condition.at_least)
    return low and (
        condition.at_most is None or (number is not None and number <= condition.at_most)
    )


def visible_ids(items: Sequence[Item], codes: Codes) -> frozenset[str]:
    """The items that are asked, given these codes. Terminates whatever the conditions are."""
    settled = {item.id for item in items if not item.conditions}
    shown = set(settled)
    waiting = [item for item in items if item.conditions]
    while ready := [i for i in waiting if all(c.item in settled for c in i.conditions)]:
        shown.update(i.id for i in ready if all(_holds(c, codes, shown) for c in i.conditions))
        settled.update(i.id for i in ready)
        waiting = [i for i in waiting if i.id not in settled]
    return frozenset(shown)


def visible_items(definition: Definition, answers: Answers) -> tuple[Item, ...]:
    """The items to ask, in the worksheet's order."""
    shown = visible_ids(definition.items, codes_of(definition, answers))
    return tuple(item for item in definition.items if item.id in shown)


def slots(definition: Definition, answers: Answers) -> tuple[Slot, ...]:
    """Every visible place to answer, in the worksheet's order: item by item, column by column."""
    columns = [column.id for column in definition.columns] or [""]
    return tuple(
        Slot(item, column) for item in visible_items(definition, answers) for column in columns
    )


def is_open(slot: Slot, answers: Answers) -> bool:
    """Whether nothing that can be read has been said here yet, or the question was put off."""
    given = answers.get(slot.item.id)
    if isinstance(given, ItemCoding):
        return not _coded(slot, answers)
    if given is None or given.state in ("unanswered", "postponed"):
        return True
    return given.state == "value" and not is_sound(slot.item, given)


def open_slots(definition: Definition, answers: Answers) -> tuple[Slot, ...]:
    """What is still to ask or code, in order; a column that nobody has begun need not be."""
    places = _counted_slots(definition, answers)
    return tuple(slot for slot in places if is_open(slot, answers))


def counts(definition: Definition, answers: Answers) -> Counts:
    """How far the form is filled in."""
    if definition.kind == "spj":
        return _coding_counts(definition, answers)
    codes = codes_of(definition, answers)
    visible = visible_ids(definition.items, codes)
    shown = [i for i in definition.items if i.id in visible and not i.is_reason]
    return AnswerCounts(answered=sum(item.id in codes for item in shown), items=len(shown))


def _coding_counts(definition: Definition, answers: Answers) -> CodingCounts:
    places = _counted_slots(definition, answers)
    written = [code for place in places if (code := _coded(place, answers))]
    presence = definition.table.codes
    omitted = sum(presence is not None and code == presence.omitted for code in written)
    return CodingCounts(
        coded=len(written) - omitted,
        omitted=omitted,
        not_coded=len(places) - len(written),
        total=len(places),
    )


def _counted_slots(definition: Definition, answers: Answers) -> tuple[Slot, ...]:
    begun = {column for g in answers.values() if isinstance(g, ItemCoding) for column in g.codes}
    left = {c.id for c in definition.columns if c.optional and c.id not in begun}
    return tuple(slot for slot in slots(definition, answers) if slot.column not in left)


def _coded(slot: Slot, answers: Answers) -> str:
    given = answers.get(slot.item.id)
    if not isinstance(given, ItemCoding) or slot.column not in given.codes:
        return ""
    text = given.codes[slot.column].text
    return text if text in slot.item.codes else ""


def _holds(condition: Condition, codes: Codes, shown: set[str]) -> bool:
    return condition.item in shown and holds(condition, codes)
