# SPDX-License-Identifier: EUPL-1.2
"""The numbers at which something changes, one source of edges at a time."""

import pytest

from tests.unit.instruments.made_definitions import form, item, summed
from workbench.instruments.edges import conditions_of, number_edges, reason_items

SEEN = {"evidence": "seen"}
WARNED = {"severity": "warn", **SEEN}
A = item("a")
WHY = item("why", type="text", scored=False) | {"answer_set": None}


def number(name, lowest=0, highest=9):
    row = item(name, type="number", lowest=lowest, highest=highest, scored=False)
    return row | {"answer_set": None}


def brackets(*starts):
    column = {"item": "n", "brackets": [{"from": start, "points": start} for start in starts]}
    return {"id": "c", "primitive": "max_of_columns", "columns": [column], **SEEN}


def under(**condition):
    """A form where an item is shown by this comparison with the number n."""
    return form(number("n"), item("b", visible_if=[{"item": "n", **condition}]), rules=[])


def checked(**check):
    return form(number("n"), A, rules=[], validations=[{"id": "v", **WARNED, **check}])


def pair(kind, code):
    return checked(kind=kind, of=[{"item": "n", "code": code}, {"item": "a", "code": "yes"}])


EDGES = {
    "nothing": (form(number("n"), rules=[]), (0, 9)),
    "a lowest of its own": (form(number("n", 3, 7), rules=[brackets(0, 3, 5, 7, 8)]), (3, 5, 7)),
    "brackets": (form(number("n"), rules=[summed(), brackets(0, 2, 5)]), (0, 2, 5, 9)),
    "equal": (under(equals="4"), (0, 4, 5, 9)),
    "not equal": (under(not_equals="4"), (0, 4, 5, 9)),
    "one of": (under(any_of=["2", "6"]), (0, 2, 3, 6, 7, 9)),
    "at least": (under(at_least=4), (0, 4, 9)),
    "at most": (under(at_most=4), (0, 5, 9)),
    "answered": (under(answered=True), (0, 9)),
    "a range from": (checked(kind="range", item="n", low=3), (0, 3, 9)),
    "a range to": (checked(kind="range", item="n", high=6), (0, 7, 9)),
    "a contradiction": (pair("exclusive", "4"), (0, 4, 5, 9)),
    "an implication": (pair("implies", "4"), (0, 4, 5, 9)),
}


@pytest.mark.parametrize("name", EDGES)
def test_a_number_changes_where_something_looks_at_it_and_nowhere_else(name):
    table, edges = EDGES[name]
    assert number_edges(table) == {"n": edges}


def test_numbers_that_are_compared_with_each_other_change_at_the_same_places():
    order = {"id": "v", "kind": "at_most", "items": ["n", "m"], **WARNED}
    looked = item("b", visible_if=[{"item": "n", "at_least": 4}, {"item": "o", "at_least": 6}])
    numbers = [number("n"), number("m", 0, 20), number("o")]
    found = number_edges(form(*numbers, looked, rules=[], validations=[order]))
    assert found == {"n": (0, 4, 9), "m": (0, 4, 20), "o": (0, 6, 9)}


def test_every_condition_of_a_definition_is_found_wherever_it_stands():
    told = [{"item": "n", "at_least": limit} for limit in (1, 2, 3, 4)]
    table = form(
        number("n"),
        item("b", visible_if=[told[1]]),
        rules=[],
        sections=[{"id": "s", "visible_if": [told[0]]}],
        missing={
            "policy": "require-all",
            "evidence": "derived",
            "required_when": [{"item": "b", "when": told[2]}],
        },
        population={"includes": [told[3]], **SEEN},
    )
    assert [condition.at_least for condition in conditions_of(table)] == [1, 2, 3, 4]
    assert number_edges(table) == {"n": (0, 1, 2, 3, 4, 9)}
    assert list(conditions_of(form(A, missing=None))) == []


def test_reasons_are_those_of_judgements_of_overrides_and_of_checks():
    judged = {"id": "j", "primitive": "judgement", "item": "a", "yes_code": "yes", **SEEN}
    over = {"id": "o", "primitive": "upward_override", "of": "j", "item": "a", **SEEN}
    table = form(
        A,
        WHY,
        rules=[
            summed("a"),
            judged | {"reason": "why"},
            over | {"reason": "x", "scale": ["p", "q"]},
        ],
        validations=[{"id": "v", "kind": "required_reason", "item": "a", "reason": "y", **WARNED}],
    )
    assert reason_items(table) == {"why", "x", "y"}
