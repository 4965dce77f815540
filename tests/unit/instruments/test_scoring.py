# SPDX-License-Identifier: EUPL-1.2
"""The edges of an evaluation: gates with a value, no rule at all, what just is and just is not."""

import msgspec
import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed, worksheet
from tests.unit.instruments.test_sums import brief, results
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.forms import is_sound, slots
from workbench.instruments.rule_tables import Threshold
from workbench.instruments.rules import is_met
from workbench.instruments.scoring import evaluate

SEEN = {"evidence": "seen"}
THREE = [
    {"id": "yn", "codes": ["yes", "no"], **SEEN},
    {"id": "way", "codes": ["in", "out", "over"], **SEEN},
]


def gated(gives, stated=None, *, points=1):
    """A sum of `b` behind a gate with three answers; at `out` the form ends."""
    gate = {"id": "end", "primitive": "recode_gate", "item": "a", "code": "out", "gives": gives}
    gate |= {"internal": True, **SEEN} | ({} if stated is None else {"value": stated})
    return built(
        form(
            item("a", answer_set="way", scored=False),
            item("b", visible_if=[{"item": "a", "equals": "in"}]),
            item("c"),
            answer_sets=THREE,
            rules=[gate, summed("b", "c", yes=points, gate="end")],
        )
    )


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [(0, 0, 4), (1, 0, 4), (9, 0, 9), (-3, -3, 4)],
)
def test_an_open_gate_bounds_by_what_it_states_and_by_every_way_on(stated, low, high):
    found = results(gated("value", stated, points=2), {})["score"]
    assert brief(found) == ("incomplete", None, low, high)
    assert found.missing == ("a",)


def test_an_open_gate_that_states_nothing_bounds_by_the_ways_on_alone():
    found = results(gated("not-answered"), {"c": "yes"})["score"]
    assert brief(found) == ("incomplete", None, 1, 2)


def test_beyond_an_open_gate_a_yes_or_no_has_no_bounds():
    gate = {"id": "end", "primitive": "recode_gate", "item": "a", "code": "out", **SEEN}
    gate |= {"gives": "value", "value": 1, "internal": True}
    any_of = {"id": "any", "primitive": "any_of", "items": ["c"], "yes_codes": ["yes"], **SEEN}
    definition = built(
        form(
            item("a", answer_set="way", scored=False),
            item("c"),
            answer_sets=THREE,
            rules=[gate, any_of | {"gate": "end"}],
        )
    )
    assert results(definition, {"a": "in", "c": "yes"})["any"].value is True
    assert results(definition, {"c": "yes"})["any"].value is None


def test_without_any_rule_one_result_says_so_and_has_no_hash_of_a_rule():
    table = form(item("a"), item("b"), **{"class": "record"}, rules=[])
    found = evaluate(built(table), {"b": value("yes")})
    (result,) = found.results
    assert (result.id, result.sha256, result.status) == ("score", "", "not-established")
    assert result.missing == ("a",)


def test_without_any_rule_answers_that_cannot_be_wait_for_nothing():
    found = evaluate(built(form(item("a"), item("b"), rules=[])), {"b": value("x")})
    (result,) = found.results
    assert (result.status, result.missing) == ("invalid-input", ())


def test_a_state_that_a_question_does_not_offer_is_no_answer():
    plain = built(form(item("a"))).by_id["a"]
    offered = built(form(item("a", states=["not-applicable"]), rules=[])).by_id["a"]
    assert not is_sound(plain, ItemAnswer("not-applicable"))
    assert is_sound(offered, ItemAnswer("not-applicable"))
    assert not is_sound(offered, ItemAnswer("declined"))


def test_a_place_on_a_form_has_no_column_and_one_on_a_worksheet_has():
    assert [slot.column for slot in slots(built(form(item("a"))), {})] == [""]
    assert [slot.column for slot in slots(built(worksheet()), {})] == ["now"]


@pytest.mark.parametrize(
    ("low", "high", "complete", "met"),
    [
        (3, 3, True, True),
        (2, 2, True, False),
        (2, 3, True, None),
        (3, 9, False, True),
        (2, 2, False, None),
        (2, 9, False, None),
    ],
)
def test_a_limit_is_met_from_its_own_number_on(low, high, complete, met):
    raw = {"id": "t", "primitive": "threshold", "of": "s", "at_least": 3, **SEEN}
    rule = msgspec.convert(raw | {"when_incomplete": "report-if-certain"}, Threshold)
    assert is_met(rule, low, high, complete=complete) is met
    refusing = msgspec.convert(raw | {"when_incomplete": "refuse"}, Threshold)
    assert is_met(refusing, low, high, complete=complete) is (met if complete else None)
