# SPDX-License-Identifier: EUPL-1.2
"""What each term can still add, at the edges: nothing shown, too young, no such date."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item
from workbench.instruments.rule_tables import Bracket
from workbench.instruments.terms import Age, Columns, in_bracket

N = item("n", type="number", lowest=0, highest=9, scored=True) | {"answer_set": None}
FROM_TWO = (Bracket(low=2, points=3), Bracket(low=5, points=7))
ADULT = Age("age", "born", "at", (Bracket(low=18, points=4), Bracket(low=25, points=2)))


def columns(*brackets):
    number = built(form(N, rules=[], answer_sets=[])).by_id["n"]
    return Columns("c", ((number, brackets),), ())


def of_age(birth, at):
    codes = {"born": birth, "at": at}
    ends = ADULT.ends(codes, ("born", "at"))
    return ends, ADULT.missing(codes, ("born", "at")), ADULT.is_outside(codes)


def test_columns_that_are_not_shown_add_nothing():
    told = columns(Bracket(low=0, points=1), Bracket(low=5, points=7))
    assert told.ends({"n": "6"}, ("n",)) == (7, 7)
    assert told.ends({"n": "6"}, ()) == (0, 0)


@pytest.mark.parametrize(("number", "points"), [(1, None), (2, 3), (4, 3), (5, 7), (99, 7)])
def test_a_number_has_the_points_of_the_highest_bracket_that_it_reaches(number, points):
    assert in_bracket(FROM_TWO, number) == points


@pytest.mark.parametrize(
    ("birth", "at", "told"),
    [
        ("2000-06-01", "2018-05-31", ((0, 0), (), True)),
        ("2000-06-01", "2018-06-01", ((4, 4), (), False)),
        ("2000-06-01", "2025-06-01", ((2, 2), (), False)),
        ("2000", "2018-12-31", ((4, 4), (), False)),
        ("2000", "2018-06-01", ((4, 4), ("born",), False)),
        ("2000", "2025-06-01", ((2, 4), ("born",), False)),
        ("no day", "2025-06-01", ((2, 4), ("born",), False)),
    ],
)
def test_an_age_tells_its_points_and_the_date_that_could_change_them(birth, at, told):
    assert of_age(birth, at) == told


def test_an_age_without_its_dates_can_be_any_and_waits_for_both():
    assert ADULT.ends({}, ()) == (2, 4)
    assert ADULT.missing({"at": "2025-06-01"}, ()) == ("born",)
    assert not ADULT.is_outside({})
