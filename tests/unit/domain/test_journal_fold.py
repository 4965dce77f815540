# SPDX-License-Identifier: EUPL-1.2
"""What holds now follows from what was ever entered, whatever the order it is met in."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.journals import JOURNALS, make
from workbench.domain.journal import TOMBSTONE, RecordVersion, fold

RECORD = "0c0ffee0-0000-4000-8000-000000000001"
OTHER = "0c0ffee0-0000-4000-8000-000000000002"


@given(JOURNALS, st.randoms(use_true_random=False))
def test_the_fold_does_not_depend_on_the_order(journal, chance):
    mixed = list(journal)
    chance.shuffle(mixed)
    assert fold(mixed) == fold(journal)


@given(JOURNALS, st.integers(0, 12))
def test_entries_met_twice_count_once(journal, again):
    assert fold([*journal, *journal[:again], *journal]) == fold(journal)


@given(JOURNALS)
def test_nothing_that_was_entered_is_ever_lost(journal):
    folded = fold(journal)
    kept = {entry.id for record in folded.values() for entry in record.history}
    assert kept == {entry.id for entry in journal}


@given(JOURNALS)
def test_a_record_has_a_version_that_holds_or_a_dispute_or_was_withdrawn(journal):
    for record in fold(journal).values():
        assert record.heads
        alone = len(record.heads) == 1
        assert record.is_disputed is not alone
        withdrawn = alone and record.heads[0].is_tombstone
        assert (record.current is None) == (record.is_disputed or withdrawn)


@given(JOURNALS)
def test_a_head_is_superseded_by_nobody(journal):
    superseded = {old for entry in journal for old in entry.header.supersedes}
    for record in fold(journal).values():
        assert not {head.id for head in record.heads} & superseded


def test_a_correction_keeps_the_original():
    first = make(1, record=RECORD, body={"text": "måndag"})
    second = make(2, record=RECORD, body={"text": "tisdag"}, supersedes=(first.id,))
    (record,) = fold([first, second]).values()
    assert record.current == second
    assert record.history == (first, second)
    assert record.history[0].content() == {"text": "måndag"}


def test_two_corrections_of_the_same_version_are_a_disagreement_until_one_supersedes_both():
    first = make(1, record=RECORD)
    mine = make(2, record=RECORD, supersedes=(first.id,))
    yours = make(3, record=RECORD, supersedes=(first.id,))
    (record,) = fold([first, mine, yours]).values()
    assert record.is_disputed
    assert set(record.heads) == {mine, yours}
    settled = make(4, record=RECORD, supersedes=(mine.id, yours.id))
    (record,) = fold([first, mine, yours, settled]).values()
    assert record.current == settled


def test_a_withdrawal_against_an_edit_is_a_disagreement():
    first = make(1, record=RECORD)
    gone = make(2, record=RECORD, body={TOMBSTONE: {"reason": "fel akt"}}, supersedes=(first.id,))
    edit = make(3, record=RECORD, supersedes=(first.id,))
    (record,) = fold([first, gone, edit]).values()
    assert record.is_disputed
    assert record.current is None


def test_later_is_not_stronger_only_seen_is():
    early = make(1, record=RECORD, recorded_at="2020-01-01T00:00:00Z")
    late = make(2, record=RECORD, recorded_at="2030-01-01T00:00:00Z")
    earlier_but_seen = make(
        3, record=RECORD, recorded_at="2010-01-01T00:00:00Z", supersedes=(early.id, late.id)
    )
    (record,) = fold([late, earlier_but_seen, early]).values()
    assert record.current == earlier_but_seen


def test_versions_of_a_kind_are_one_record_and_kinds_are_not():
    old = make(1, record=RECORD, kind="note/1")
    new = make(2, record=RECORD, kind="note/2", supersedes=(old.id,))
    other_kind = make(3, record=RECORD, kind="incident/1")
    other_record = make(4, record=OTHER, kind="note/1")
    assert len(fold([old, new, other_kind, other_record])) == 3


def test_an_unknown_kind_is_kept():
    strange = make(1, record=RECORD, kind="from-tomorrow/9", body={"anything": [1, 2]})
    (record,) = fold([strange]).values()
    assert record.current == strange


def test_a_purged_version_still_stands_in_the_history_without_its_text():
    entry = make(1, record=RECORD, body={"text": "borta"})
    purged = type(entry)(entry.id, entry.header, entry.header_bytes, entry.signature, None, None)
    (record,) = fold([purged]).values()
    assert record.current is not None
    assert record.current.content() == {}
    assert not record.current.is_tombstone


def test_a_withdrawal_says_why():
    gone = RecordVersion.withdrawn("note/1", RECORD, "fel akt", ())
    assert gone.body == {TOMBSTONE: {"reason": "fel akt"}}
