# SPDX-License-Identifier: EUPL-1.2
"""What must not exist anywhere: merged levels, probabilities, a level of STABLE, lists by score."""

import json
import re
from collections.abc import Iterator

import pytest

from tests.support.asking import DA, Assessed
from workbench.domain.assessments import Result
from workbench.instruments.answers import value
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.scoring import evaluate
from workbench.services.akter import cases

LIBRARY = load_catalogue()
HITS = "hits"


@pytest.fixture(scope="module")
def made() -> Assessed:
    """Two instruments and the person's own word in one akt, everything computed."""
    made = Assessed(LIBRARY)
    made.say_own(estimate="Mycket hög")
    made.confirm()
    danger, hits = made.begin(DA), made.begin(HITS)
    made.answer_da(danger)
    made.answer(hits, {item.id: "5" for item in made.definition(HITS).items})
    made.enter(danger)
    made.enter(hits)
    return made


def numbers_in(said: object) -> Iterator[object]:
    if isinstance(said, dict):
        said = list(said.values())
    if isinstance(said, list):
        for each in said:
            yield from numbers_in(each)
    elif isinstance(said, int | float) and not isinstance(said, bool):
        yield said


def test_n_02_every_number_belongs_to_one_run_of_one_instrument(made):
    """No record holds a number but a result, which names its assessment, version and rule."""
    kinds = {
        entry.header.kind
        for entry in made.akt.entries_shown()
        if list(numbers_in(json.loads(entry.body)))
    }
    assert kinds == {"result/1"}
    told = {(each.value.assessment, str(each.value.instrument)) for each in made.akt.all(Result)}
    assert len(told) == len({assessment for assessment, _instrument in told}) == 2


def test_n_03_no_word_beside_a_person_is_a_share_or_a_probability():
    """Figures stand in the notes about the method alone, never in a level, an answer or a rule."""
    shares = re.compile(r"%|procent|per cent|sannolikhet|probability|promille", re.IGNORECASE)
    for definition in LIBRARY.all():
        for words in definition.labels.values():
            shown = [*words.items.values(), *words.rules.values(), *words.flags.values()]
            shown += [label for levels in words.bands.values() for label in levels.values()]
            shown += [label for codes in words.choices.values() for label in codes.values()]
            shown += [*words.conclusions.values(), *words.levels.values()]
            assert [label for label in shown if shares.search(label)] == [], definition.id


@pytest.mark.parametrize("worth", ["0", "1", "2"])
def test_n_04_no_total_of_stable_has_a_level(worth):
    stable = LIBRARY.find("stable-2007")
    answers = {item.id: value(worth) for item in stable.items} | {"child-victims": value("yes")}
    (total,) = evaluate(stable, answers, assume_confirmed(stable)).results
    assert (total.value, total.band) == (13 * int(worth), None)


def test_n_10_no_list_of_persons_knows_a_score_or_a_level(made):
    """Neither the register nor its flags hold anything of a result."""
    (result,) = [each.value for each in made.akt.all(Result) if each.value.band]
    rows = repr(cases.open_cases(made.desk))
    assert made.definition(DA).band_label(result.band_table, result.band, "sv") not in rows
    assert result.band not in rows
    assert "score" not in rows
