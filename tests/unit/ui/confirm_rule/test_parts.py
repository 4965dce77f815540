# SPDX-License-Identifier: EUPL-1.2
"""What a method owner ticks: everything that decides a result, whatever primitive it is."""

from tests.unit.instruments.test_sums import columns, mean_form, prorated_form
from workbench.instruments.catalogue import load_catalogue
from workbench.ui.confirm_rule.parts import parts_of


def told(definition, rule):
    return {part.key: part.content for part in parts_of(definition, definition.rule(rule))}


def test_brackets_and_tables_are_told_as_the_definition_has_them():
    assert "from 6, points 3" in told(columns(), "prior")["stated:columns"]
    found = told(mean_form(), "score")
    assert (found["stated:min_valid"], found["stated:factor"]) == ("11", "15")
    assert found["recode:worth"] == "face 0 0, 1 1, 2 2, 3 3, 4 4, 5 5"
    assert found["gate-no/stated:value"] == "0"


def test_what_a_rule_reads_is_told_with_it():
    found = told(prorated_form(), "total")
    assert found["stated:most_unknown"] == "5"
    assert found["raw/stated:unknown_codes"] == "?"
    assert found["band:c7"]


def test_a_plain_sum_has_no_rows_but_those_in_words():
    definition = load_catalogue().find("danger-assessment")
    assert not [key for key in told(definition, "score") if "stated" in key]
