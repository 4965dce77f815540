# SPDX-License-Identifier: EUPL-1.2
"""An emptied entry is lawful when a purge that counts names it, and never otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.journals import CASE, JOURNALS, VAULT, make
from workbench.domain.clock import stamp
from workbench.domain.journal import Entry
from workbench.domain.purges import (
    Witness,
    confirmation,
    content_of,
    first_unlawful,
    is_within_window,
    lawfully_emptied,
    purge_of,
)

ME, OTHER = "ab" * 32, "cd" * 32
RECORD = "0c0ffee0-0000-4000-8000-000000000001"
START = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
BELIEVES = Witness(lambda _entry: True, lambda _statement, signature: signature == "ok")
DOUBTS = Witness(lambda _entry: False, lambda _statement, _signature: False)


def at(**later: float) -> str:
    return stamp(START + timedelta(**later))


def emptied(entry: Entry) -> Entry:
    return replace(entry, salt=None, body=None)


def note(number: int = 1, **header) -> Entry:
    return make(number, record=RECORD, **header)


def purge(*named: Entry, number: int = 50, body: dict | None = None, **header) -> Entry:
    content = {"entries": [e.id for e in named], "why": "legal-ground", "approval": "two-people"}
    return make(number, record="r", kind="purge/1", body=content | (body or {}), **header)


def why(*journal: Entry, witness: Witness = BELIEVES, listed=frozenset()) -> str:
    fault = first_unlawful(journal, witness, listed)
    return "" if fault is None else f"{fault.position} {fault.why}"


@given(JOURNALS)
def test_a_journal_in_which_nothing_was_emptied_asks_for_no_purge(journal):
    assert first_unlawful(journal, DOUBTS) is None


def test_an_entry_that_nothing_names_may_not_be_empty():
    other = note(2)
    assert why(emptied(note())) == "0 purged"
    assert why(other, emptied(note()), purge(other, cosigners=(OTHER,))) == "1 purged"


def test_two_people_may_empty_any_entry_that_stands_before():
    old = note()
    act = purge(old, cosigners=(OTHER,))
    assert why(emptied(old), act) == ""
    assert why(act, emptied(old)) == "1 purged"


def test_one_name_alone_is_not_two_people():
    old = note()
    assert why(emptied(old), purge(old)) == "0 purged"


def test_a_purge_that_is_not_signed_empties_nothing():
    old = note()
    assert why(emptied(old), purge(old, cosigners=(OTHER,)), witness=DOUBTS) == "0 purged"


def test_who_acts_alone_because_life_is_at_risk_says_so():
    old = note()
    assert why(emptied(old), purge(old, body={"approval": "urgent"})) == ""


def test_one_person_alone_shows_what_only_the_recovery_code_signs():
    old = note()
    asked = []

    def confirms(statement: bytes, signature: str) -> bool:
        asked.append(statement)
        return signature == "ok"

    witness = Witness(lambda _entry: True, confirms)
    alone = {"approval": "one-person", "proposal": "f" * 64}
    assert why(emptied(old), purge(old, body=alone | {"confirmed": "ok"}), witness=witness) == ""
    assert why(emptied(old), purge(old, body=alone), witness=witness) == "0 purged"
    assert set(asked) == {confirmation(VAULT, CASE, "f" * 64, (old.id,))}
    without = {"approval": "one-person", "confirmed": "ok"}
    assert why(emptied(old), purge(old, body=without), witness=witness) == "0 purged"


def withdrawal(old: Entry, recorded_at: str, author: str = ME) -> Entry:
    said = {"why": "withdrawn", "approval": "two-people"}
    return purge(old, body=said, author=author, recorded_at=recorded_at)


@pytest.mark.parametrize(
    ("after", "expected"),
    [({"seconds": 0}, ""), ({"hours": 24}, ""), ({"hours": 24, "seconds": 1}, "0 purged")],
)
def test_the_author_may_withdraw_for_a_day_and_no_longer(after, expected):
    old = note(recorded_at=at())
    assert why(emptied(old), withdrawal(old, at(**after))) == expected


def test_nobody_else_may_withdraw_an_authors_entry():
    old = note(recorded_at=at())
    assert why(emptied(old), withdrawal(old, at(), author=OTHER)) == "0 purged"


def test_a_clock_set_back_opens_no_window():
    old, later = note(recorded_at=at()), note(2, recorded_at=at(days=9))
    assert why(emptied(old), later, withdrawal(old, at(hours=1))) == "0 purged"
    assert is_within_window(old, START + timedelta(hours=1), [old])
    assert not is_within_window(old, START + timedelta(hours=1), [old, later])


def test_a_time_that_is_none_opens_no_window():
    old = note(recorded_at=at())
    odd = note(2, recorded_at="i går")
    assert why(emptied(old), odd, withdrawal(old, at())) == "0 purged"
    assert why(emptied(odd), withdrawal(odd, at())) == "0 purged"


def test_a_purge_is_never_purged():
    old = note()
    act = purge(old, cosigners=(OTHER,))
    hiding = purge(act, number=51, cosigners=(OTHER,))
    assert why(emptied(old), emptied(act), hiding) == "0 purged"
    assert lawfully_emptied([old, act, hiding], BELIEVES) == {old.id}


def test_what_the_list_of_the_erased_names_may_be_empty():
    old = note()
    assert why(emptied(old), listed=frozenset({old.id})) == ""


@pytest.mark.parametrize(
    "body",
    [b"[]", b"7", b"nonsense", b'{"entries":7}', b'{"entries":[7,"\\ud800"]}', b"[" * 20000,
     b'{"approval":"one-person","proposal":"\\ud800","entries":["' + b"a" * 64 + b'"]}'],
)  # fmt: skip
def test_a_purge_that_is_no_record_of_ours_empties_nothing(body):
    old, act = note(), replace(purge(note()), body=body)
    assert why(emptied(old), act) == "0 purged"
    assert purge_of([old, act], old.id) is None


@given(st.binary(max_size=30))
def test_any_bytes_have_a_content(body):
    assert isinstance(content_of(replace(note(), body=body)), dict)


def test_the_purge_of_an_emptied_entry_is_found():
    old, other = note(), note(2)
    act = purge(old, cosigners=(OTHER,))
    assert purge_of([old, other, act], old.id) == act
    assert purge_of([old, other, act], other.id) is None
