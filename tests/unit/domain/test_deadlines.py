# SPDX-License-Identifier: EUPL-1.2
"""Dates are exact: a day too early, a day too late, leap days, ends of months, summer time."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.clock import moment
from workbench.domain.deadlines import (
    Deadline,
    Period,
    day_after,
    day_of,
    due_after,
    hours_after,
    is_laxer,
    months_after,
    settled,
)

STOCKHOLM = "CET-1CEST,M3.5.0,M10.5.0/3"
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.fixture
def sits_in_stockholm(monkeypatch):
    monkeypatch.setenv("TZ", STOCKHOLM)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("start", "period", "due"),
    [
        ("2026-11-22", Period("at-once"), "2026-11-22"),
        ("2026-12-31", Period("same-or-next-day"), "2027-01-01"),
        ("2028-02-28", Period("same-or-next-day"), "2028-02-29"),
        ("2027-02-28", Period("same-or-next-day"), "2027-03-01"),
        ("2026-11-22", Period("days", 14), "2026-12-06"),
        ("2026-11-22", Period("weeks", 6), "2027-01-03"),
        ("2028-02-01", Period("weeks", 4), "2028-02-29"),
        ("2027-02-01", Period("weeks", 4), "2027-03-01"),
        ("2026-12-31", Period("months", 2), "2027-02-28"),
        ("2027-12-31", Period("months", 2), "2028-02-29"),
        ("2026-01-30", Period("months", 1), "2026-02-28"),
        ("2028-02-29", Period("months", 12), "2029-02-28"),
        ("2028-02-29", Period("months", 48), "2032-02-29"),
        ("2026-08-31", Period("months", 3), "2026-11-30"),
        ("2026-02-28", Period("months", 6), "2026-08-28"),
        ("2100-02-28", Period("months", 12), "2101-02-28"),
        ("2027-03-07", Period("days", 7, "before"), "2027-02-28"),
        ("2028-03-07", Period("days", 7, "before"), "2028-02-29"),
        ("2027-03-31", Period("months", 1, "before"), "2027-02-28"),
        ("2021-01-01", Period("year-end", 5), "2027-12-31"),
        ("2020-02-29", Period("year-end", 5), "2026-12-31"),
    ],
)
def test_a_period_ends_on_its_day(start, period, due) -> None:
    assert due_after(start, period) == due


@given(DAYS, st.integers(0, 600))
def test_months_end_on_the_same_number_or_on_the_last_day(start: date, months: int) -> None:
    end = months_after(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    if end.day != start.day:
        assert end.day < start.day
        assert (end + timedelta(days=1)).day == 1


@given(DAYS, DAYS, st.sampled_from(["days", "weeks", "months", "year-end"]), st.integers(0, 60))
def test_who_begins_later_is_never_due_earlier(one: date, other: date, unit, number: int) -> None:
    first, second = sorted((one, other))
    period = Period(unit, number)
    assert day_after(first, period) <= day_after(second, period)


@pytest.mark.parametrize(
    ("began", "due"),
    [
        ("2026-03-27T12:00:00Z", "2026-03-30T12:00:00Z"),  # over the night that loses an hour
        ("2026-10-24T12:00:00Z", "2026-10-27T12:00:00Z"),  # over the night that gains one
        ("2028-02-28T23:30:00Z", "2028-03-02T23:30:00Z"),  # over a leap day
    ],
)
def test_72_hours_are_72_hours_that_pass(began, due) -> None:
    assert due_after(began, Period("hours", 72)) == due


def test_72_hours_over_summer_time_by_the_clock_on_a_wall_in_stockholm() -> None:
    wall = ZoneInfo("Europe/Stockholm")
    spring = hours_after(datetime(2026, 3, 27, 12, tzinfo=wall), 72).astimezone(wall)
    autumn = hours_after(datetime(2026, 10, 24, 12, tzinfo=wall), 72).astimezone(wall)
    still = hours_after(datetime(2026, 7, 1, 12, tzinfo=wall), 72).astimezone(wall)
    assert (spring.day, spring.hour) == (30, 13)
    assert (autumn.day, autumn.hour) == (27, 11)
    assert (still.day, still.hour) == (4, 12)


@given(st.integers(1_577_836_800, 2_200_000_000), st.integers(0, 500))
def test_hours_are_never_gained_nor_lost(second: int, hours: int) -> None:
    began = datetime.fromtimestamp(second, ZoneInfo("Europe/Stockholm"))
    ends = hours_after(began, hours)
    assert ends - began.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.usefixtures("sits_in_stockholm")
def test_a_moment_counts_from_the_day_where_the_person_sits() -> None:
    summer, winter = "2026-07-01T22:30:00Z", "2026-12-01T22:30:00Z"
    assert (day_of(summer), day_of(winter)) == (date(2026, 7, 2), date(2026, 12, 1))
    assert due_after(summer, Period("days", 1)) == "2026-07-03"
    assert due_after("2026-12-01T23:00:00Z", Period("same-or-next-day")) == "2026-12-03"


@pytest.mark.usefixtures("sits_in_stockholm")
def test_hours_from_a_day_without_a_time_count_from_its_first_minute() -> None:
    assert due_after("2026-03-28", Period("hours", 72)) == "2026-03-30T23:00:00Z"
    assert due_after("2026-10-24", Period("hours", 72)) == "2026-10-26T22:00:00Z"
    assert moment(due_after("2026-07-01", Period("hours", 72))) == moment("2026-07-03T22:00:00Z")


@pytest.mark.parametrize(
    "text", ["", "i går", "2026-02-30", "2026-11-22 10:00", "99999-01-01", "20261122", "2026-W47-7"]
)
def test_what_is_no_day_is_said_so(text) -> None:
    with pytest.raises(ValueError, match=r".*"):
        due_after(text, Period("days", 1))


def test_a_period_beyond_the_calendar_is_said_so() -> None:
    with pytest.raises((ValueError, OverflowError)):
        due_after("9999-12-31", Period("days", 1))


@pytest.mark.parametrize(
    ("one", "law", "laxer"),
    [
        (Period("days", 59), Period("months", 2), False),
        (Period("days", 60), Period("months", 2), True),  # January and February are 59
        (Period("weeks", 1), Period("days", 7), False),
        (Period("days", 8), Period("weeks", 1), True),
        (Period("months", 6), Period("months", 6), False),
        (Period("hours", 73), Period("hours", 72), True),
        (Period("days", 3), Period("hours", 72), False),
        (Period("days", 6, "before"), Period("days", 7, "before"), True),
        (Period("days", 8, "before"), Period("days", 7, "before"), False),
    ],
)
def test_laxer_is_later_from_any_day_at_all(one, law, laxer) -> None:
    assert is_laxer(one, law) is laxer


def test_what_became_of_a_deadline_leaves_how_it_began() -> None:
    began = Deadline("r@2025-09-01", "2026-11-22", "2026-12-06", "local", first_due="2026-12-06")
    moved = settled(began, "moved", "2026-12-10", "Sjuk")
    done = settled(moved, "done", "2026-12-09", "Gjort")
    cancelled = settled(done, "cancelled", "2026-12-09", "Fel")
    again = settled(cancelled, "reopened", "", "Ändå inte")
    assert (moved.due, moved.first_due, moved.is_open) == ("2026-12-10", "2026-12-06", True)
    assert (done.done_on, done.outcome, done.moved_because) == ("2026-12-09", "Gjort", "Sjuk")
    assert (cancelled.done_on, cancelled.cancelled_because) == ("", "Fel")
    assert again.is_open
