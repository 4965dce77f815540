# SPDX-License-Identifier: EUPL-1.2
"""Read the stored text of an answer that is not a choice: numbers, dates, events, ratings.

Everything is stored as text, so that no value changes by being read. What cannot be read is None:
the evaluation names it, and nothing is guessed.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workbench.instruments.calendar_days import Span, read_date
from workbench.instruments.tables import ItemType

_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,6})", re.ASCII)
_NO_EVENTS = "-"
_UNDATED = "?"
_MOST_EVENTS = 500


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when (None: undated) and of what kind ("": none said)."""

    when: Span | None
    kind: str
    text: str


def number_of(text: str | None) -> int | None:
    """A whole number from 0, without sign or leading zeros."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else None


def events_of(text: str) -> tuple[Event, ...] | None:
    """Dated events, parted by spaces: `2025-03-10/crime ?`; `-` says that there were none."""
    if text == _NO_EVENTS:
        return ()
    parts = text.split(" ")
    events = [_event(part) for part in parts]
    sound = [event for event in events if event is not None]
    return tuple(sound) if len(sound) == len(parts) <= _MOST_EVENTS else None


def ratings_of(text: str) -> Mapping[str, int] | None:
    """`Name = 7`, a person a line; a name stands once. There is nothing that adds them up."""
    ratings: dict[str, int] = {}
    for line in text.split("\n"):
        name, sign, said = (part.strip() for part in line.rpartition("="))
        number = number_of(said)
        if not sign or not name or number is None or name in ratings:
            return None
        ratings[name] = number
    return ratings


def fits(sort: ItemType, text: str, codes: Collection[str], ends: tuple[int, int]) -> bool:
    """Whether `text` is a sound value of an item of this type."""
    low, high = ends
    if sort == "number":
        number = number_of(text)
        return text in codes or (number is not None and low <= number <= high)
    if sort == "date":
        return read_date(text) is not None
    if sort == "events":
        events = events_of(text)
        return events is not None and all(not e.kind or e.kind in codes for e in events)
    if sort == "ratings":
        ratings = ratings_of(text)
        return ratings is not None and all(low <= n <= high for n in ratings.values())
    return bool(text.strip()) if sort == "text" else text in codes


def _event(part: str) -> Event | None:
    day, slash, kind = part.partition("/")
    if slash and not kind:
        return None
    if day == _UNDATED:
        return Event(None, kind, part)
    when = read_date(day)
    return None if when is None else Event(when, kind, part)
