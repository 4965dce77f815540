# SPDX-License-Identifier: EUPL-1.2
"""Answers from outside: what is not exactly answers is refused with its own code."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.library import SHIPPED
from tests.unit.instruments.made_definitions import built, form, item
from workbench.instruments import errors
from workbench.instruments.answer_files import LARGEST_ANSWERS, read_answers
from workbench.instruments.answers import ItemAnswer, ItemCoding, value
from workbench.instruments.scoring import evaluate

CATALOGUE = SHIPPED
DA = CATALOGUE.find("danger-assessment")
SARA = CATALOGUE.find("sara-sv")

NOT_JSON = {
    "nothing": b"",
    "a word": b"yes",
    "cut": b'{"answers": {"q01": "yes"',
    "trailing comma": b'{"answers": {"q01": "yes",}}',
    "two documents": b'{"answers": {}} {}',
    "single quotes": b"{'answers': {}}",
    "comment": b'{"answers": {}} // done',
    "NaN": b'{"answers": {"q01": NaN}}',
    "Infinity": b'{"answers": {"q01": -Infinity}}',
    "not UTF-8": b'{"answers": {"q01": "\xe5"}}',
    "UTF-16": '{"answers": {}}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"answers": {}}',
    "control character": b'{"answers": {"q01": "y\x00es"}}',
}
WRONG_TYPE = {
    "null": b"null",
    "list": b"[]",
    "text": b'"answers"',
    "empty object": b"{}",
    "other key": b'{"answer": {}}',
    "one key more": b'{"answers": {}, "note": "x"}',
    "answers as list": b'{"answers": []}',
    "answers null": b'{"answers": null}',
    "number": b'{"answers": {"q01": 1}}',
    "float": b'{"answers": {"q01": 1.0}}',
    "endless number": b'{"answers": {"q01": ' + b"9" * 5000 + b"}}",
    "true": b'{"answers": {"q01": true}}',
    "null answer": b'{"answers": {"q01": null}}',
    "list answer": b'{"answers": {"q01": ["yes"]}}',
    "object answer": b'{"answers": {"q01": {"current": "J"}}}',
    "unknown item with a number": b'{"answers": {"q99": 0}}',
    "deep": b'{"answers": {"q01": ' + b"[" * 50_000 + b"]" * 50_000 + b"}}",
}
TWICE = {
    "item": b'{"answers": {"q01": "yes", "q01": "no"}}',
    "same answer": b'{"answers": {"q01": "yes", "q01": "yes"}}',
    "answers": b'{"answers": {}, "answers": {}}',
    "escaped": b'{"answers": {"q01": "yes", "q\\u0030\\u0031": "no"}}',
    "inside a wrong type": b'{"answers": {"q01": {"a": "1", "a": "2"}}}',
}


@pytest.mark.parametrize("untrusted", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_json_is_refused(untrusted):
    with pytest.raises(errors.NotJsonError):
        read_answers(DA, untrusted)


@pytest.mark.parametrize("untrusted", WRONG_TYPE.values(), ids=WRONG_TYPE)
def test_json_of_another_shape_is_refused(untrusted):
    with pytest.raises(errors.WrongTypeError):
        read_answers(DA, untrusted)


@pytest.mark.parametrize("untrusted", TWICE.values(), ids=TWICE)
def test_a_key_that_stands_twice_is_refused(untrusted):
    with pytest.raises(errors.DuplicateKeyError):
        read_answers(DA, untrusted)


@pytest.mark.parametrize(
    "answer", ["J", None, 1, ["J"], {"current": 1}, {"current": None}, {"current": {}}]
)
def test_a_worksheet_takes_codes_by_column_and_nothing_else(answer):
    with pytest.raises(errors.WrongTypeError):
        read_answers(SARA, json.dumps({"answers": {"f01": answer}}).encode())


def test_a_file_larger_than_any_answers_is_refused():
    with pytest.raises(errors.AnswersTooLargeError):
        read_answers(DA, b" " * (LARGEST_ANSWERS + 1))


def test_choices_states_and_absence_are_told_apart():
    raw = b'{"answers": {"q01": "yes", "q02": "dont-know", "q03": "declined", "q04": "postponed"}}'
    assert read_answers(DA, raw) == {
        "q01": value("yes"),
        "q02": ItemAnswer("dont-know"),
        "q03": ItemAnswer("declined"),
        "q04": ItemAnswer("postponed"),
    }


def test_a_choice_of_the_same_name_wins_over_the_state():
    sets = [{"id": "yn", "codes": ["yes", "no", "dont-know"], "evidence": "seen"}]
    definition = built(form(item("a"), answer_sets=sets))
    assert read_answers(definition, b'{"answers": {"a": "dont-know"}}') == {"a": value("dont-know")}


def test_codings_are_read_by_column_and_an_empty_object_is_not_yet_coded():
    raw = b'{"answers": {"f01": {"current": "--"}, "f02": {}}}'
    answers = read_answers(SARA, raw)
    assert answers == {"f01": ItemCoding.of({"current": "--"}), "f02": ItemCoding.of({})}
    assert evaluate(SARA, answers).counts.not_coded == 29


@pytest.mark.parametrize("code", ["Yes", "YES", " yes", "ja", "", "unanswered", "value", "1"])
def test_a_choice_is_spelt_exactly_or_it_is_unknown(code):
    answers = read_answers(DA, json.dumps({"answers": {"q01": code}}).encode())
    assert [f.code for f in evaluate(DA, answers).faults] == ["ANSWERS-011"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_crash(untrusted):
    with pytest.raises((errors.NotJsonError, errors.DuplicateKeyError, errors.WrongTypeError)):
        read_answers(DA, untrusted)


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
documents = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
)


@given(documents)
def test_no_document_makes_the_evaluation_crash(document):
    for definition in (DA, SARA):
        try:
            answers = read_answers(definition, json.dumps({"answers": document}).encode())
        except errors.AnswersError:
            continue
        found = evaluate(definition, answers)
        assert found.is_invalid == bool(answers)
