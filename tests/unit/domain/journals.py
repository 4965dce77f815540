# SPDX-License-Identifier: EUPL-1.2
"""Journals of any shape for property tests: chains with branches, disagreements, tombstones."""

import hashlib
from dataclasses import dataclass

from hypothesis import strategies as st

from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import CaseId, DeviceId, RecordId, UserId, VaultId
from workbench.domain.journal import TOMBSTONE, Entry, Header, hash_body, read_entry

CASE = CaseId("0c0ffee0-0000-4000-8000-00000000c0de")
VAULT = VaultId("0c0ffee0-0000-4000-8000-0000000000aa")


@dataclass(frozen=True)
class Step:
    """One thing that someone enters: which record, superseding how many of its heads."""

    record: int
    supersedes: int
    is_tombstone: bool
    minute: int
    parents_back: int


STEPS = st.lists(
    st.builds(
        Step,
        record=st.integers(0, 3),
        supersedes=st.integers(0, 2),
        is_tombstone=st.booleans(),
        minute=st.integers(0, 59),
        parents_back=st.integers(1, 3),
    ),
    min_size=1,
    max_size=12,
)


def make(number: int, *, record: str, kind: str = "note/1", body=None, **header) -> Entry:
    """One entry; `number` makes its salt, so that equal bodies are different entries."""
    text = canonical_bytes(body if body is not None else {"n": number})
    salt = hashlib.sha256(b"%d" % number).digest()
    fields = {
        "vault": VAULT,
        "case": CASE,
        "kind": kind,
        "record": RecordId(record),
        "author": UserId("ab" * 32),
        "device": DeviceId("0c0ffee0-0000-4000-8000-0000000000dd"),
        "recorded_at": "2026-11-22T01:10:00Z",
        "supersedes": (),
        "parents": (),
        "body_hash": hash_body(salt, text),
    } | header
    return read_entry(Header(**fields).to_bytes(), bytes(64), salt, text)


def play(steps: list[Step]) -> list[Entry]:
    """The journal that these steps make."""
    made: list[Entry] = []
    for number, step in enumerate(steps):
        record = f"0c0ffee0-0000-4000-8000-00000000000{step.record}"
        of_record = [entry.id for entry in made if entry.header.record == record]
        body = {TOMBSTONE: {"reason": "fel akt"}} if step.is_tombstone else None
        made.append(
            make(
                number,
                record=record,
                kind=f"note/{1 + step.minute % 2}",
                body=body,
                supersedes=tuple(of_record[-step.supersedes :]) if step.supersedes else (),
                parents=tuple(entry.id for entry in made[-step.parents_back :][:1]),
                recorded_at=f"2026-11-22T01:{step.minute:02}:00Z",
            )
        )
    return made


JOURNALS = STEPS.map(play)
