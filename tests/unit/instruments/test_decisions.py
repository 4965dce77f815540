# SPDX-License-Identifier: EUPL-1.2
"""The primitives that give yes, no or not settled."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed
from tests.unit.instruments.test_sums import brief, results
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.local_tables import Supplied
from workbench.instruments.scoring import evaluate

SEEN = {"evidence": "seen"}
WHY = item("why", type="text", scored=False) | {"answer_set": None}


def rule(name, primitive, **parts):
    return {"id": name, "primitive": primitive, **SEEN, **parts}


# ---- any_of and n_of_m ------------------------------------------------------------------------

ANY = rule("any", "any_of", items=list("abcd"), yes_codes=["yes"])
TWO = rule("two", "n_of_m", items=list("abcd"), yes_codes=["yes"], n=2)
FOUR = tuple(item(name) for name in "abcd")


@pytest.mark.parametrize(
    ("codes", "any_of", "two"),
    [
        ("nnnn", False, False),
        ("ynnn", True, False),
        ("yynn", True, True),
        ("y---", True, None),
        ("nn--", None, None),
        ("nnn-", None, False),
        ("yn-n", True, None),
        ("----", None, None),
    ],
)
def test_three_values_for_any_and_for_n_of_m(codes, any_of, two):
    definition = built(form(*FOUR, rules=[ANY, TWO]))
    said = {"y": "yes", "n": "no"}
    given = {n: said[c] for n, c in zip("abcd", codes, strict=True) if c in said}
    found = results(definition, given)
    for name, expected in (("any", any_of), ("two", two)):
        result = found[name]
        assert result.value is expected
        assert result.status == ("undecided" if expected is None else "computed")
        assert (result.min, result.max) == (expected is True, expected is not False)
        assert sum(line.points for line in result.trace) == codes.count("y")


def test_aa_03_a_declined_answer_leaves_it_undecided():
    definition = built(form(*FOUR, rules=[ANY]))
    found = results(definition, dict.fromkeys("abc", "no") | {"d": ItemAnswer("declined")})
    assert (found["any"].status, found["any"].missing) == ("undecided", ("d",))


def test_a_contradiction_that_nothing_can_complete_gives_no_answer():
    def check(name, kind):
        of = [{"item": "a", "code": "yes"}, {"item": "b", "code": "yes"}]
        return {"id": name, "kind": kind, "of": of, "severity": "error", "evidence": "derived"}

    both = [check("v", "exclusive"), check("w", "implies")]
    definition = built(form(*FOUR, rules=[ANY], validations=both))
    assert results(definition, {"a": "yes"})["any"].status == "invalid-input"


# ---- judgement and or_rules -------------------------------------------------------------------

BELIEF = rule("belief", "judgement", item="believes", yes_code="yes", reason="why")
CRITICAL = rule("critical", "any_of", items=list("abc"), yes_codes=["yes"])
MANY = rule("many", "n_of_m", items=list("efgh"), yes_codes=["yes"], n=3)
PROTOCOL = rule("protocol", "or_rules", criteria=["critical", "many", "belief"])
SCREEN_ITEMS = (*(item(n) for n in "abcefgh"), item("believes", scored=False), WHY)


def screen(**codes):
    definition = built(form(*SCREEN_ITEMS, rules=[CRITICAL, MANY, BELIEF, PROTOCOL]))
    answers = dict.fromkeys("abcefgh", "no") | {"believes": "no"} | codes
    return results(definition, {n: code for n, code in answers.items() if code is not None})


@pytest.mark.parametrize(
    ("codes", "met"),
    [
        ({}, False),
        ({"a": "yes"}, True),
        ({"e": "yes", "f": "yes"}, False),
        ({"e": "yes", "f": "yes", "g": "yes"}, True),
        ({"believes": "yes", "why": "Hon säger det"}, True),
        ({"believes": "yes"}, None),
        ({"believes": None}, False),
        ({"a": None}, None),
        ({"a": None, "b": None, "c": None, "e": "yes", "f": "yes", "g": "yes"}, True),
        ({"e": "yes", "f": "yes", "g": None}, None),
    ],
)
def test_lp_one_met_criterion_decides_and_an_open_one_leaves_it_open(codes, met):
    found = screen(**codes)["protocol"]
    assert found.value is met
    assert [criterion.rule for criterion in found.criteria] == ["critical", "many", "belief"]
    assert (found.status == "computed") == (met is not None)


def test_dr_16_a_judgement_that_nobody_made_is_not_raised_and_told_as_missing():
    found = screen(believes=None)
    assert (found["belief"].value, found["belief"].missing) == (False, ("believes",))
    assert found["protocol"].value is False


def test_lp_11_a_yes_without_its_reason_is_incomplete_and_says_what_lacks():
    found = screen(believes="yes")
    assert (found["belief"].status, found["belief"].missing) == ("incomplete", ("why",))
    assert [(line.item, line.points) for line in found["belief"].trace] == [("believes", 0)]
    assert (found["protocol"].status, found["protocol"].missing) == ("incomplete", ("why",))
    assert screen(believes="yes", a=None)["protocol"].status == "undecided"
    assert [c.status for c in found["protocol"].criteria] == ["not-met", "not-met", "incomplete"]


def test_dr_17_an_unfinished_judgement_is_listed_beside_what_is_met():
    found = screen(a="yes", believes="yes")["protocol"]
    assert (found.value, found.missing) == (True, ())
    assert [c.status for c in found.criteria] == ["met", "not-met", "incomplete"]


def test_dr_24_a_criterion_behind_the_gate_closes_only_itself():
    closed = CRITICAL | {"evidence": "recalled"}
    definition = built(form(*SCREEN_ITEMS, rules=[closed, MANY, BELIEF, PROTOCOL]))
    answers = dict.fromkeys("abcefgh", value("no")) | {"believes": value("no")}
    found = evaluate(definition, answers | {"a": value("yes")}).results
    assert [(r.id, r.status) for r in found] == [
        ("protocol", "undecided"),
        ("critical", "not-confirmed"),
        ("many", "computed"),
        ("belief", "computed"),
    ]
    assert found[0].criteria[0].status == "not-confirmed"
    assert found[1].trace == ()
    met = answers | {"believes": value("yes"), "why": value("Skäl")}
    assert evaluate(definition, met).first.value is True


def test_a_judgement_that_is_not_asked_is_not_raised():
    hidden = item("believes", scored=False, visible_if=[{"item": "a", "equals": "yes"}])
    definition = built(form(item("a"), hidden, WHY, rules=[BELIEF]))
    assert results(definition, {"a": "no"})["belief"].value is False


def test_criteria_of_a_profile_that_is_not_chosen_are_left_out():
    profiled = [CRITICAL | {"profile": "p"}, PROTOCOL | {"criteria": ["critical"]}]
    definition = built(
        form(*SCREEN_ITEMS, rules=profiled, profiles=[{"id": "p", "evidence": "seen"}])
    )
    off = results(definition, {"a": "yes"})
    assert "critical" not in off
    assert off["protocol"].status == "not-established"
    on = results(definition, {"a": "yes"}, Supplied({}, "p"))
    assert on["protocol"].value is True


def test_a_definition_whose_rules_are_all_of_profiles_says_that_none_is_established():
    rules = [CRITICAL | {"profile": "p"}]
    definition = built(form(*SCREEN_ITEMS, rules=rules, profiles=[{"id": "p", "evidence": "seen"}]))
    assert [r.status for r in evaluate(definition, {}).results] == ["not-established"]


# ---- gates, population, flags -----------------------------------------------------------------


def test_lp_10_a_form_that_met_no_answer_is_not_answered_and_never_a_no():
    end = rule("end", "recode_gate", item="met", code="silent", gives="not-answered", internal=True)
    asked = [{"item": "met", "equals": "spoke"}]
    items = [
        item("met", answer_set="m", scored=False),
        *(item(n, visible_if=asked) for n in "abc"),
    ]
    sets = [
        {"id": "yn", "codes": ["yes", "no"], **SEEN},
        {"id": "m", "codes": ["silent", "spoke"], **SEEN},
    ]
    definition = built(form(*items, answer_sets=sets, rules=[end, CRITICAL | {"gate": "end"}]))
    assert results(definition, {"met": "silent"})["critical"].status == "not-answered"
    spoke = dict.fromkeys("abc", "no") | {"met": "spoke"}
    assert results(definition, spoke)["critical"].value is False
    assert results(definition, {})["critical"].status == "incomplete"


def test_od_18_outside_the_population_there_is_no_result_and_the_answers_stay():
    includes = [{"item": "adult", "equals": "yes"}]
    definition = built(
        form(
            item("adult", scored=False),
            item("a"),
            population={"includes": includes, "evidence": "seen"},
        )
    )
    found = evaluate(definition, {"adult": value("no"), "a": value("yes")})
    assert (found.first.status, found.first.min, found.first.trace) == ("out-of-scope", None, ())
    assert found.counts.answered == 2
    unsaid = evaluate(definition, {"a": value("yes")}).first
    assert (brief(unsaid), unsaid.missing) == (("incomplete", None, 1, 1), ("adult",))
    inside = evaluate(definition, {"adult": value("yes"), "a": value("yes")}).first
    assert inside.value == 1


def test_an_unsaid_population_leaves_a_yes_or_no_undecided():
    includes = [{"item": "adult", "equals": "yes"}]
    definition = built(
        form(
            item("adult", scored=False),
            *FOUR,
            rules=[ANY],
            population={"includes": includes, "evidence": "seen"},
        )
    )
    assert results(definition, {"a": "yes"})["any"].value is None


FLAG = {
    "id": "doctor",
    "primitive": "item_flag",
    "item": "a",
    "codes": ["yes"],
    "evidence": "seen",
}


def flags(definition, answers, confirmed=None):
    return [flag.id for flag in evaluate(definition, answers, confirmed or {}).flags]


def test_d5_05_a_flag_is_raised_whatever_the_gate_says():
    definition = built(form(item("a"), rules=[summed("a", evidence="recalled")], flags=[FLAG]))
    found = evaluate(definition, {"a": value("yes")})
    assert found.first.status == "not-confirmed"
    assert [(flag.id, flag.item) for flag in found.flags] == [("doctor", "a")]
    assert flags(definition, {"a": value("no")}) == []
    assert flags(definition, {}) == []


def test_a_contradiction_elsewhere_does_not_take_a_flag_away():
    of = [{"item": "a", "code": "yes"}, {"item": "b", "code": "yes"}]
    check = {"id": "v", "kind": "exclusive", "of": of, "severity": "error", "evidence": "derived"}
    definition = built(form(item("a"), item("b"), validations=[check], flags=[FLAG]))
    assert flags(definition, {"a": value("yes"), "b": value("yes")}) == ["doctor"]


def test_a_hidden_item_raises_no_flag():
    hidden = item("a", visible_if=[{"item": "b", "equals": "yes"}])
    definition = built(form(item("b"), hidden, flags=[FLAG]))
    assert flags(definition, {"b": value("no"), "a": value("yes")}) == []
    assert flags(definition, {"b": value("yes"), "a": value("yes")}) == ["doctor"]


# ---- validations ------------------------------------------------------------------------------


def faults(check, answers, *items):
    definition = built(form(*items, rules=[], validations=[check | {"id": "v"}], **RECORD))
    given = {name: value(code) for name, code in answers.items()}
    return [(f.code, f.severity) for f in evaluate(definition, given).faults]


RECORD = {"class": "record", "missing": {"policy": "not-established", "evidence": "derived"}}
N = item("n", type="number", lowest=0, highest=20) | {"answer_set": None}
M = item("m", type="number", lowest=0, highest=20) | {"answer_set": None}
WARN = {"severity": "warn", "evidence": "derived"}
ERROR = {"severity": "error", "evidence": "derived"}


@pytest.mark.parametrize(
    ("ends", "number", "broken"),
    [
        ({"low": 2}, "1", True),
        ({"low": 2}, "2", False),
        ({"high": 5}, "5", False),
        ({"high": 5}, "6", True),
        ({"low": 2, "high": 5}, None, False),
    ],
)
def test_a_range_is_inclusive_and_says_nothing_of_what_is_not_there(ends, number, broken):
    answers = {} if number is None else {"n": number}
    found = faults({"kind": "range", "item": "n"} | ends | ERROR, answers, N)
    assert found == ([("ANSWERS-016", "error")] if broken else [])


@pytest.mark.parametrize(
    ("n", "m", "broken"), [("3", "2", True), ("2", "2", False), ("1", None, False)]
)
def test_one_number_at_most_another(n, m, broken):
    answers = {"n": n} | ({} if m is None else {"m": m})
    found = faults({"kind": "at_most", "items": ["n", "m"]} | WARN, answers, N, M)
    assert found == ([("ANSWERS-014", "warn")] if broken else [])


def test_a_reason_is_asked_for_and_its_lack_stands_where_it_is_wanted():
    check = {"kind": "required_reason", "item": "a", "reason": "why", "codes": ["yes"]} | WARN
    parts = (item("a"), WHY)
    assert faults(check, {"a": "yes"}, *parts) == [("ANSWERS-017", "warn")]
    assert faults(check, {"a": "yes", "why": "Skäl"}, *parts) == []
    assert faults(check, {"a": "no"}, *parts) == []
    assert faults(check, {}, *parts) == []
    any_value = check | {"codes": []}
    assert faults(any_value, {"a": "no"}, *parts) == [("ANSWERS-017", "warn")]


def test_tc_03_a_text_may_ask_for_another():
    check = {"kind": "required_reason", "item": "danger", "reason": "goal"} | WARN
    texts = [item(n, type="text") | {"answer_set": None} for n in ("danger", "goal")]
    assert faults(check, {"danger": "Slag"}, *texts) == [("ANSWERS-017", "warn")]


def test_a_missing_reason_of_severity_error_blocks_the_result_and_not_the_bounds_of_others():
    check = {"kind": "required_reason", "item": "a", "reason": "why", "codes": ["yes"]} | ERROR
    definition = built(form(item("a"), item("b"), WHY, validations=[check | {"id": "v"}]))
    assert evaluate(definition, {"a": value("yes")}).first.status == "invalid-input"
    assert brief(evaluate(definition, {"b": value("yes")}).first) == ("incomplete", None, 1, 2)


@pytest.mark.parametrize("code", ["21", "x", "-1", "1.5"])
def test_a_number_outside_its_ends_is_named_and_nothing_is_computed(code):
    found = faults({"kind": "range", "item": "n", "low": 0} | WARN, {"n": code}, N)
    assert found == [("ANSWERS-016", "error")]


def test_a_stated_outcome_is_banded_like_a_computed_one():
    rows = [{"low": 0, "high": 0, "code": "none"}, {"low": 1, "high": 1, "code": "some"}]
    end = rule("end", "recode_gate", item="a", code="no", gives="value", value=0, internal=True)
    definition = built(
        form(
            item("a", scored=False),
            item("b"),
            rules=[end, summed("b", gate="end", bands="t")],
            band_tables=[{"id": "t", **SEEN, "rows": rows}],
        )
    )
    found = results(definition, {"a": "no"})["score"]
    assert (found.value, found.band.code) == (0, "none")
    assert assume_confirmed(definition).keys() == {"end", "score"}
