# SPDX-License-Identifier: EUPL-1.2
"""What a kind or class may not have, or lacks, is named part by part."""

import pytest

from tests.unit.instruments.made_definitions import form, item, summed, worksheet
from workbench.instruments.kind_checks import emptiness, parts_of_class, parts_of_kind

SEEN = {"evidence": "seen"}
A = item("a")
FACTOR = {"id": "f", "number": "1", "section": "s", "order_evidence": "derived"}
CODES = {"present": "2", "partial": "1", "absent": "0", "omitted": "--"}
CODINGS = {"id": "codings", "primitive": "spj_coding", **SEEN}
COUNTS = {"id": "k", "primitive": "profile_counts", "sections": ["s"], **SEEN}
CHOSEN = {"item": "f", "code": "2"}
PAIR = {"id": "v", "kind": "exclusive", "of": [CHOSEN, CHOSEN], "severity": "warn", **SEEN}
FLAG = {"id": "g", "primitive": "item_flag", "item": "f", "codes": ["2"], **SEEN}
CALENDAR = {"primitive": "incident_calendar", "months": 12, **SEEN}
SHOWN = [{"item": "f", "equals": "2"}]

NOT_IN_A_WORKSHEET = {
    "rules": {"rules": [summed("f"), CODINGS]},
    "answer_sets": {"answer_sets": [{"id": "yn", "codes": ["yes", "no"], **SEEN}]},
    "items.answer_set": {"items": [FACTOR | {"answer_set": "yn"}]},
    "items.type": {"items": [FACTOR | {"type": "text"}]},
    "band_tables": {
        "band_tables": [{"id": "t", **SEEN, "rows": [{"low": 0, "high": 1, "code": "low"}]}]
    },
    "recodes": {"recodes": [{"id": "w", **SEEN, "outputs": {"o": {"2": 1}}}]},
    "validations": {"validations": [PAIR]},
    "flags": {"flags": [FLAG]},
    "profiles": {"profiles": [{"id": "p", **SEEN}]},
    "population.includes": {"population": {"includes": SHOWN, **SEEN}},
    "states": {"items": [FACTOR | {"states": ["declined"]}]},
    "calendar": {"calendar": CALENDAR | {"severity_lowest": 1, "severity_highest": 5}},
    "visible_if": {"sections": [{"id": "s", "visible_if": SHOWN}]},
}
NOT_IN_A_FORM = {
    "rules": {"rules": [summed("a"), CODINGS]},
    "codes": {"codes": CODES},
    "columns": {"columns": [{"id": "now", "definition": "by-assessor", **SEEN}]},
    "steps": {"steps": ["presence"]},
    "has_relevance": {"has_relevance": True},
    "has_critical": {"has_critical": True},
    "has_formulation": {"has_formulation": True},
    "extra_factor_rows": {"extra_factor_rows": ["more"]},
    "scenario_fields": {"scenario_fields": ["who"]},
    "management": {"management": [{"id": "plain", "domains": ["care"], **SEEN}]},
    "conclusions": {"conclusions": [{"id": "text", "type": "text", **SEEN}]},
}


def told(faults):
    return [(fault.code, fault.path, fault.error.facts) for fault in faults]


def of_sheet(part, sort="SPJ"):
    return [("INSTR-024", part, {"part": part, "kind": "spj", "sort": sort})]


def of_form(part, sort="compute"):
    return [("INSTR-024", part, {"part": part, "kind": "screen", "sort": sort})]


@pytest.mark.parametrize("part", NOT_IN_A_WORKSHEET)
def test_what_only_forms_have_is_named_in_a_worksheet(part):
    table = worksheet(**NOT_IN_A_WORKSHEET[part])
    assert told(parts_of_kind(table)) == of_sheet(part)


@pytest.mark.parametrize("part", NOT_IN_A_FORM)
def test_what_only_worksheets_have_is_named_in_a_form(part):
    table = form(A, **NOT_IN_A_FORM[part])
    assert told(parts_of_kind(table)) == of_form(part)


@pytest.mark.parametrize("part", ["codes", "columns"])
def test_a_worksheet_that_is_begun_has_codes_and_columns(part):
    lacking = {"codes": None, "columns": []}[part]
    assert told(parts_of_kind(worksheet(**{part: lacking}))) == of_sheet(part)
    shell = {"class": "shell", part: lacking}
    assert told(parts_of_kind(worksheet(**shell))) == of_sheet(part, "shell")


def test_a_worksheet_that_is_not_begun_needs_neither():
    bare = {"class": "shell", "items": [], "codes": None, "columns": [], "rules": []}
    assert told(parts_of_kind(worksheet(**bare))) == []
    assert told(parts_of_kind(worksheet(population=SEEN | {"age_from": 18}))) == []


def test_a_form_has_answer_sets_when_it_has_choices_and_only_then():
    text = item("a", type="text", scored=False) | {"answer_set": None}
    assert told(parts_of_kind(form(A, answer_sets=[]))) == of_form("answer_sets")
    assert told(parts_of_kind(form(text, A, answer_sets=[]))) == of_form("answer_sets")
    assert told(parts_of_kind(form(text, rules=[], answer_sets=[]))) == []
    assert told(parts_of_kind(form(A))) == []


@pytest.mark.parametrize("part", ["items", "sections"])
def test_only_a_shell_may_have_nothing_in_it_yet(part):
    table = form(A, **{part: []})
    assert told(emptiness(table)) == [("INSTR-012", part, {"what": f"no {part}"})]
    assert told(emptiness(form(A, **{part: [], "class": "shell"}))) == []


@pytest.mark.parametrize("part", ["rules", "band_tables", "flags"])
def test_a_shell_computes_nothing_yet(part):
    sheet = NOT_IN_A_WORKSHEET[part]
    empty = {"class": "shell", "rules": []}
    assert told(parts_of_class(form(A, **(empty | sheet)))) == of_form(part, "shell")
    assert told(parts_of_class(worksheet(**(empty | sheet)))) == []


def test_class_and_kind_say_the_same():
    found = told(parts_of_class(form(A, **{"class": "SPJ"}, missing=None)))
    assert found == of_form("class", "SPJ")
    found = told(parts_of_class(worksheet(**{"class": "record"}, rules=[])))
    assert found == of_sheet("class", "record")


def recorded(*rules, policy="not-established"):
    missing = {"policy": policy, "evidence": "derived"}
    return form(A, **{"class": "record"}, rules=list(rules), missing=missing)


def test_a_recorded_form_computes_nothing_and_a_computed_one_something():
    assert told(parts_of_class(recorded())) == []
    assert told(parts_of_class(recorded(COUNTS))) == []
    assert told(parts_of_class(recorded(COUNTS, summed("a")))) == of_form("rules", "record")
    assert told(parts_of_class(form(A, rules=[COUNTS]))) == of_form("rules")
    assert told(parts_of_class(form(A, rules=[COUNTS, summed("a")]))) == []
    assert told(parts_of_class(worksheet(rules=[]))) == of_sheet("rules")


def test_codings_in_a_form_are_named_once_by_its_kind_and_not_again_by_its_class():
    table = form(A, rules=[CODINGS])
    assert told(parts_of_kind(table)) == of_form("rules")
    assert told(parts_of_class(table)) == []


def test_each_class_says_what_a_missing_answer_means_in_its_own_words():
    other = {"policy": "require-all", "evidence": "derived"}
    assert told(parts_of_class(worksheet(missing=other))) == of_sheet("missing.policy")
    assert told(parts_of_class(worksheet(missing=None))) == []
    assert told(parts_of_class(recorded(policy="none-required"))) == []
    found = told(parts_of_class(recorded(policy="require-all")))
    assert found == of_form("missing.policy", "record")
