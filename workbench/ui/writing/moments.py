# SPDX-License-Identifier: EUPL-1.2
"""Days and times in words. Records hold ISO days and UTC moments; people see local time."""

from datetime import date, datetime, time

from workbench.domain.clock import moment, stamp
from workbench.words import _


def time_of_day(stamped: str) -> str:
    """`14:32`, where the person sits."""
    return _local(stamped).strftime("%H:%M")


def day_and_time(stamped: str) -> str:
    """`2026-11-22 14:32`, where the person sits."""
    return _local(stamped).strftime("%Y-%m-%d %H:%M")


def local_day(stamped: str) -> str:
    """`2026-11-22`, where the person sits."""
    return _local(stamped).strftime("%Y-%m-%d")


def when(text: str) -> str:
    """A record's day or moment for the screen; anything else as it stands."""
    try:
        return day_and_time(text)
    except ValueError:
        return text


def read_day(text: str) -> date | None:
    """The day typed, or None when it is not a day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """The time typed (`1432`, `14.32`, `14:32`, `9:05`), or None when it is not a time."""
    digits = text.strip().replace(".", ":")
    if ":" not in digits and len(digits) == len("1432"):
        digits = f"{digits[:2]}:{digits[2:]}"
    try:
        return datetime.strptime(digits, "%H:%M").time()  # noqa: DTZ007  a wall clock's time
    except ValueError:
        return None


def observed(day: str, at: str) -> str:
    """What a record keeps: a moment when a time was given, else the day, else ""."""
    known, clock = read_day(day), read_time(at)
    if known is None:
        return ""
    if clock is None:
        return known.isoformat()
    return stamp(datetime.combine(known, clock).astimezone())


def split_observed(kept: str) -> tuple[str, str]:
    """Day and time of what `observed` made, as one types them."""
    try:
        local = _local(kept)
    except ValueError:
        return kept, ""
    return local.strftime("%Y-%m-%d"), local.strftime("%H:%M")


def day_in_words(day: date) -> str:
    """`Sunday 22 November`."""
    return _("{weekday} {day} {month}").format(
        weekday=_weekdays()[day.weekday()], day=day.day, month=_months()[day.month - 1]
    )


def month_in_words(day: date) -> str:
    """`November 2026`."""
    return _("{month} {year}").format(month=_months()[day.month - 1].capitalize(), year=day.year)


def _local(stamped: str) -> datetime:
    return moment(stamped).astimezone()


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
