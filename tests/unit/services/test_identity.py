# SPDX-License-Identifier: EUPL-1.2
"""How sure it is who an akt is about: doubts, reserve numbers, and what joins them to a number."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk import Bench
from tests.unit.services.test_file_links import Seen
from workbench.domain.ids import CaseId
from workbench.domain.reserve_numbers import reserve_number
from workbench.domain.subject import Subject
from workbench.services.papers import shared
from workbench.services.papers.shared import Writing
from workbench.services.person import identity, identity_words
from workbench.services.person.identity import Doubt, NumberKnownError
from workbench.services.person.whom import set_subject, subject_of
from workbench.words import speech

NUMBER, OTHER = "19900101-0009", "19800202-0009"


def _doubts(bench: Bench, case: CaseId, subject: Subject | None = None) -> list[Doubt]:
    return list(identity.doubts_of(bench.session.desk, bench.akt(case), subject))


def _number(text: str) -> str:
    return next((each.number for each in _doubts_of_number(text)), "")


def _doubts_of_number(text: str) -> list[Doubt]:
    bench = Bench()
    found = _doubts(bench, bench.begin("Kim"), Subject("Kim", text))
    return [each for each in found if each.kind == "number"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (NUMBER, ""),
        ("900101-0009", ""),
        ("19700162-0001", "check-digit"),  # a coordination number with a wrong last digit
        ("197001620009", ""),
        ("19701301-0004", "date"),
        ("19700101-0005", "check-digit"),
        ("19700101-0000", "zeros"),
        ("19700101", "birth-date-only"),
        ("700101-XXXX", "birth-date-only"),
        ("20991231-0004", "future"),
        ("12", "length"),
        ("okänt", "length"),
    ],
)
def test_a_number_is_doubted_and_never_refused(text: str, wrong: str) -> None:
    assert _number(text) == wrong
    bench = Bench()
    akt = bench.akt(bench.begin("Kim"))
    set_subject(akt, Subject("Kim", text))
    assert subject_of(akt).personal_number == text


def test_another_own_akt_under_the_number_is_told_and_one_of_somebody_else_is_not() -> None:
    bench = Bench()
    first = bench.begin()
    set_subject(bench.akt(first), Subject("Kim Påhittad", NUMBER))
    second = bench.begin()
    about = Subject("Kim Påhittad", "900101-0009")
    number = bench.vault.own.row(first).number
    assert _doubts(bench, second, about) == [Doubt("number-elsewhere", where=(number,))]
    set_subject(bench.akt(second), about)  # nothing is merged, nothing refused
    assert bench.vault.own.row(first).summary.personal_numbers == (NUMBER,)
    bench.vault.own = seen = Seen(bench.vault.own)
    seen.closed.add(first)
    assert _doubts(bench, second) == _doubts(bench, second, replace(about, name="Ny"))
    assert _doubts(bench, second) == []


def test_a_namesake_is_told_until_numbers_tell_the_two_apart() -> None:
    bench = Bench()
    first, second = bench.begin("Kim  Påhittad"), bench.begin()
    where = (bench.vault.own.row(first).number,)
    assert _doubts(bench, second, Subject("kim påhittad")) == [Doubt("name-elsewhere", where=where)]
    assert _doubts(bench, second, Subject("Kim")) == []
    set_subject(bench.akt(first), Subject("Kim Påhittad", NUMBER))
    assert _doubts(bench, second, Subject("Kim Påhittad", OTHER)) == []


def test_names_and_grounds_are_doubted_too() -> None:
    bench = Bench()
    case = bench.begin()
    assert _doubts(bench, case) == []  # unknown is a finding, no doubt
    kinds = {
        "name-missing": Subject("", NUMBER),
        "name-figures": Subject("19700101"),
        "confirmed-by-nothing": Subject("Kim", NUMBER, "confirmed", established="own-word"),
        "reserve-as-number": Subject("Kim", reserve_number(case)),
    }
    for kind, about in kinds.items():
        assert [each.kind for each in _doubts(bench, case, about)] == [kind]
    seen = Subject("Kim", NUMBER, "confirmed", established="id-document")
    assert _doubts(bench, case, seen) == []


def test_every_doubt_has_words_without_a_gap() -> None:
    for language in ("sv", "en"):
        for found in (
            Doubt("reserve-as-number"), Doubt("number-elsewhere", where=("2026-0001",)),
            Doubt("joined-before", where=(NUMBER,)), Doubt("name-missing"), Doubt("name-figures"),
            Doubt("name-elsewhere", where=("2026-0001",)), Doubt("confirmed-by-nothing"),
            Doubt("number", "future"),
        ):  # fmt: skip
            said = identity_words.doubt(found, speech(language))
            assert said
            assert "{" not in said
            assert all(where in said for where in found.where)


def test_a_reserve_number_stands_on_paper_until_a_number_is_joined_and_stays_in_history() -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    identity.give_reserve_number(akt)
    reserve = reserve_number(case)
    writing = Writing(akt, bench.session.desk, "sv")
    assert shared.persons(writing)[0].number == reserve
    with pytest.raises(NumberKnownError, match="PERSON-009"):
        identity.give_reserve_number(akt)
    assert identity.needs_reason(reserve, "", NUMBER)
    set_subject(akt, Subject("Kim", NUMBER, reserve_number=reserve, reason="pass visat"))
    assert shared.persons(writing)[0].number == NUMBER
    (joined,) = identity.joins(akt)
    assert (joined.personal_number, joined.reason) == (NUMBER, "pass visat")
    again = Subject("Kim", OTHER, reserve_number=reserve, reason="fel person")
    assert Doubt("joined-before", where=(NUMBER,)) in _doubts(bench, case, again)
    set_subject(akt, again)
    assert [each.reason for each in identity.joins(akt)] == ["pass visat", "fel person"]
    assert subject_of(akt).reserve_number == reserve
    assert [each.content()["personal_number"] for each in akt.history(
        Subject, akt.all(Subject)[0].record)] == ["", "", NUMBER, OTHER]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["", NUMBER, "900101-0009", OTHER, "okänt"]), max_size=6))
def test_no_order_of_numbers_loses_a_join(numbers: list[str]) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    identity.give_reserve_number(akt)
    reserve, last, expected = reserve_number(case), "", []
    for number in numbers:
        set_subject(akt, Subject("Kim", number, reserve_number=reserve, reason="skäl"))
        is_other = number and {number, last} != {NUMBER, "900101-0009"} and number != last
        expected += [number] if is_other else []
        last = number or last
    told = [each.personal_number for each in identity.joins(akt)]
    assert [n for n in told if n != "okänt"] == [n for n in expected if n != "okänt"]
    assert subject_of(akt).reserve_number == reserve
