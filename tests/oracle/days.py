# SPDX-License-Identifier: EUPL-1.2
"""Calendar rules (6): months backwards, age in completed years, events in a window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.logic import MET, NOT_MET, UNDECIDED


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `day` is None when nobody knows when."""

    day: date | None
    kind: str = "incident"


def months_before(day: date, months: int) -> date:
    """The same day so many calendar months earlier, clamped to the end of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)


def place(event: date, anchor: date, months: int) -> str:
    """outside, boundary or inside the window that ends at the anchor (DR-18..20)."""
    start = months_before(anchor, months)
    if event > anchor:
        raise ValueError("an event after the anchor")
    if event == start:
        return "boundary"
    return "inside" if event > start else "outside"


def window_count(
    events: Iterable[Event], anchor: date, months: int, boundary: str, kinds=None
) -> tuple[int, int]:
    """(6) How many dated events are inside, and how many have no date. No default boundary (DR-13)."""
    if boundary not in ("include", "exclude"):
        raise ValueError("a window needs its boundary")
    inside = undated = 0
    for event in events:
        if kinds is not None and event.kind not in kinds:
            continue
        if event.day is None:
            undated += 1
            continue
        where = place(event.day, anchor, months)
        inside += where == "inside" or (where == "boundary" and boundary == "include")
    return inside, undated


def reaches(inside: int, undated: int, limit: int) -> str:
    """(6) Undated events are not counted; if they could reach the limit it is undecided (DR-21)."""
    if inside >= limit:
        return MET
    return UNDECIDED if inside + undated >= limit else NOT_MET


def birthday_in(born: date, year: int) -> date:
    """(6) Born on 29 February: 1 March in other years."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born: date, day: date) -> int:
    """(6) Completed years by the calendar; the new year begins on the birthday."""
    years = day.year - born.year
    return years if day >= birthday_in(born, day.year) else years - 1


def ages_on(born: date | int, day: date) -> set[int]:
    """The age, or every age possible when only the year of birth is known."""
    if isinstance(born, date):
        return {age_on(born, day)}
    first = date(born, 1, 1)
    every = (first + timedelta(days=n) for n in range(366))
    return {age_on(birth, day) for birth in every if birth.year == born}
