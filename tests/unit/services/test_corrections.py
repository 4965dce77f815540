# SPDX-License-Identifier: EUPL-1.2
"""A correction keeps the original, a withdrawal too, and a disagreement is shown until settled."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.subject import Note
from workbench.services.person.whom import write_note
from workbench.services.records.akt import Draft


@pytest.fixture(scope="module")
def one_case(shared_office):
    """An akt that many examples write into."""
    return shared_office.begin("")


STEPS = st.lists(
    st.tuples(st.sampled_from(["write", "correct", "withdraw"]), st.integers(0, 3), st.text(max_size=9)),
    max_size=12,
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_every_version_ever_entered_is_in_the_history(shared_office, one_case, steps):
    case = one_case
    akt = shared_office.akt(case)
    records, versions, holds = [], {}, {}
    for act, number, text in steps:
        if act == "write" or not records:
            record = write_note(akt, Note(text)).records[0]
            records.append(record)
            versions[record] = []
        else:
            record = records[number % len(records)]
            if act == "correct":
                akt.enter(Draft(Note(text, reason="fel"), record))
            else:
                akt.withdraw(Note, record, "fel akt")
        versions[record].append(None if act == "withdraw" and len(versions[record]) else text)
        holds[record] = versions[record][-1]
    for read in (akt, shared_office.afresh(case)):
        shown = {n.record: n.value.text for n in read.all(Note) if n.record in versions}
        assert shown == {record: text for record, text in holds.items() if text is not None}
        for record, entered in versions.items():
            history = read.history(Note, record)
            told = [None if each.is_tombstone else each.content()["text"] for each in history]
            assert sorted(map(str, told)) == sorted(map(str, entered))
            assert all(each.body is not None for each in history)
            assert not any(each.is_disputed for each in read.all(Note))


def test_a_correction_keeps_the_original_with_its_author_and_time(office):
    case = office.begin()
    akt = office.akt(case)
    record = write_note(akt, Note("Hon ringde klockan två.")).records[0]
    office.place.clock.step(hours=1)
    akt.enter(Draft(Note("Hon ringde klockan tre.", reason="Fel tid"), record))
    office.relock()
    read = office.akt(case)
    (now,) = read.all(Note)
    assert (now.value.text, now.value.reason, now.versions) == (
        "Hon ringde klockan tre.", "Fel tid", 2,
    )  # fmt: skip
    first, second = read.history(Note, record)
    assert first.content()["text"] == "Hon ringde klockan två."
    assert second.header.supersedes == (first.id,)
    assert first.header.recorded_at < second.header.recorded_at
    assert office.verify()


def test_two_corrections_of_one_version_stand_against_each_other_until_settled(office):
    case = office.begin()
    akt = office.akt(case)
    record = write_note(akt, Note("ett")).records[0]
    seen = (akt.all(Note)[0].entry,)
    akt.enter(Draft(Note("två"), record, seen))
    akt.enter(Draft(Note("tre"), record, seen))
    disputed = office.afresh(case).all(Note)
    assert {(each.value.text, each.is_disputed) for each in disputed} == {
        ("två", True),
        ("tre", True),
    }
    office.akt(case).enter(Draft(Note("fyra"), record))
    (settled,) = office.afresh(case).all(Note)
    assert (settled.value.text, settled.is_disputed, settled.versions) == ("fyra", False, 4)
