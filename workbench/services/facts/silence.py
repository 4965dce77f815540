# SPDX-License-Identifier: EUPL-1.2
"""Long stretches of an akt in which nothing was noted. That is no word about what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LONG_DAYS = 90
"""A stretch as long as this is pointed out: our own choice, of no source."""


@dataclass(frozen=True, slots=True)
class Silence:
    """The first and the last day of a stretch without any note."""

    first: date
    last: date


def silences(noted: Iterable[tuple[date, date]], today: date) -> tuple[Silence, ...]:
    """The long stretches after the first thing noted, up to today.

    `noted`: first and last day of whatever stands in the akt; a day that is not known exactly
    covers all the days that it can be.
    """
    found: list[Silence] = []
    day, reached = timedelta(days=1), None
    for first, last in sorted(pair for pair in noted if pair[0] <= today):
        if reached is not None and _is_long(reached, first):
            found.append(Silence(reached + day, first - day))
        reached = last if reached is None else max(reached, last)
    if reached is not None and reached < today and _is_long(reached, today):
        found.append(Silence(reached + day, today))
    return tuple(found)


def _is_long(before: date, after: date) -> bool:
    return (after - before).days > LONG_DAYS
