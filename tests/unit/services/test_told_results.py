# SPDX-License-Identifier: EUPL-1.2
"""Every result of every instrument is told for itself, and nothing is told that was not given."""

import re
from fractions import Fraction

import pytest

from tests.support.asking import Assessed
from workbench.instruments.answers import value
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.definition import Definition
from workbench.instruments.gates import NOT_CONFIRMED, assume_confirmed
from workbench.instruments.scoring import evaluate
from workbench.services.assess.results import outcome
from workbench.services.assess.told_results import Telling
from workbench.ui.result.shapes import result_vm
from workbench.words import speak, speech

LIBRARY = load_catalogue().all()


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def all_of(definition: Definition, *, last: bool = False):
    """The first, or the last, code of every question that has codes."""
    at = -1 if last else 0
    return {i.id: value(i.codes[at]) for i in definition.items if i.type == "choice"}


def told(definition: Definition, given, confirmed):
    evaluation = evaluate(definition, given, confirmed)
    telling = Telling(definition, given, "sv", speech("sv"))
    return telling, evaluation, telling.results(evaluation)


@pytest.mark.parametrize("definition", LIBRARY, ids=lambda d: f"{d.id}@{d.version}")
@pytest.mark.parametrize("last", [False, True])
def test_all_results_are_told_with_a_name_and_a_status_in_plain_words(definition, last) -> None:
    given = {} if definition.kind == "spj" else all_of(definition, last=last)
    telling, evaluation, every = told(definition, given, assume_confirmed(definition))
    assert [each.rule for each in every] == [each.id for each in evaluation.results]
    for each in every:
        assert telling.said(each)
        assert each.status_word != each.status
        assert each.name not in ("", each.rule)


@pytest.mark.parametrize("definition", LIBRARY, ids=lambda d: f"{d.id}@{d.version}")
def test_no_figure_level_or_trace_is_told_before_a_rule_is_confirmed(definition) -> None:
    if definition.kind == "spj":
        return
    for last in (False, True):
        _telling, _evaluation, every = told(
            definition, all_of(definition, last=last), NOT_CONFIRMED
        )
        for each in every:
            if each.status in ("not-confirmed", "not-established"):
                assert (each.value, each.level, each.level_at_least, each.table) == ("",) * 4
                assert (each.lowest, each.highest, each.trace) == ("", "", ())


def test_hits_tells_the_limit_beside_the_points() -> None:
    made = Assessed()
    record = made.begin("hits")
    made.answer(record, {i.id: "5" for i in made.definition("hits").items})
    made.say_own()
    vm = result_vm(made.akt, made.desk, record).instrument
    assert [(part.name, part.said) for part in vm.parts] == [
        ("Poäng", "20 poäng"),
        ("Gränsen 11 eller mer", "Ja"),
    ]


def test_an_incomplete_form_tells_lowest_and_highest_and_the_limit_that_is_certain() -> None:
    hits = next(d for d in LIBRARY if d.id == "hits")
    first, *rest = [i.id for i in hits.items]
    given = {item: value("5") for item in rest}
    telling, _evaluation, (points, limit) = told(hits, given, NOT_CONFIRMED)
    assert telling.said(points) == "Lägsta möjliga 16, högsta möjliga 20"
    assert [line.item for line in points.open] == [first]
    assert points.level == ""
    assert telling.said(limit) == "Ja"


def test_the_scales_of_cts2_stand_each_for_itself() -> None:
    made = Assessed()
    record = made.begin("cts2@78-item")
    made.confirm("cts2@78-item")
    definition = made.definition("cts2@78-item")
    made.answer(record, {i.id: i.codes[-1] for i in definition.items[:-1]})
    vm = result_vm(made.akt, made.desk, record).instrument
    assert len(vm.parts) == len(outcome(made.akt, made.desk, record).evaluation.results) == 40
    names = [part.name for part in vm.parts]
    assert len(set(names)) == 40
    assert any(part.said.endswith("poäng") for part in vm.parts)


def test_each_criterion_of_the_lethality_screen_has_a_status_of_its_own() -> None:
    lap = next(d for d in LIBRARY if (d.id, d.version) == ("lap", "classic"))
    codes = {i.id: "yes" if "yes" in i.codes else i.codes[0] for i in lap.items if i.codes}
    given = {item: value(code) for item, code in codes.items()}
    _telling, _evaluation, every = told(lap, given, assume_confirmed(lap))
    main = every[0]
    assert len(main.criteria) == len(every) - 1
    assert {line.said for line in main.criteria} >= {"Uppfyllt"}
    assert "Bedömning på platsen, med skäl" in [line.label for line in main.criteria]


def test_a_fraction_is_read_with_two_places_and_told_exactly_when_it_is_rounded() -> None:
    telling = Telling(LIBRARY[0], {}, "sv", speech("sv"))
    assert telling.number(Fraction(275, 4)) == "68,75"
    assert telling.number(Fraction(205, 3)) == "68,33 (205/3)"
    assert telling.number(Fraction(13, 2)) == "6,5"
    assert telling.number(Fraction(140, 1)) == "140"
    assert telling.number(100) == "100"


def test_no_row_calls_two_results_by_one_number() -> None:
    """A row says one rule's figure; nothing on it adds, averages or compares."""
    casr = next(d for d in LIBRARY if d.id == "casr-sf")
    _telling, _evaluation, every = told(casr, all_of(casr), assume_confirmed(casr))
    assert all(len(re.findall(r"poäng", each.figure)) <= 1 for each in every)
