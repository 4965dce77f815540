# SPDX-License-Identifier: EUPL-1.2
"""Quarters of a year: how long one mailbox key receives, and when it dies."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = 8
KEY_OUTLIVES_QUARTER = timedelta(days=60)

_EPOCH = re.compile(r"([0-9]{4})-Q([1-4])")
_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter, `2026-Q4`, with its first and last day."""

    epoch: str
    first_day: date
    last_day: date

    @property
    def key_dies(self) -> date:
        """The last day on which the private half may still be there."""
        return self.last_day + KEY_OUTLIVES_QUARTER


def quarter_of(day: date) -> Quarter:
    """The quarter that `day` lies in."""
    number = (day.month - 1) // _MONTHS
    first = date(day.year, number * _MONTHS + 1, 1)
    return Quarter(f"{day.year:04}-Q{number + 1}", first, _next_first(first) - timedelta(days=1))


def quarters_from(day: date, count: int = AHEAD) -> tuple[Quarter, ...]:
    """The quarter of `day` and those that follow, `count` in all."""
    found: list[Quarter] = []
    while len(found) < count:
        found.append(quarter_of(found[-1].last_day + timedelta(days=1) if found else day))
    return tuple(found)


def quarter_named(epoch: str) -> Quarter:
    """The quarter that is spelt `2026-Q4`.

    Raises:
        ValueError: any other spelling.
    """
    parts = _EPOCH.fullmatch(epoch)
    if parts is None:
        raise ValueError(epoch)
    return quarter_of(date(int(parts[1]), (int(parts[2]) - 1) * _MONTHS + 1, 1))


def _next_first(first: date) -> date:
    month = first.month + _MONTHS
    return date(first.year + month // 13, month % 12, 1)
