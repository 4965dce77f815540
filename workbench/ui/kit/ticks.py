# SPDX-License-Identifier: EUPL-1.2
"""Where the time line's axis is marked."""

from collections.abc import Iterator
from datetime import date

_TICK_PX = 80
_YEAR = 12
_WEEK = 7
_MONTH_DAYS = 30.4


def ticks(first: date, last: date, width: int) -> Iterator[tuple[date, str]]:
    """Days as long as they fit, else weeks, months, quarters, years, and several years."""
    days = max((last - first).days, 1)
    px = width / days
    if px * _WEEK >= _TICK_PX:
        yield from _days(first, last, 1 if px >= _TICK_PX else _WEEK)
        return
    step = next((n for n in (1, 3, 6) if px * _MONTH_DAYS * n >= _TICK_PX), _YEAR)
    while px * _MONTH_DAYS * step < _TICK_PX:
        step += _YEAR
    yield from _months(first, last, step)


def _days(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    """Every day, or every Monday."""
    at = first.toordinal() if step == 1 else first.toordinal() + (-first.weekday()) % _WEEK
    while at <= last.toordinal():
        yield date.fromordinal(at), date.fromordinal(at).isoformat()
        at += step


def _months(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    years = max(step // _YEAR, 1)
    year, month = first.year - first.year % years, 1
    while 1 <= max(year, 1) <= date.max.year:
        day = date(max(year, 1), month, 1)
        if day > last:
            return
        if day >= first:
            yield day, str(day.year) if step >= _YEAR else f"{day.year}-{month:02d}"
        month += step
        year, month = year + (month - 1) // _YEAR, (month - 1) % _YEAR + 1
