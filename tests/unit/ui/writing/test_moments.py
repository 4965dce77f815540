# SPDX-License-Identifier: EUPL-1.2
"""Days and times as people type them and as records keep them."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.clock import stamp
from workbench.ui.writing import moments


@pytest.mark.parametrize("typed", ["1432", "14:32", "14.32", " 14:32 "])
def test_a_time_is_understood_however_it_is_written(typed: str) -> None:
    assert moments.read_time(typed) == time(14, 32)


@pytest.mark.parametrize("typed", ["", "25:00", "14:60", "kväll", "14"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert moments.read_time(typed) is None


@pytest.mark.parametrize("typed", ["2026-11-22", "20261122", " 2026-11-22 "])
def test_a_day_is_understood_with_and_without_hyphens(typed: str) -> None:
    assert moments.read_day(typed) == date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["", "2026-02-30", "i går"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert moments.read_day(typed) is None


@given(st.integers(946684800, 4070908800).map(lambda s: datetime.fromtimestamp(s, UTC)))
def test_an_observed_moment_is_typed_back_as_it_was_kept(at: datetime) -> None:
    kept = stamp(at.replace(second=0, microsecond=0))
    day, clock = moments.split_observed(kept)
    if moments.observed(day, clock) != kept:  # the hour that is there twice when clocks go back
        assert at.astimezone().replace(fold=1) != at.astimezone().replace(fold=0)


def test_a_day_without_a_time_is_kept_as_a_day() -> None:
    assert moments.observed("2026-11-22", "") == "2026-11-22"
    assert moments.split_observed("2026-11-22") == ("2026-11-22", "")


def test_no_day_keeps_nothing() -> None:
    assert moments.observed("", "14:32") == ""
