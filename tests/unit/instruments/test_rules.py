# SPDX-License-Identifier: EUPL-1.2
"""The rule primitives on small definitions: counts, thresholds, bands, missing answers."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.rules import band_code, is_met
from workbench.instruments.scoring import Band, evaluate

COUNT = {"id": "count", "primitive": "count_yes", "evidence": "seen", "yes_code": "yes"}
ITEMS = tuple(item(name) for name in "abcd")


def screen(at_least, when_incomplete="report-if-certain", **changes):
    limit = {
        "id": "positive",
        "primitive": "threshold",
        "evidence": "seen",
        "of": "count",
        "at_least": at_least,
        "when_incomplete": when_incomplete,
    }
    return built(form(*ITEMS, rules=[COUNT | {"items": list("abcd")} | changes, limit]))


def results(definition, confirmed=None, **codes):
    answers = {name: value(code) for name, code in codes.items()}
    found = evaluate(definition, answers, confirmed or {})
    return {result.id: result for result in found.results}


def test_yes_answers_are_counted_and_traced():
    found = results(screen(1), a="yes", b="yes", c="no", d="no")["count"]
    assert (found.status, found.value, found.min, found.max) == ("computed", 2, 2, 2)
    assert [(line.item, line.points) for line in found.trace] == [
        ("a", 1),
        ("b", 1),
        ("c", 0),
        ("d", 0),
    ]


@pytest.mark.parametrize(("answered", "met"), [("yyno", True), ("ynno", False), ("nnnn", False)])
def test_a_complete_form_is_over_or_under_the_threshold(answered, met):
    codes = {name: {"y": "yes"}.get(a, "no") for name, a in zip("abcd", answered, strict=True)}
    found = results(screen(2), **codes)["positive"]
    assert (found.status, found.value, found.min, found.max) == ("computed", met, met, met)


def test_one_yes_is_certain_though_the_rest_is_unanswered():
    found = results(screen(1), a="yes")["positive"]
    assert (found.status, found.value, found.missing) == ("computed", True, ("b", "c", "d"))


def test_three_noes_and_one_unanswered_are_undecided_and_never_a_no():
    found = results(screen(1), a="no", b="no", c="no")["positive"]
    assert (found.status, found.value, found.min, found.max) == ("undecided", None, False, True)


def test_a_declined_answer_leaves_it_undecided():
    definition = screen(1)
    answers = {name: value("no") for name in "abc"} | {"d": ItemAnswer("declined")}
    assert evaluate(definition, answers).results[1].status == "undecided"


def test_an_unreachable_threshold_is_still_undecided_until_complete():
    found = results(screen(4), a="no")["positive"]
    assert (found.status, found.value, found.max) == ("undecided", None, False)


def test_a_threshold_that_refuses_says_nothing_of_an_incomplete_form():
    found = results(screen(1, "refuse"), a="yes")["positive"]
    assert (found.status, found.value, found.min, found.max) == ("incomplete", None, True, True)
    assert results(screen(1, "refuse"), a="yes", b="no", c="no", d="no")["positive"].value is True


def test_a_threshold_of_an_unconfirmed_rule_is_not_confirmed_either():
    definition = screen(1, evidence="recalled")
    found = results(definition, a="yes")
    assert [r.status for r in found.values()] == ["not-confirmed", "not-confirmed"]
    assert found["positive"].missing == ("b", "c", "d")
    assert results(definition, assume_confirmed(definition), a="yes")["positive"].value is True


def test_a_threshold_of_a_rule_without_bounds_follows_it():
    definition = screen(1, evidence="recalled")
    only_threshold = {"positive": assume_confirmed(definition)["positive"]}
    assert results(definition, only_threshold, a="yes")["positive"].status == "not-confirmed"


def test_a_threshold_is_at_least_and_not_more_than():
    limit = screen(2).rules[1]
    assert is_met(limit, 2, 2, complete=True) is True
    assert is_met(limit, 1, 1, complete=True) is False
    assert is_met(limit, 1, 2, complete=False) is None


BANDS = [
    {
        "id": "t",
        "evidence": "seen",
        "rows": [{"low": 0, "high": 1, "code": "low"}, {"low": 2, "high": 4, "code": "high"}],
    }
]


def test_a_band_is_read_from_its_table_with_the_tables_id():
    rules = [COUNT | {"items": list("abcd"), "bands": "t"}]
    definition = built(form(*ITEMS, rules=rules, band_tables=BANDS))
    for yes, code in (("", "low"), ("a", "low"), ("ab", "high"), ("abcd", "high")):
        answers = dict.fromkeys("abcd", "no") | dict.fromkeys(yes, "yes")
        assert results(definition, **answers)["count"].band == Band("t", code)


def test_a_value_in_no_band_is_invalid_and_never_the_nearest_band():
    rules = [summed("a", yes=9, bands="t")]
    definition = built(form(item("a"), rules=rules, band_tables=BANDS))
    found = results(definition, a="yes")["score"]
    assert (found.status, found.value, found.band) == ("invalid-input", None, None)
    assert band_code(definition.table.band_tables[0], 5) is None


def test_without_a_missing_policy_every_scored_item_is_required():
    definition = built(form(item("a"), item("b"), missing=None))
    assert results(definition, a="yes")["score"].missing == ("b",)


def test_a_policy_that_lets_a_scored_item_go_never_computes_what_is_not_certain():
    missing = {
        "policy": "require-all",
        "evidence": "derived",
        "required_when": [{"item": "b", "when": {"item": "a", "equals": "yes"}}],
    }
    definition = built(form(item("a"), item("b"), missing=missing))
    found = results(definition, a="no")["score"]
    assert (found.status, found.value, found.missing) == ("incomplete", None, ())
    assert (found.min, found.max) == (0, 1)
    assert results(definition, a="yes")["score"].missing == ("b",)


def test_an_adjustment_may_stand_on_an_item_that_has_points_of_its_own():
    extra = {"when": {"item": "a", "code": "yes"}, "delta": -3, "evidence": "seen"}
    definition = built(form(item("a"), rules=[summed("a", yes=5, adjustments=[extra])]))
    assert results(definition, a="yes")["score"].value == 2
    assert results(definition, a="no")["score"].value == 0


def test_a_state_that_is_not_offered_is_an_error_and_unanswered_never_is():
    definition = built(form(item("a", states=[])))
    found = evaluate(definition, {"a": ItemAnswer("declined")})
    assert [f.code for f in found.faults] == ["ANSWERS-012"]
    assert evaluate(definition, {"a": ItemAnswer("unanswered")}).faults == ()


def test_errors_come_before_warnings():
    def check(name, severity, first, second):
        of = [{"item": first, "code": "yes"}, {"item": second, "code": "yes"}]
        rule = {"id": name, "kind": "exclusive", "of": of}
        return rule | {"severity": severity, "evidence": "derived"}

    checks = [check("v", "warn", "a", "b"), check("w", "error", "c", "d")]
    definition = built(form(*ITEMS, validations=checks))
    found = evaluate(definition, {name: value("yes") for name in "abcd"})
    assert [f.code for f in found.faults] == ["ANSWERS-013", "ANSWERS-014"]
    assert found.is_invalid


def test_f19_nothing_in_a_result_is_a_float():
    found = results(screen(2), a="yes", b="no", c="no", d="no")
    numbers = [n for r in found.values() for n in (r.value, r.min, r.max)]
    assert not [n for n in numbers if isinstance(n, float)]


def test_a_two_hundred_item_form_is_evaluated_at_once():
    names = [f"i{n}" for n in range(200)]
    definition = built(form(*(item(name) for name in names)))
    answers = {name: value("yes") for name in names}
    assert evaluate(definition, answers).first.value == 200
