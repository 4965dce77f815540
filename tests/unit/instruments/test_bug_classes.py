# SPDX-License-Identifier: EUPL-1.2
"""Faults that form engines are known to have had, one test each; more stand beside their subject.

F-01 to F-07 are in test_forms, F-14 and F-19 to F-25 in test_danger_assessment and test_rules,
F-26 in test_windows and test_sums, F-28 in the tests of results.
"""

import random
from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.library import SHIPPED
from tests.unit.instruments.made_definitions import built, form, item, summed, worksheet
from tests.unit.instruments.test_sums import (
    COLUMNS,
    GRID,
    THIRTEEN,
    brief,
    columns,
    mean_form,
    prorated_form,
    results,
)
from workbench.domain.assessments import Answer
from workbench.instruments.answers import ItemAnswer, ItemCoding, from_records, value
from workbench.instruments.checks import definition_faults
from workbench.instruments.forms import codes_of, counts, holds, open_slots, slots, visible_ids
from workbench.instruments.gates import assume_confirmed, rule_sha256
from workbench.instruments.golden import GoldenTable, vector_faults
from workbench.instruments.local_tables import Supplied
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.scoring import evaluate
from workbench.instruments.tables import Condition

DEFINITIONS = SHIPPED.all()


def when(source, **comparison):
    return [{"item": source, **comparison}]


CHAIN = form(
    item("a"),
    item("b", visible_if=when("a", equals="yes")),
    item("c", visible_if=when("b", equals="yes")),
    item("d", visible_if=when("c", equals="yes")),
)


def test_f02_a_chain_of_three_collapses_with_its_first():
    definition = built(CHAIN)
    answers = {name: value("yes") for name in "abcd"}
    assert evaluate(definition, answers).first.value == 4
    hidden = evaluate(definition, answers | {"a": value("no")}).first
    assert (hidden.value, len(hidden.trace)) == (0, 1)


@pytest.mark.parametrize(
    ("comparison", "code", "expected"),
    [
        ({"any_of": ["yes", "maybe"]}, "maybe", True),
        ({"any_of": ["yes"]}, "no", False),
        ({"answered": True}, "anything", True),
        ({"at_least": 2}, "2", True),
        ({"at_least": 2}, "1", False),
        ({"at_least": 2}, "?", False),
        ({"at_most": 2}, "2", True),
        ({"at_most": 2}, "3", False),
        ({"at_most": 2}, "?", False),
    ],
)
def test_f04_every_comparison_is_false_without_an_answer(comparison, code, expected):
    condition = msgspec.convert({"item": "a", **comparison}, Condition)
    assert holds(condition, {"a": code}) is expected
    assert holds(condition, {}) is False


def test_f05_a_copied_answer_is_hidden_and_judged_like_a_typed_one():
    records = [Answer("r", name, "value", "yes") for name in "bcd"]
    records.append(Answer("r", "a", "value", "no"))
    definition = built(CHAIN)
    typed = {name: value("yes") for name in "bcd"} | {"a": value("no")}
    assert evaluate(definition, from_records(records)) == evaluate(definition, typed)


def test_f08_the_program_writes_no_answer_of_its_own():
    answers = {"a": value("yes")}
    evaluate(built(CHAIN), answers)
    assert answers == {"a": value("yes")}


def test_f10_f11_a_definition_written_and_read_again_is_the_same():
    for definition in (built(CHAIN), mean_form(), prorated_form(), columns()):
        raw = msgspec.json.encode(definition.table)
        again = built(msgspec.json.decode(raw, type=DefinitionTable))
        for rule in definition.rules:
            assert rule_sha256(again, again.rule(rule.id)) == rule_sha256(definition, rule)


def test_f12_a_changed_code_is_another_version_and_voids_what_was_confirmed():
    sets = [{"id": "yn", "codes": ["ja", "no"], "evidence": "seen"}]
    points = {"a": {"ja": 1, "no": 0}}
    before, after = (
        built(form(item("a"))),
        built(form(item("a"), answer_sets=sets, rules=[summed() | {"points": points}])),
    )
    assert rule_sha256(before, before.rules[0]) != rule_sha256(after, after.rules[0])


def test_f13_a_code_that_is_no_longer_there_is_kept_and_named():
    answers = {"a": value("perhaps"), "b": value("yes")}
    definition = built(form(item("a"), item("b")))
    found = evaluate(definition, answers)
    assert [(f.code, f.path) for f in found.faults] == [("ANSWERS-011", "answers.a")]
    assert answers["a"] == value("perhaps")
    assert found.counts.answered == 1


def test_f15_nothing_has_two_of_one_id():
    twice = {"id": "x", "evidence": "seen"}
    check = {"id": "x", "kind": "range", "item": "a", "low": 0, "severity": "warn"}
    table = form(
        item("a"),
        profiles=[twice] * 2,
        recodes=[twice | {"outputs": {"o": {"yes": 1}}}] * 2,
        validations=[check | {"evidence": "seen"}] * 2,
    )
    found = {fault.path for fault in definition_faults(table) if fault.code == "INSTR-013"}
    assert found == {"profiles", "recodes", "validations"}


def test_f16_skip_logic_and_scoring_in_one_form_read_together():
    definition = mean_form()
    raw = msgspec.json.encode(definition.table)
    again = built(msgspec.json.decode(raw, type=DefinitionTable))
    answers = {"gate": value("yes")} | {f"m{n:02}": value("2") for n in range(1, 16)}
    assert evaluate(again, answers).first.value == evaluate(definition, answers).first.value == 30


def test_f17_a_long_form_is_evaluated_in_one_go():
    names = [f"i{n:03}" for n in range(78)]
    definition = built(form(*(item(n) for n in names), rules=[summed(*names)]))
    assert evaluate(definition, dict.fromkeys(names, value("yes"))).first.value == 78


@given(st.randoms(use_true_random=False), st.text("10?-", min_size=13, max_size=13))
def test_f18_no_order_of_answers_changes_anything(chance, codes):
    given_codes = [(n, value(c)) for n, c in zip(THIRTEEN, codes, strict=True) if c != "-"]
    definition, lent = prorated_form(), Supplied({"grid": GRID})
    shuffled = list(given_codes)
    chance.shuffle(shuffled)
    confirmed = assume_confirmed(definition)
    one = evaluate(definition, dict(given_codes), confirmed, lent)
    assert one == evaluate(definition, dict(shuffled), confirmed, lent)


def test_f18_no_order_of_items_changes_a_sum():
    sums = set()
    for order in permutations(("charges", "convictions")):
        rows = sorted(columns().table.items, key=lambda row: order.index(row.id))
        table = msgspec.structs.replace(columns().table, items=rows)
        sums.add(brief(results(built(table), {"charges": "3"})["prior"]))
    assert len(sums) == 1


@given(st.text("10?-", min_size=13, max_size=13))
def test_f19_f20_unknown_is_never_no_and_nothing_is_a_float(codes):
    answers = {n: c for n, c in zip(THIRTEEN, codes, strict=True) if c != "-"}
    found = results(prorated_form(), answers, Supplied({"grid": GRID}))["total"]
    ones, doubts, gaps = codes.count("1"), codes.count("?"), codes.count("-")
    assert (found.min, found.max) == (ones, ones + doubts + gaps)
    assert len(found.missing) == gaps
    if found.value is not None:
        assert type(found.value) is int
        assert found.min <= found.value <= found.max
    assert (found.status == "computed") == (gaps == 0 and doubts <= 5)


@given(st.integers(0, 12), st.text("10", min_size=12, max_size=12))
def test_answering_a_doubt_with_one_never_lowers_and_with_nothing_never_raises(place, rest):
    codes = list(rest[:place] + "?" + rest[place:])
    totals = {}
    for code in "?10":
        codes[place] = code
        answers = dict(zip(THIRTEEN, codes, strict=True))
        totals[code] = results(prorated_form(), answers, Supplied({"grid": GRID}))["total"].value
    assert totals["0"] <= totals["?"] <= totals["1"]


@given(st.dictionaries(st.sampled_from(["charges", "convictions"]), st.integers(0, 20)))
def test_one_more_answer_never_widens_the_bounds(given_numbers):
    wide = results(columns(), {})["prior"]
    seen = {}
    for name, number in given_numbers.items():
        seen[name] = str(number)
        narrow = results(columns(), seen)["prior"]
        assert wide.min <= narrow.min <= narrow.max <= wide.max
        wide = narrow


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_higher_count_never_gives_fewer_points(charges, convictions):
    def points(one, other):
        return results(columns(), {"charges": str(one), "convictions": str(other)})["prior"].value

    assert points(charges, convictions) <= points(min(charges + 1, 20), convictions)
    assert points(charges, convictions) <= points(charges, min(convictions + 1, 20))


def test_every_number_between_two_edges_gives_what_its_edge_gives():
    definition = columns()
    edges = [int(code) for code in definition.by_id["charges"].completions]
    assert edges == [0, 1, 3, 6, 20]
    brackets = COLUMNS["columns"][0]["brackets"]
    for number in range(21):
        edge = max(e for e in edges if e <= number)
        points = [b["points"] for b in brackets if b["from"] <= number][-1]
        assert points == [b["points"] for b in brackets if b["from"] <= edge][-1]


def test_f25_not_applicable_is_no_zero_and_no_number():
    sets = [{"id": "yn", "codes": ["0", "1", "2"], "evidence": "seen"}]
    names = [f"s{n}" for n in range(1, 14)]
    rows = [item(n, states=["not-applicable"] if n == "s3" else []) for n in names]
    points = {n: {"0": 0, "1": 1, "2": 2} for n in names}
    points["s3"]["not-applicable"] = 0
    definition = built(form(*rows, answer_sets=sets, rules=[summed() | {"points": points}]))
    twos = dict.fromkeys(names, value("2"))
    assert evaluate(definition, twos).first.value == 26
    without = twos | {"s3": ItemAnswer("not-applicable")}
    found = evaluate(definition, without).first
    assert (found.value, {line.item: line.code for line in found.trace}["s3"]) == (
        24,
        "not-applicable",
    )


def test_f27_the_language_of_labels_changes_no_code():
    for definition in DEFINITIONS:
        for one in definition.items:
            assert len(set(one.codes)) == len(one.codes) == len(one.choices)
            assert all(set(choice.labels) == {"sv", "en"} for choice in one.choices)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_f20_f21_nothing_answered_is_neither_a_number_nor_a_level(definition):
    found = evaluate(definition, {}, assume_confirmed(definition))
    assert found.flags == ()
    for result in (*found.results, *found.internal):
        assert result.value in (None, False)
        assert result.band is None


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_f28_what_is_not_confirmed_tells_no_number_anywhere(definition):
    random.seed(4)
    answers = {
        i.id: value(random.choice(i.codes))
        for i in definition.items
        if i.type == "choice" and i.codes
    }
    for result in evaluate(definition, answers).results:
        if result.status == "not-confirmed":
            assert (result.value, result.band, result.min, result.max) == (None,) * 4
            assert (result.trace, result.raw, result.ceiling, result.tallies) == (
                (),
                None,
                None,
                (),
            )


def test_what_is_hidden_is_not_among_what_is_asked():
    definition = built(CHAIN)
    codes = codes_of(definition, {"a": value("no"), "b": value("yes")})
    assert codes == {"a": "no", "b": "yes"}
    assert visible_ids(definition.items, codes) == {"a"}


GOLDEN = {
    "vectors": [
        {
            "id": "V1",
            "mark": "added",
            "answers": {"charges": "3"} | {"convictions": "0"},
            "expect": {"status": "computed", "value": 2},
            "also": {"none": {"status": "computed"}},
        },
        {
            "id": "V2",
            "mark": "added",
            "tables": ["lacking"],
            "confirmed": [],
            "expect": {"status": "incomplete", "min": 0, "max": 3, "missing": ["charges"]},
        },
    ]
}


def test_vectors_name_what_they_do_not_find():
    table = msgspec.convert(GOLDEN, GoldenTable)
    definition = columns()
    found = [fault.path for v in table.vectors for fault in vector_faults(definition, v)]
    assert found == ["vectors.V1.also.none", "vectors.V2.tables", "vectors.V2.missing"]


def test_a_fraction_is_asserted_as_text():
    raw = {
        "id": "CA-04",
        "mark": "given",
        "given": {"yes": ["gate"], "1": [f"m{n:02}" for n in range(1, 8)]}
        | {"0": [f"m{n:02}" for n in range(8, 12)]},
        "expect": {"status": "computed", "value": "105/11", "min": 7, "max": 27},
    }
    vector = msgspec.convert({"vectors": [raw]}, GoldenTable).vectors[0]
    assert list(vector_faults(mean_form(), vector)) == []


def test_a_vector_may_lend_a_table_and_speak_of_internal_rules():
    grid = msgspec.to_builtins(GRID) | {"name": "test-grid"}
    raw = {
        "id": "OD-12",
        "mark": "given",
        "tables": ["test-grid"],
        "given": {"1": THIRTEEN[:6], "?": THIRTEEN[6:7], "0": THIRTEEN[7:]},
        "expect": {"status": "computed", "value": 7, "band": "c7", "min": 6, "max": 7},
        "also": {"raw": {"status": "incomplete", "min": 6, "max": 7, "unknown": [THIRTEEN[6]]}},
    }
    table = msgspec.convert({"vectors": [raw], "tables": [grid]}, GoldenTable)
    lent = {content.name: content for content in table.tables}
    assert list(vector_faults(prorated_form(), table.vectors[0], lent)) == []
    assert [f.path for f in vector_faults(prorated_form(), table.vectors[0])] == [
        "vectors.OD-12.tables",
        "vectors.OD-12.status",
        "vectors.OD-12.value",
        "vectors.OD-12.band",
    ]


def test_spj_12_an_optional_column_is_counted_once_something_is_coded_there():
    now = {"id": "now", "definition": "stated", "evidence": "seen"}
    before = now | {"id": "before", "optional": True}
    sheet = built(worksheet(columns=[now, before]))
    coded = {"f": ItemCoding.of({"now": "2"})}
    assert counts(sheet, coded).total == 1
    assert open_slots(sheet, coded) == ()
    assert [slot.column for slot in slots(sheet, coded)] == ["now", "before"]
    begun = {"f": ItemCoding.of({"before": "0"})}
    assert (counts(sheet, begun).total, counts(sheet, begun).coded) == (2, 1)
    assert [slot.column for slot in open_slots(sheet, begun)] == ["now"]


def test_a_reason_is_no_question_of_the_form():
    why = item("why", type="text", scored=False) | {"answer_set": None}
    check = {"id": "v", "kind": "required_reason", "item": "a", "reason": "why"}
    checks = [check | {"severity": "warn", "evidence": "derived"}]
    definition = built(form(item("a"), why, validations=checks))
    found = counts(definition, {"a": value("yes"), "why": value("Skäl")})
    assert (found.answered, found.items) == (1, 1)


def test_an_item_of_two_sources_waits_for_both():
    late = item("b", visible_if=when("a", equals="yes"))
    both = item("c", visible_if=[*when("a", equals="yes"), *when("b", equals="no")])
    definition = built(form(both, late, item("a")))
    assert visible_ids(definition.items, {"a": "yes", "b": "no"}) == {"a", "b", "c"}
    assert visible_ids(definition.items, {"a": "no", "b": "no"}) == {"a"}


def test_a_condition_that_no_rule_reads_ties_nothing():
    note = item("b", scored=False, visible_if=when("a", equals="yes"))
    definition = built(form(item("a", scored=False), note, item("c")))
    assert brief(results(definition, {})["score"]) == ("incomplete", None, 0, 1)


def test_a_rule_has_a_name_where_it_needs_one():
    gated = mean_form()
    assert gated.rule_label("score", "sv") == ""
    two = built(form(item("a"), rules=[summed("a"), summed("a", id="again")]))
    assert two.rule_label("again", "sv") == "again"
