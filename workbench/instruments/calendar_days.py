# SPDX-License-Identifier: EUPL-1.2
"""Calendar dates without time or zone: partial dates, months back and forth, completed years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a date can be; the same day when it is known."""

    first: date
    last: date

    @property
    def is_exact(self) -> bool:
        return self.first == self.last


def read_date(text: str) -> Span | None:
    """`2025-03-10`, `2025-03` or `2025`; None when there is no such date."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return Span(date(year or 0, 1, 1), date(year or 0, _MONTHS, 31))
        if day is None:
            return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Span(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def months_from(day: date, months: int) -> date:
    """So many calendar months later (negative: earlier), clamped to the end of the month."""
    years, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not MINYEAR <= years <= MAXYEAR:
        return date.min if months < 0 else date.max
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def completed_years(birth: date, at: date) -> int:
    """Age by the calendar: a new year begins on the birthday, 29 February's on 1 March.

    Negative before birth.
    """
    return at.year - birth.year - ((at.month, at.day) < (birth.month, birth.day))
