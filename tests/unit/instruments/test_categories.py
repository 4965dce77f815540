# SPDX-License-Identifier: EUPL-1.2
"""Levels, local matrices, overrides and plain counts: words, never numbers."""

import pytest

from tests.unit.instruments.made_definitions import built, form, item, summed
from tests.unit.instruments.test_decisions import WHY, rule
from tests.unit.instruments.test_sums import results
from workbench.instruments.answers import ItemAnswer, value
from workbench.instruments.local_tables import MatrixCells, Proration, Supplied
from workbench.instruments.scoring import Band, evaluate

SEEN = {"evidence": "seen"}

# ---- upward_override --------------------------------------------------------------------------

ROWS = [
    {"low": 0, "high": 0, "code": "none"},
    {"low": 1, "high": 1, "code": "standard"},
    {"low": 2, "high": 2, "code": "medium"},
    {"low": 3, "high": 3, "code": "high"},
]
SCALE = ["none", "standard", "medium", "high"]
LEVELS = [
    {"id": "yn", "codes": ["yes", "no"], **SEEN},
    {"id": "l", "codes": SCALE[1:], **SEEN},
]
COUNT = rule("count", "count_yes", items=list("abc"), yes_code="yes", internal=True)
BAND = rule("band", "bands", of="count", table="t", internal=True)
OVER = rule("level", "upward_override", of="band", item="judged", reason="why", scale=SCALE)


def judged(yes, level=None, why=None, rules=(COUNT, BAND, OVER)):
    items = [*(item(n) for n in "abc"), item("judged", answer_set="l", scored=False), WHY]
    definition = built(
        form(
            *items,
            answer_sets=LEVELS,
            rules=list(rules),
            band_tables=[{"id": "t", **SEEN, "rows": ROWS}],
        )
    )
    answers = dict.fromkeys("abc"[:yes], "yes") | dict.fromkeys("abc"[yes:], "no")
    answers |= {} if level is None else {"judged": level}
    answers |= {} if why is None else {"why": why}
    return results(definition, answers)


@pytest.mark.parametrize(
    ("yes", "level", "why", "found"),
    [
        (0, None, None, "none"),
        (1, None, None, "standard"),
        (1, "medium", "Skäl", "medium"),
        (2, "standard", None, "medium"),
        (2, "standard", "Skäl", "medium"),
        (3, "standard", "Skäl", "high"),
        (2, "medium", None, "medium"),
    ],
)
def test_n_06_dr_23_judgement_raises_with_a_reason_and_never_lowers(yes, level, why, found):
    assert judged(yes, level, why)["level"].band == Band("level", found)


def test_a_higher_judgement_has_no_effect_until_its_reason_is_there():
    result = judged(1, "high")["level"]
    assert (result.status, result.band, result.missing) == (
        "computed",
        Band("level", "standard"),
        ("why",),
    )


def test_a_judgement_over_an_incomplete_count_waits_for_it():
    definition = built(
        form(
            *(item(n) for n in "abc"),
            item("judged", answer_set="l", scored=False),
            WHY,
            answer_sets=LEVELS,
            rules=[COUNT, BAND, OVER],
            band_tables=[{"id": "t", **SEEN, "rows": ROWS}],
        )
    )
    result = results(definition, {"a": "yes", "judged": "high", "why": "Skäl"})["level"]
    assert (result.status, result.band, result.missing) == ("incomplete", None, ("b", "c"))


def test_dr_22_bands_have_inclusive_edges_and_their_tables_id():
    for yes, code in enumerate(SCALE):
        assert judged(yes)["band"].band == Band("t", code)


def test_internal_results_are_nowhere_among_those_that_are_shown():
    definition = built(
        form(
            *(item(n) for n in "abc"),
            rules=[COUNT, BAND | {"internal": False}],
            band_tables=[{"id": "t", **SEEN, "rows": ROWS}],
        )
    )
    found = evaluate(definition, dict.fromkeys("abc", value("yes")))
    assert [result.id for result in found.results] == ["band"]
    assert [result.id for result in found.internal] == ["count"]
    assert "id='count'" not in repr(found)


# ---- max_severity -----------------------------------------------------------------------------

KIND = rule(
    "emotional",
    "max_severity",
    items={"a": "mild", "b": "moderate", "c": "severe"},
    yes_codes=["yes"],
    levels=["mild", "moderate", "severe"],
    none="none",
)


def severity(**codes):
    definition = built(form(*(item(n) for n in "abc"), rules=[KIND]))
    return results(definition, codes)["emotional"]


@pytest.mark.parametrize(
    ("codes", "level"), [("ynn", "mild"), ("yyn", "moderate"), ("nny", "severe"), ("nnn", "none")]
)
def test_nq_01_the_most_severe_level_endorsed(codes, level):
    said = {n: {"y": "yes", "n": "no"}[c] for n, c in zip("abc", codes, strict=True)}
    assert severity(**said).band == Band("emotional", level)


def test_nq_02_a_more_severe_unknown_leaves_it_open_upwards():
    found = severity(a="yes", b="no", c=ItemAnswer("declined"))
    assert (found.status, found.band, found.min, found.max, found.missing) == (
        "undecided",
        None,
        "mild",
        "severe",
        ("c",),
    )


def test_a_less_severe_unknown_changes_nothing():
    assert severity(b="no", c="yes").band == Band("emotional", "severe")
    assert severity().min == "none"
    assert [(line.item, line.points) for line in severity(b="no", c="yes").trace] == [
        ("b", 0),
        ("c", 0),
    ]


# ---- matrix -----------------------------------------------------------------------------------

CELLS = MatrixCells(
    id="m",
    a_table="t",
    b_table="l",
    cells={"none": {"standard": "one"}, "high": {"standard": "two", "medium": "odd"}},
)
MATRIX = rule(
    "both", "matrix", a={"rule": "band"}, b={"item": "judged"}, table="m", levels=["one", "two"]
)


def combined(yes, level, table=CELLS):
    items = [*(item(n) for n in "abc"), item("judged", answer_set="l", scored=False)]
    definition = built(
        form(
            *items,
            answer_sets=LEVELS,
            rules=[COUNT, BAND, MATRIX],
            band_tables=[{"id": "t", **SEEN, "rows": ROWS}],
        )
    )
    answers = dict.fromkeys("abc"[:yes], "yes") | dict.fromkeys("abc"[yes:], "no")
    answers |= {} if level is None else {"judged": level}
    return results(definition, answers, Supplied({} if table is None else {"m": table}))["both"]


def test_two_categories_give_exactly_their_cell_and_the_table_is_named():
    found = combined(3, "standard")
    assert (found.status, found.band, found.table) == ("computed", Band("m", "two"), "m")
    assert len(found.table_sha256) == 64


@pytest.mark.parametrize(
    ("yes", "level", "table"),
    [
        (3, "standard", None),
        (1, "standard", CELLS),
        (3, "high", CELLS),
        (3, "medium", CELLS),
        (3, "standard", Proration(id="m", by_unknown=[[0]])),
        (3, "standard", MatrixCells(id="m", a_table="t-2009", b_table="l", cells=CELLS.cells)),
    ],
    ids=["no table", "no row", "no cell", "unknown level", "another sort", "another edition"],
)
def test_sb_06_07_without_the_very_table_and_cell_there_is_no_level(yes, level, table):
    found = combined(yes, level, table)
    assert (found.status, found.band) == ("table-missing", None)


def test_a_category_that_is_not_there_leaves_it_incomplete():
    found = combined(3, None)
    assert (found.status, found.missing) == ("incomplete", ("judged",))


# ---- counts and scales ------------------------------------------------------------------------


def test_fr_03_counts_by_section_and_code_and_nothing_over_them():
    counts = rule("marks", "profile_counts", sections=["s", "t"])
    steps = [{"id": "yn", "codes": ["never", "once", "often"], **SEEN}]
    items = [*(item(f"a{n}") for n in range(4)), item("b0", section="t")]
    definition = built(
        form(*items, answer_sets=steps, rules=[counts], sections=[{"id": "s"}, {"id": "t"}])
    )
    answers = {"a0": "never", "a1": "never", "a2": "often", "b0": "often"}
    found = results(definition, answers)["marks"]
    assert [(t.section, t.code, t.number) for t in found.tallies] == [
        ("s", "never", 2),
        ("s", "once", 0),
        ("s", "often", 1),
        ("t", "never", 0),
        ("t", "once", 0),
        ("t", "often", 1),
    ]
    assert (found.status, found.value, found.min, found.max) == ("not-a-score", None, None, None)
    assert found.missing == ("a3",)


def test_persons_numbers_give_no_number():
    scale = item("scale", type="ratings", lowest=0, highest=10) | {"answer_set": None}
    numbers = rule("persons", "rater_scale", items=["scale"])
    definition = built(form(scale, answer_sets=[], rules=[numbers]))
    found = evaluate(definition, {"scale": value("Kim = 2\nAlex = 8")}).first
    assert (found.status, found.value, found.min, found.trace) == ("not-a-score", None, None, ())
    wrong = evaluate(definition, {"scale": value("Kim = 5.5")})
    assert [f.code for f in wrong.faults] == ["ANSWERS-016"]


def test_bands_of_a_closed_rule_are_closed_and_of_an_incomplete_one_empty():
    rows = [{"id": "t", **SEEN, "rows": ROWS}]
    three = [item(n) for n in "abc"]
    band = BAND | {"of": "score", "internal": False}
    recalled = summed(*"abc", evidence="recalled")
    closed = built(form(*three, rules=[recalled, band], band_tables=rows))
    answers = dict.fromkeys("abc", value("yes"))
    assert [r.status for r in evaluate(closed, answers).results] == ["not-confirmed"] * 2
    opened = built(form(*three, rules=[summed(*"abc"), band], band_tables=rows))
    found = evaluate(opened, {"a": value("yes")}).results[1]
    assert (found.status, found.band, found.missing) == ("incomplete", None, ("b", "c"))
