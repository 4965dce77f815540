# SPDX-License-Identifier: EUPL-1.2
"""The rule gate: which rules wait for a confirmation, and what voids one (section 3)."""

import msgspec
import pytest

from tests.support.library import SHIPPED
from tests.unit.instruments.made_definitions import built, form, item, labels_of, summed, worksheet
from workbench.instruments.answers import value
from workbench.instruments.definition import build
from workbench.instruments.gates import (
    assume_confirmed,
    is_closed,
    needs_confirmation,
    rule_sha256,
    weakest_mark,
)
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.scoring import evaluate

DA = SHIPPED.find("danger-assessment")
A = item("a")


def changed(change):
    """The Danger Assessment with its table altered in memory."""
    raw = msgspec.to_builtins(DA.table)
    change(raw)
    table = msgspec.convert(raw, DefinitionTable)
    return build(table, DA.labels, sha256="0" * 64, source={})


def altered_hash(change):
    definition = changed(change)
    return rule_sha256(definition, definition.rules[0])


HASH = rule_sha256(DA, DA.rules[0])


def weigh(raw):
    raw["rules"][0]["points"]["q19"]["yes"] = 2


def adjust(raw):
    raw["rules"][0]["adjustments"][0]["delta"] = -2


def move_a_band(raw):
    raw["band_tables"][0]["rows"][0]["high"] = 6


def loosen_the_missing_rule(raw):
    raw["missing"]["required_when"] = []


def drop_a_contradiction(raw):
    del raw["validations"][0]


def score_item_twenty(raw):
    raw["items"][-1]["scored"] = True


def rename_the_version(raw):
    raw["version"] = "weighted-21"


def offer_another_code(raw):
    raw["answer_sets"][0]["codes"].append("maybe")


@pytest.mark.parametrize(
    "change",
    [
        weigh,
        adjust,
        move_a_band,
        loosen_the_missing_rule,
        drop_a_contradiction,
        score_item_twenty,
        rename_the_version,
    ],
    ids=lambda change: change.__name__,
)
def test_any_change_of_the_content_voids_the_confirmation(change):
    definition = changed(change)
    assert altered_hash(change) != HASH
    assert is_closed(definition, definition.rules[0], {"score": HASH})
    answers = {i.id: value("no") for i in definition.items}
    assert evaluate(definition, answers, {"score": HASH}).first.status == "not-confirmed"


def test_another_answer_to_choose_voids_the_confirmation():
    raw = msgspec.to_builtins(DA.labels["sv"])
    raw["choices"]["yn"]["maybe"] = "Kanske"
    labels = msgspec.convert(raw, LabelsTable)
    table = msgspec.to_builtins(DA.table)
    offer_another_code(table)
    definition = build(
        msgspec.convert(table, DefinitionTable), {"sv": labels, "en": labels}, sha256="", source={}
    )
    assert rule_sha256(definition, definition.rules[0]) != HASH


def test_labels_caveats_and_evidence_marks_void_nothing():
    def reword(raw):
        raw["caveats"] = []
        raw["rights"]["holder"] = "someone"
        raw["items"][0]["number"] = "I"
        raw["rules"][0]["evidence"] = "seen"

    assert altered_hash(reword) == HASH
    labels = labels_of(DA.table)
    relabelled = build(DA.table, {"sv": labels, "en": labels}, sha256="", source={})
    assert rule_sha256(relabelled, relabelled.rules[0]) == HASH


def test_a_confirmation_of_another_rule_or_an_empty_one_opens_nothing():
    assert is_closed(DA, DA.rules[0], {})
    assert is_closed(DA, DA.rules[0], {"score": ""})
    assert is_closed(DA, DA.rules[0], {"other": HASH})
    assert not is_closed(DA, DA.rules[0], {"score": HASH})
    assert assume_confirmed(DA) == {"score": HASH}


def rule_of(**changes):
    table = form(A, rules=[summed("a", **changes)])
    return table, table.rules[0]


def test_a_rule_has_the_weakest_mark_of_its_parts():
    weak = {"when": {"item": "a", "code": "yes"}, "delta": 1, "evidence": "recalled"}
    assert weakest_mark(*rule_of()) == ("seen", False)
    assert weakest_mark(*rule_of(adjustments=[weak])) == ("recalled", False)
    assert weakest_mark(*rule_of(secondary=True)) == ("seen", True)
    rows = [{"low": 0, "high": 1, "code": "low"}]
    table = form(
        A,
        rules=[summed("a", bands="t")],
        band_tables=[{"id": "t", "evidence": "seen", "secondary": True, "rows": rows}],
    )
    assert weakest_mark(table, table.rules[0]) == ("seen", True)


def test_what_we_derive_ourselves_gates_nothing():
    table, rule = rule_of(evidence="derived")
    assert weakest_mark(table, rule) == ("derived", False)
    assert not needs_confirmation(table, rule)


def test_a_threshold_inherits_the_gate_and_the_hash_of_what_it_reads():
    limit = {
        "id": "over",
        "primitive": "threshold",
        "evidence": "seen",
        "of": "score",
        "at_least": 1,
        "when_incomplete": "refuse",
    }
    strong, weak = (
        form(A, rules=[summed("a", yes=yes, evidence=mark), limit])
        for yes, mark in ((1, "seen"), (2, "recalled"))
    )
    assert not needs_confirmation(strong, strong.rules[1])
    assert needs_confirmation(weak, weak.rules[1])
    first, second = built(strong), built(weak)
    assert rule_sha256(first, first.rules[1]) != rule_sha256(second, second.rules[1])


def test_a_worksheet_is_never_behind_the_rule_gate_and_never_computed():
    recalled = worksheet(rules=[{"id": "c", "primitive": "spj_coding", "evidence": "recalled"}])
    assert not needs_confirmation(recalled, recalled.rules[0])
    sheet = built(recalled)
    assert evaluate(sheet, {}, assume_confirmed(sheet)).first.status == "not-a-score"
