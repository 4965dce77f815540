# SPDX-License-Identifier: EUPL-1.2
"""The fields of an own rule: their names, and how what stands in them is read."""

import re
from collections.abc import Mapping, Sequence

from workbench.instruments.definition import Definition, Item
from workbench.instruments.item_tables import BandRow
from workbench.instruments.profiles import for_profile

LEVELS, PARTS, PART_LEVELS, CRITICAL, REACHES = 6, 3, 4, 3, 3
POINTS = "points"
_MOST_DIGITS = 4
_BETWEEN = re.compile(r"[\s;,]+")
_DASH = re.compile(r"\s*[-–]\s*")
Typed = Mapping[str, str]


def scored(definition: Definition) -> tuple[Item, ...]:
    """The questions that can have points; what only a shipped profile reads is not of the form."""
    items = for_profile(definition, "").items
    return tuple(i for i in items if i.scored and i.type == "choice" and i.choices)


def point_name(item: str, code: str) -> str:
    """The field that holds what an answer is worth."""
    return f"points:{item}:{code}"


def level_name(number: int, part: str, of: int = 0) -> str:
    """The field of a level: `low`, `high` or `name`; of a part of the form, or of the whole (0)."""
    return f"part:{of}:level:{number}:{part}" if of else f"level:{number}:{part}"


def part_name(number: int, part: str) -> str:
    """The field of a part of the form: `name`, `items` or `counts`."""
    return f"part:{number}:{part}"


def critical_name(number: int, part: str) -> str:
    """The field of answers that reach a level: `level`, `n`, `items` or `answer`."""
    return f"critical:{number}:{part}"


def reach_name(number: int, part: str) -> str:
    """The field of a part that reaches a level: `level`, `part` or `from`."""
    return f"reach:{number}:{part}"


def used_levels(typed: Typed, of: int = 0) -> list[int]:
    """The levels in which anything stands."""
    rows = range(1, (PART_LEVELS if of else LEVELS) + 1)
    parts = ("low", "high", "name")
    return [n for n in rows if any(said(typed, level_name(n, p, of)) for p in parts)]


def used(typed: Typed, named: Sequence[str]) -> bool:
    """Whether anything stands in one of these fields."""
    return any(said(typed, name) for name in named)


def level_rows(typed: Typed, of: int = 0) -> list[BandRow]:
    """The levels as they were typed, when nothing is missing in them."""
    return [
        BandRow(
            low=number(said(typed, level_name(n, "low", of))) or 0,
            high=number(said(typed, level_name(n, "high", of))) or 0,
            code=f"level-{n}",
        )
        for n in used_levels(typed, of)
    ]


def level_labels(typed: Typed, of: int = 0) -> dict[str, str]:
    """What the levels are called."""
    levels = used_levels(typed, of)
    return {f"level-{n}": said(typed, level_name(n, "name", of)) for n in levels}


def questions(definition: Definition, text: str) -> tuple[str, ...] | None:
    """The items that "1-5, 7, 9a" names, in the order of the form; None for what is not there."""
    order = scored(definition)
    places = {item.number.casefold(): at for at, item in enumerate(order)}
    found: set[int] = set()
    for each in [part for part in _BETWEEN.split(_DASH.sub("-", text.strip())) if part]:
        first, dash, last = each.casefold().partition("-")
        ends = places.get(first), places.get(last if dash else first)
        if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            return None
        found.update(range(ends[0], ends[1] + 1))
    return tuple(order[at].id for at in sorted(found)) or None


def said(typed: Typed, name: str) -> str:
    """What stands in a field."""
    return typed.get(name, "").strip()


def number(text: str) -> int | None:
    """A whole number; a minus may be written in either way."""
    clean = text.strip().replace("\u2212", "-")
    digits = clean.removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(clean) if is_number else None
