# SPDX-License-Identifier: EUPL-1.2
"""What a practitioner types off a paper form becomes a rule of the closed primitives."""

import pytest

from workbench.instruments.answers import ItemAnswer
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.local_rules import local_faults, with_local
from workbench.instruments.outcomes import Evaluation
from workbench.instruments.scoring import evaluate
from workbench.ui.confirm_rule.local_parts import local_parts
from workbench.ui.own_rule.building import build, first_missing, first_missing_rule
from workbench.ui.own_rule.looking import look_vm
from workbench.ui.own_rule.typed import point_name, questions, scored
from workbench.words import speak

FORM = load_catalogue().find("freda-farlighetsbedomning")
WHO = {
    "owner": "Maj",
    "function": "m",
    "organisation": "o",
    "form_edition": "1",
    "on": "2026-01-01",
}
POINTS = {
    point_name(item.id, code): "1" if code == "yes" else "0"
    for item in scored(FORM)
    for code in item.codes
}
LEVELS = {
    "level:1:name": "Låg", "level:1:low": "0", "level:1:high": "6",
    "level:2:name": "Mellan", "level:2:low": "7", "level:2:high": "13",
    "level:3:name": "Hög", "level:3:low": "14", "level:3:high": "20",
}  # fmt: skip
PARTS = {
    "part:1:name": "Hot", "part:1:items": "1-4, 6", "part:1:counts": "points",
    "part:1:level:1:name": "Lite", "part:1:level:1:low": "0", "part:1:level:1:high": "2",
    "part:1:level:2:name": "Mycket", "part:1:level:2:low": "3", "part:1:level:2:high": "5",
    "part:2:name": "Ja-svar sist", "part:2:items": "18-20", "part:2:counts": "yes",
}  # fmt: skip
GRAVE = {"critical:1:n": "1", "critical:1:items": "5, 9", "critical:1:answer": "yes",
         "critical:1:level": "3"}  # fmt: skip
BY_PART = {"reach:1:part": "1", "reach:1:from": "4", "reach:1:level": "2"}
TYPED = WHO | POINTS | LEVELS


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def evaluated(typed: dict[str, str], yes: set[int], unanswered: set[int] = frozenset()):
    rule = build(FORM, typed)
    assert local_faults(FORM, rule) == []
    own = with_local(FORM, rule)
    given = {
        item.id: ItemAnswer("value", "yes" if n in yes else "no")
        for n, item in enumerate(FORM.items, 1)
        if n not in unanswered
    }
    return evaluate(own, given, assume_confirmed(own))


def of(found: Evaluation, name: str):
    return next(result for result in found.results if result.id == name)


def test_questions_are_named_by_the_numbers_of_the_form():
    assert questions(FORM, "3, 1 – 2;20") == ("q01", "q02", "q03", "q20")
    for nonsense in ("", "21", "4-2", "a", "1-", "-3"):
        assert questions(FORM, nonsense) is None, nonsense


def test_parts_have_sums_counts_and_levels_of_their_own():
    found = evaluated(TYPED | PARTS, {1, 2, 6, 19})
    assert (found.first.id, found.first.value, found.first.band.code) == ("own", 4, "level-1")
    assert (of(found, "part-1").value, of(found, "part-1").band.code) == (3, "level-2")
    assert (of(found, "part-2").value, of(found, "part-2").band) == (1, None)


def test_one_grave_answer_reaches_its_level_and_the_sum_shows_no_lower_one():
    found = evaluated(TYPED | GRAVE, {9})
    assert (found.first.value, found.first.band) == (1, None)
    assert of(found, "at-least-3").value is True
    assert [(c.rule, c.status) for c in of(found, "at-least-3").criteria] == [
        ("from-3", "not-met"), ("critical-1", "met"),
    ]  # fmt: skip
    assert of(found, "at-least-2").value is True
    assert of(found, "own-level").band.code == "level-1"
    assert not [r for r in found.results if r.id.startswith(("critical", "from"))]


def test_what_is_not_answered_leaves_a_level_open_never_denied():
    found = evaluated(TYPED | GRAVE, set(), {5})
    assert of(found, "at-least-3").status == "undecided"
    assert of(found, "at-least-3").missing == ("q05",)
    assert of(evaluated(TYPED | GRAVE, set(range(6, 20)), {5}), "at-least-3").value is True


def test_the_highest_of_several_parts_reaches_the_level():
    typed = TYPED | PARTS | BY_PART
    assert of(evaluated(typed, {1, 2, 3, 4}), "at-least-2").value is True
    assert of(evaluated(typed, {1, 2, 3, 8}), "at-least-2").value is False
    with pytest.raises(StopIteration):
        of(evaluated(typed, set()), "at-least-3")


def test_a_question_that_counts_the_other_way_round_is_taken_as_it_stands():
    turned = {point_name("q07", "yes"): "-1", point_name("q07", "no"): "0"}
    levels = LEVELS | {"level:1:low": "-1", "level:3:high": "19"}
    assert evaluated(WHO | POINTS | turned | levels, {7}).first.value == -1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"level:2:low": "8"}, "Nivåer: det finns ett hål"),
        ({"level:2:low": "6"}, "Nivåer: det finns ett hål"),
        ({"level:3:high": "19"}, "Nivåer: en del summor"),
        ({"part:1:level:2:low": "4"}, "Hot: det finns ett hål"),
        ({"part:1:level:2:high": "4"}, "Hot: en del summor"),
        ({"reach:1:from": "6"}, "Hot: 6 eller mer: så många"),
    ],
)
def test_a_hole_an_overlap_and_a_limit_out_of_reach_are_told(change, told):
    typed = TYPED | PARTS | BY_PART | change
    assert first_missing(FORM, typed) == ""
    assert look_vm(FORM, build(FORM, typed)).told[0].startswith(told)


def test_a_sound_rule_is_shown_as_the_second_checker_will_see_it():
    rule = build(FORM, TYPED | PARTS | GRAVE)
    looked = look_vm(FORM, rule)
    rows = local_parts(FORM, rule)
    assert [line.label for line in looked.lines] == [row.part for row in rows]
    assert len({row.key for row in rows}) == len(rows)
    assert looked.told[:2] == ("Inga hål och inga överlapp.", "Poäng sammanlagt: från 0 till 20.")
    assert any("5, 9" in row.part for row in rows)


@pytest.mark.parametrize(
    "change",
    [
        {"points:q03:yes": ""},
        {"part:1:items": "1-40"},
        {"part:1:name": ""},
        {"part:1:counts": ""},
        {"part:1:level:2:high": ""},
        {"critical:1:n": "3"},
        {"critical:1:answer": ""},
        {"critical:1:level": "1"},
        {"reach:1:part": "3"},
        {"reach:1:from": "x"},
        {"reach:1:level": "6"},
    ],
)
def test_what_lacks_is_told_and_nothing_is_filled_in(change):
    typed = TYPED | PARTS | GRAVE | BY_PART
    assert first_missing(FORM, typed) == ""
    assert first_missing_rule(FORM, typed | change)
