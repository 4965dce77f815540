# SPDX-License-Identifier: EUPL-1.2
"""Structured professional judgement has no numeric interface anywhere (G-01, G-15, N-01)."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.library import SHIPPED
from tests.unit.instruments.made_definitions import built, worksheet
from workbench.instruments.answers import ItemCoding, PresenceCode, value
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.packs import caveats_for
from workbench.instruments.scoring import evaluate

SARA = SHIPPED.find("sara-sv")
CODES = ("J", "D", "N", "--")
codings = st.dictionaries(
    st.sampled_from([item.id for item in SARA.items]),
    st.dictionaries(st.sampled_from(("current", "past")), st.sampled_from(CODES)).map(
        ItemCoding.of
    ),
)


@given(codings)
def test_no_coding_gives_a_number_confirmed_or_not(answers):
    found = evaluate(SARA, answers, assume_confirmed(SARA)).first
    assert found.status == "not-a-score"
    assert (found.value, found.band, found.min, found.max, found.trace) == (None,) * 4 + ((),)


@given(codings, st.sampled_from(("J", "D", "N")))
def test_the_counts_do_not_tell_present_from_absent(answers, code):
    swapped = {
        name: ItemCoding.of(
            {c: k.text if k.text == "--" else code for c, k in coding.codes.items()}
        )
        for name, coding in answers.items()
    }
    assert evaluate(SARA, swapped).counts == evaluate(SARA, answers).counts


def test_spj_02_every_coding_omitted_is_said_in_words():
    omitted = {i.id: ItemCoding.of(dict.fromkeys(("current", "past"), "--")) for i in SARA.items}
    texts = [c.text for c in caveats_for(SARA, evaluate(SARA, omitted), "sv")]
    assert any(text.startswith("30 bedömningar av förekomst saknar information") for text in texts)


def test_spj_04_and_05_relevance_and_critical_marks_are_not_in_this_pack():
    assert SARA.table.has_relevance is False
    assert SARA.table.has_critical is False


def test_spj_06_codes_that_look_like_numbers_cannot_be_added_or_compared():
    one, two = PresenceCode("1"), PresenceCode("2")
    with pytest.raises(TypeError):
        one + two
    with pytest.raises(TypeError):
        sum([one, two])
    with pytest.raises(TypeError):
        max(one, two)
    with pytest.raises(TypeError):
        int(two)
    sheet = built(worksheet())
    assert [choice.code for choice in sheet.items[0].choices] == ["2", "1", "0", "--"]


def test_spj_12_thirty_codings_are_expected_of_sara_sv():
    assert evaluate(SARA, {}).counts.total == 30


def test_the_only_numbers_of_an_evaluation_are_the_four_counts():
    evaluation = evaluate(SARA, {"f01": ItemCoding.of({"current": "J"})})
    numbers = [
        path for path, leaf in leaves(dataclasses.asdict(evaluation)) if isinstance(leaf, int)
    ]
    assert numbers == [f"counts.{part}" for part in ("coded", "omitted", "not_coded", "total")]


def leaves(part, path=""):
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(part, list | tuple):
        for index, inner in enumerate(part):
            yield from leaves(inner, f"{path}[{index}]")
    else:
        yield path, part


def test_a_factor_answered_like_a_question_is_an_error():
    found = evaluate(SARA, {"f01": value("J")})
    assert [(f.path, f.code) for f in found.faults] == [("answers.f01", "ANSWERS-003")]


def test_an_unknown_column_and_an_unknown_code_are_named():
    found = evaluate(SARA, {"f01": ItemCoding.of({"now": "J", "past": "j", "current": "J"})})
    paths = [(f.path, f.code) for f in found.faults]
    assert paths == [("answers.f01.now", "ANSWERS-015"), ("answers.f01.past", "ANSWERS-011")]
    assert found.first.status == "invalid-input"


def test_the_current_window_is_four_weeks_and_the_levels_are_given_as_if_nothing_is_done():
    current, past = SARA.columns
    assert (current.within_days, past.within_days) == (28, None)
    assert all(conclusion.if_no_measures for conclusion in SARA.table.conclusions)
