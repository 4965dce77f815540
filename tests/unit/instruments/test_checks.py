# SPDX-License-Identifier: EUPL-1.2
"""A definition that is wrong is refused, and every fault is named with its place and code."""

from typing import NamedTuple

import msgspec
import pytest

from tests.unit.instruments.made_definitions import built, form, item, labels_of, summed, worksheet
from workbench.instruments.checks import definition_faults
from workbench.instruments.label_checks import label_faults
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.range_checks import range_faults


def of(table):
    """(code, path, facts) of every fault, rule faults only for a table that is sound in itself."""
    faults = definition_faults(table) or range_faults(built(table))
    return [(fault.code, fault.path, fault.error.facts) for fault in faults]


A, B = item("a"), item("b")
ROWS = [{"low": 0, "high": 0, "code": "low"}, {"low": 1, "high": 2, "code": "high"}]


def bands(*rows, name="t"):
    return [{"id": name, "evidence": "seen", "rows": list(rows or ROWS)}]


def banded(*rows):
    return form(A, B, rules=[summed("a", "b", bands="t")], band_tables=bands(*rows))


def when(source, **condition):
    return [{"item": source, **condition}]


def check(first="a", second="b", code="yes", kind="exclusive", name="v"):
    pair = [{"item": first, "code": "yes"}, {"item": second, "code": code}]
    rule = {"id": name, "kind": kind, "of": pair}
    return rule | {"severity": "error", "evidence": "derived"}


def required_when(name, source, **condition):
    term = {"item": name, "when": {"item": source, **condition}}
    return {"policy": "require-all", "evidence": "derived", "required_when": [term]}


def threshold(source="score", name="over"):
    rule = {"id": name, "primitive": "threshold", "evidence": "seen", "of": source}
    return rule | {"at_least": 1, "when_incomplete": "refuse"}


def adjusted(name, code="yes", delta=1, **changes):
    term = {"when": {"item": name, "code": code}, "delta": delta, "evidence": "seen"}
    return summed("a", adjustments=[term], **changes)


CALENDAR = {"primitive": "incident_calendar", "months": 12, "evidence": "seen"}
CODINGS = {"id": "codings", "primitive": "spj_coding", "evidence": "seen"}
NOW = {"id": "now", "definition": "by-assessor", "evidence": "derived"}
TWICE = [{"low": 0, "high": 0, "code": "low"}, {"low": 1, "high": 2, "code": "low"}]
HOLE = [{"low": 0, "high": 0, "code": "low"}, {"low": 2, "high": 2, "code": "high"}]
OVERLAP = [{"low": 0, "high": 1, "code": "low"}, {"low": 1, "high": 2, "code": "high"}]
BACKWARDS = [{"low": 2, "high": 0, "code": "low"}]
COUNT = {"id": "score", "primitive": "count_yes", "evidence": "seen", "yes_code": "yes"}


NEVER = check("a", "a") | {"id": "u", "of": [{"item": "a", "code": "no"}] * 2}
WINDOW = {"id": "w", "months": 12, "items": ["a", "x"], "evidence": "seen"}


class Case(NamedTuple):
    name: str
    table: object
    faults: list


CASES = [
    Case("item id twice", form(A, A), [("INSTR-013", "items", {"name": "a"})]),
    Case(
        "code twice",
        form(A, answer_sets=[{"id": "yn", "codes": ["yes", "no", "no"], "evidence": "seen"}]),
        [("INSTR-013", "codes.yn", {"name": "no"})],
    ),
    Case(
        "unknown section and answer set",
        form(A, item("b", section="x", answer_set="x"), rules=[summed("a")]),
        [
            ("INSTR-014", "items.b.section", {"name": "x"}),
            ("INSTR-014", "items.b.answer_set", {"name": "x"}),
        ],
    ),
    Case(
        "section without items",
        form(A, sections=[{"id": "s"}, {"id": "t"}]),
        [("INSTR-014", "sections.t", {"name": "t"})],
    ),
    Case(
        "condition on an unknown item",
        form(A, item("b", visible_if=when("x", equals="yes"))),
        [("INSTR-014", "items.b.visible_if", {"name": "x"})],
    ),
    Case(
        "condition of a section on an unknown code",
        form(
            A,
            item("b", section="t"),
            sections=[{"id": "s"}, {"id": "t", "visible_if": when("a", equals="maybe")}],
        ),
        [("INSTR-014", "sections.t.visible_if", {"name": "a=maybe"})],
    ),
    Case(
        "condition without a comparison",
        form(A, item("b", visible_if=when("a"))),
        [("INSTR-012", "items.b.visible_if", {"what": "a condition has one comparison"})],
    ),
    Case(
        "condition with both comparisons",
        form(A, item("b", visible_if=when("a", equals="yes", not_equals="no"))),
        [("INSTR-012", "items.b.visible_if", {"what": "a condition has one comparison"})],
    ),
    Case(
        "item that waits for itself",
        form(A, item("b", visible_if=when("b", equals="yes"))),
        [("INSTR-015", "items", {"items": "b"})],
    ),
    Case(
        "validation of an unknown code",
        form(A, B, validations=[check(code="maybe")]),
        [("INSTR-014", "validations.v.of", {"name": "b=maybe"})],
    ),
    Case(
        "rising order that leaves a code out",
        form(
            A,
            answer_sets=[
                {"id": "yn", "codes": ["yes", "no"], "rising": ["no"], "evidence": "seen"}
            ],
        ),
        [("INSTR-014", "answer_sets.yn.rising", {"name": "yn"})],
    ),
    Case("no missing policy", form(A, missing=None), [("INSTR-019", "missing", {})]),
    Case(
        "unknown item required",
        form(A, missing=required_when("x", "a", equals="yes")),
        [("INSTR-014", "missing.required_when", {"name": "x"})],
    ),
    Case(
        "required under an unknown condition",
        form(A, B, missing=required_when("b", "x", equals="yes")),
        [("INSTR-014", "missing.required_when", {"name": "x"})],
    ),
    Case(
        "calendar before an unknown item",
        form(A, calendar=CALENDAR | {"severity_lowest": 1, "severity_highest": 5, "before": "x"}),
        [("INSTR-014", "calendar.before", {"name": "x"})],
    ),
    Case(
        "calendar that runs backwards",
        form(A, calendar=CALENDAR | {"severity_lowest": 5, "severity_highest": 1}),
        [("INSTR-012", "calendar", {"what": "severity runs backwards"})],
    ),
    Case(
        "time window of an unknown item",
        form(A, time_windows=[WINDOW]),
        [("INSTR-014", "time_windows.w.items", {"name": "x"})],
    ),
    Case(
        "caveat without a text",
        form(A, caveats=["no-such"]),
        [("INSTR-014", "caveats", {"name": "no-such"})],
    ),
    Case(
        "a number in a worksheet",
        worksheet(rules=[COUNT | {"items": ["f"]}]),
        [
            ("INSTR-014", "rules.score.items", {"name": "f=yes"}),
            ("INSTR-024", "rules", {"part": "rules", "kind": "spj", "sort": "SPJ"}),
        ],
    ),
    Case(
        "bands in a worksheet",
        worksheet(band_tables=bands()),
        [
            ("INSTR-014", "band_tables", {"name": "t"}),
            ("INSTR-024", "band_tables", {"part": "band_tables", "kind": "spj", "sort": "SPJ"}),
        ],
    ),
    Case(
        "worksheet without columns",
        worksheet(columns=[]),
        [("INSTR-024", "columns", {"part": "columns", "kind": "spj", "sort": "SPJ"})],
    ),
    Case(
        "worksheet without codes",
        worksheet(codes=None),
        [
            ("INSTR-014", "items.f.answer_set", {"name": "codes"}),
            ("INSTR-024", "codes", {"part": "codes", "kind": "spj", "sort": "SPJ"}),
        ],
    ),
    Case(
        "states in a worksheet",
        worksheet(states=["declined"]),
        [("INSTR-024", "states", {"part": "states", "kind": "spj", "sort": "SPJ"})],
    ),
    Case(
        "a form with columns and codings",
        form(A, columns=[NOW], rules=[CODINGS]),
        [
            ("INSTR-024", "rules", {"part": "rules", "kind": "screen", "sort": "compute"}),
            ("INSTR-024", "columns", {"part": "columns", "kind": "screen", "sort": "compute"}),
        ],
    ),
    Case(
        "relevance and critical marks in a form",
        form(A, has_relevance=True, has_critical=True),
        [
            (
                "INSTR-024",
                "has_relevance",
                {"part": "has_relevance", "kind": "screen", "sort": "compute"},
            ),
            (
                "INSTR-024",
                "has_critical",
                {"part": "has_critical", "kind": "screen", "sort": "compute"},
            ),
        ],
    ),
    Case(
        "class that does not fit the kind",
        worksheet(**{"class": "compute"}),
        [("INSTR-024", "class", {"part": "class", "kind": "spj", "sort": "compute"})],
    ),
    Case(
        "recorded form with a rule",
        form(
            A, **{"class": "record"}, missing={"policy": "not-established", "evidence": "derived"}
        ),
        [("INSTR-024", "rules", {"part": "rules", "kind": "screen", "sort": "record"})],
    ),
    Case(
        "recorded form that requires all",
        form(A, **{"class": "record"}, rules=[]),
        [
            (
                "INSTR-024",
                "missing.policy",
                {"part": "missing.policy", "kind": "screen", "sort": "record"},
            )
        ],
    ),
    Case(
        "computed form without a rule",
        form(A, rules=[]),
        [("INSTR-024", "rules", {"part": "rules", "kind": "screen", "sort": "compute"})],
    ),
    Case("band hole", banded(*HOLE), [("INSTR-016", "band_tables.t", {"table": "t"})]),
    Case("band overlap", banded(*OVERLAP), [("INSTR-016", "band_tables.t", {"table": "t"})]),
    Case("band backwards", banded(*BACKWARDS), [("INSTR-016", "band_tables.t", {"table": "t"})]),
    Case("band code twice", banded(*TWICE), [("INSTR-013", "band_tables.t", {"name": "t"})]),
    Case(
        "bands too short above", banded(ROWS[0]), [("INSTR-017", "band_tables.t", {"table": "t"})]
    ),
    Case(
        "bands too short below", banded(ROWS[1]), [("INSTR-017", "band_tables.t", {"table": "t"})]
    ),
    Case(
        "band table that nothing uses",
        form(A, band_tables=bands()),
        [("INSTR-014", "band_tables", {"name": "t"})],
    ),
    Case(
        "band table that is not there",
        form(A, rules=[summed("a", bands="t")]),
        [("INSTR-014", "rules.score.bands", {"name": "t"})],
    ),
    Case(
        "threshold of nothing",
        form(A, rules=[threshold("x")]),
        [("INSTR-014", "rules.over.of", {"name": "x"})],
    ),
    Case(
        "threshold of a later rule",
        form(A, rules=[threshold(), summed("a")]),
        [("INSTR-014", "rules.over.of", {"name": "score"})],
    ),
    Case(
        "threshold of a threshold",
        form(A, rules=[summed("a"), threshold(), threshold("over", "again")]),
        [("INSTR-014", "rules.again.of", {"name": "over"})],
    ),
    Case(
        "points for an unknown item",
        form(A, rules=[summed("a", "x")]),
        [("INSTR-014", "rules.score.points.x", {"name": "x"})],
    ),
    Case(
        "a code without a point and a point without a code",
        form(A, rules=[summed() | {"points": {"a": {"yes": 1, "maybe": 0}}}]),
        [
            ("INSTR-018", "rules.score.points.a", {"item": "a", "choice": "maybe"}),
            ("INSTR-018", "rules.score.points.a", {"item": "a", "choice": "no"}),
        ],
    ),
    Case(
        "points for an item that is not scored",
        form(item("a", scored=False), rules=[summed("a")]),
        [("INSTR-018", "rules.score.points.a", {"item": "a", "choice": "*"})],
    ),
    Case(
        "no point for a state that counts as a code",
        form(item("a", states=["not-applicable"])),
        [("INSTR-018", "rules.score.points.a", {"item": "a", "choice": "not-applicable"})],
    ),
    Case(
        "adjustment on an unknown code",
        form(A, rules=[adjusted("a", code="maybe")]),
        [("INSTR-014", "rules.score.adjustments", {"name": "a=maybe"})],
    ),
    Case(
        "adjustment on an item that is not scored",
        form(A, item("b", scored=False), rules=[adjusted("b")]),
        [("INSTR-018", "rules.score.adjustments", {"item": "b", "choice": "*"})],
    ),
    Case(
        "unknown monotone exception",
        form(A, rules=[summed("a", monotone_exceptions=["x"])]),
        [("INSTR-014", "rules.score.monotone_exceptions", {"name": "x"})],
    ),
    Case(
        "a grave answer that lowers and is not named",
        form(A, B, rules=[adjusted("b", delta=-3)]),
        [("INSTR-022", "rules.score.monotone_exceptions", {"item": "b"})],
    ),
    Case(
        "an exception that is none",
        form(A, rules=[summed("a", monotone_exceptions=["a"])]),
        [("INSTR-022", "rules.score.monotone_exceptions", {"item": "a"})],
    ),
    Case(
        "count of an unknown item",
        form(A, rules=[COUNT | {"items": ["a", "x"]}]),
        [("INSTR-014", "rules.score.items", {"name": "x"})],
    ),
    Case(
        "count of a code that the item does not have",
        form(A, rules=[COUNT | {"items": ["a"], "yes_code": "maybe"}]),
        [("INSTR-014", "rules.score.items", {"name": "a=maybe"})],
    ),
    Case(
        "a form that can never be completed",
        form(
            A,
            validations=[
                check("a", "a"),
                check("a", "a", code="no", kind="implies", name="w"),
                NEVER,
            ],
        ),
        [("INSTR-017", "validations", {"table": "score"})],
    ),
    Case(
        "a recalled rule in class compute",
        form(A, rules=[summed("a", evidence="recalled")]),
        [("INSTR-024", "rules", {"part": "rules.evidence", "kind": "screen", "sort": "compute"})],
    ),
    Case(
        "a re-typed rule in class compute",
        form(A, rules=[summed("a", secondary=True)]),
        [("INSTR-024", "rules", {"part": "rules.evidence", "kind": "screen", "sort": "compute"})],
    ),
    Case(
        "a seen rule in class confirm",
        form(A, **{"class": "confirm"}),
        [("INSTR-024", "rules", {"part": "rules.evidence", "kind": "screen", "sort": "confirm"})],
    ),
    Case(
        "too many items tied together",
        form(
            *(item(f"i{n}") for n in range(15)),
            validations=[check(f"i{n}", f"i{n + 1}", name=f"v{n}") for n in range(14)],
        ),
        [
            (
                "INSTR-025",
                "items",
                {"items": "i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14"},
            )
        ],
    ),
]

SOUND = [
    form(A, B),
    banded(),
    form(A, rules=[summed("a"), threshold()]),
    form(A, rules=[COUNT | {"items": ["a"]}]),
    form(A, item("b", visible_if=when("a", not_equals="no"))),
    form(
        item("a", states=["not-applicable"]),
        item("b", visible_if=when("a", equals="not-applicable")),
        rules=[summed("b")],
    ),
    form(A, B, validations=[check()], missing=required_when("b", "a", equals="no")),
    form(A, B, rules=[adjusted("b", delta=-3, monotone_exceptions=["b"])]),
    form(A, **{"class": "confirm"}, rules=[summed("a", evidence="recalled")]),
    form(A, **{"class": "shell"}, rules=[]),
    form(A, calendar=CALENDAR | {"severity_lowest": 1, "severity_highest": 5, "before": "a"}),
    worksheet(),
    worksheet(**{"class": "shell"}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_named_with_its_code_and_place(case):
    assert of(case.table) == case.faults


@pytest.mark.parametrize("table", SOUND)
def test_a_sound_definition_has_no_fault(table):
    assert of(table) == []


def test_several_faults_are_all_named_at_once():
    table = form(A, A, item("b", section="x"), missing=None, caveats=["no-such"])
    assert [code for code, _path, _facts in of(table)] == [
        "INSTR-013",
        "INSTR-014",
        "INSTR-019",
        "INSTR-014",
    ]


@pytest.mark.parametrize("path", ["sections.s", "items.a", "choices.yn.yes", "bands.t.low"])
def test_a_label_that_is_missing_is_named(path):
    raw = msgspec.to_builtins(labels_of(banded()))
    part = raw
    *parents, last = path.split(".")
    for parent in parents:
        part = part[parent]
    del part[last]
    found = label_faults(banded(), msgspec.convert(raw, LabelsTable))
    assert [(f.code, f.path) for f in found] == [("INSTR-020", path)]


def test_a_label_for_something_that_does_not_exist_is_named():
    raw = msgspec.to_builtins(labels_of(form(A)))
    raw["items"]["x"] = "X"
    raw["item_evidence"] = {"y": "seen"}
    raw["bands"] = {"z": {"low": "L"}}
    raw["choices"]["w"] = {"yes": "Ja"}
    found = label_faults(form(A), msgspec.convert(raw, LabelsTable))
    paths = ["items.x", "bands.z.low", "choices.w.yes", "item_evidence.y"]
    assert sorted(f.path for f in found) == sorted(paths)


def test_every_part_of_a_worksheet_needs_its_label():
    table = worksheet(
        steps=["context"],
        procedure=["other"],
        extra_factor_rows=["more"],
        conclusions=[{"id": "c", "type": "level", "levels": ["low"], "evidence": "seen"}],
    )
    assert label_faults(table, labels_of(table)) == []
    bare = labels_of(worksheet())
    paths = [
        "conclusions.c",
        "extra_factor_rows.more",
        "levels.low",
        "procedure.other",
        "steps.context",
    ]
    assert sorted(f.path for f in label_faults(table, bare)) == paths
