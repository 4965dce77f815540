# SPDX-License-Identifier: EUPL-1.2
"""Local rules and tables: content with an owner and a second checker, and its own gate."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.library import SHIPPED
from tests.unit.instruments.made_definitions import built, form, item
from workbench.instruments import errors
from workbench.instruments.answers import value
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.local_rules import (
    LARGEST_LOCAL,
    LocalRule,
    LocalTable,
    confirmed_by,
    local_faults,
    local_sha256,
    read_local,
    tables_in_force,
    to_file,
    why_not,
    with_local,
)
from workbench.instruments.local_tables import MatrixCells, Proration, is_possible, prorated
from workbench.instruments.scoring import evaluate

FREDA = SHIPPED.find("freda-farlighetsbedomning")
TODAY = date(2026, 11, 20)
KEEPING = {
    "owner": "Åsa Metod",
    "function": "metodansvarig",
    "organisation": "Kommunen",
    "on": "2026-11-01",
    "form_edition": "2014-10-22",
    "second": "Bo Andra",
    "second_organisation": "Grannkommunen",
    "second_on": "2026-11-02",
}
POINTS = {f"q{n:02}": {"yes": 1, "no": 0} for n in range(1, 21)}
ROWS = [{"low": 0, "high": 9, "code": "lower"}, {"low": 10, "high": 20, "code": "higher"}]
RULE = {
    "format": "varn.local-rule/1",
    "origin": "local",
    "instrument": "freda-farlighetsbedomning",
    "version": "2014-10-22",
    "definition_sha256": FREDA.sha256,
    "missing": {"policy": "require-all", "evidence": "derived"},
    "rules": [
        {
            "id": "score",
            "primitive": "weighted_sum",
            "evidence": "seen",
            "points": POINTS,
            "bands": "levels",
        }
    ],
    "band_tables": [{"id": "levels", "evidence": "seen", "rows": ROWS}],
    "labels": {"bands": {"levels": {"lower": "Lägre", "higher": "Högre"}}},
    "keeping": KEEPING,
}
ALL_YES = {f"q{n:02}": value("yes") for n in range(1, 21)}


def made(**changes):
    return msgspec.convert(RULE | changes, LocalRule)


def kept(**changes):
    return made(keeping={k: v for k, v in (KEEPING | changes).items() if v is not None})


def first(local, today=TODAY):
    return evaluate(with_local(FREDA, local), ALL_YES, confirmed_by(FREDA, local, today)).first


def test_a_local_rule_gives_points_and_a_level_and_the_definition_keeps_its_pin():
    result = first(made())
    assert (result.status, result.value, result.band.code) == ("computed", 20, "higher")
    own = with_local(FREDA, made())
    assert (own.pin, own.origin, FREDA.origin) == (FREDA.pin, "local", "shipped")
    assert own.band_label("levels", "higher", "sv") == "Högre"
    assert evaluate(FREDA, ALL_YES).first.status == "not-established"
    assert local_faults(FREDA, made()) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"second": ""}, "second"),
        ({"second_on": None}, "second"),
        ({"second": " åsa  METOD "}, "same person"),
        ({"on": "2026-12-01"}, "date"),
        ({"second_on": "2026-02-31"}, "date"),
        ({"revoked_on": "2026-11-10"}, "revoked"),
        ({"expires_on": "2026-11-19"}, "expired"),
        ({"expires_on": "2026-02-31"}, "expired"),
        ({"expires_on": "2026-11-20"}, None),
        ({}, None),
    ],
)
def test_fr_06_it_holds_only_with_owner_second_checker_and_in_its_time(change, why):
    local = kept(**change)
    assert why_not(local.keeping, TODAY) == why
    result = first(local)
    assert result.status == ("computed" if why is None else "not-confirmed")
    assert (result.value is None) == (why is not None)


def test_it_belongs_to_one_edition_of_one_version():
    for change in ({"version": "2014-06"}, {"definition_sha256": "0" * 64}):
        local = made(**change)
        assert first(local).status == "not-confirmed"
        assert [f.code for f in local_faults(FREDA, local)] == ["INSTR-029"]


def test_it_is_checked_like_a_shipped_rule():
    hole = [ROWS[0], ROWS[1] | {"low": 11}]
    bands = [RULE["band_tables"][0] | {"rows": hole}]
    assert [f.code for f in local_faults(FREDA, made(band_tables=bands))] == ["INSTR-016"]
    short = [RULE["band_tables"][0] | {"rows": ROWS[:1]}]
    found = local_faults(FREDA, made(band_tables=short))
    assert [f.code for f in found] == ["INSTR-017", "INSTR-020"]


def test_an_spj_pack_is_never_made_computable():
    sara = load_catalogue().find("sara-sv")
    rule = {"id": "n", "primitive": "count_yes", "evidence": "seen", "items": ["f01"]}
    local = made(
        instrument="sara-sv",
        version="v2-2010",
        definition_sha256=sara.sha256,
        rules=[rule | {"yes_code": "J"}],
        band_tables=[],
        labels={},
        missing={"policy": "coded-or-omitted", "evidence": "derived"},
    )
    assert ("INSTR-024", "rules") in [(f.code, f.path) for f in local_faults(sara, local)]


def test_what_was_checked_has_a_hash_and_who_answers_for_it_is_not_in_it():
    assert local_sha256(kept(owner="Någon Annan")) == local_sha256(made())
    swapped = {"bands": {"levels": {"lower": "Högre", "higher": "Lägre"}}}
    assert local_sha256(made(labels=swapped)) != local_sha256(made())
    heavier = POINTS | {"q01": {"yes": 2, "no": 0}}
    rules = [RULE["rules"][0] | {"points": heavier}]
    assert local_sha256(made(rules=rules)) != local_sha256(made())


@pytest.mark.parametrize("text", ["\u202eägöH", "Lå\u200bg", "Hög\x1b[31m", "<b>Hög</b>"])
def test_a_rule_from_elsewhere_hides_nothing_in_its_words(text):
    labels = {"bands": {"levels": {"lower": "Lägre", "higher": text}}}
    told = [(f.code, f.path) for f in local_faults(FREDA, made(labels=labels))]
    assert ("INSTR-029", "labels.bands.levels.higher") in told
    told = [(f.code, f.path) for f in local_faults(FREDA, kept(form_edition=text))]
    assert ("INSTR-029", "keeping.form_edition") in told


@pytest.mark.parametrize("second", ["A\u030asa Metod", "Åsa\u00a0Metod\u200b", "\u200b"])
def test_the_owner_under_another_spelling_is_no_second_checker(second):
    assert why_not(kept(second=second).keeping, TODAY) in ("same person", "second")


def test_it_travels_as_a_file():
    assert read_local(to_file(made())) == made()
    table = msgspec.convert(TABLE, LocalTable)
    assert read_local(to_file(table)) == table


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "varn.local-rule/2"}',
        b'{"format": 1}',
        b"\xff",
        b"[" * 200_000,
        b" " * (LARGEST_LOCAL + 1),
        to_file(made()).replace(b'"bands":"levels"', b'"bands":"levels","formula":"1+1"'),
        to_file(made()).replace(b'"yes":1', b'"yes":1.5'),
    ],
    ids=range(10),
)
def test_a_file_that_is_not_one_is_refused(untrusted):
    with pytest.raises(errors.WrongShapeError):
        read_local(untrusted)


@given(st.binary(max_size=200))
def test_no_bytes_are_more_than_refused(untrusted):
    with pytest.raises(errors.WrongShapeError):
        read_local(untrusted)


TABLE = {
    "format": "varn.local-table/1",
    "origin": "local",
    "instrument": "made-form",
    "version": "1",
    "source": "Boken, appendix",
    "content": {"kind": "proration", "id": "grid", "by_unknown": [[0, 1, 2], [0, 2]]},
    "keeping": KEEPING,
}
FORM = built(form(item("a")))


def test_a_local_table_holds_as_a_local_rule_does():
    good = msgspec.convert(TABLE, LocalTable)
    lone = msgspec.convert(TABLE | {"keeping": KEEPING | {"second": ""}}, LocalTable)
    other = msgspec.convert(TABLE | {"version": "2"}, LocalTable)
    assert tables_in_force(FORM, [good], TODAY) == {"grid": good.content}
    assert tables_in_force(FORM, [lone, other], TODAY) == {}
    assert local_faults(FORM, good) == []
    assert [f.code for f in local_faults(FORM, other)] == ["INSTR-029"]


def test_a_table_that_falls_or_leaves_its_bounds_is_warned_about_and_read_as_it_stands():
    for rows in ([[0, 2, 1]], [[0], [3]], [[1]]):
        content = {"kind": "proration", "id": "grid", "by_unknown": rows}
        found = local_faults(FORM, msgspec.convert(TABLE | {"content": content}, LocalTable))
        assert [(f.code, f.severity) for f in found] == [("INSTR-028", "warn")]
    cells = MatrixCells(id="m", a_table="a", b_table="b", cells={})
    matrix = msgspec.convert(TABLE | {"content": msgspec.to_builtins(cells)}, LocalTable)
    assert local_faults(FORM, matrix) == []


def test_od_14_an_impossible_sum_is_not_looked_up():
    assert is_possible(13, 0, 13)
    assert not is_possible(13, 1, 13)
    assert not is_possible(-1, 0, 13)
    grid = Proration(id="g", by_unknown=[[0, 1]])
    assert [prorated(grid, *key) for key in ((1, 0), (2, 0), (-1, 0), (0, 1), (0, -1))] == [
        1,
        None,
        None,
        None,
        None,
    ]
