# SPDX-License-Identifier: EUPL-1.2
"""Dates that something must be done by: exact arithmetic, and the record of what became of each.

A period of months ends on the day of the month with the same number, or on its last day where
there is none: 31 January and one month is 28 or 29 February. Hours are counted in universal time,
so that an hour more or less at the change of summer time is neither gained nor lost.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from workbench.domain.clock import moment, stamp
from workbench.domain.ids import RecordId

Unit = Literal["at-once", "hours", "same-or-next-day", "days", "weeks", "months", "year-end"]
"""`year-end`: so many years, then to the end of the calendar year after. `at-once`: that day."""
Direction = Literal["after", "before"]
Kind = Literal["statutory", "practice", "local"]
Act = Literal["done", "moved", "cancelled", "reopened"]
ACTS: tuple[Act, ...] = ("done", "moved", "cancelled", "reopened")
OWN = ""
"""The rule of a date that a person chose."""
_MONTHS, _WEEK, _DAY_HOURS = 12, 7, 24


@dataclass(frozen=True, slots=True)
class Period:
    """How long: a unit and how many of it. `before`: counted back from the day."""

    unit: Unit
    number: int = 0
    direction: Direction = "after"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline and what became of it.

    `rule`: id and date of the text that it was begun on (`id@2025-09-01`), `OWN` for a date that a
    person chose and named in `title`. `since` and `due`: an ISO day, or a moment where hours count.
    `first_due`: before anybody moved it. `law_due`: the statute's own, which nobody can move it
    past; "" where no statute says one. `answers`: the key of a date that follows from
    another record, which this one answers. `about`: that record. `because` is the reason of a move
    or of a cancellation; the versions before keep the earlier ones.
    """

    rule: str
    since: str
    due: str
    kind: Kind
    title: str = ""
    first_due: str = ""
    law_due: str = ""
    answers: str = ""
    about: RecordId | None = None
    done_on: str = ""
    outcome: str = ""
    moved_because: str = ""
    cancelled_on: str = ""
    cancelled_because: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Neither done nor cancelled: late or not, it waits."""
        return not self.done_on and not self.cancelled_on


@dataclass(frozen=True, slots=True)
class ReviewDate:
    """A day that a person chose for looking again, and at what."""

    day: str
    what: str
    reason: str = ""


def day_after(start: date, period: Period) -> date:
    """The last day of a period that is counted in whole days from `start`.

    Raises:
        ValueError: hours have no day; OverflowError: beyond the calendar.
    """
    if period.unit == "hours":
        raise ValueError(period.unit)
    sign = -1 if period.direction == "before" else 1
    number = sign * period.number
    if period.unit == "months":
        return months_after(start, number)
    if period.unit == "year-end":
        return date(months_after(start, number * _MONTHS).year + 1, 12, 31)
    days = {"at-once": 0, "same-or-next-day": 1, "days": number, "weeks": number * _WEEK}
    return start + timedelta(days=days[period.unit])


def months_after(start: date, months: int) -> date:
    """The same day of another month, or the last day of it."""
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def hours_after(start: datetime, hours: int) -> datetime:
    """So many hours that really pass; `start` is aware."""
    return start.astimezone(UTC) + timedelta(hours=hours)


def due_after(since: str, period: Period) -> str:
    """When a period from `since` ends: an ISO day, or a moment where hours count.

    A moment as `since` of a period in days counts from the day where the person sits. Hours from
    a day without a time are counted from its first minute: the strictest reading.
    """
    if period.unit == "hours":
        return stamp(hours_after(_moment_of(since), period.number))
    return day_after(day_of(since), period).isoformat()


def day_of(text: str) -> date:
    """The day of an ISO day or a moment, where the person sits.

    Raises:
        ValueError: neither.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return moment(text).astimezone().date()
    if day.isoformat() != text:
        raise ValueError(text)  # other spellings would not stand in order
    return day


def is_laxer(one: Period, law: Period) -> bool:
    """Whether a period may end later than the law's, from any day at all."""
    if "hours" in (one.unit, law.unit):
        return _most_hours(one) > _most_hours(law)
    return any(day_after(start, one) > day_after(start, law) for start in _every_kind_of_day())


def settled(deadline: Deadline, act: Act, day: str, words: str) -> Deadline:
    """A deadline after something became of it. `words`: the outcome, or the reason."""
    if act == "done":
        return replace(deadline, done_on=day, outcome=words, cancelled_on="", cancelled_because="")
    if act == "moved":
        return replace(_reopened(deadline), due=day, moved_because=words)
    if act == "cancelled":
        return replace(_reopened(deadline), cancelled_on=day, cancelled_because=words)
    return replace(_reopened(deadline), reason=words)


def _reopened(deadline: Deadline) -> Deadline:
    return replace(deadline, done_on="", outcome="", cancelled_on="", cancelled_because="")


def _moment_of(text: str) -> datetime:
    try:
        return moment(text)
    except ValueError:
        day = day_of(text)
        return datetime(day.year, day.month, day.day).astimezone()


def _most_hours(period: Period) -> int:
    if period.unit == "hours":
        return period.number
    days = max((day_after(start, period) - start).days for start in _every_kind_of_day())
    return days * _DAY_HOURS


def _every_kind_of_day() -> tuple[date, ...]:
    """Eight years with a leap day that is left out in between: every length of every month."""
    first = date(2096, 1, 1)
    return tuple(first + timedelta(days=n) for n in range((date(2104, 12, 31) - first).days + 1))
