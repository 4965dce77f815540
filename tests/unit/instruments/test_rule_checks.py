# SPDX-License-Identifier: EUPL-1.2
"""Rules that name what is not there, or put together what does not belong together."""

import msgspec
import pytest

from tests.unit.instruments.made_definitions import built, form, item, labels_of, summed, worksheet
from workbench.instruments.checks import definition_faults
from workbench.instruments.completions import MOST_COMPLETIONS
from workbench.instruments.label_checks import label_faults, uneven_labels
from workbench.instruments.range_checks import range_faults

SEEN = {"evidence": "seen"}
A, B = item("a"), item("b")
N = item("n", type="number", lowest=0, highest=9) | {"answer_set": None}
BORN, AT = (item(name, type="date") | {"answer_set": None} for name in ("born", "at"))
WHY = item("why", type="text", scored=False) | {"answer_set": None}
EVENTS = item("ev", type="events", scored=False) | {"answer_set": None}
BRACKETS = [{"from": 0, "points": 0}, {"from": 2, "points": 1}]
WORTH = {"id": "w", **SEEN, "outputs": {"o": {"yes": 1, "no": 0}}}
ROWS = [{"low": 0, "high": 0, "code": "low"}, {"low": 1, "high": 1, "code": "high"}]
TABLE = {"id": "t", **SEEN, "rows": ROWS}


def rule(name, primitive, **parts):
    return {"id": name, "primitive": primitive, **SEEN, **parts}


def changed(base, **parts):
    return {key: part for key, part in (base | parts).items() if part is not None}


def faults(table):
    found = definition_faults(table) or range_faults(built(table))
    return [(fault.code, fault.path, fault.error.facts) for fault in found]


def of(*rules, items=(A, B), **parts):
    return form(*items, rules=list(rules), **parts)


OVER = rule("over", "upward_override", of="score", item="b", reason="why", scale=["low", "high"])
MEAN = rule("m", "mean_scaled", items=["a"], recode="w", output="o", min_valid=1, factor=2)
JUDGED = rule("j", "judgement", item="a", yes_code="yes", reason="why")
ROLLING = rule(
    "r", "rolling_window_count", events="ev", anchor="at", months=12, boundary="include", at_least=1
)
GATE = rule("g", "recode_gate", item="b", code="no", gives="value", value=0)
AGE = rule("age", "age_points", birth="born", at="at", brackets=BRACKETS)
COLUMN = rule("c", "max_of_columns", columns=[{"item": "n", "brackets": BRACKETS}])
SUB = rule("s", "sub_count", items=["a", "b"], yes_codes=["yes"], at_least=1)
SEVERE = rule(
    "v", "max_severity", items={"a": "mild"}, yes_codes=["yes"], levels=["mild"], none="none"
)
MATRIX = rule("x", "matrix", a={"item": "a"}, b={"item": "b"}, table="m", levels=["one"])
PUBLISHED = rule("p", "published_table", of="score", table="x", most_unknown=1)
BANDED = rule("band", "bands", of="score", table="t")
LEVEL_SET = [
    {"id": "yn", "codes": ["yes", "no"], **SEEN},
    {"id": "l", "codes": ["low", "high"], **SEEN},
]
LEVEL = item("b", answer_set="l", scored=False)
ANY = rule("any", "any_of", items=["a"], yes_codes=["yes"])
HIGH = rule("high", "threshold", of="score", at_least=1, when_incomplete="refuse")
LATE = N | {"id": "late", "lowest": 2}
LATE_COLUMN = changed(COLUMN, columns=[{"item": "late", "brackets": BRACKETS[1:]}])
DAY = item("day", type="date", scored=False) | {"answer_set": None}
CRIMES = item("ev", type="events", answer_set="kinds", scored=False)
KINDS = {"id": "kinds", "codes": ["crime", "threat"], **SEEN}
ALSO = [
    {"item": "n", "at_least": 1},
    {"item": "day", "answered": True},
    {"item": "more", "answered": True},
]
ACROSS = {"kind": "exclusive", "severity": "error", "evidence": "derived"}
NO_WAY = [
    {"id": f"v{code}", "of": [{"item": "a", "code": code}] * 2, **ACROSS} for code in ("yes", "no")
]

SOUND = {
    "mean": form(A, rules=[MEAN], recodes=[WORTH]),
    "judgement": form(A, WHY, rules=[JUDGED]),
    "window": form(EVENTS, AT, rules=[ROLLING], answer_sets=[]),
    "gate": form(A, item("b", scored=False), rules=[GATE, summed("a", gate="g")]),
    "age": form(BORN, AT, rules=[AGE], answer_sets=[]),
    "columns and a sum": form(N, A, rules=[COLUMN, summed("a", plus=["c"])]),
    "sub-items": form(A, B, rules=[SUB]),
    "severity": form(A, rules=[SEVERE]),
    "matrix": form(A, B, rules=[MATRIX]),
    "published": form(A, B, rules=[summed("a", "b", unknown_codes=["no"]), PUBLISHED]),
    "bands": form(A, rules=[summed("a"), BANDED], band_tables=[TABLE]),
    "override": form(
        A,
        LEVEL,
        WHY,
        rules=[summed("a", bands="t"), OVER],
        band_tables=[TABLE],
        answer_sets=LEVEL_SET,
    ),
    "recoded sum": form(
        A,
        rules=[rule("score", "weighted_sum", items=["a"], recode="w", output="o")],
        recodes=[WORTH],
    ),
    "brackets from the lowest number": form(LATE, rules=[LATE_COLUMN], answer_sets=[]),
    "a criterion of a profile": form(
        A,
        rules=[ANY | {"profile": "p"}, rule("all", "or_rules", criteria=["any"])],
        profiles=[{"id": "p", **SEEN}],
    ),
    "a window that asks for a kind": form(
        CRIMES, AT, rules=[changed(ROLLING, kinds=["crime"])], answer_sets=[KINDS]
    ),
    "a window that asks for more": form(
        EVENTS,
        AT,
        N,
        DAY,
        item("more", type="events", scored=False) | {"answer_set": None},
        rules=[changed(ROLLING, also=ALSO)],
        answer_sets=[],
    ),
    "an internal number": form(A, rules=[summed("a", internal=True), HIGH]),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_use_of_every_primitive_has_no_faults(name):
    assert faults(SOUND[name]) == []


WRONG = {
    "a sum of a later rule": (
        of(summed("a", plus=["s"]), SUB),
        [("INSTR-014", "rules.score.plus", {"name": "s"})],
    ),
    "a sum of a yes": (
        of(ANY, summed("b", plus=["any"])),
        [("INSTR-014", "rules.score.plus", {"name": "any"})],
    ),
    "a gate that is none": (
        of(summed("a", gate="x")),
        [("INSTR-014", "rules.score.gate", {"name": "x"})],
    ),
    "a condition that is no yes or no": (
        of(SUB, summed("a", only_when="s")),
        [("INSTR-014", "rules.score.only_when", {"name": "s"})],
    ),
    "criteria that are not there": (
        of(rule("any", "or_rules", criteria=["x"])),
        [("INSTR-014", "rules.any.criteria", {"name": "x"})],
    ),
    "a profile that is not there": (
        of(summed("a"), rule("any", "any_of", items=["a"], yes_codes=["yes"], profile="p")),
        [("INSTR-014", "rules.any.profile", {"name": "p"})],
    ),
    "a number of a profile that may not be chosen": (
        of(
            summed("a", profile="p"),
            HIGH,
            profiles=[{"id": "p", "evidence": "seen"}],
        ),
        [("INSTR-014", "rules.high.of", {"name": "score"})],
    ),
    "a band table that is not there": (
        of(summed("a"), changed(BANDED, table="x")),
        [("INSTR-014", "rules.band.bands", {"name": "x"})],
    ),
    "a published table of a count": (
        of(rule("score", "count_yes", items=["a"], yes_code="yes"), PUBLISHED),
        [("INSTR-014", "rules.p.of", {"name": "score"})],
    ),
    "a level that the scale lacks": (
        of(
            summed("a", bands="t"),
            changed(OVER, scale=["low", "middle"]),
            items=(A, LEVEL, WHY),
            band_tables=[TABLE],
            answer_sets=LEVEL_SET,
        ),
        [("INSTR-014", "rules.over.scale", {"name": "high"})],
    ),
    "an override of a number without bands": (
        of(summed("a"), OVER, items=(A, LEVEL, WHY), answer_sets=LEVEL_SET),
        [("INSTR-014", "rules.over.of", {"name": "score"})],
    ),
    "an override of severities": (
        of(
            SEVERE,
            changed(OVER, of="v", scale=["low", "high"]),
            items=(A, LEVEL, WHY),
            answer_sets=LEVEL_SET,
        ),
        [
            ("INSTR-014", "rules.over.scale", {"name": "mild"}),
            ("INSTR-014", "rules.over.scale", {"name": "none"}),
        ],
    ),
    "an override of an override and of a matrix": (
        of(
            summed("a", bands="t"),
            OVER,
            changed(OVER, id="again", of="over", scale=["low", "high"]),
            MATRIX,
            changed(OVER, id="third", of="x", scale=["low", "high"]),
            items=(A, LEVEL, WHY),
            band_tables=[TABLE],
            answer_sets=LEVEL_SET,
        ),
        [("INSTR-014", "rules.third.scale", {"name": "one"})],
    ),
    "a level twice on the scale": (
        of(
            summed("a", bands="t"),
            changed(OVER, scale=["low", "high", "low"]),
            items=(A, LEVEL, WHY),
            band_tables=[TABLE],
            answer_sets=LEVEL_SET,
        ),
        [("INSTR-013", "rules.over", {"name": "over"})],
    ),
    "an item that is not there": (
        of(rule("any", "any_of", items=["x"], yes_codes=["yes"])),
        [("INSTR-014", "rules.any.items", {"name": "x"})],
    ),
    "a reason that is no text": (
        of(changed(JUDGED, reason="b")),
        [("INSTR-012", "rules.j", {"what": "b is of type choice"})],
    ),
    "a number that is a choice": (
        of(changed(COLUMN, columns=[{"item": "a", "brackets": BRACKETS}])),
        [("INSTR-012", "rules.c", {"what": "a is of type choice"})],
    ),
    "dates that are choices": (
        of(changed(AGE, birth="a", at="b")),
        [
            ("INSTR-012", "rules.age", {"what": "a is of type choice"}),
            ("INSTR-012", "rules.age", {"what": "b is of type choice"}),
        ],
    ),
    "events that are a choice": (
        of(changed(ROLLING, events="a"), items=(A, AT)),
        [("INSTR-012", "rules.r", {"what": "a is of type choice"})],
    ),
    "ratings that are a choice": (
        of(summed("a"), rule("k", "rater_scale", items=["a"])),
        [("INSTR-012", "rules.k.items", {"what": "a is of type choice"})],
    ),
    "a code that nobody can give": (
        of(rule("any", "any_of", items=["a"], yes_codes=["maybe"])),
        [("INSTR-014", "rules.any.items", {"name": "a=maybe"})],
    ),
    "a yes that nobody can give": (
        of(changed(JUDGED, yes_code="maybe"), items=(A, WHY)),
        [("INSTR-014", "rules.j", {"name": "a=maybe"})],
    ),
    "a gate's code that nobody can give": (
        of(changed(GATE, code="maybe"), summed("a", gate="g")),
        [("INSTR-014", "rules.g", {"name": "b=maybe"})],
    ),
    "kinds that no event has": (
        of(changed(ROLLING, kinds=["crime"]), items=(EVENTS, AT), answer_sets=[]),
        [("INSTR-014", "rules.r", {"name": "ev=crime"})],
    ),
    "a condition of a window on an unknown item": (
        of(
            changed(ROLLING, also=[{"item": "x", "equals": "yes"}]),
            items=(EVENTS, AT),
            answer_sets=[],
        ),
        [("INSTR-014", "rules.r", {"name": "x"}), ("INSTR-014", "rules.r.also", {"name": "x"})],
    ),
    "a recode table that is not there": (
        of(changed(MEAN, recode="x")),
        [("INSTR-014", "rules.m.recode", {"name": "x"})],
    ),
    "an output that is not there": (
        of(changed(MEAN, output="x"), recodes=[WORTH]),
        [("INSTR-014", "rules.m.output", {"name": "x"})],
    ),
    "a recode that lacks a code": (
        of(MEAN, recodes=[WORTH | {"outputs": {"o": {"yes": 1}}}]),
        [("INSTR-018", "rules.m.items", {"item": "a", "choice": "no"})],
    ),
    "items without a recode": (
        of(rule("score", "weighted_sum", items=["a"])),
        [("INSTR-012", "rules.score", {"what": "items, recode and output go together"})],
    ),
    "an item with points twice": (
        of(
            summed("a") | {"items": ["a"], "recode": "w", "output": "o"},
            recodes=[WORTH],
        ),
        [("INSTR-013", "rules.score", {"name": "a"})],
    ),
    "a recode table that nothing reads": (
        of(summed("a"), recodes=[WORTH]),
        [("INSTR-014", "recodes", {"name": "w"})],
    ),
    "an internal rule that nothing reads": (
        of(summed("a"), changed(SUB, internal=True)),
        [("INSTR-014", "rules.s.internal", {"name": "s"})],
    ),
    "a gate that gives a value without one": (
        of(changed(GATE, value=None), summed("a", gate="g")),
        [("INSTR-012", "rules.g", {"what": "value stands with gives = value, and only then"})],
    ),
    "more than there are items": (
        of(rule("n", "n_of_m", items=["a", "b"], yes_codes=["yes"], n=3)),
        [("INSTR-012", "rules.n", {"what": "n is more than the items"})],
    ),
    "more sub-items than there are": (
        of(changed(SUB, at_least=3)),
        [("INSTR-012", "rules.s", {"what": "at_least is more than the items"})],
    ),
    "more valid items than there are": (
        of(changed(MEAN, min_valid=2), recodes=[WORTH]),
        [("INSTR-012", "rules.m", {"what": "min_valid is more than the items"})],
    ),
    "a sum of nothing": (of(summed()), [("INSTR-012", "rules.score", {"what": "no points"})]),
    "a side of a matrix that is nothing": (
        of(changed(MATRIX, a={})),
        [("INSTR-012", "rules.x", {"what": "a side has one of rule and item"})],
    ),
    "a severity that is no level": (
        of(changed(SEVERE, items={"a": "grave"})),
        [("INSTR-014", "rules.v.levels", {"name": "grave"})],
    ),
    "a level that is also none": (
        of(changed(SEVERE, none="mild")),
        [("INSTR-013", "rules.v", {"name": "v"})],
    ),
    "brackets that fall": (
        of(changed(AGE, brackets=BRACKETS[::-1]), items=(BORN, AT), answer_sets=[]),
        [("INSTR-016", "rules.age", {"table": "age"})],
    ),
    "a bracket twice": (
        of(
            changed(COLUMN, columns=[{"item": "n", "brackets": BRACKETS[:1] * 2}]),
            items=(N,),
            answer_sets=[],
        ),
        [("INSTR-016", "rules.c", {"table": "c"})],
    ),
    "numbers under the lowest bracket": (
        of(
            changed(COLUMN, columns=[{"item": "n", "brackets": BRACKETS[1:]}]),
            items=(N,),
            answer_sets=[],
        ),
        [("INSTR-017", "rules.c", {"table": "n"})],
    ),
    "counts of an unknown section": (
        of(summed("a"), rule("k", "profile_counts", sections=["x"])),
        [("INSTR-014", "rules.k", {"name": "x"})],
    ),
    "a number one under the lowest bracket": (
        of(
            changed(COLUMN, columns=[{"item": "n", "brackets": [{"from": 1, "points": 1}]}]),
            items=(N,),
            answer_sets=[],
        ),
        [("INSTR-017", "rules.c", {"table": "n"})],
    ),
    "a kind that is not among those of the events": (
        of(changed(ROLLING, kinds=["theft"]), items=(CRIMES, AT), answer_sets=[KINDS]),
        [("INSTR-014", "rules.r", {"name": "ev=theft"})],
    ),
    "a judged level that the scale lacks": (
        of(
            SEVERE,
            changed(OVER, of="v", scale=["mild", "none"]),
            items=(A, LEVEL, WHY),
            answer_sets=LEVEL_SET,
        ),
        [
            ("INSTR-014", "rules.over.scale", {"name": "high"}),
            ("INSTR-014", "rules.over.scale", {"name": "low"}),
        ],
    ),
    "a judged level that the scale of an override of an override lacks": (
        of(
            SEVERE,
            changed(OVER, id="first", of="v", item="c", scale=["mild", "none", "yes", "no"]),
            changed(OVER, of="first", scale=["mild", "none", "yes", "no"]),
            items=(A, LEVEL, item("c", scored=False), WHY),
            answer_sets=LEVEL_SET,
        ),
        [
            ("INSTR-014", "rules.over.scale", {"name": "high"}),
            ("INSTR-014", "rules.over.scale", {"name": "low"}),
        ],
    ),
    "a judged level that the scale of an override of a matrix lacks": (
        of(
            changed(MATRIX, levels=["one", "two"]),
            changed(OVER, of="x", scale=["one", "two"]),
            items=(A, LEVEL, WHY),
            answer_sets=LEVEL_SET,
        ),
        [
            ("INSTR-014", "rules.over.scale", {"name": "high"}),
            ("INSTR-014", "rules.over.scale", {"name": "low"}),
        ],
    ),
    "an override by an item that is not there": (
        of(
            summed("a", bands="t"),
            changed(OVER, item="x"),
            items=(A, WHY),
            band_tables=[TABLE],
        ),
        [("INSTR-014", "rules.over", {"name": "x"})],
    ),
    "a mean of an item that is not there": (
        of(changed(MEAN, items=["a", "x"]), recodes=[WORTH]),
        [("INSTR-014", "rules.m.items", {"name": "x"})],
    ),
    "a yes of an item that does not count": (
        of(ANY, items=(item("a", scored=False),)),
        [("INSTR-018", "rules.any.items", {"item": "a", "choice": "*"})],
    ),
    "a count too short for its bands, after a rule that is no count": (
        of(SEVERE, summed("a", "b", bands="t"), band_tables=[TABLE]),
        [("INSTR-017", "band_tables.t", {"table": "t"})],
    ),
    "two counts that can never be had": (
        of(
            summed("a"),
            summed("a", id="again"),
            validations=NO_WAY,
        ),
        [
            ("INSTR-017", "validations", {"table": "score"}),
            ("INSTR-017", "validations", {"table": "again"}),
        ],
    ),
    "too many items tied together by the first sum of two": (
        of(
            changed(SUB, items=[f"i{n}" for n in range(16)]),
            summed(*(f"i{n}" for n in range(16)), plus=["s"]),
            summed("a", id="few"),
            items=[A, *(item(f"i{n}") for n in range(16))],
        ),
        [("INSTR-025", "items", {"items": ", ".join(f"i{n}" for n in range(16))})],
    ),
    "a limit that can never be met": (
        of(
            summed("a"),
            changed(HIGH, at_least=2),
        ),
        [("INSTR-017", "rules.high.at_least", {"table": "high"})],
    ),
    "bands by a rule of their own that are too short": (
        of(summed("a", "b"), BANDED, band_tables=[TABLE]),
        [("INSTR-017", "band_tables.t", {"table": "t"})],
    ),
    "too many sub-items tied to an adjustment": (
        of(
            changed(SUB, items=[f"i{n}" for n in range(16)]),
            changed(SUB, id="other", items=[f"i{n}" for n in range(16)]),
            summed(plus=["s", "other"]),
            items=[item(f"i{n}") for n in range(16)],
        ),
        [
            (
                "INSTR-025",
                "items",
                {"items": "i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14, i15"},
            )
        ],
    ),
}


def tied(*sets):
    """A form whose items exclude each other in a chain, each with its answer set."""
    items = [item(f"i{n}", answer_set=name) for n, name in enumerate(sets)]
    code = {"yn": "yes", "five": "1"}
    chain = [
        {
            "id": f"v{n}",
            "of": [{"item": f"i{m}", "code": code[sets[m]]} for m in (n, n + 1)],
            **ACROSS,
        }
        for n in range(len(sets) - 1)
    ]
    answers = [LEVEL_SET[0], {"id": "five", "codes": list("12345"), **SEEN}]
    counted = rule("any", "any_of", items=["i0"], yes_codes=["yes"])
    return form(*items, rules=[counted], answer_sets=answers, validations=chain)


def test_as_many_completions_as_are_allowed_are_allowed():
    assert MOST_COMPLETIONS == 2**5 * 5**4
    assert faults(tied(*["yn"] * 5, *["five"] * 4)) == []
    named = ", ".join(f"i{n}" for n in range(10))
    found = faults(tied(*["yn"] * 6, *["five"] * 4))
    assert found == [("INSTR-025", "items", {"items": named})]


@pytest.mark.parametrize("name", WRONG)
def test_what_a_rule_may_not_say_is_named_with_its_place(name):
    table, expected = WRONG[name]
    assert faults(table) == expected


PARTS = {
    "a number without ends": (
        form(item("n", type="number"), rules=[summed("n")]),
        ("INSTR-012", "items.n"),
    ),
    "ends on a choice": (form(item("a", lowest=0), rules=[summed("a")]), ("INSTR-012", "items.a")),
    "ends that run backwards": (
        form(A, item("n", type="number", lowest=3, highest=2, scored=False) | {"answer_set": None}),
        ("INSTR-012", "items.n"),
    ),
    "a date with an answer set": (
        form(A, item("d", type="date", scored=False)),
        ("INSTR-012", "items.d"),
    ),
    "a comparison of what is no number": (
        form(A, item("b", visible_if=[{"item": "a", "at_least": 1}])),
        ("INSTR-012", "items.b.visible_if"),
    ),
    "a text compared with a code": (
        form(A, WHY, item("b", visible_if=[{"item": "why", "equals": "x"}])),
        ("INSTR-012", "items.b.visible_if"),
    ),
    "a condition on a number that cannot be": (
        form(A, N | {"scored": False}, item("b", visible_if=[{"item": "n", "equals": "10"}])),
        ("INSTR-014", "items.b.visible_if"),
    ),
    "an item that nothing can show": (
        form(
            A,
            item("b", visible_if=[{"item": "a", "equals": "yes"}]),
            item("c", visible_if=[{"item": "b", "equals": "yes"}, {"item": "a", "equals": "no"}]),
        ),
        ("INSTR-027", "items.c.visible_if"),
    ),
    "a number that cannot be both": (
        form(
            A,
            N | {"scored": False},
            item("b", visible_if=[{"item": "n", "at_least": 5}, {"item": "n", "at_most": 4}]),
        ),
        ("INSTR-027", "items.b.visible_if"),
    ),
    "a range without an end": (
        form(
            A,
            N | {"scored": False},
            validations=[{"id": "v", "kind": "range", "item": "n", "severity": "warn", **SEEN}],
        ),
        ("INSTR-012", "validations.v"),
    ),
    "a range of an unknown item": (
        form(
            A,
            validations=[
                {"id": "v", "kind": "range", "item": "x", "low": 0, "severity": "warn", **SEEN}
            ],
        ),
        ("INSTR-014", "validations.v"),
    ),
    "a range of a choice": (
        form(
            A,
            validations=[
                {"id": "v", "kind": "range", "item": "a", "low": 0, "severity": "warn", **SEEN}
            ],
        ),
        ("INSTR-012", "validations.v"),
    ),
    "a reason that is a choice": (
        form(
            A,
            B,
            validations=[
                {
                    "id": "v",
                    "kind": "required_reason",
                    "item": "a",
                    "reason": "b",
                    "severity": "warn",
                    **SEEN,
                }
            ],
        ),
        ("INSTR-012", "validations.v"),
    ),
    "a reason for a code that is not there": (
        form(
            A,
            WHY,
            validations=[
                {
                    "id": "v",
                    "kind": "required_reason",
                    "item": "a",
                    "codes": ["yes", "x"],
                    "reason": "why",
                    "severity": "warn",
                    **SEEN,
                }
            ],
        ),
        ("INSTR-014", "validations.v"),
    ),
    "a flag on an unknown item": (
        form(
            A,
            flags=[{"id": "f", "primitive": "item_flag", "item": "x", "codes": ["yes"], **SEEN}],
        ),
        ("INSTR-014", "flags.f"),
    ),
    "a flag on an unknown code": (
        form(A, flags=[{"id": "f", "primitive": "item_flag", "item": "a", "codes": ["x"], **SEEN}]),
        ("INSTR-014", "flags.f"),
    ),
    "an external code of an unknown item": (
        form(A, external_codes=[{"system": "loinc", "code": "1-1", "item": "x", **SEEN}]),
        ("INSTR-014", "external_codes[0]"),
    ),
    "an external code of an unknown answer": (
        form(
            A,
            external_codes=[{"system": "loinc", "code": "1-1", "item": "a", "answer": "x", **SEEN}],
        ),
        ("INSTR-014", "external_codes[0]"),
    ),
    "an external code of an unknown rule": (
        form(A, external_codes=[{"system": "loinc", "code": "1-1", "rule": "x", **SEEN}]),
        ("INSTR-014", "external_codes[0]"),
    ),
    "an external code of two things": (
        form(
            A,
            external_codes=[
                {"system": "loinc", "code": "1-1", "rule": "score", "item": "a", **SEEN}
            ],
        ),
        ("INSTR-012", "external_codes[0]"),
    ),
    "a population by an unknown item": (
        form(A, population={"includes": [{"item": "x", "equals": "yes"}], **SEEN}),
        ("INSTR-014", "population.includes"),
    ),
    "an omission of an unknown item": (
        form(A, missing={"policy": "require-all", "evidence": "derived", "may_omit": ["x"]}),
        ("INSTR-014", "missing.may_omit"),
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_wrong_is_named_with_its_place(name):
    table, expected = PARTS[name]
    assert expected in [(fault.code, fault.path) for fault in definition_faults(table)]


def test_external_codes_of_the_whole_of_an_answer_and_of_a_rule_are_sound():
    codes = [
        {"system": "loinc", "code": "76499-3", **SEEN},
        {"system": "loinc", "code": "LA33-6", "item": "a", "answer": "yes", **SEEN},
        {"system": "loinc", "code": "76504-0", "rule": "score", **SEEN},
    ]
    assert faults(form(A, external_codes=codes)) == []


def test_parts_of_a_worksheet_stand_together():
    def of_sheet(**parts):
        return [(f.code, f.path) for f in definition_faults(worksheet(**parts))]

    level = {"id": "risk", "type": "level", "evidence": "seen"}
    codes = {"codes": ["yes", "no"], "evidence": "derived"}
    assert of_sheet(has_relevance=True) == [("INSTR-024", "relevance"), ("INSTR-024", "steps")]
    assert of_sheet(steps=["relevance"]) == [("INSTR-024", "steps")]
    assert of_sheet(conclusions=[level]) == [("INSTR-024", "conclusions.risk.levels")]
    assert of_sheet(has_relevance=True, relevance=codes, steps=["presence", "relevance"]) == []


def test_a_shell_may_be_empty_and_computes_nothing():
    shell = {"class": "shell", "answer_sets": [], "sections": [], "rules": []}
    assert faults(form(**shell)) == []
    found = faults(form(A, **{"class": "shell"}))
    assert found == [("INSTR-024", "rules", {"part": "rules", "kind": "screen", "sort": "shell"})]


def test_all_faults_are_named_at_once():
    table = form(A, A, item("b", section="x"), rules=[summed("c", bands="t")], missing=None)
    assert {code for code, _path, _facts in faults(table)} == {
        "INSTR-013",
        "INSTR-014",
        "INSTR-019",
    }


def test_levels_rules_and_ends_of_scales_are_labelled():
    scale = item("k", type="ratings", lowest=0, highest=10, scored=False) | {"answer_set": None}
    over = changed(OVER, of="v")
    table = form(A, B, scale, WHY, rules=[SEVERE, MATRIX, changed(SUB, internal=True), over])
    full = msgspec.structs.replace(
        labels_of(table),
        bands={
            "v": {"mild": "m", "none": "n"},
            "m": {"one": "1"},
            "over": {"low": "l", "high": "h"},
        },
        rules={"v": "v", "x": "x", "over": "o"},
    )
    assert label_faults(table, full) == []
    named = msgspec.structs.replace(full, rules={"v": "v", "x": "x", "over": "o", "s": "added"})
    assert label_faults(table, named) == []
    bare = msgspec.structs.replace(full, bands={}, rules={}, endpoints={})
    assert {fault.path for fault in label_faults(table, bare)} == {
        "bands.v.mild",
        "bands.v.none",
        "bands.m.one",
        "rules.v",
        "rules.x",
        "rules.over",
        "bands.over.low",
        "bands.over.high",
        "endpoints.k",
    }


def test_what_one_language_tells_the_other_tells_too():
    swedish = labels_of(form(A))
    english = msgspec.structs.replace(swedish, purpose="why", not_for=["children"])
    both = {"sv": swedish, "en": english}
    assert [fault.path for fault in uneven_labels(swedish, both)] == ["purpose", "not_for"]
    assert list(uneven_labels(english, both)) == []
