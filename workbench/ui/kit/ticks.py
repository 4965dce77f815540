# SPDX-License-Identifier: EUPL-1.2
"""Where the time line's axis is marked."""

from collections.abc import Iterator
from datetime import date

_TICK_PX = 64
_YEAR = 12


def ticks(first: date, last: date, width: int) -> Iterator[tuple[date, str]]:
    """Months as long as they fit, else quarters, else years."""
    months = max((last - first).days / 30.4, 1)
    step = next((n for n in (1, 3, 6) if width / months * n >= _TICK_PX), _YEAR)
    year, month = first.year, 1
    while (day := date(year, month, 1)) <= last:
        if day >= first:
            yield day, str(year) if step == _YEAR else f"{year}-{month:02d}"
        month += step
        if month > _YEAR:
            year, month = year + 1, 1
