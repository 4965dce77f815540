# SPDX-License-Identifier: EUPL-1.2
"""What the second implementation once found wrong here, each fault with a test of its own."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed
from tests.unit.instruments.test_sums import brief, results
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.checks import definition_faults
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.scoring import evaluate

SEEN = {"evidence": "seen"}
HIDDEN = [{"item": "a", "equals": "yes"}]
GATED = built(form(item("a"), item("b", visible_if=HIDDEN), item("c", visible_if=HIDDEN)))


def said(definition, **codes):
    given = {n: c if isinstance(c, ItemAnswer) else value(c) for n, c in codes.items()}
    return evaluate(definition, given, assume_confirmed(definition))


def test_a_code_that_is_none_under_a_hidden_question_is_named_and_blocks_nothing():
    found = said(GATED, a="no", b="x")
    assert (found.first.status, found.first.value, found.is_invalid) == ("computed", 0, False)
    assert [(f.path, f.code, f.severity) for f in found.faults] == [
        ("answers.b", "ANSWERS-011", "warn")
    ]


def test_the_same_code_under_a_question_that_is_shown_blocks():
    found = said(GATED, a="yes", b="x", c="no")
    assert (found.first.status, found.is_invalid) == ("invalid-input", True)
    assert [(f.path, f.severity) for f in found.faults] == [("answers.b", "error")]


def test_what_is_behind_a_gate_that_was_put_off_is_hidden_and_bounds_by_both_its_answers():
    found = said(GATED, a=ItemAnswer("postponed"), b="yes")
    assert brief(found.first) == ("incomplete", None, 0, 3)
    assert found.first.missing == ("a",)
    assert found.counts.items == 1


def window(name, **changes):
    return {
        "id": name,
        "primitive": "rolling_window_count",
        "events": "events",
        "anchor": "anchor",
        "months": 12,
        "boundary": "include",
        "at_least": 1,
        **SEEN,
        **changes,
    }


def test_a_date_that_cannot_be_is_told_once_however_many_rules_read_it():
    definition = built(
        form(
            item("events", type="events", answer_set=None, scored=False),
            item("anchor", type="date", answer_set=None, scored=False),
            rules=[window("often"), window("oftener", at_least=2)],
        )
    )
    found = said(definition, events="2025-06-01", anchor="2025-03-10")
    assert [fault.path for fault in found.faults] == ["answers.events"]
    assert [result.status for result in found.results] == ["invalid-input"] * 2


@pytest.mark.parametrize("rule", [{"primitive": "any_of"}, {"primitive": "n_of_m", "n": 1}])
def test_a_yes_or_no_rule_reads_no_item_that_counts_nowhere(rule):
    read = {"id": "any", "items": ["a", "b"], "yes_codes": ["yes"], **SEEN, **rule}
    table = form(item("a"), item("b", scored=False), rules=[read])
    assert [(f.code, f.path) for f in definition_faults(table)] == [
        ("INSTR-018", "rules.any.items")
    ]


def test_one_column_unknown_is_unknown_also_where_the_other_is_at_its_highest():
    count = {"type": "number", "answer_set": None, "lowest": 0, "highest": 99}
    brackets = [{"from": 0, "points": 0}, {"from": 4, "points": 3}]
    rule = {
        "id": "prior",
        "primitive": "max_of_columns",
        "columns": [{"item": n, "brackets": brackets} for n in ("charges", "convictions")],
        **SEEN,
    }
    definition = built(form(item("charges", **count), item("convictions", **count), rules=[rule]))
    found = results(definition, {"convictions": "5"})["prior"]
    assert brief(found) == ("incomplete", None, 3, 3)
    assert found.missing == ("charges",)


def test_a_contradiction_is_told_before_the_person_is_out_of_scope():
    male = {"id": "sex", "codes": ["male", "female"], **SEEN}
    of = [{"item": "a", "code": "yes"}, {"item": "b", "code": "yes"}]
    definition = built(
        form(
            item("a"),
            item("b"),
            item("sex", answer_set="sex", scored=False),
            answer_sets=[{"id": "yn", "codes": ["yes", "no"], **SEEN}, male],
            rules=[summed("a", "b")],
            population={"includes": [{"item": "sex", "equals": "male"}], **SEEN},
            validations=[{"id": "v", "kind": "exclusive", "of": of, "severity": "error", **SEEN}],
        )
    )
    assert said(definition, a="yes", b="yes", sex="female").first.status == "invalid-input"
    assert said(definition, a="yes", b="no", sex="female").first.status == "out-of-scope"
    assert said(definition, a="yes", b="no").first.status == "incomplete"
