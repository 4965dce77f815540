# SPDX-License-Identifier: EUPL-1.2
"""What a method owner ticks: everything that decides a result, whatever primitive it is."""

import re

from tests.unit.instruments.test_sums import columns, mean_form, prorated_form
from workbench.instruments.catalogue import load_catalogue
from workbench.services.assess.confirming import rules_to_confirm
from workbench.ui.confirm_rule.parts import parts_of


def told(definition, rule):
    return {part.key: part.content for part in parts_of(definition, definition.rule(rule))}


def test_brackets_and_tables_are_told_in_words():
    assert "från 6: 3" in told(columns(), "prior")["stated:columns"]
    found = told(mean_form(), "score")
    assert (found["stated:min_valid"], found["stated:factor"]) == ("11", "15")
    assert found["recode:worth"] == "0 0 · 1 1 · 2 2 · 3 3 · 4 4 · 5 5"
    assert found["gate-no/stated:value"] == "0"


def test_what_a_rule_reads_is_told_with_it():
    found = told(prorated_form(), "total")
    assert found["stated:most_unknown"] == "5"
    assert found["raw/stated:unknown_codes"] == "?"
    assert found["band:c7"]


def test_a_plain_sum_has_no_rows_but_those_in_words():
    definition = load_catalogue().find("danger-assessment")
    assert not [key for key in told(definition, "score") if "stated" in key]


def test_no_raw_name_of_a_parameter_is_met_by_a_method_owner():
    """Every rule of the library that somebody is asked to confirm."""
    unworded = [
        (definition.id, part.part)
        for definition in load_catalogue().all()
        for rule in rules_to_confirm(definition)
        for part in parts_of(definition, rule)
        if "As the definition" in part.part or "definitionen" in part.part
    ]
    assert unworded == []


def test_every_row_has_a_key_of_its_own():
    for definition in load_catalogue().all():
        for rule in rules_to_confirm(definition):
            keys = [part.key for part in parts_of(definition, rule)]
            assert len(keys) == len(set(keys)), (definition.id, rule.id)


def ids_in(definition):
    table = definition.table
    names = [*(r.id for r in table.rules), *(p.id for p in table.profiles), "True", "yes", "i → ii"]
    return re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names))


def test_no_id_of_the_definition_is_met_either():
    """Rules, profiles, codes and levels are told by what they are called."""
    met = {
        (definition.id, part.part, part.content)
        for definition in load_catalogue().all()
        for rule in rules_to_confirm(definition)
        for part in parts_of(definition, rule)
        if part.key.rpartition("/")[2] != "stated:table"  # a published table is known by its id
        if ids_in(definition).search(f"{part.part} {part.content}")
    }
    assert met == set()


def test_what_cannot_stand_together_is_told_with_its_answers():
    odara = load_catalogue().find("odara")
    rows = [part.part for part in parts_of(odara, odara.rule("total"))]
    assert [row for row in rows if row.startswith("9. ") and row.endswith(": 0")]
