# SPDX-License-Identifier: EUPL-1.2
"""Quarters: every day is in one, and they follow each other without a gap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.quarters import quarter_named, quarter_of, quarters_from

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@given(days)
def test_a_day_lies_in_its_quarter(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter_named(quarter.epoch) == quarter


@given(days)
def test_quarters_follow_each_other(day: date) -> None:
    found = quarters_from(day)
    assert len(found) == 8
    for earlier, later in pairwise(found):
        assert later.first_day == earlier.last_day + timedelta(days=1)


def test_a_key_dies_sixty_days_after_its_quarter() -> None:
    quarter = quarter_of(date(2026, 11, 22))
    assert (quarter.epoch, quarter.last_day) == ("2026-Q4", date(2026, 12, 31))
    assert quarter.key_dies == date(2027, 3, 1)


@pytest.mark.parametrize("text", ["2026-Q0", "2026-Q5", "26-Q1", "2026Q1", "2026-Q1\n", "0000-Q1"])
def test_another_spelling_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the message is the text itself
        quarter_named(text)


@given(st.dates(date(1999, 1, 1), date(2200, 1, 1)))
def test_every_day_lies_in_its_quarter_and_quarters_follow_without_a_gap(day):
    quarter, following = quarters_from(day, 2)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.last_day + timedelta(days=1) == following.first_day
    assert quarter_of(quarter.last_day) == quarter
    assert quarter.epoch == f"{day.year}-Q{(day.month + 2) // 3}"
