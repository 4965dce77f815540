# SPDX-License-Identifier: EUPL-1.2
"""Wrong screens met in public programs (X-11 to X-14), and codings that are no version here."""

import msgspec
import pytest

from tests.support.library import SHIPPED
from workbench.instruments import errors
from workbench.instruments.answers import value
from workbench.instruments.catalogue import LIBRARY
from workbench.instruments.definition import build
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.golden import GoldenTable, vector_faults
from workbench.instruments.loader import GOLDEN, read_table
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.scoring import evaluate

CATALOGUE = SHIPPED
# What the reference lists, by folder; a letter where it holds two cases in one.
CARRIED = {
    ("hits", "4-item"): "HI-01 HI-02 HI-03 HI-04 HI-05 HI-06 HI-07 HI-08 HI-09a HI-09b",
    ("hark", "2007"): "HK-01 HK-02 HK-03 HK-04 HK-05 HK-06",
    ("casr-sf", "2016"): "CA-01 CA-02 CA-03 CA-04 CA-05 CA-06 CA-07 CA-08 CA-09a CA-09b",
    ("cas-30", "30-item"): "CS-01 CS-02 CS-03a CS-03b CS-03c",
    ("wast", "coding-1-3"): "WA-01a WA-01b WA-02a WA-02b",
    ("wast", "coding-0-2"): "WA-03a WA-03b",
    ("wast-short", "2-item"): "WS-01",
    ("aas", "5-item"): "AA-01 AA-02 AA-03",
    ("cts2", "78-item"): "CT-02 CT-03 CT-04",
    ("cts2", "78-item-1-8"): "CT-01",
    ("noraq", "women"): "NQ-03w",
    ("noraq", "men"): "NQ-03m",
    ("lap", "classic"): "LP-01 LP-02 LP-03 LP-04 LP-05a LP-06 LP-07 LP-08 LP-09 LP-10 LP-11",
    ("lap-2", "2024"): "LP-05b LP-12a LP-12b LP-13",
    ("three-column-map", "1"): "TC-01 TC-02a TC-02b TC-03",
}


def vectors_of(pinned):
    table, faults = read_table(LIBRARY.joinpath(*pinned, GOLDEN), GoldenTable)
    assert faults == ()
    return table.vectors


@pytest.mark.parametrize("pinned", CARRIED, ids="@".join)
def test_the_vectors_of_the_reference_are_carried(pinned):
    assert set(CARRIED[pinned].split()) <= {vector.id for vector in vectors_of(pinned)}


def worth(raw):
    return raw["recodes"][0]["outputs"]["points"]


def wast_reversed(raw):
    worth(raw).update({"1": 3, "3": 1})


def lap_with_four_critical_items(raw):
    raw["rules"][1]["items"] = ["q01", "q02", "q03", "q04"]
    raw["rules"][2]["items"] = [f"q{n:02}" for n in range(5, 11)]


def casr_sf_as_sum_times_fifteen(raw):
    raw["rules"][1] = {
        "id": "score",
        "primitive": "weighted_sum",
        "evidence": "seen",
        "points": {f"{i:02}": {c: 15 * n for c, n in worth(raw).items()} for i in range(1, 16)},
        "gate": "gate-no",
    }


def casr_sf_with_all_fifteen(raw):
    raw["rules"][1]["min_valid"] = 15


def cts2_as_raw_codes(raw):
    raw["recodes"][0]["outputs"]["past-year"] = {str(n): n for n in range(8)}


EXAMPLES = {
    "X-11": (("wast", "coding-1-3"), wast_reversed),
    "X-12": (("lap", "classic"), lap_with_four_critical_items),
    "X-13a": (("casr-sf", "2016"), casr_sf_as_sum_times_fifteen),
    "X-13b": (("casr-sf", "2016"), casr_sf_with_all_fifteen),
    "X-14": (("cts2", "78-item"), cts2_as_raw_codes),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_others_got_wrong_breaks_vectors_here(name):
    pinned, change = EXAMPLES[name]
    definition = CATALOGUE.find(*pinned)
    vectors = vectors_of(pinned)
    raw = msgspec.to_builtins(definition.table)
    change(raw)
    table = msgspec.convert(raw, DefinitionTable)
    wrong = build(table, definition.labels, sha256="0" * 64, source={})
    assert [v.id for v in vectors if list(vector_faults(wrong, v))]
    assert not [v.id for v in vectors if list(vector_faults(definition, v))]


def test_wa_04_a_reversed_coding_is_no_version():
    with pytest.raises(errors.UnknownVersionError):
        CATALOGUE.find("wast", "coding-3-1")


def test_x_11_a_yes_is_no_answer_of_wast():
    wast = CATALOGUE.find("wast", "coding-0-2")
    found = evaluate(wast, dict.fromkeys(wast.by_id, value("yes")), assume_confirmed(wast))
    assert found.is_invalid


def test_the_main_result_of_criteria_stands_before_them():
    lap = CATALOGUE.find("lap")
    answers = {"asked": value("answered"), "q01": value("yes")}
    found = evaluate(lap, answers, assume_confirmed(lap))
    assert [r.id for r in found.results] == ["protocol", "automatic", "count", "belief"]
    assert found.first.value is True


@pytest.mark.parametrize("name", ["care", "patriark-v2", "own-form"])
def test_a_shell_is_empty_and_carries_no_rule(name):
    shell = CATALOGUE.find(name)
    assert (shell.items, shell.rules, shell.class_) == ((), (), "shell")
    assert ("egen-blankett" in shell.table.caveats) == (name == "own-form")
