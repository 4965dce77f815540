# SPDX-License-Identifier: EUPL-1.2
"""Every code has words in both languages, and every place in them is filled."""

import re

import pytest

from tests.unit.instruments.made_definitions import built
from tests.unit.instruments.test_checks import CASES
from workbench import words
from workbench.instruments import errors
from workbench.instruments.answers import ItemAnswer, ItemCoding, value
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.checks import definition_faults
from workbench.instruments.range_checks import range_faults
from workbench.instruments.validity import answer_faults

ANSWERS = [
    ("danger-assessment", {"q03": value("yes"), "q03a": value("yes"), "q01": value("?")}),
    ("danger-assessment", {"q13": value("yes"), "q13a": value("yes"), "x": value("yes")}),
    ("danger-assessment", {"q08": ItemAnswer("not-applicable"), "q02": ItemCoding({})}),
    ("sara-sv", {"f01": ItemCoding.of({"now": "J", "past": "x"})}),
]


@pytest.fixture(autouse=True)
def _swedish_again():
    yield
    words.speak("sv")


def classes(family, prefix):
    """Those of the family's own prefix: own forms have theirs, and their words, elsewhere."""
    return [error for error in family.__subclasses__() if error.code.startswith(prefix)]


@pytest.mark.parametrize(
    ("family", "prefix"), [(errors.InstrumentError, "INSTR-"), (errors.AnswersError, "ANSWERS-")]
)
def test_every_code_has_its_words_and_no_words_lack_a_code(family, prefix):
    entries = {code: e for code, e in words.error_entries().items() if code.startswith(prefix)}
    codes = [error.code for error in classes(family, prefix)]
    assert sorted(codes) == sorted(entries)
    for entry in entries.values():
        assert set(entry) == {"cause", "what_sv", "what_en", "remedy_sv", "remedy_en"}
        assert places(entry["what_sv"]) == places(entry["what_en"])


def places(text):
    return sorted(re.findall(r"{(\w+)}", text))


def every_fault():
    for case in CASES:
        yield from definition_faults(case.table) or range_faults(built(case.table))
    catalogue = load_catalogue()
    for instrument, answers in ANSWERS:
        yield from answer_faults(catalogue.find(instrument), answers)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_place_in_a_text_is_left_empty(language):
    words.speak(language)
    seen = set()
    for fault in every_fault():
        text = words.error_text(fault.error)
        assert places(text.what) == [], fault
        seen.add(fault.code)
    assert len(seen) >= 16
