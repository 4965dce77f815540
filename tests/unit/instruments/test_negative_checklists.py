# SPDX-License-Identifier: EUPL-1.2
"""Wrong actuarial forms met in public programs (X-07 to X-10), and DASH as others bend it."""

import msgspec
import pytest

from tests.support.library import SHIPPED
from workbench.instruments.catalogue import LIBRARY
from workbench.instruments.checks import definition_faults
from workbench.instruments.definition import build
from workbench.instruments.gates import assume_confirmed, rule_sha256
from workbench.instruments.golden import GoldenTable, vector_faults
from workbench.instruments.loader import GOLDEN, read_table
from workbench.instruments.range_checks import range_faults
from workbench.instruments.schema import DefinitionTable

CATALOGUE = SHIPPED
ODARA, STATIC = ("odara", "book-2010"), ("static-99r", "levels-2016")
STABLE, DASH = ("stable-2007", "2007"), ("dash-ric-24", "safelives-24")
# What the reference lists, by folder; a letter where it holds two cases in one.
# OD-14 asks the table for an impossible cell: tests of local tables.
CARRIED = {
    ("danger-assessment-5", "original-2009"): "D5-01-2009 D5-02-2009 D5-04 D5-06-2009",
    ("danger-assessment-5", "strangulation-2017"): "D5-01-2017 D5-02-2017 D5-03 D5-05 D5-06-2017",
    DASH: "DR-01 DR-02 DR-03 DR-04 DR-05 DR-06 DR-07 DR-08 DR-09 DR-10 DR-11 DR-12 DR-13 DR-14 "
    "DR-15a DR-15b DR-16 DR-17 DR-18a DR-18b DR-18c DR-19a DR-19b DR-19c DR-20a DR-20b DR-21 "
    "DR-22a DR-22b DR-22c DR-22d DR-22e DR-22f DR-22g DR-23a DR-23b DR-24 DR-25a DR-25b DR-25c "
    "DR-25d",
    ODARA: "OD-01 OD-02 OD-03 OD-04 OD-05 OD-06 OD-07 OD-08 OD-09 OD-10 OD-11 OD-12a-test-grid "
    "OD-12b-test-grid OD-12c-test-grid OD-12a-half-even OD-12b-half-even OD-12c-half-even OD-13 "
    "OD-15a OD-15b OD-16 OD-17 OD-18 OD-19a OD-19b OD-19c OD-19d OD-19e",
    STATIC: "ST-01 ST-02 ST-03 ST-04 ST-05 ST-06 ST-07 ST-08 ST-09 ST-10 ST-11 ST-12 ST-13 ST-14 "
    "ST-15 ST-16 ST-17 ST-18a-2016 ST-18f-2016 ST-19a ST-19b ST-19c ST-20a ST-20b ST-20c ST-20d "
    "ST-20e ST-20f ST-20g ST-21a ST-21b ST-22a ST-22b ST-22c ST-22d ST-22e ST-22f ST-23 ST-24 "
    "ST-25",
    ("static-99r", "levels-2009"): "ST-18a-2009 ST-18b-2009 ST-18c-2009 ST-18d-2009 ST-18e-2009 "
    "ST-18f-2009",
    STABLE: "SB-01 SB-02 SB-04 SB-05 SB-06",
    ("static-stable", "levels-2016"): "SB-03a SB-03b SB-03c SB-03d SB-07a SB-07b",
}


def golden_of(pinned):
    table, faults = read_table(LIBRARY.joinpath(*pinned, GOLDEN), GoldenTable)
    assert faults == ()
    return table


def raw_of(pinned):
    return msgspec.to_builtins(CATALOGUE.find(*pinned).table)


def built(pinned, raw):
    table = msgspec.convert(raw, DefinitionTable)
    return build(table, CATALOGUE.find(*pinned).labels, sha256="0" * 64, source={})


def broken(pinned, raw):
    golden, wrong = golden_of(pinned), built(pinned, raw)
    lent = {table.name or table.id: table for table in golden.tables}
    return {v.id for v in golden.vectors if list(vector_faults(wrong, v, lent))}


def rule(raw, name):
    return next(each for each in raw["rules"] if each["id"] == name)


def rows(*cuts):
    return [{"low": low, "high": high, "code": f"{low + 9}"} for low, high in cuts]


@pytest.mark.parametrize("pinned", CARRIED, ids="@".join)
def test_the_vectors_of_the_reference_are_carried(pinned):
    carried = {vector.id for vector in golden_of(pinned).vectors}
    assert set(CARRIED[pinned].split()) <= carried
    assert broken(pinned, raw_of(pinned)) == set()


def odara_in_three_bands(raw):
    raw["band_tables"][0]["rows"] = rows((0, 1), (2, 4), (5, 13))


def odara_by_formula(raw):
    """A sum that takes the unclear for absent, in place of the table."""
    del rule(raw, "raw")["unknown_codes"]
    for each in raw["rules"]:
        each.pop("unknown_codes", None)


def static_cut_at_one_three_five_seven(raw):
    raw["band_tables"][0]["rows"] = rows((-3, 0), (1, 2), (3, 4), (5, 6), (7, 12))


def stable_with_levels(raw):
    raw["band_tables"] = [{"id": "level", "evidence": "recalled", "rows": rows((0, 4), (5, 26))}]
    rule(raw, "total")["bands"] = "level"


def stable_without_the_not_applicable(raw):
    raw["validations"] = []


def dash_from_thirteen(raw):
    rule(raw, "national-visible")["at_least"] = 13


def dash_where_dont_know_is_yes(raw):
    score = rule(raw, "score")
    score["yes_code"], score["unknown_codes"] = "dont-know", ["yes"]


def dash_where_the_boundary_day_is_out(raw):
    rule(raw, "national-escalation")["boundary"] = "exclude"
    rule(raw, "national-repeat")["boundary"] = "exclude"


EXAMPLES = {
    "X-07": (ODARA, odara_in_three_bands, {"OD-08", "OD-11", "OD-19a"}),
    "N-11": (ODARA, odara_by_formula, {"OD-07", "OD-12a-test-grid", "OD-17"}),
    "X-08": (STATIC, static_cut_at_one_three_five_seven, {"ST-10", "ST-12", "ST-15"}),
    "X-09": (STABLE, stable_with_levels, {"SB-01", "SB-06a", "SB-06b", "SB-08"}),
    "F-25": (STABLE, stable_without_the_not_applicable, {"SB-04", "SB-05"}),
    "F-22": (DASH, dash_from_thirteen, {"DR-01", "DR-15a", "DR-16"}),
    "F-20": (DASH, dash_where_dont_know_is_yes, {"DR-02", "DR-14", "DR-30"}),
    "DR-13": (
        DASH,
        dash_where_the_boundary_day_is_out,
        {"DR-13", "DR-18b", "DR-19b", "DR-20a", "DR-25c"},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_others_got_wrong_breaks_vectors_here(name):
    pinned, change, least = EXAMPLES[name]
    raw = raw_of(pinned)
    change(raw)
    assert least <= broken(pinned, raw)


def test_x_08_a_cut_that_leaves_a_hole_is_refused_before_any_vector_runs():
    raw = raw_of(STATIC)
    raw["band_tables"][0]["rows"] = rows((-3, 0), (2, 3), (5, 12))
    assert definition_faults(msgspec.convert(raw, DefinitionTable))
    raw["band_tables"][0]["rows"] = rows((-3, 1), (2, 7))
    assert {fault.code for fault in range_faults(built(STATIC, raw))}


def test_a_window_without_its_boundary_does_not_load():
    raw = raw_of(DASH)
    del rule(raw, "national-escalation")["boundary"]
    with pytest.raises(msgspec.ValidationError, match="boundary"):
        msgspec.convert(raw, DefinitionTable)


@pytest.mark.parametrize("pinned", [("sara-v2", "1999-sv"), ("sara-sv", "v2-2010")], ids="@".join)
def test_x_10_no_sum_and_no_cut_off_can_be_written_into_sara(pinned):
    raw = raw_of(pinned)
    first = raw["items"][0]["id"]
    points = {first: {code: n for n, code in enumerate(CATALOGUE.find(*pinned).items[0].codes)}}
    summed = {"id": "sum", "primitive": "weighted_sum", "evidence": "recalled", "points": points}
    bands = {"id": "cut-off", "evidence": "recalled", "rows": rows((0, 20), (21, 40))}
    raw["rules"].append(summed | {"bands": "cut-off"})
    raw["band_tables"] = [bands]
    refused = {fault.path for fault in definition_faults(msgspec.convert(raw, DefinitionTable))}
    assert {"rules", "band_tables"} <= refused


def test_the_way_into_the_matrix_stands_in_no_result():
    for version in ("levels-2016", "levels-2009"):
        combined = CATALOGUE.find("static-stable", version)
        assert [r.id for r in combined.rules if not r.internal] == ["level"]
    assert CATALOGUE.find("stable-2007").table.band_tables == []


@pytest.mark.parametrize("change", ["points", "cut", "omission", "who"])
def test_any_part_of_a_rule_that_changes_voids_its_confirmation(change):
    before = assume_confirmed(CATALOGUE.find(*STATIC))["total"]
    raw = raw_of(STATIC)
    if change == "points":
        rule(raw, "age")["brackets"][3]["points"] = -2
    elif change == "cut":
        raw["band_tables"][0]["rows"][2]["high"] = 2
        raw["band_tables"][0]["rows"][3]["low"] = 3
    elif change == "omission":
        raw["missing"]["may_omit"] = []
    else:
        raw["population"]["includes"] = []
    changed = built(STATIC, raw)
    assert rule_sha256(changed, changed.rule("total")) != before
