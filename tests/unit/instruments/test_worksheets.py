# SPDX-License-Identifier: EUPL-1.2
"""The worksheets of the library as the domain reference tells them (sections 8 and 9)."""

from collections import Counter

import pytest

from tests.support.library import SHIPPED
from workbench.instruments.answers import ItemCoding
from workbench.instruments.errors import UnknownVersionError
from workbench.instruments.forms import CodingCounts
from workbench.instruments.scoring import evaluate

CATALOGUE = SHIPPED
SHEETS = {d.id: d for d in CATALOGUE.all() if d.kind == "spj" and d.items}
V2, V3, SV = SHEETS["sara-v2"], SHEETS["sara-v3"], SHEETS["sara-sv"]
PATRIARK, SAM = SHEETS["patriark-2013"], SHEETS["sam-2008"]
every = pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))


def coded(sheet, code, *columns):
    columns = columns or [column.id for column in sheet.columns]
    return {item.id: ItemCoding.of(dict.fromkeys(columns, code)) for item in sheet.items}


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [(V2, 20), (V3, 48), (SV, 30), (PATRIARK, 30), (SAM, 30)],
    ids=lambda part: getattr(part, "id", ""),
)
def test_spj_12_so_many_codings_are_expected(sheet, expected):
    assert evaluate(sheet, {}).counts == CodingCounts(0, 0, expected, expected)


def test_spj_12_sam_expects_sixty_once_its_second_column_is_begun():
    begun = coded(SAM, "J", "current") | {"v10": ItemCoding.of({"past": "--"})}
    assert evaluate(SAM, coded(SAM, "J", "current")).counts == CodingCounts(30, 0, 0, 30)
    assert evaluate(SAM, begun).counts == CodingCounts(29, 1, 30, 60)


@every
def test_spj_01_every_factor_present_is_no_score(sheet):
    found = evaluate(sheet, coded(sheet, sheet.table.codes.present))
    assert found.first.status == "not-a-score"
    assert (found.first.value, found.first.band, found.first.trace) == (None, None, ())
    assert found.flags == ()


@every
def test_spj_02_what_lacks_information_is_never_absent(sheet):
    total = len(sheet.items) * len(sheet.columns)
    omitted = sheet.table.codes.omitted
    assert evaluate(sheet, coded(sheet, omitted)).counts == CodingCounts(0, total, 0, total)
    assert omitted != sheet.table.codes.absent
    assert sheet.table.codes.omitted_printed == (sheet in (SV, SAM))


@every
def test_spj_04_relevance_is_rated_in_sara_v3_and_sam_only(sheet):
    assert sheet.table.has_relevance == (sheet in (V3, SAM))
    assert ("relevance" in sheet.table.steps) == (sheet in (V3, SAM))


@every
def test_spj_05_critical_marks_are_sara_v2s_alone(sheet):
    assert sheet.table.has_critical == (sheet is V2)


def test_spj_06_the_codes_of_sara_v2_are_text_that_cannot_be_added():
    assert V2.items[0].codes == ("2", "1", "0", "--")
    codings = coded(V2, "2")
    one, other = (codings[name].codes["whole"] for name in ("f01", "f02"))
    with pytest.raises(TypeError):
        one + other
    with pytest.raises(TypeError):
        sum(coding.codes["whole"] for coding in codings.values())


def test_spj_09_no_sheet_is_read_as_another():
    with pytest.raises(UnknownVersionError):
        CATALOGUE.find("sara-v3", "1999-sv")
    faults = {fault.code for fault in evaluate(V3, coded(V2, "2")).faults}
    assert faults == {"ANSWERS-010"}
    of_sam = evaluate(PATRIARK, coded(SAM, "J"))  # p1 to p5 exist in both
    assert of_sam.first.status == "invalid-input"


def test_the_factors_stand_in_these_parts_and_numbers():
    parts = {name: list(Counter(i.section for i in s.items).values()) for name, s in SHEETS.items()}
    assert parts == {
        "sara-v2": [3, 7, 7, 3],
        "sara-v3": [8, 10, 6],
        "sara-sv": [5, 5, 5],
        "patriark-2013": [5, 5, 5],
        "sam-2008": [10, 10, 10],
    }
    assert [i.number for i in V3.items] == [
        *(f"N{n}" for n in range(1, 9)),
        *(f"P{n}" for n in range(1, 11)),
        *(f"V{n}" for n in range(1, 7)),
    ]


def test_scenarios_and_the_collective_belong_to_those_that_have_them():
    with_scenarios = {name for name, sheet in SHEETS.items() if "scenarios" in sheet.table.steps}
    assert with_scenarios == {"sara-v3", "patriark-2013", "sam-2008"}
    for name, sheet in SHEETS.items():
        assert bool(sheet.table.scenario_fields) == (name in with_scenarios)
        persons = sheet.table.persons
        assert (persons.victims == "many") == (sheet is PATRIARK) == persons.network
    assert all(scheme.per_scenario for scheme in PATRIARK.table.management)


@every
def test_measures_have_both_classifications(sheet):
    domains = {scheme.id: len(scheme.domains) for scheme in sheet.table.management}
    assert domains == {"functions": 5, "protection": 3}


@every
def test_only_sara_sv_is_judged_as_if_nothing_were_done(sheet):
    conclusions = sheet.table.conclusions
    assert {c.if_no_measures for c in conclusions} == {sheet is SV}
    assert all(c.required for c in conclusions if c.type == "level")


def test_no_two_worksheets_share_a_field_of_conclusions():
    """Levels of several worksheets stand in one judgement and are told apart by their field."""
    fields = Counter(c.id for sheet in SHEETS.values() for c in sheet.table.conclusions)
    assert max(fields.values()) == 1


def test_windows_are_those_that_a_source_gives():
    windows = {
        (name, column.id): (column.within_days, column.within_months)
        for name, sheet in SHEETS.items()
        for column in sheet.columns
        if column.within_days or column.within_months
    }
    assert windows == {("sara-sv", "current"): (28, None), ("sara-v3", "recent"): (None, 12)}
    written = {(s.id, c.id) for s in SHEETS.values() for c in s.table.columns
               if c.definition == "by-assessor"}  # fmt: skip
    assert written == {("patriark-2013", "now"), ("sam-2008", "current"), ("sam-2008", "past")}
    assert SAM.table.columns[0].questions == ["ongoing"]


@every
def test_each_says_what_it_is_for_and_that_nothing_is_added_up(sheet):
    assert {"spj-ingen-summa", "plan-aven-lag"} <= set(sheet.table.caveats)
    for words in sheet.labels.values():
        assert words.purpose
        assert words.population
        assert words.rights
        assert words.not_for
