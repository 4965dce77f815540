# SPDX-License-Identifier: EUPL-1.2
"""Calendar dates: partial, leap days, ends of months, birthdays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.instruments.calendar_days import Span, completed_years, months_from, read_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-03-10", date(2025, 3, 10), date(2025, 3, 10)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_may_be_known_in_part(text, first, last):
    span = read_date(text)
    assert span == Span(first, last)
    assert span.is_exact == (first == last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-13",
        "2025-02-30",
        "2025-2-3",
        "0000",
        "25-03-10",
        "2025-03-10T00:00",
        "٢٠٢٥",
        "2025 ",
    ],
)
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2025, 3, 10), -12, date(2024, 3, 10)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2025, 2, 28), -12, date(2024, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 5), 1, date(2026, 1, 5)),
        (date(1, 1, 1), -1, date.min),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_months_are_calendar_months_clamped_to_the_end(day, months, found):
    assert months_from(day, months) == found


@pytest.mark.parametrize(
    ("birth", "at", "years"),
    [
        (date(1988, 3, 1), date(2023, 2, 28), 34),
        (date(1988, 3, 1), date(2023, 3, 1), 35),
        (date(1988, 2, 29), date(2023, 2, 28), 34),
        (date(1988, 2, 29), date(2023, 3, 1), 35),
        (date(1988, 2, 29), date(2024, 2, 29), 36),
        (date(2020, 1, 1), date(2019, 12, 31), -1),
    ],
)
def test_a_new_year_begins_on_the_birthday(birth, at, years):
    assert completed_years(birth, at) == years


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_a_year_is_added_on_exactly_one_day_of_every_year(birth, later):
    at = date.fromordinal(birth.toordinal() + later)
    after = date.fromordinal(at.toordinal() + 1)
    grown = completed_years(birth, after) - completed_years(birth, at)
    is_birthday = (after.month, after.day) == (birth.month, birth.day)
    is_leap = (birth.month, birth.day) == (2, 29) and (after.month, after.day) == (3, 1)
    never_there = is_leap and after.year % 4 != 0
    assert grown == int(is_birthday or never_there or (is_leap and after.year in (1900, 2100)))
