# SPDX-License-Identifier: EUPL-1.2
"""The Danger Assessment against a second implementation, and its properties.

Section 16 of the domain reference: (h) bounds hold every completion, (i) monotone but for 3a,
(j) unscored items have no effect, and independence of order.
"""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle import danger_assessment as oracle
from tests.oracle.random_forms import random_form
from tests.support.library import SHIPPED
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.scoring import evaluate

DA = SHIPPED.find("danger-assessment", "weighted-20")
CONFIRMED = assume_confirmed(DA)
ITEMS = [item.id for item in DA.items]
UNSCORED = ["q05a", "q13a", "q15a", "q20"]
UNKNOWN = ("unanswered", "dont-know", "declined", "postponed")

partial_forms = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(("yes", "no")) for name in ITEMS}
)
whole_forms = st.fixed_dictionaries({name: st.sampled_from(("yes", "no")) for name in ITEMS})


def result(form):
    answers = {name: value(code) for name, code in form.items()}
    return evaluate(DA, answers, CONFIRMED).first


def seen(form):
    found = result(form)
    return {
        "status": found.status,
        "value": found.value,
        "band": None if found.band is None else found.band.code,
        "min": found.min,
        "max": found.max,
    }


def test_two_thousand_random_answer_sets_agree_with_the_second_implementation():
    chance = Random(20261122)
    statuses = set()
    for _ in range(2000):
        form = random_form(chance, ITEMS)
        assert seen(form) == oracle.score(form), form
        statuses.add(seen(form)["status"])
    assert statuses == {"computed", "incomplete", "invalid-input"}


@given(partial_forms)
def test_random_forms_agree_with_the_second_implementation(form):
    assert seen(form) == oracle.score(form)


@given(whole_forms, st.sets(st.sampled_from(ITEMS)))
def test_bounds_contain_the_value_of_every_consistent_completion(form, hidden):
    whole = result(form)
    if whole.status == "invalid-input":
        return
    part = result({name: code for name, code in form.items() if name not in hidden})
    assert part.min <= whole.min == whole.value == whole.max <= part.max


@given(partial_forms, st.sampled_from(ITEMS), st.sampled_from(("yes", "no")))
def test_answering_one_more_item_never_widens_the_interval(form, name, code):
    before = result({n: c for n, c in form.items() if n != name})
    after = result(form | {name: code})
    if "invalid-input" not in (before.status, after.status):
        assert before.min <= after.min <= after.max <= before.max


@given(whole_forms, st.sampled_from([name for name in ITEMS if name != "q03a"]))
def test_turning_a_no_into_a_yes_never_lowers_the_score(form, name):
    before, after = result(form | {name: "no"}), result(form | {name: "yes"})
    if "invalid-input" not in (before.status, after.status):
        assert before.value <= after.value


@given(whole_forms)
def test_never_having_lived_together_is_the_one_answer_that_lowers(form):
    form = form | {"q03": "no"}
    before, after = result(form | {"q03a": "no"}), result(form | {"q03a": "yes"})
    if before.status == "computed":
        assert after.value == before.value - 3


@given(whole_forms, st.sampled_from(UNSCORED))
def test_f24_an_unscored_item_changes_nothing(form, name):
    yes, no = seen(form | {name: "yes"}), seen(form | {name: "no"})
    if "invalid-input" not in (yes["status"], no["status"]):
        assert yes == no
        without = {n: c for n, c in form.items() if n != name}
        assert seen(without) == no


@given(whole_forms, st.randoms(use_true_random=False))
def test_f18_the_order_of_answers_changes_nothing(form, chance):
    names = list(form)
    chance.shuffle(names)
    assert result({name: form[name] for name in names}) == result(form)


@given(whole_forms, st.sampled_from(ITEMS), st.sampled_from(UNKNOWN))
@settings(max_examples=50)
def test_f20_every_way_of_not_answering_is_unknown_and_never_no(form, name, state):
    answers = {n: value(code) for n, code in form.items()}
    absent = {n: answer for n, answer in answers.items() if n != name}
    stated = absent | {name: ItemAnswer(state)}
    assert evaluate(DA, stated, CONFIRMED).first == evaluate(DA, absent, CONFIRMED).first


@given(partial_forms)
def test_the_trace_adds_up_to_the_value_and_names_only_given_answers(form):
    found = result(form)
    if found.status == "computed":
        assert sum(line.points for line in found.trace) == found.value
    assert all(form[line.item] == line.code for line in found.trace)
    assert not {line.item for line in found.trace} & set(UNSCORED)


@given(partial_forms)
def test_f28_an_unconfirmed_rule_gives_no_number(form):
    answers = {name: value(code) for name, code in form.items()}
    found = evaluate(DA, answers).first
    assert found.status in ("not-confirmed", "invalid-input")
    assert (found.value, found.band, found.min, found.max, found.trace) == (None,) * 4 + ((),)


def test_f21_no_band_while_an_answer_is_missing_though_every_completion_lies_in_one():
    form = dict.fromkeys(ITEMS, "no") | dict.fromkeys(["q02", "q03", "q04", "q05", "q06"], "yes")
    del form["q12"]
    found = result(form)
    assert (found.status, found.band, found.min, found.max) == ("incomplete", None, 19, 20)


@pytest.mark.parametrize(
    ("edge", "at_edge"),
    [
        (7, {"q01", "q06", "q10", "q14", "q18"}),
        (13, {"q02", "q03", "q04"}),
        (17, {"q02", "q03", "q04", "q05", "q10"}),
    ],
)
def test_f22_band_edges_are_exact(edge, at_edge):
    low, high = (
        seen(dict.fromkeys(ITEMS, "no") | dict.fromkeys(names, "yes"))
        for names in (at_edge, at_edge | {"q11"})
    )
    assert (low["value"], high["value"]) == (edge, edge + 1)
    assert low["band"] != high["band"]


def test_f23_every_result_names_version_rule_and_band_table():
    evaluation = evaluate(DA, {n: value("no") for n in ITEMS}, CONFIRMED)
    assert str(evaluation.pin) == f"danger-assessment@weighted-20#{DA.sha256}"
    assert evaluation.first.band.table == "da-weighted-20"
    assert evaluation.first.sha256 == CONFIRMED["score"]
    assert evaluation.engine == "1"
