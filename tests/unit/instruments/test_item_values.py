# SPDX-License-Identifier: EUPL-1.2
"""Stored values that are not choices: read exactly, or not at all."""

import pytest

from workbench.instruments.item_values import events_of, fits, number_of, ratings_of


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("1234567", 1234567)])
def test_a_number_is_written_in_one_way(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize("text", [None, "", "-1", "+1", "01", "1.0", "1,5", "12345678", "²", "٣"])
def test_anything_else_is_no_number(text):
    assert number_of(text) is None


def test_events_have_a_day_or_none_and_a_kind_or_none():
    found = events_of("2025-03-10/crime ? 2025-01/incident ?/crime")
    assert [(e.kind, e.when is None, e.text) for e in found] == [
        ("crime", False, "2025-03-10/crime"),
        ("", True, "?"),
        ("incident", False, "2025-01/incident"),
        ("crime", True, "?/crime"),
    ]
    assert events_of("-") == ()


@pytest.mark.parametrize(
    "text", ["", " ", "2025-02-30", "2025-03-10 ", "2025-03-10/", "idag", "- ?"]
)
def test_events_that_cannot_be_read_are_none(text):
    assert events_of(text) is None


def test_there_is_a_limit_to_events():
    assert len(events_of(" ".join(["?"] * 500))) == 500
    assert events_of(" ".join(["?"] * 501)) is None


def test_n_07_tc_01_ratings_stand_by_person_and_there_is_no_fourth_number():
    assert ratings_of("Kim = 2\nAlex = 5\nMormor = 8") == {"Kim": 2, "Alex": 5, "Mormor": 8}


@pytest.mark.parametrize("text", ["", "Kim", "Kim = ", " = 4", "Kim = 5.5", "Kim = 1\nKim = 2"])
def test_ratings_that_cannot_be_read_are_none(text):
    assert ratings_of(text) is None


@pytest.mark.parametrize(
    ("sort", "text", "sound"),
    [
        ("choice", "yes", True),
        ("choice", "maybe", False),
        ("number", "3", True),
        ("number", "11", False),
        ("number", "yes", True),
        ("date", "2025", True),
        ("date", "yes", False),
        ("events", "2025-03-10/yes", True),
        ("events", "2025-03-10/other", False),
        ("events", "x", False),
        ("text", "why", True),
        ("text", "  ", False),
        ("ratings", "Kim = 10", True),
        ("ratings", "Kim = 11", False),
        ("ratings", "Kim", False),
    ],
)
def test_a_value_fits_its_type(sort, text, sound):
    assert fits(sort, text, ("yes",), (0, 10)) is sound
