# SPDX-License-Identifier: EUPL-1.2
"""Dated events in windows of calendar months: boundaries, leap days, undated events."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.instruments.made_definitions import built, form, item
from tests.unit.instruments.test_sums import results
from workbench.instruments.answers import value
from workbench.instruments.scoring import evaluate

KINDS = [
    {"id": "k", "codes": ["incident", "crime"], "evidence": "seen"},
    {"id": "yn", "codes": ["yes", "no"], "evidence": "seen"},
]
RULE = {
    "id": "often",
    "primitive": "rolling_window_count",
    "evidence": "seen",
    "events": "events",
    "anchor": "anchor",
    "months": 12,
    "boundary": "include",
    "at_least": 1,
}
EVENTS = item("events", type="events", answer_set="k", scored=False)
ANCHOR = item("anchor", type="date", scored=False) | {"answer_set": None}
RISING = item("rising", scored=False)


def window(answers, **changes):
    definition = built(form(EVENTS, ANCHOR, RISING, answer_sets=KINDS, rules=[RULE | changes]))
    return results(definition, answers)["often"]


def on(events, anchor="2025-03-10", **changes):
    return window({"events": events, "anchor": anchor}, **changes)


BOUNDARIES = [
    ("DR-18", "2025-03-10", "2024-03-09", "2024-03-10", "2024-03-11"),
    ("DR-19", "2024-02-29", "2023-02-27", "2023-02-28", "2023-03-01"),
    ("DR-20", "2025-02-28", "2024-02-27", "2024-02-28", "2024-02-29"),
]


@pytest.mark.parametrize(("name", "anchor", "outside", "boundary", "inside"), BOUNDARIES)
def test_a_window_begins_so_many_calendar_months_before(name, anchor, outside, boundary, inside):
    for edge, expected in (("include", True), ("exclude", False)):
        assert on(outside, anchor, boundary=edge).value is False, name
        assert on(boundary, anchor, boundary=edge).value is expected, name
        assert on(inside, anchor, boundary=edge).value is True, name


@pytest.mark.parametrize(
    ("event", "expected"),
    [("2024-04-30", False), ("2024-05-01", True), ("2025-04-30", True), ("2025-05-02", False)],
)
def test_dr_25_a_window_may_go_forward_from_its_anchor(event, expected):
    assert on(event, "2024-05-01", direction="after").value is expected
    assert on("2025-05-01", "2024-05-01", direction="after").value is True
    edge = on("2025-05-01", "2024-05-01", direction="after", boundary="exclude")
    assert edge.value is False


def test_dr_21_undated_events_are_listed_and_can_only_leave_it_open():
    found = on("2025-01-01 2025-02-01 ?", at_least=3)
    assert (found.status, found.value, found.undated) == ("undecided", None, ("?",))
    assert [line.points for line in found.trace] == [1, 1, 0]
    assert on("2025-01-01 2025-02-01 2025-03-01 ?", at_least=3).value is True
    assert on("2025-01-01 ?", at_least=3).value is False


def test_a_month_that_lies_on_both_sides_leaves_it_open():
    assert on("2024-03").value is None
    assert on("2024-05").value is True
    assert on("2024-02").value is False


KINGSTON = {"at_least": 3, "kinds": ["crime"], "also": [{"item": "rising", "equals": "yes"}]}


@pytest.mark.parametrize(
    ("kinds", "rising", "met"),
    [
        (["crime"] * 3, "yes", True),
        (["crime"] * 3, "no", False),
        (["crime"] * 3, None, None),
        (["crime"] * 2 + ["incident"], "yes", False),
        (["crime"] * 2, None, False),
    ],
)
def test_dr_08_to_11_kinds_and_a_persons_yes_besides(kinds, rising, met):
    events = " ".join(f"2025-0{n}-01/{kind}" for n, kind in enumerate(kinds, 1))
    answers = {"events": events, "anchor": "2025-03-10"}
    answers |= {} if rising is None else {"rising": rising}
    found = window(answers, **KINGSTON)
    assert found.value is met
    assert found.missing == (("rising",) if met is None else ())


def test_an_event_without_a_kind_could_be_of_any():
    assert on("2025-01-01", kinds=["crime"]).value is None
    assert on("2020-01-01", kinds=["crime"]).value is False


def test_without_recorded_events_it_is_not_met_and_that_is_told():
    found = window({"anchor": "2025-03-10"})
    assert (found.value, found.missing) == (False, ("events",))
    assert window({"events": "-"}).value is False
    assert on("-").value is False


def test_without_a_day_to_count_back_from_it_is_open_and_forward_there_is_nothing():
    assert window({"events": "2025-01-01"}).missing == ("anchor",)
    partial = window({"events": "2025-01-01", "anchor": "2025-03"})
    assert (partial.value, partial.missing) == (None, ("anchor",))
    found = window({"events": "2025-01-01"}, direction="after")
    assert (found.value, found.missing) == (False, ("anchor",))


def test_an_event_after_the_anchor_is_an_error_and_never_counted():
    definition = built(form(EVENTS, ANCHOR, RISING, answer_sets=KINDS, rules=[RULE]))
    answers = {"events": value("2025-03-11"), "anchor": value("2025-03-10")}
    found = evaluate(definition, answers)
    assert [f.code for f in found.faults] == ["ANSWERS-018"]
    assert found.first.status == "invalid-input"
    undated = evaluate(definition, answers | {"events": value("?")})
    assert undated.faults == ()
    forward = built(
        form(EVENTS, ANCHOR, RISING, answer_sets=KINDS, rules=[RULE | {"direction": "after"}])
    )
    assert evaluate(forward, answers).faults == ()


def test_a_condition_whose_source_is_hidden_does_not_hold():
    hidden = item("rising", scored=False, visible_if=[{"item": "gate", "equals": "yes"}])
    definition = built(
        form(EVENTS, ANCHOR, item("gate"), hidden, answer_sets=KINDS, rules=[RULE | KINGSTON])
    )
    events = "2025-01-01/crime 2025-01-02/crime 2025-01-03/crime"
    answers = {"events": events, "anchor": "2025-03-10", "gate": "no", "rising": "yes"}
    assert results(definition, answers)["often"].value is False


def test_the_end_of_the_calendar_is_no_error():
    assert on("0001-01-01", "0001-01-01", boundary="exclude").value is True
    assert on("9999-12-31", "9999-12-31", direction="after", boundary="exclude").value is True


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(days, st.lists(days, max_size=6), st.integers(1, 40), st.integers(1, 4))
def test_one_more_event_never_turns_a_yes_into_a_no(anchor, events, months, k):
    before = [event for event in events if event <= anchor]
    text = " ".join(event.isoformat() for event in before) or "-"
    more = f"{text} {anchor.isoformat()}".removeprefix("- ")
    first = on(text, anchor.isoformat(), months=months, at_least=k)
    second = on(more, anchor.isoformat(), months=months, at_least=k)
    assert first.value is not None
    assert second.value or not first.value
