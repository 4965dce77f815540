# SPDX-License-Identifier: EUPL-1.2
"""Any changed byte of any entry is found, and the first entry that does not hold is named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.journals import CASE, JOURNALS, make
from workbench.domain.canonical import canonical_bytes
from workbench.domain.chain import check_chain, find_fault
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import (
    MalformedEntryError,
    hash_header,
    read_entry,
    read_header,
)

RECORD = "0c0ffee0-0000-4000-8000-000000000001"


def flipped(content: bytes, at: int, bit: int) -> bytes:
    changed = bytearray(content)
    changed[at % len(content)] ^= 1 << bit
    return bytes(changed)


@given(JOURNALS)
def test_what_was_written_holds(journal):
    report = check_chain(journal, CASE)
    assert report.fault is None
    assert (report.count, report.head) == (len(journal), journal[-1].id)


@given(JOURNALS, st.data())
def test_any_changed_byte_of_any_entry_is_found_and_the_entry_named(journal, data):
    at = data.draw(st.integers(0, len(journal) - 1), "entry")
    part = data.draw(st.sampled_from(["header_bytes", "salt", "body"]), "part")
    place, bit = data.draw(st.integers(0, 10_000)), data.draw(st.integers(0, 7))
    damaged = list(journal)
    damaged[at] = replace(journal[at], **{part: flipped(getattr(journal[at], part), place, bit)})
    fault = check_chain(damaged, CASE).fault
    assert fault is not None
    assert (fault.position, fault.entry) == (at, journal[at].id)
    assert fault.why == ("header-hash" if part == "header_bytes" else "body-hash")


@given(JOURNALS, st.data())
def test_an_entry_taken_out_of_the_middle_is_missed(journal, data):
    parents = {parent for entry in journal for parent in entry.header.parents}
    needed = [at for at, entry in enumerate(journal) if entry.id in parents]
    if not needed:
        return
    at = data.draw(st.sampled_from(needed))
    fault = check_chain(journal[:at] + journal[at + 1 :], CASE).fault
    assert fault is not None
    assert fault.why == "parents"


def test_an_entry_of_another_akt_does_not_belong():
    entry = make(1, record=RECORD)
    assert find_fault(entry, CaseId("another"), set()) == "other-case"


def test_only_the_first_entry_has_no_parent():
    first, second = make(1, record=RECORD), make(2, record=RECORD)
    fault = check_chain([first, second], CASE).fault
    assert fault is not None
    assert (fault.position, fault.why) == (1, "parents")
    orphan = make(3, record=RECORD, parents=(EntryId("f" * 64),))
    assert find_fault(orphan, CASE, set()) == "parents"


def test_an_entry_stands_once():
    first = make(1, record=RECORD)
    second = make(2, record=RECORD, parents=(first.id,))
    fault = check_chain([first, second, second], CASE).fault
    assert fault is not None
    assert (fault.position, fault.entry, fault.why) == (2, second.id, "twice")


def test_a_whole_purge_holds_and_half_a_purge_does_not():
    entry = make(1, record=RECORD)
    assert find_fault(replace(entry, salt=None, body=None), CASE, set()) is None
    assert find_fault(replace(entry, salt=None), CASE, set()) == "half-purged"
    assert find_fault(replace(entry, body=None), CASE, set()) == "half-purged"


def test_an_empty_journal_holds():
    report = check_chain([], CASE)
    assert (report.count, report.head, report.fault) == (0, None, None)


def test_a_header_is_read_back_as_it_was_written():
    entry = make(1, record=RECORD, supersedes=(EntryId("a" * 64),))
    assert read_header(entry.header_bytes) == entry.header
    assert read_header(entry.header_bytes).to_bytes() == entry.header_bytes
    again = read_entry(entry.header_bytes, entry.signature, entry.salt, entry.body)
    assert again == entry
    assert again.id == hash_header(entry.header_bytes)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda fields: fields.pop("kind"),
        lambda fields: fields.update(extra="1"),
        lambda fields: fields.update(fmt="varn.entry/2"),
        lambda fields: fields.update(author=1),
        lambda fields: fields.update(parents="none"),
        lambda fields: fields.update(supersedes=[1]),
        lambda fields: fields.update(recorded_at=None),
        lambda fields: fields.update(record=["a"]),
    ],
)
def test_bytes_that_are_no_header_are_refused(spoil):
    header = make(1, record=RECORD).header
    fields = {
        "fmt": "varn.entry/1",
        **{name: getattr(header, name) for name in header.__slots__},
    }
    assert read_header(canonical_bytes(fields)) == header
    spoil(fields)
    with pytest.raises(MalformedEntryError):
        read_header(canonical_bytes(fields))


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\xff", b'{"a":1}', b"{"])
def test_bytes_that_are_no_json_object_are_refused(content):
    with pytest.raises(MalformedEntryError):
        read_header(content)


def cosigned(cosigners: tuple[str, ...], signatures: int):
    entry = make(1, record=RECORD, cosigners=cosigners)
    return replace(entry, cosignatures=(b"",) * signatures)


@pytest.mark.parametrize(
    ("cosigners", "signatures", "why"),
    [
        (("b" * 64,), 1, None),
        (("b" * 64,), 0, "cosigners"),
        (("b" * 64,), 2, "cosigners"),
        ((), 1, "cosigners"),
        (("b" * 64, "b" * 64), 2, "cosigners"),
    ],
)
def test_there_is_one_signature_for_each_of_the_others_who_sign(cosigners, signatures, why):
    assert find_fault(cosigned(cosigners, signatures), CASE, set()) == why


def test_nobody_is_the_second_person_beside_themself():
    author = make(1, record=RECORD).header.author
    assert find_fault(cosigned((author,), 1), CASE, set()) == "cosigners"
