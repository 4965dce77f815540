# SPDX-License-Identifier: EUPL-1.2
"""Caveats: which texts stand beside which result, in both languages (section 14)."""

import string
import tomllib

import pytest

from tests.support.library import SHIPPED
from workbench.instruments.answers import ItemCoding, value
from workbench.instruments.catalogue import LIBRARY
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.packs import caveat_ids, caveat_text, caveats_for
from workbench.instruments.scoring import evaluate

CATALOGUE = SHIPPED
DA = CATALOGUE.find("danger-assessment")
FREDA = CATALOGUE.find("freda-farlighetsbedomning")
SARA = CATALOGUE.find("sara-sv")
ALWAYS = {"farskvara", "del-av-helhet", "skydd-forst", "ej-ord"}
OF_DA = ALWAYS | {"malgrupp-da", "egen-oro", "underskattning", "utlandsk-norm", "ingen-sannolikhet"}


def ids(definition, evaluation):
    found = [c.id for c in caveats_for(definition, evaluation, "sv")]
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.parametrize("definition", CATALOGUE.all(), ids=lambda d: d.id)
def test_the_wording_gate_is_closed_and_says_so_beside_what_all_instruments_say(definition):
    assert ids(definition, None) >= ALWAYS
    assert ids(definition, evaluate(definition, {})) >= ALWAYS


def test_a_complete_score_carries_the_instruments_own_caveats():
    answers = {i.id: value("no") for i in DA.items}
    assert ids(DA, evaluate(DA, answers, assume_confirmed(DA))) == OF_DA


def test_an_incomplete_score_says_how_much_is_answered_and_how_far_it_may_go():
    evaluation = evaluate(DA, {"q01": value("yes")}, assume_confirmed(DA))
    texts = {c.id: c.text for c in caveats_for(DA, evaluation, "sv")}
    assert texts["ofullstandig"] == (
        "Ofullständigt: 1 av 24 besvarade. Lägsta möjliga -2, högsta möjliga 37. Ingen nivå anges."
    )
    assert set(texts) == OF_DA | {"ofullstandig"}


def test_an_unconfirmed_rule_says_that_no_score_is_computed():
    assert ids(DA, evaluate(DA, {})) == OF_DA | {"okand-regel"}


def test_freda_says_that_no_rule_is_established():
    wanted = ALWAYS | {"ingen-regel", "egen-oro", "underskattning", "heder"}
    assert ids(FREDA, evaluate(FREDA, {})) == wanted


def test_a_worksheet_counts_only_what_lacks_information():
    plain = ALWAYS | {"spj-ingen-summa", "plan-aven-lag"}
    assert ids(SARA, evaluate(SARA, {})) == plain
    omitted = evaluate(SARA, {"f01": ItemCoding.of({"current": "--", "past": "--"})})
    texts = {c.id: c.text for c in caveats_for(SARA, omitted, "en")}
    assert texts["saknad-info"].startswith("2 codings lack information")


def test_every_caveat_has_both_languages_with_the_same_places():
    texts = tomllib.loads((LIBRARY / "caveats.toml").read_text(encoding="utf-8"))
    assert texts.keys() == caveat_ids()
    for both in texts.values():
        places = [
            {
                name
                for _text, name, _spec, _conversion in string.Formatter().parse(both[lang])
                if name
            }
            for lang in ("sv", "en")
        ]
        assert places[0] == places[1]
        assert both["sv"] != both["en"]


def test_the_language_is_chosen_by_the_caller():
    assert caveat_text("farskvara", "sv", {}) != caveat_text("farskvara", "en", {})
