# SPDX-License-Identifier: EUPL-1.2
"""The primitives that give a number, with their bounds, on small definitions."""

from fractions import Fraction

import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.local_tables import MatrixCells, Proration, Supplied
from workbench.instruments.scoring import evaluate

SEEN = {"evidence": "seen"}
NOBODY = Supplied({})


def results(definition, answers, supplied=NOBODY):
    given = {
        name: code if isinstance(code, ItemAnswer) else value(code)
        for name, code in answers.items()
    }
    found = evaluate(definition, given, assume_confirmed(definition), supplied)
    return {result.id: result for result in (*found.results, *found.internal)}


def brief(result):
    return (result.status, result.value, result.min, result.max)


# ---- recode -----------------------------------------------------------------------------------

FREQUENCY = {
    "id": "freq",
    **SEEN,
    "outputs": {
        "past-year": {"0": 0, "1": 1, "2": 2, "3": 4, "4": 8, "5": 15, "6": 25, "7": 0},
        "ever": {"0": 0, "1": 1, "2": 1, "3": 1, "4": 1, "5": 1, "6": 1, "7": 1},
    },
}
CODES = [{"id": "f", "codes": list("01234567"), **SEEN}]


def recoded(*names, **changes):
    return {
        "id": "frequency",
        "primitive": "weighted_sum",
        **SEEN,
        "items": list(names),
        "recode": "freq",
        "output": "past-year",
    } | changes


def tactics(*names):
    rules = [
        {
            "id": "past",
            "primitive": "any_of",
            **SEEN,
            "items": list(names),
            "yes_codes": list("123456"),
        },
        {
            "id": "ever",
            "primitive": "any_of",
            **SEEN,
            "items": list(names),
            "yes_codes": list("1234567"),
        },
        recoded(*names),
        recoded(*names, id="chronicity", only_when="past"),
    ]
    items = [item(name, answer_set="f") for name in names]
    return built(form(*items, answer_sets=CODES, recodes=[FREQUENCY], rules=rules))


def test_ct_01_every_code_once_gives_fifty_five():
    names = [f"i{n}" for n in range(8)]
    found = results(tactics(*names), dict(zip(names, "01234567", strict=True)))
    assert brief(found["frequency"]) == ("computed", 55, 55, 55)
    assert [line.points for line in found["frequency"].trace] == [0, 1, 2, 4, 8, 15, 25, 0]


def test_ct_03_only_before_the_past_year_has_no_chronicity_at_all():
    found = results(tactics("a", "b"), {"a": "7", "b": "0"})
    assert (found["past"].value, found["ever"].value) == (False, True)
    assert brief(found["chronicity"]) == ("out-of-scope", None, None, None)
    assert brief(found["frequency"]) == ("computed", 0, 0, 0)


def test_chronicity_waits_for_prevalence_to_be_settled():
    found = results(tactics("a", "b"), {"a": "0"})
    assert found["past"].status == "undecided"
    assert (found["chronicity"].status, found["chronicity"].missing) == ("incomplete", ("b",))
    found = results(tactics("a", "b"), {"a": "3", "b": "0"})
    assert brief(found["chronicity"]) == ("computed", 4, 4, 4)


def test_what_a_rule_waits_for_may_itself_be_closed():
    definition = tactics("a")
    confirmed = {}
    table = form(
        item("a", answer_set="f"),
        answer_sets=CODES,
        recodes=[FREQUENCY],
        rules=[
            {
                "id": "past",
                "primitive": "any_of",
                "evidence": "recalled",
                "items": ["a"],
                "yes_codes": ["1"],
            },
            recoded("a", only_when="past"),
        ],
    )
    found = evaluate(built(table), {"a": value("1")}, confirmed)
    assert [r.status for r in found.results] == ["not-confirmed", "not-confirmed"]
    assert definition.rules


# ---- mean -------------------------------------------------------------------------------------

FIFTEEN = [f"m{n:02}" for n in range(1, 16)]
SIX = [{"id": "six", "codes": list("012345"), **SEEN}, {"id": "yn", "codes": ["yes", "no"], **SEEN}]
WORTH = {"id": "worth", **SEEN, "outputs": {"face": {str(n): n for n in range(6)}}}
GATED = [{"item": "gate", "equals": "yes"}]
MEAN_MISSING = {"policy": "mean-of-valid", "evidence": "seen"}


def mean_form(**gate):
    rules = [
        {
            "id": "gate-no",
            "primitive": "recode_gate",
            **SEEN,
            "item": "gate",
            "code": "no",
            "gives": "value",
            "value": 0,
            "internal": True,
        }
        | gate,
        {
            "id": "score",
            "primitive": "mean_scaled",
            **SEEN,
            "items": FIFTEEN,
            "recode": "worth",
            "output": "face",
            "min_valid": 11,
            "factor": 15,
            "gate": "gate-no",
        },
    ]
    asked = [item(n, answer_set="six", visible_if=GATED) for n in FIFTEEN]
    return built(
        form(
            item("gate", scored=False),
            *asked,
            answer_sets=SIX,
            recodes=[WORTH],
            rules=rules,
            missing=MEAN_MISSING,
        )
    )


def mean_of(*codes, gate="yes", **changes):
    answers = dict(zip(FIFTEEN, codes, strict=False))
    if gate:
        answers["gate"] = gate
    return results(mean_form(**changes), answers)["score"]


@pytest.mark.parametrize(
    ("name", "codes", "found"),
    [
        ("CA-01", "2" * 15, 30),
        ("CA-02", "2" * 11, 30),
        ("CA-04", "1" * 7 + "0" * 4, Fraction(105, 11)),
        ("CA-05", "5" * 15, 75),
        ("CA-06", "0" * 15, 0),
        ("CA-07", "5" * 11 + "0", Fraction(275, 4)),
    ],
)
def test_a_mean_of_the_valid_items_is_exact(name, codes, found):
    result = mean_of(*codes)
    assert (result.status, result.value) == ("computed", found), name
    assert type(result.value) in (int, Fraction)
    assert result.min <= result.value <= result.max


def test_ca_03_ten_valid_items_are_one_too_few():
    result = mean_of(*"2" * 10)
    assert brief(result) == ("incomplete", None, 20, 45)
    assert result.missing == tuple(FIFTEEN[10:])
    assert mean_of(*"2" * 11).status == "computed"


def test_declined_counts_as_missing_in_a_mean():
    answers = {"gate": "yes"} | dict.fromkeys(FIFTEEN[:10], "2")
    answers |= {FIFTEEN[10]: ItemAnswer("declined")}
    assert results(mean_form(), answers)["score"].status == "incomplete"


def test_ca_08_an_unanswered_gate_leaves_it_incomplete():
    result = mean_of(gate="")
    assert brief(result) == ("incomplete", None, 0, 75)
    assert result.missing == ("gate",)
    assert brief(mean_of(*"1" * 15, gate="")) == ("incomplete", None, 0, 75)


def test_ca_09_a_gate_that_ends_the_form_gives_its_value_once_that_is_confirmed():
    assert brief(mean_of(gate="no")) == ("computed", 0, 0, 0)
    definition = mean_form(evidence="recalled")
    answers = {"gate": value("no")}
    assert evaluate(definition, answers).first.status == "not-confirmed"
    confirmed = assume_confirmed(definition)
    assert evaluate(definition, answers, confirmed).first.value == 0
    asked = dict.fromkeys(FIFTEEN, value("1")) | {"gate": value("yes")}
    assert evaluate(definition, asked).first.value == 15


def test_items_behind_a_gate_are_skipped_and_not_missing():
    definition = mean_form()
    found = evaluate(definition, {"gate": value("no"), "m01": value("5")})
    assert (found.first.missing, found.first.value) == ((), 0)
    assert (found.counts.answered, found.counts.items) == (1, 1)


@pytest.mark.parametrize("gives", ["not-answered", "out-of-scope"])
def test_a_gate_may_end_the_form_without_a_number(gives):
    rules = [
        {
            "id": "end",
            "primitive": "recode_gate",
            **SEEN,
            "item": "a",
            "code": "no",
            "gives": gives,
        },
        summed("b", gate="end"),
    ]
    definition = built(form(item("a", scored=False), item("b"), rules=rules))
    found = results(definition, {"a": "no", "b": "yes"})
    assert brief(found["score"]) == (gives, None, None, None)
    assert (found["end"].status, found["end"].value) == ("computed", True)
    assert results(definition, {"a": "yes", "b": "yes"})["score"].value == 1


# ---- terms: sub-items, columns, age -----------------------------------------------------------

UNSURE = [{"id": "u", "codes": ["1", "0", "?"], **SEEN}]
PRORATION = {"policy": "published-proration", "evidence": "derived"}


def sub_count(at_least, *names, **changes):
    return {
        "id": "sub",
        "primitive": "sub_count",
        **SEEN,
        "items": list(names),
        "yes_codes": ["1"],
        "at_least": at_least,
        "unknown_codes": ["?"],
    } | changes


@pytest.mark.parametrize(
    ("codes", "status", "found"),
    [
        ("10000000", "computed", 0),
        ("11000000", "computed", 1),
        ("11??????", "computed", 1),
        ("1???????", "incomplete", None),
        ("00000000", "computed", 0),
        ("0??00000", "incomplete", None),
        ("0?000000", "computed", 0),
    ],
)
def test_od_01_15_sub_items_give_one_none_or_unknown(codes, status, found):
    names = [f"s{n}" for n in range(8)]
    definition = built(
        form(
            *(item(n, answer_set="u") for n in names),
            answer_sets=UNSURE,
            rules=[sub_count(2, *names)],
        )
    )
    result = results(definition, dict(zip(names, codes, strict=True)))["sub"]
    assert (result.status, result.value) == (status, found)
    assert result.missing == ()
    assert result.unknown == (("sub",) if status == "incomplete" else ())


def test_an_unanswered_sub_item_blocks_only_while_it_matters():
    definition = built(
        form(
            item("a", answer_set="u"),
            item("b", answer_set="u"),
            answer_sets=UNSURE,
            rules=[sub_count(1, "a", "b")],
        )
    )
    assert results(definition, {"a": "0"})["sub"].missing == ("b",)
    assert brief(results(definition, {"a": "1"})["sub"]) == ("computed", 1, 1, 1)


def number(name, highest=20, **changes):
    return item(name, type="number", lowest=0, highest=highest, **changes) | {
        "answer_set": changes.get("answer_set")
    }


CHARGES = [{"from": f, "points": p} for f, p in ((0, 0), (1, 1), (3, 2), (6, 3))]
CONVICTIONS = [{"from": f, "points": p} for f, p in ((0, 0), (1, 1), (2, 2), (4, 3))]
COLUMNS = {
    "id": "prior",
    "primitive": "max_of_columns",
    **SEEN,
    "columns": [
        {"item": "charges", "brackets": CHARGES},
        {"item": "convictions", "brackets": CONVICTIONS},
    ],
}
FEWER = {
    "id": "fewer",
    "kind": "at_most",
    "items": ["convictions", "charges"],
    "severity": "error",
    "evidence": "derived",
}


def columns(**changes):
    return built(form(number("charges"), number("convictions"), rules=[COLUMNS], **changes))


@pytest.mark.parametrize(
    ("charges", "convictions", "points"),
    [
        (0, 0, 0),
        (1, 0, 1),
        (2, 1, 1),
        (2, 2, 2),
        (3, 1, 2),
        (5, 3, 2),
        (5, 4, 3),
        (6, 1, 3),
    ],
)
def test_st_17_20_the_higher_column_holds(charges, convictions, points):
    found = results(columns(), {"charges": str(charges), "convictions": str(convictions)})
    assert brief(found["prior"]) == ("computed", points, points, points)


def test_one_column_alone_bounds_from_below():
    assert brief(results(columns(), {"charges": "3"})["prior"]) == ("incomplete", None, 2, 3)
    certain = results(columns(), {"charges": "6"})["prior"]
    assert (brief(certain), certain.missing) == (("incomplete", None, 3, 3), ("convictions",))
    assert brief(results(columns(), {})["prior"]) == ("incomplete", None, 0, 3)


def test_two_numbers_that_are_compared_are_counted_out_together():
    definition = columns(validations=[FEWER])
    found = results(definition, {"charges": "1"})["prior"]
    assert brief(found) == ("incomplete", None, 1, 1)
    answers = {"charges": value("1"), "convictions": value("2")}
    assert evaluate(definition, answers).first.status == "invalid-input"
    assert [f.code for f in evaluate(definition, answers).faults] == ["ANSWERS-013"]


def test_a_number_may_be_unknown_by_a_code_of_its_own():
    codes = [{"id": "u", "codes": ["?"], **SEEN}]
    one = COLUMNS | {"columns": COLUMNS["columns"][:1], "unknown_codes": ["?"]}
    definition = built(form(number("charges", answer_set="u"), answer_sets=codes, rules=[one]))
    found = results(definition, {"charges": "?"})["prior"]
    assert (brief(found), found.missing, found.unknown) == (
        ("incomplete", None, 0, 3),
        (),
        ("prior",),
    )


AGE = {
    "id": "age",
    "primitive": "age_points",
    **SEEN,
    "birth": "born",
    "at": "out",
    "brackets": [{"from": f, "points": p} for f, p in ((18, 1), (35, 0), (40, -1), (60, -3))],
}


def aged(**changes):
    dates = [item(n, type="date") | {"answer_set": None} for n in ("born", "out")]
    return built(form(*dates, rules=[AGE], **changes))


@pytest.mark.parametrize(
    ("born", "out", "found"),
    [
        ("1988-03-01", "2023-02-28", 1),
        ("1988-03-01", "2023-03-01", 0),
        ("1963-05-05", "2023-05-04", -1),
        ("1963-05-05", "2023-05-05", -3),
        ("1983-05-05", "2023-05-05", -1),
        ("1988-02-29", "2023-02-28", 1),
        ("1988-02-29", "2023-03-01", 0),
        ("2000", "2023-03-01", 1),
    ],
)
def test_st_22_age_is_counted_by_the_calendar(born, out, found):
    result = results(aged(), {"born": born, "out": out})["age"]
    assert brief(result) == ("computed", found, found, found)


def test_a_year_of_birth_with_two_possible_brackets_is_unknown():
    found = results(aged(), {"born": "1988", "out": "2023-06-01"})["age"]
    assert (brief(found), found.missing) == (("incomplete", None, 0, 1), ("born",))


def test_without_a_date_every_bracket_is_possible():
    found = results(aged(), {"born": "1950-01-01"})["age"]
    assert (brief(found), found.missing) == (("incomplete", None, -3, 1), ("out",))


def test_under_the_lowest_bracket_is_out_of_scope():
    assert results(aged(), {"born": "2006-01-01", "out": "2023-01-01"})["age"].status == (
        "out-of-scope"
    )
    found = results(aged(), {"born": "2005", "out": "2023-06-01"})["age"]
    assert (found.status, found.missing) == ("incomplete", ("born",))


def test_a_birth_after_the_day_is_invalid_and_not_a_negative_age():
    found = evaluate(aged(), {"born": value("2024-01-02"), "out": value("2024-01-01")})
    assert [f.code for f in found.faults] == ["ANSWERS-019"]
    assert found.first.status == "invalid-input"


def test_a_sum_adds_rules_and_traces_each_as_one_line():
    dates = [item(n, type="date") | {"answer_set": None} for n in ("born", "out")]
    rules = [
        AGE | {"internal": True},
        COLUMNS | {"internal": True},
        summed("a", plus=["age", "prior"]),
    ]
    definition = built(
        form(*dates, number("charges"), number("convictions"), item("a"), rules=rules)
    )
    answers = {"born": "1960-01-01", "out": "2025-01-01", "charges": "6", "convictions": "0"}
    found = results(definition, answers | {"a": "yes"})["score"]
    assert brief(found) == ("computed", 1, 1, 1)
    lines = {line.rule or line.item: line.points for line in found.trace}
    assert lines == {"a": 1, "age": -3, "prior": 3}
    assert sum(line.points for line in found.trace) == found.value
    young = answers | {"born": "2015-01-01", "a": "yes"}
    assert results(definition, young)["score"].status == "out-of-scope"


def test_an_item_that_two_terms_read_is_counted_out_once():
    sub = sub_count(1, "a", yes_codes=["yes"], unknown_codes=[], internal=True)
    reverse = {"a": {"yes": 0, "no": 1}}
    rules = [sub, summed(plus=["sub"], monotone_exceptions=["a"]) | {"points": reverse}]
    definition = built(form(item("a"), rules=rules))
    assert brief(results(definition, {})["score"]) == ("incomplete", None, 1, 1)


# ---- omission ---------------------------------------------------------------------------------

OMIT = {"policy": "require-all", "evidence": "derived", "may_omit": ["b"]}


def test_st_23_an_item_that_may_be_left_out_counts_nothing_and_is_marked():
    definition = built(form(item("a"), item("b"), missing=OMIT))
    found = results(definition, {"a": "yes"})["score"]
    assert (brief(found), found.omitted) == (("computed", 1, 1, 2), ("b",))
    whole = results(definition, {"a": "yes", "b": "yes"})["score"]
    assert (brief(whole), whole.omitted) == (("computed", 2, 2, 2), ())


def test_st_24_any_other_item_that_is_left_out_leaves_no_total():
    definition = built(form(item("a"), item("b"), missing=OMIT))
    found = results(definition, {"b": "yes"})["score"]
    assert (brief(found), found.missing, found.omitted) == (("incomplete", None, 1, 2), ("a",), ())


# ---- published tables -------------------------------------------------------------------------

THIRTEEN = [f"o{n:02}" for n in range(1, 14)]
GRID = Proration(
    id="grid",
    by_unknown=[
        list(range(14)),
        [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13],
        [0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13],
        [0, 1, 3, 4, 5, 7, 8, 9, 10, 12, 13],
        [0, 1, 3, 4, 6, 7, 9, 10, 12, 13],
        [0, 2, 3, 5, 7, 8, 10, 11, 13],
    ],
)
HALF_EVEN = Proration(
    id="grid",
    by_unknown=[list(range(14)), *([[0, 1, 2, 3, 4, 6, 6, 7, 8, 9, 10, 12, 13]] * 5)],
)
SEVEN = [
    {"low": a, "high": b, "code": f"c{n}"}
    for n, (a, b) in enumerate([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (7, 13)], 1)
]


def prorated_form(**changes):
    points = {name: {"1": 1, "0": 0, "?": 0} for name in THIRTEEN}
    rules = [
        summed(id="raw", internal=True, unknown_codes=["?"]) | {"points": points},
        {
            "id": "total",
            "primitive": "published_table",
            **SEEN,
            "of": "raw",
            "table": "grid",
            "most_unknown": 5,
            "bands": "seven",
        },
    ]
    parts = {
        "answer_sets": UNSURE,
        "rules": rules,
        "missing": PRORATION,
        "band_tables": [{"id": "seven", **SEEN, "rows": SEVEN}],
    }
    return built(form(*(item(n, answer_set="u") for n in THIRTEEN), **(parts | changes)))


def total_of(raw, unknown, supplied=None):
    codes = "1" * raw + "?" * unknown + "0" * (13 - raw - unknown)
    lent = Supplied({"grid": GRID}) if supplied is None else supplied
    return results(prorated_form(), dict(zip(THIRTEEN, codes, strict=True)), lent)["total"]


@pytest.mark.parametrize(
    ("raw", "band"),
    [
        (0, "c1"),
        (1, "c2"),
        (2, "c3"),
        (3, "c4"),
        (4, "c5"),
        (5, "c6"),
        (6, "c6"),
        (7, "c7"),
        (13, "c7"),
    ],
)
def test_od_08_19_without_unknowns_the_sum_stands(raw, band):
    result = total_of(raw, 0, NOBODY)
    assert (brief(result), result.band.code) == (("computed", raw, raw, raw), band)


@pytest.mark.parametrize(("raw", "unknown"), [(6, 1), (5, 3), (4, 5)])
def test_od_12_ties_follow_the_table_and_no_rounding(raw, unknown):
    result = total_of(raw, unknown)
    assert (result.value, result.band.code, result.table) == (7, "c7", "grid")
    assert (result.min, result.max) == (raw, raw + unknown)
    assert sum(line.points for line in result.trace) == raw
    other = total_of(6, 1, Supplied({"grid": HALF_EVEN}))
    assert (other.value, other.band.code) == (6, "c6")
    assert other.table_sha256 != result.table_sha256


def test_od_07_more_unknowns_than_the_table_allows_give_no_score():
    assert brief(total_of(0, 6)) == ("incomplete", None, 0, 6)


def test_od_13_nothing_raw_stays_nothing():
    assert brief(total_of(0, 5)) == ("computed", 0, 0, 5)


def test_od_16_an_unanswered_item_is_not_prorated():
    codes = dict(zip(THIRTEEN[:12], "1" * 12, strict=True))
    result = results(prorated_form(), codes, Supplied({"grid": GRID}))["total"]
    assert (brief(result), result.missing) == (("incomplete", None, 12, 13), (THIRTEEN[12],))


def test_n_11_od_17_without_the_table_there_is_no_total_only_bounds():
    assert brief(total_of(4, 1, NOBODY)) == ("table-missing", None, 4, 5)
    wrong = MatrixCells(id="grid", a_table="a", b_table="b", cells={})
    assert total_of(4, 1, Supplied({"grid": wrong})).status == "table-missing"


def test_a_cell_that_the_table_lacks_is_missing_and_never_the_nearest():
    short = Proration(id="grid", by_unknown=[[0], [0, 1]])
    assert total_of(4, 1, Supplied({"grid": short})).status == "table-missing"
    assert total_of(1, 2, Supplied({"grid": short})).status == "table-missing"


def test_od_14_a_sum_that_so_many_items_cannot_give_is_invalid():
    heavy = {name: {"1": 2, "0": 0, "?": 0} for name in THIRTEEN}
    definition = prorated_form(
        rules=[
            summed(id="raw", internal=True, unknown_codes=["?"]) | {"points": heavy},
            {
                "id": "total",
                "primitive": "published_table",
                **SEEN,
                "of": "raw",
                "table": "grid",
                "most_unknown": 5,
            },
        ],
        band_tables=[],
    )
    codes = dict(zip(THIRTEEN, "1" * 12 + "?", strict=True))
    found = results(definition, codes, Supplied({"grid": GRID}))["total"]
    assert brief(found) == ("invalid-input", None, None, None)


def test_a_mean_that_no_completion_allows_is_invalid():
    def check(name, kind):
        of = [{"item": "a", "code": "1"}, {"item": "b", "code": "1"}]
        return {"id": name, "kind": kind, "of": of, "severity": "error", "evidence": "derived"}

    rule = {
        "id": "score",
        "primitive": "mean_scaled",
        **SEEN,
        "items": ["a", "b"],
        "recode": "worth",
        "output": "face",
        "min_valid": 1,
        "factor": 2,
    }
    definition = built(
        form(
            item("a", answer_set="six"),
            item("b", answer_set="six"),
            answer_sets=SIX,
            recodes=[WORTH],
            rules=[rule],
            missing=MEAN_MISSING,
            validations=[check("v", "exclusive"), check("w", "implies")],
        )
    )
    assert results(definition, {"a": "1"})["score"].status == "invalid-input"
    assert brief(results(definition, {"a": "2"})["score"]) == ("computed", 4, 2, 7)


def test_a_published_total_outside_every_band_is_invalid():
    high = Proration(id="grid", by_unknown=[[0], [99]])
    assert total_of(0, 1, Supplied({"grid": high})).status == "invalid-input"


# ---- counts with a code for not knowing -------------------------------------------------------

DONT_KNOW = [{"id": "d", "codes": ["yes", "no", "dk"], **SEEN}]
COUNT = {
    "id": "count",
    "primitive": "count_yes",
    **SEEN,
    "items": [f"d{n}" for n in range(24)],
    "yes_code": "yes",
    "unknown_codes": ["dk"],
}
LIMIT = {
    "id": "high",
    "primitive": "threshold",
    **SEEN,
    "of": "count",
    "at_least": 14,
    "when_incomplete": "report-if-certain",
}


def counted(*codes):
    names = COUNT["items"]
    items = [item(n, answer_set="d") for n in names]
    definition = built(form(*items, answer_sets=DONT_KNOW, rules=[COUNT, LIMIT]))
    return results(definition, dict(zip(names, codes, strict=False)))


def test_dr_15_not_knowing_counts_nothing_and_is_told_with_the_highest_there_could_be():
    found = counted(*["yes"] * 13, *["no"] * 10, "dk")
    assert brief(found["count"]) == ("computed", 13, 13, 13)
    assert (found["count"].ceiling, found["count"].unknown) == (14, ("d23",))
    assert found["high"].value is False
    undecided = counted(*["yes"] * 13, *["no"] * 10)["high"]
    assert (undecided.status, undecided.missing) == ("undecided", ("d23",))


def test_dr_14_the_limit_is_met_however_much_is_not_known():
    found = counted(*["yes"] * 14, *["dk"] * 10)
    assert (found["high"].value, found["count"].ceiling, len(found["count"].unknown)) == (
        True,
        24,
        10,
    )
    assert counted(*["yes"] * 24)["count"].ceiling == 24
