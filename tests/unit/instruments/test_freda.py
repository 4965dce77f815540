# SPDX-License-Identifier: EUPL-1.2
"""FREDA: three forms that are recorded, never scored, and whose slots carry no words (section 7)."""

import pytest

from tests.support.library import SHIPPED
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.errors import UnknownVersionError
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.packs import caveats_for
from workbench.instruments.scoring import evaluate

CATALOGUE = SHIPPED
SHORT = CATALOGUE.find("freda-kortfragor")
DESCRIPTION = CATALOGUE.find("freda-beskrivning")
DANGER = CATALOGUE.find("freda-farlighetsbedomning")
FREDA = (SHORT, DESCRIPTION, DANGER)
CHOICES = {d.id: [i for i in d.items if i.type == "choice"] for d in FREDA}
OWN = {
    "freda-kortfragor": {"kort-oprovad", "okt-2014", "heder", "screening", "ingen-regel"},
    "freda-beskrivning": {"antal-ej-matt", "okt-2014", "heder", "ingen-regel"},
    "freda-farlighetsbedomning": {"egen-oro", "underskattning", "heder", "ingen-regel"},
}
every = pytest.mark.parametrize("form", FREDA, ids=lambda form: form.id)


@every
@pytest.mark.parametrize("at", [0, -1, None])
def test_n_05_no_answers_give_a_number_a_level_or_a_flag(form, at):
    codes = {i.id: value(i.codes[at]) for i in CHOICES[form.id]} if at is not None else {}
    found = evaluate(form, codes, assume_confirmed(form))
    for result in found.results:
        assert result.status in ("not-established", "not-a-score")
        assert (result.value, result.band, result.min, result.max) == (None,) * 4
        assert result.trace == ()
    assert found.flags == ()


@every
@pytest.mark.parametrize("version", ["2012-10", "2014-06"])
def test_fr_04_an_earlier_edition_is_not_read_as_this_one(form, version):
    with pytest.raises(UnknownVersionError):
        CATALOGUE.find(form.id, version)


@every
def test_each_has_its_own_caveats(form):
    found = {caveat.id for caveat in caveats_for(form, evaluate(form, {}), "sv")}
    always = {"farskvara", "del-av-helhet", "skydd-forst", "ej-ord"}
    assert found == always | OWN[form.id]


def test_only_the_dangerousness_assessment_wants_the_own_appraisal_first():
    assert [form.table.own_appraisal_first for form in FREDA] == [False, False, True]


def test_slots_whose_content_is_not_established_carry_numbers_and_no_words():
    slots = [i.labels["sv"] for i in DESCRIPTION.items if i.section in ("a", "b")]
    wanted = [f"Fråga A{n}" for n in range(1, 46)] + [f"Fråga B{n}" for n in range(1, 31)]
    assert slots == wanted
    assert {i.type for i in DESCRIPTION.items if i.section in ("c", "d")} == {"text"}


def test_n_08_fr_03_the_steps_are_counted_by_section_and_never_together():
    answers = {i.id: value("never") for i in DESCRIPTION.items if i.section == "a"}
    answers["c-husdjur"] = value("Katten")
    tallies = evaluate(DESCRIPTION, answers).first.tallies
    assert [(t.section, t.code, t.number) for t in tallies] == [
        ("a", "never", 45), ("a", "some-time", 0), ("a", "repeatedly", 0),
        ("b", "never", 0), ("b", "some-time", 0), ("b", "repeatedly", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("gate", [value("no"), ItemAnswer("declined"), None])
def test_fr_05_the_question_of_disability_is_asked_only_after_a_yes(gate):
    answers = {"funktionsnedsattning": value("yes")}
    if gate is not None:
        answers["har-funktionsnedsattning"] = gate
    assert evaluate(SHORT, answers).counts.items == 11
    shown = answers | {"har-funktionsnedsattning": value("yes")}
    assert evaluate(SHORT, shown).counts.items == 12
    assert evaluate(SHORT, shown).counts.answered == 2


def test_past_year_and_earlier_are_answered_each_by_itself():
    windows = {
        w.id: [i.removesuffix(f"-{w.id}") for i in w.items] for w in SHORT.table.time_windows
    }
    kinds = ["psykiskt-vald", "fysiskt-vald", "sexuellt-vald"]
    assert windows == {"senaste-aret": kinds, "tidigare": kinds}
    found = evaluate(SHORT, {"fysiskt-vald-senaste-aret": value("no")}).first
    assert "fysiskt-vald-tidigare" in found.missing
