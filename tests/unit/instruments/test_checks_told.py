# SPDX-License-Identifier: EUPL-1.2
"""Every fault says what it is about: whoever mends a definition reads nothing but that."""

from typing import NamedTuple

import pytest

from tests.unit.instruments.made_definitions import form, item, summed, worksheet
from workbench.instruments.checks import definition_faults

A, B, TEXT = item("a"), item("b"), item("t", type="text", answer_set=None, scored=False)
NUMBER = item("n", type="number", answer_set=None, lowest=0, highest=9, scored=False)
SEEN = {"evidence": "seen"}
WORDS = {"id": "x", "evidence": "derived"}


def told(table):
    """(path, what it is said to be about) of every fault."""
    return [
        (fault.path, fault.error.facts.get("what", fault.error.facts.get("name")))
        for fault in definition_faults(table)
    ]


def number(lowest, highest, **changes):
    return NUMBER | {"lowest": lowest, "highest": highest} | changes


def check(kind, **changes):
    return {"id": "v", "kind": kind, "severity": "warn", "evidence": "derived"} | changes


def flag(name, *codes, of="a"):
    return {"id": name, "primitive": "item_flag", "item": of, "codes": list(codes), **SEEN}


def calendar(low, high):
    ends = {"severity_lowest": low, "severity_highest": high}
    return {"primitive": "incident_calendar", "months": 12, **ends, **SEEN}


def external(**changes):
    return {"system": "snomed", "code": "1", **SEEN, **changes}


TWICE = {
    "sections": form(A, sections=[{"id": "s"}, {"id": "s"}]),
    "answer_sets": form(A, answer_sets=[{"id": "yn", "codes": ["yes", "no"], **SEEN}] * 2),
    "validations": form(A, NUMBER, validations=[check("range", item="n", low=1)] * 2),
    "time_windows": form(A, time_windows=[{"id": "x", "items": ["a"], **SEEN}] * 2),
    "columns": worksheet(columns=[WORDS | {"definition": "by-assessor"}] * 2),
    "conclusions": worksheet(conclusions=[WORDS | {"type": "text"}] * 2),
    "recodes": form(A, recodes=[{"id": "x", "outputs": {"o": {"yes": 1}}, **SEEN}] * 2),
    "flags": form(A, flags=[flag("x", "yes")] * 2),
    "profiles": form(A, profiles=[WORDS] * 2),
    "header": worksheet(header=["x", "x"]),
    "scenario_fields": worksheet(scenario_fields=["x", "x"]),
    "management": worksheet(management=[WORDS | {"domains": ["d"]}] * 2),
    "steps": worksheet(steps=["x", "x"]),
    "procedure": worksheet(procedure=["x", "x"]),
    "extra_factor_rows": worksheet(extra_factor_rows=["x", "x"]),
    "states": form(A, states=["declined", "declined"]),
    "caveats": form(A, caveats=["farskvara", "farskvara"]),
    "items": form(A, A),
    "rules": form(
        A,
        rules=[{"id": "x", "primitive": "count_yes", "items": ["a"], "yes_code": "yes", **SEEN}]
        * 2,
    ),
    "band_tables": form(
        A, band_tables=[{"id": "x", "rows": [{"low": 0, "high": 1, "code": "l"}], **SEEN}] * 2
    ),
    "codes.yn": form(A, answer_sets=[{"id": "yn", "codes": ["yes", "no", "no"], **SEEN}]),
}
NAMED = {
    "sections": "s",
    "answer_sets": "yn",
    "validations": "v",
    "states": "declined",
    "caveats": "farskvara",
    "items": "a",
    "codes.yn": "no",
}


@pytest.mark.parametrize("part", TWICE)
def test_what_stands_twice_is_named_with_the_part_that_it_stands_in(part):
    found = [
        (fault.path, fault.error.facts["name"])
        for fault in definition_faults(TWICE[part])
        if fault.code == "INSTR-013"
    ]
    assert found == [(part, NAMED.get(part, "x"))]


class Case(NamedTuple):
    table: object
    path: str
    what: str


ENDS = "lowest and highest belong to numbers"
BACK = "lowest to highest runs backwards"
CASES = {
    "a section": Case(form(A, item("b", section="x")), "items.b.section", "x"),
    "an answer set": Case(
        form(A, item("b", answer_set="x", scored=False), rules=[summed("a")]),
        "items.b.answer_set",
        "x",
    ),
    "an empty section": Case(form(A, sections=[{"id": "s"}, {"id": "u"}]), "sections.u", "u"),
    "a number without ends": Case(form(A, number(None, None)), "items.n", ENDS),
    "a number with one end": Case(form(A, number(0, None)), "items.n", ENDS),
    "a number with the other end": Case(form(A, number(None, 9)), "items.n", ENDS),
    "ends of a text": Case(form(A, TEXT | {"lowest": 0, "highest": 1}), "items.t", ENDS),
    "one end of a text": Case(form(A, TEXT | {"highest": 1}), "items.t", ENDS),
    "ends that run backwards": Case(form(A, number(2, 1)), "items.n", BACK),
    "an end under nought": Case(form(A, number(-1, 1)), "items.n", BACK),
    "an answer set of a text": Case(
        form(A, TEXT | {"answer_set": "yn"}), "items.t", "text has no answer set"
    ),
    "an answer set of a date": Case(
        form(A, TEXT | {"type": "date", "answer_set": "yn"}), "items.t", "date has no answer set"
    ),
    "an answer set of ratings": Case(
        form(A, number(0, 9, type="ratings", answer_set="yn")),
        "items.n",
        "ratings has no answer set",
    ),
    "a range of nothing": Case(
        form(A, validations=[check("range", item="x", low=1)]), "validations.v", "x"
    ),
    "a range of a choice": Case(
        form(A, validations=[check("range", item="a", low=1)]),
        "validations.v",
        "a is not a number",
    ),
    "numbers to compare that are none": Case(
        form(A, NUMBER, validations=[check("at_most", items=["n", "a"])]),
        "validations.v",
        "a is not a number",
    ),
    "a range without an end": Case(
        form(A, NUMBER, validations=[check("range", item="n")]),
        "validations.v",
        "a range has an end",
    ),
    "a reason that is no text": Case(
        form(A, B, validations=[check("required_reason", item="a", reason="b")]),
        "validations.v",
        "b is not text",
    ),
    "a reason for an unknown code": Case(
        form(
            A,
            item("b", answer_set="other"),
            TEXT,
            answer_sets=[
                {"id": "yn", "codes": ["yes", "no"], **SEEN},
                {"id": "other", "codes": ["maybe"], **SEEN},
            ],
            rules=[{"id": "r", "primitive": "count_yes", "items": ["a"], "yes_code": "yes", **SEEN}],
            validations=[
                check("required_reason", item="a", reason="t", codes=["yes", "maybe"])
            ],
        ),
        "validations.v",
        "a=maybe",
    ),
    "a rising order": Case(
        form(A, answer_sets=[{"id": "yn", "codes": ["yes", "no"], "rising": ["no"], **SEEN}]),
        "answer_sets.yn.rising",
        "yn",
    ),
    "an item to omit": Case(
        form(A, missing={"policy": "require-all", "evidence": "derived", "may_omit": ["x"]}),
        "missing.may_omit",
        "x",
    ),
    "a calendar": Case(form(A, calendar=calendar(2, 1)), "calendar", "severity runs backwards"),
    "a flag on nothing": Case(form(A, flags=[flag("f", "yes", of="x")]), "flags.f", "x"),
    "a flag on no code": Case(form(A, flags=[flag("f", "yes", "maybe")]), "flags.f", "a=maybe"),
    "a code of no item": Case(form(A, external_codes=[external(item="x")]), "external_codes[0]", "x"),
    "a code of no answer": Case(
        form(A, external_codes=[external(item="a", answer="maybe")]),
        "external_codes[0]",
        "a=maybe",
    ),
    "a code of no rule": Case(form(A, external_codes=[external(rule="x")]), "external_codes[0]", "x"),
    "a code of an answer without its item": Case(
        form(A, external_codes=[external(answer="yes")]),
        "external_codes[0]",
        "a code is for one thing",
    ),
    "a code of an item and a rule": Case(
        form(A, external_codes=[external(), external(item="a", rule="score")]),
        "external_codes[1]",
        "a code is for one thing",
    ),
    "a caveat": Case(form(A, caveats=["farskvara", "no-such"]), "caveats", "no-such"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_fault_says_what_it_is_about(name):
    case = CASES[name]
    assert told(case.table) == [(case.path, case.what)]


SOUND = {
    "a number with one value": form(A, number(0, 0)),
    "a number that begins above nought": form(A, number(3, 3)),
    "a number with codes": form(A, number(0, 9, answer_set="yn")),
    "a range with one end": form(A, NUMBER, validations=[check("range", item="n", high=5)]),
    "two numbers": form(
        A, NUMBER, item("m", type="number", answer_set=None, lowest=0, highest=9, scored=False),
        validations=[check("at_most", items=["n", "m"])],
    ),
    "a reason": form(
        A, TEXT, validations=[check("required_reason", item="a", reason="t", codes=["yes"])]
    ),
    "a calendar of one severity": form(A, calendar=calendar(1, 1)),
    "flags": form(A, flags=[flag("f", "yes"), flag("g", "no", "yes")]),
    "codes of others": form(
        A,
        external_codes=[
            external(),
            external(item="a"),
            external(item="a", answer="yes"),
            external(rule="score"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_what_is_just_allowed_is_no_fault(name):
    assert told(SOUND[name]) == []


def test_one_fault_hides_none_that_comes_after_it():
    pair = [{"item": "a", "code": "yes"}, {"item": "b", "code": "no"}]
    table = form(
        A,
        B,
        validations=[
            check("exclusive", of=pair),
            check("range", id="w", item="x", low=1),
            check("range", id="u", item="y", low=1),
        ],
        flags=[flag("f", "yes", of="x"), flag("g", "maybe")],
    )
    assert told(table) == [
        ("validations.w", "x"),
        ("validations.u", "y"),
        ("flags.f", "x"),
        ("flags.g", "a=maybe"),
    ]
