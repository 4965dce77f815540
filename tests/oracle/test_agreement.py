# SPDX-License-Identifier: EUPL-1.2
"""The engine and the second implementation, on random answers to every definition they share."""

from random import Random

import pytest

from tests.oracle.asking import Asked, differences, settled
from tests.oracle.generate import answers, beside, choices
from tests.oracle.joining import pairs

SETS = 2000


@pytest.mark.parametrize("pair", list(pairs()), ids=str)
def test_both_say_the_same_of_two_thousand_random_answer_sets(pair):
    random, asked = Random(str(pair)), Asked(pair)
    for _ in range(SETS):
        form = answers(pair.instrument, random, pair.edition)
        plain = beside(pair.instrument, random, pair.edition)
        assert not differences(asked, form, plain), (form, plain)


@pytest.mark.parametrize(
    "pair", [pair for pair in pairs() if pair.instrument in ("lap", "lap-2")], ids=str
)
def test_some_questions_unanswered_and_the_others_not_asked_is_no_form_without_an_answer(pair):
    form, believed = (
        {"q02": "not-answered", "q07": "not-answered"},
        {"belief": "yes", "reason": "x"},
    )
    assert not differences(Asked(pair), form, {})
    assert not differences(Asked(pair), form, believed)


@pytest.mark.parametrize("pair", list(pairs()), ids=str)
def test_an_answer_that_only_the_engine_hears_otherwise_is_told(pair):
    random, asked, told = Random(3), Asked(pair), 0
    codes = choices(pair.instrument, pair.edition)
    for _ in range(300):
        form = answers(pair.instrument, random, pair.edition)
        item = random.choice(tuple(codes))
        heard = {**form, item: random.choice(codes[item])}
        plain = beside(pair.instrument, random, pair.edition)
        told += bool(differences(asked, form, plain, heard=heard))
    assert told >= 10


@pytest.mark.parametrize("pair", list(pairs()), ids=str)
def test_a_code_outside_the_answer_set_is_invalid_to_both(pair):
    random, asked, refused = Random(7), Asked(pair), 0
    for item in asked.names:
        form = {**answers(pair.instrument, random, pair.edition), item: "x"}
        plain = beside(pair.instrument, random, pair.edition)
        assert not differences(asked, form, plain), item
        refused += asked.engine(form, settled(pair, plain)).is_invalid
    assert refused >= len(asked.names) // 2  # an item that nobody sees blocks nothing
