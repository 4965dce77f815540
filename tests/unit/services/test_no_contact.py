# SPDX-License-Identifier: EUPL-1.2
"""The list of those who must not be contacted: a row goes only by a step that ends it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk import Bench
from workbench.domain.no_contact import NOT_CONTACTED, NoContact
from workbench.services.person import no_contact
from workbench.services.person.no_contact import (
    EndUnsaidError,
    OnTheListError,
    end,
    require_row,
    standing,
)
from workbench.services.records.akt import Akt, Draft

ROW = NoContact("Kusinen på SFI", "person", "Berättar vidare.", "2026-11-01")
STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "end", "end-unsaid", "correct")), st.integers(0, 5)),
    max_size=12,
)


@pytest.fixture
def akt() -> Akt:
    bench = Bench()
    return bench.akt(bench.begin())


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"who": " "}, "NOCONTACT-001"),
        ({"why": ""}, "NOCONTACT-001"),
        ({"since": "2026-11-23"}, "NOCONTACT-002"),
        ({"since": "i går"}, "NOCONTACT-002"),
        ({"ended_on": "2026-11-23", "ended_because": "Flyttat."}, "NOCONTACT-002"),
        ({"ended_on": "2026-11-20"}, "NOCONTACT-003"),
        ({"ended_on": "2026-10-31", "ended_because": "Flyttat."}, "NOCONTACT-003"),
    ],
)
def test_what_may_not_stand_is_refused_by_its_code(akt: Akt, changed, code: str) -> None:
    with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
        require_row(akt, replace(ROW, **changed))
    assert getattr(refused.value, "code", "") == code


@pytest.mark.parametrize("typed", ["KUSINEN på SFI.", "Kusinen  pa\u030a SFI", "“Kusinen på SFI”"])
def test_a_listed_receiver_is_known_however_the_words_were_typed(akt: Akt, typed: str) -> None:
    akt.enter(Draft(ROW))
    with pytest.raises(OnTheListError):
        no_contact.require_not_listed(akt, typed)
    no_contact.require_not_listed(akt, "Kusinen", "")


def test_a_row_that_begins_and_ends_today_may_stand(akt: Akt) -> None:
    require_row(akt, replace(ROW, since="2026-11-22", ended_on="2026-11-22", ended_because="Fel."))


def test_a_row_is_ended_once_with_a_why_and_stays_to_be_read(akt: Akt) -> None:
    record = akt.enter(Draft(ROW)).records[0]
    with pytest.raises(EndUnsaidError):
        end(akt, record, " ")
    assert [each.record for each in standing(akt)] == [record]
    end(akt, record, "Har flyttat.")
    assert standing(akt) == ()
    (over,) = no_contact.ended(akt)
    assert (over.value.ended_on, over.value.ended_because) == ("2026-11-22", "Har flyttat.")
    assert over.versions == 2
    with pytest.raises(EndUnsaidError):
        end(akt, record, "Igen.")
    with pytest.raises(EndUnsaidError):
        end(akt, akt.new_record(), "Finns inte.")


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_whatever_is_done_every_row_stands_until_its_own_end_and_none_is_lost(steps) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    known: list = []
    held: dict = {}
    for number, (step, at) in enumerate(steps):
        if step == "add":
            row = replace(ROW, who=f"Rad {number}", what=NOT_CONTACTED[at % len(NOT_CONTACTED)])
            known.append(akt.enter(Draft(row)).records[0])
            held[known[-1]] = True
        elif known:
            _do(akt, step, known[at % len(known)], held)
    assert {each.record for each in standing(akt)} == {r for r, holds in held.items() if holds}
    every = (*standing(akt), *no_contact.ended(akt))
    assert {each.record for each in every} == set(known)
    assert {each.value.who for each in every} == {akt.find(NoContact, r).value.who for r in known}


def _do(akt: Akt, step: str, record, held: dict) -> None:
    found = akt.find(NoContact, record)
    assert found is not None
    if step == "correct":
        akt.enter(Draft(replace(found.value, why="Rättat skäl.", reason="Fel ord."), record))
    elif step == "end" and held[record]:
        end(akt, record, "Gäller inte längre.")
        held[record] = False
    else:
        with pytest.raises(EndUnsaidError):
            end(akt, record, "" if held[record] else "Igen.")
