# SPDX-License-Identifier: EUPL-1.2
"""Showing and hiding items: the bug classes of form engines, one named test each."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item, worksheet
from workbench.domain.assessments import Answer, Coding
from workbench.domain.ids import RecordId
from workbench.instruments.answers import ItemAnswer, ItemCoding, from_records, value
from workbench.instruments.checks import definition_faults
from workbench.instruments.forms import (
    AnswerCounts,
    CodingCounts,
    counts,
    is_open,
    open_slots,
    slots,
    visible_items,
)
from workbench.instruments.scoring import evaluate


def after(source, **condition):
    return [{"item": source, **condition}]


CHAIN = built(
    form(
        item("a"),
        item("b", visible_if=after("a", equals="yes")),
        item("c", visible_if=after("b", equals="yes")),
        item("d", visible_if=after("c", equals="yes")),
    )
)
YES = {name: value("yes") for name in "abcd"}


def shown(definition, answers):
    return [i.id for i in visible_items(definition, answers)]


def test_f01_an_answer_under_a_hidden_item_is_not_counted_and_comes_back_when_shown():
    assert evaluate(CHAIN, YES).first.value == 4
    hidden = YES | {"a": value("no")}
    found = evaluate(CHAIN, hidden)
    assert (found.first.status, found.first.value) == ("computed", 0)
    assert [line.item for line in found.first.trace] == ["a"]
    assert found.counts == AnswerCounts(answered=1, items=1)
    assert evaluate(CHAIN, hidden | {"a": value("yes")}).first.value == 4


def test_f02_a_source_that_is_itself_hidden_counts_as_absent_so_a_chain_collapses():
    assert shown(CHAIN, YES) == ["a", "b", "c", "d"]
    assert shown(CHAIN, YES | {"b": value("no")}) == ["a", "b"]
    assert shown(CHAIN, YES | {"a": value("no")}) == ["a"]


def test_f03_a_ring_of_conditions_is_refused_and_names_its_items():
    table = form(
        item("a", visible_if=after("c", equals="yes")),
        item("b", visible_if=after("a", equals="yes")),
        item("c", visible_if=after("b", equals="yes")),
        item("d", visible_if=after("c", equals="yes")),
        item("e"),
    )
    found = definition_faults(table)
    assert [(f.code, f.error.facts["items"]) for f in found] == [("INSTR-015", "a, b, c")]
    assert shown(built(table), YES) == ["e"]


def test_f04_not_equal_is_false_while_its_source_has_no_value():
    definition = built(form(item("a"), item("b", visible_if=after("a", not_equals="yes"))))
    assert shown(definition, {}) == ["a"]
    assert shown(definition, {"a": ItemAnswer("declined")}) == ["a"]
    assert shown(definition, {"a": value("yes")}) == ["a"]
    assert shown(definition, {"a": value("no")}) == ["a", "b"]


def test_f05_a_recorded_answer_is_judged_like_a_typed_one():
    record = RecordId("r")
    stored = from_records([Answer(record, "a", "value", "no"), Answer(record, "b", "declined")])
    typed = {"a": value("no"), "b": ItemAnswer("declined")}
    assert stored == typed
    assert evaluate(CHAIN, stored) == evaluate(CHAIN, typed)


def test_f05_recorded_codings_are_gathered_by_factor_and_an_empty_one_is_not_yet_coded():
    record = RecordId("r")
    stored = from_records(
        [],
        [
            Coding(record, "f", "now", "2"),
            Coding(record, "f", "then", ""),
            Coding(record, "g", "now", ""),
        ],
    )
    assert stored == {"f": ItemCoding.of({"now": "2"})}


def test_f06_a_condition_on_a_section_moves_the_whole_section():
    sections = [{"id": "s"}, {"id": "t", "visible_if": after("a", equals="yes")}]
    definition = built(
        form(item("a"), item("b", section="t"), item("c", section="t"), sections=sections)
    )
    assert shown(definition, {"a": value("no")}) == ["a"]
    assert shown(definition, {"a": value("yes")}) == ["a", "b", "c"]


def test_f07_an_answer_to_a_question_of_another_version_is_named_and_never_scored():
    found = evaluate(CHAIN, YES | {"old": value("yes")})
    assert [(f.code, f.path) for f in found.faults] == [("ANSWERS-010", "answers.old")]
    assert (found.first.status, found.first.value) == ("invalid-input", None)


def test_f14_one_bad_stored_value_leaves_the_form_usable_and_is_named():
    stored = YES | {"b": value("maybe")}
    assert shown(CHAIN, stored) == ["a", "b"]
    assert counts(CHAIN, stored) == AnswerCounts(answered=1, items=2)
    assert [f.path for f in evaluate(CHAIN, stored).faults] == ["answers.b"]


def test_f25_not_applicable_is_a_point_of_its_own_where_it_is_offered():
    points = {"a": {"yes": 2, "no": 1, "not-applicable": 0}}
    rule = {"id": "score", "primitive": "weighted_sum", "evidence": "seen", "points": points}
    definition = built(form(item("a", states=["not-applicable"]), rules=[rule]))
    assert evaluate(definition, {"a": ItemAnswer("not-applicable")}).first.value == 0
    assert (evaluate(definition, {}).first.min, evaluate(definition, {}).first.max) == (0, 2)


def test_a_choice_named_not_applicable_is_completed_once():
    sets = [{"id": "yn", "codes": ["yes", "not-applicable"], "evidence": "seen"}]
    table = form(item("a", states=["not-applicable"]), answer_sets=sets, rules=[])
    assert built(table).items[0].completions == ("yes", "not-applicable")


@pytest.mark.parametrize("state", ["unanswered", "postponed"])
def test_what_is_unanswered_or_put_off_stands_open(state):
    (slot,) = slots(built(form(item("a"))), {})
    assert is_open(slot, {})
    assert is_open(slot, {"a": ItemAnswer(state)})


@pytest.mark.parametrize("state", ["declined", "dont-know", "not-applicable"])
def test_what_was_declined_or_not_known_is_not_asked_again(state):
    (slot,) = slots(built(form(item("a"))), {})
    assert not is_open(slot, {"a": ItemAnswer(state)})


def test_what_is_no_answer_of_the_form_leaves_its_place_open():
    (slot,) = slots(built(form(item("a"))), {})
    assert is_open(slot, {"a": ItemAnswer("value", "kanske")})
    sheet = built(worksheet())
    odd = {"f": ItemCoding.of({column.id: "X" for column in sheet.columns})}
    assert [slot.item.id for slot in open_slots(sheet, odd)] == ["f"] * len(sheet.columns)


def test_a_worksheet_is_open_in_each_column_that_is_not_coded():
    columns = [
        {"id": c, "definition": "by-assessor", "evidence": "derived"} for c in ("now", "then")
    ]
    sheet = built(worksheet(columns=columns))
    half = {"f": ItemCoding.of({"now": "--"})}
    assert [(s.item.id, s.column) for s in slots(sheet, {})] == [("f", "now"), ("f", "then")]
    assert [s.column for s in open_slots(sheet, half)] == ["then"]
    assert counts(sheet, half) == CodingCounts(coded=0, omitted=1, not_coded=1, total=2)


def test_an_unknown_code_in_a_worksheet_is_not_counted_as_coded():
    sheet = built(worksheet())
    assert counts(sheet, {"f": ItemCoding.of({"now": "J"})}).not_coded == 1
    assert counts(sheet, {"f": value("2")}).not_coded == 1
