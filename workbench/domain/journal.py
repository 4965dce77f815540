# SPDX-License-Identifier: EUPL-1.2
"""The spine: an akt is an append-only journal of record versions.

An entry is a header (hashed, chained, signed) and a body (the whole new version of one record).
The header commits to the body through a salted hash, so that a body can later be purged on a
legal ground while the chain still verifies. What a screen shows is `fold` over the entries.
The format is docs/formats/journal.md; its vectors are in tests/vectors/journal/.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.canonical import Json, canonical_bytes
from workbench.domain.ids import CaseId, DeviceId, EntryId, RecordId, UserId, VaultId

FORMAT = "varn.entry/1"
SALT_BYTES = 32
TOMBSTONE = "tombstone"
_BODY_DOMAIN = b"varn.body/1\0"
_FIELDS = frozenset(
    {"fmt", "vault", "case", "kind", "record", "author", "device", "recorded_at"}
    | {"supersedes", "parents", "body_hash", "cosigners"}
)


class MalformedEntryError(ValueError):
    """Header bytes that no writer of ours makes. Readers give it their code."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is hashed and signed. Hashes are lower-case hex; times are `clock.stamp` text."""

    vault: VaultId
    case: CaseId
    kind: str
    record: RecordId
    author: UserId
    device: DeviceId
    recorded_at: str
    supersedes: tuple[EntryId, ...]
    parents: tuple[EntryId, ...]
    body_hash: str
    cosigners: tuple[UserId, ...] = ()

    def to_bytes(self) -> bytes:
        """The canonical bytes: the only spelling of this header."""
        return canonical_bytes(
            {
                "fmt": FORMAT,
                "vault": self.vault,
                "case": self.case,
                "kind": self.kind,
                "record": self.record,
                "author": self.author,
                "device": self.device,
                "recorded_at": self.recorded_at,
                "supersedes": self.supersedes,
                "parents": self.parents,
                "body_hash": self.body_hash,
                "cosigners": self.cosigners,
            }
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one record. `salt` and `body` are None once they were purged."""

    id: EntryId
    header: Header
    header_bytes: bytes
    signature: bytes
    salt: bytes | None
    body: bytes | None
    cosignatures: tuple[bytes, ...] = ()

    @property
    def key(self) -> "Key":
        """The record that this is a version of."""
        return Key(self.header.kind.partition("/")[0], self.header.record)

    @property
    def is_tombstone(self) -> bool:
        """Whether this version says that the record no longer holds."""
        return self.body is not None and self.body.startswith(b'{"tombstone":')

    def content(self) -> dict[str, Any]:
        """The body as JSON, empty once purged."""
        if self.body is None:
            return {}
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One record through all its versions: kind without version, and record id."""

    kind: str
    record: RecordId


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """What a service wants entered: the next version of a record.

    `supersedes` are the versions of this record that were on the author's screen.
    """

    kind: str
    record: RecordId
    body: Mapping[str, Json]
    supersedes: tuple[EntryId, ...] = ()

    @classmethod
    def withdrawn(
        cls, kind: str, record: RecordId, reason: str, supersedes: tuple[EntryId, ...]
    ) -> "RecordVersion":
        """A version that says the record no longer holds, and why."""
        return cls(kind, record, {TOMBSTONE: {"reason": reason}}, supersedes)


@dataclass(frozen=True, slots=True)
class Record:
    """A record after the fold. More than one head is a disagreement, shown until settled."""

    key: Key
    heads: tuple[Entry, ...]
    history: tuple[Entry, ...]

    @property
    def current(self) -> Entry | None:
        """The one version that holds; None under a disagreement or after a tombstone."""
        if len(self.heads) != 1 or self.heads[0].is_tombstone:
            return None
        return self.heads[0]

    @property
    def is_disputed(self) -> bool:
        return len(self.heads) > 1


def hash_body(salt: bytes, body: bytes) -> str:
    """What a header says of its body."""
    return hashlib.sha256(_BODY_DOMAIN + salt + body).hexdigest()


def hash_header(header_bytes: bytes) -> EntryId:
    """An entry's identity."""
    return EntryId(hashlib.sha256(header_bytes).hexdigest())


def read_header(untrusted_bytes: bytes) -> Header:
    """Parse header bytes.

    Raises:
        MalformedEntryError: not the fields of the format, each of its type.
    """
    try:
        parsed = json.loads(untrusted_bytes)
    except ValueError:
        raise MalformedEntryError("not JSON") from None
    if not isinstance(parsed, dict) or parsed.keys() != _FIELDS or parsed.pop("fmt") != FORMAT:
        raise MalformedEntryError("not the fields of the format")
    for name in ("supersedes", "parents", "cosigners"):
        parsed[name] = _texts(parsed[name])
    if not all(isinstance(value, str | tuple) for value in parsed.values()):
        raise MalformedEntryError("a field of another type")
    return Header(**parsed)


def read_entry(header_bytes: bytes, signature: bytes, salt: bytes | None, body: bytes | None,
               cosignatures: tuple[bytes, ...] = ()) -> Entry:  # fmt: skip
    """An entry from its stored parts; what it claims is checked by `check_chain`.

    Raises:
        MalformedEntryError: header bytes that are no header.
    """
    header = read_header(header_bytes)
    return Entry(
        hash_header(header_bytes), header, header_bytes, signature, salt, body, cosignatures
    )


def fold(entries: Iterable[Entry]) -> dict[Key, Record]:
    """What holds now, from what was ever entered.

    Pure, total and independent of the order of `entries`; entries met twice count once. Only
    `supersedes` decides; times never do.
    """
    versions: dict[tuple[str, RecordId], dict[EntryId, Entry]] = {}
    for entry in entries:
        named = (entry.header.kind.partition("/")[0], entry.header.record)
        versions.setdefault(named, {})[entry.id] = entry
    folded = (_record(Key(*named), found) for named, found in versions.items())
    return {record.key: record for record in folded}


def _record(key: Key, versions: Mapping[EntryId, Entry]) -> Record:
    if len(versions) == 1:
        alone = tuple(versions.values())
        return Record(key, alone, alone)  # most records by far; an entry cannot name itself
    ordered = _in_order(sorted(versions.values(), key=_when))
    superseded = {old for entry in ordered for old in entry.header.supersedes}
    heads = tuple(entry for entry in ordered if entry.id not in superseded)
    return Record(key, heads, ordered)


def _in_order(by_time: Sequence[Entry]) -> tuple[Entry, ...]:
    """By time, but what was superseded before what superseded it, whatever the clocks said."""
    if _is_in_order(by_time):
        return tuple(by_time)
    waiting, placed = list(by_time), list[Entry]()
    while waiting:
        known = {entry.id for entry in waiting}
        free = (entry for entry in waiting if known.isdisjoint(entry.header.supersedes))
        first = next(free, waiting[0])  # a circle cannot be made honestly; it is shown as it is
        waiting.remove(first)
        placed.append(first)
    return tuple(placed)


def _is_in_order(by_time: Sequence[Entry]) -> bool:
    later = {entry.id for entry in by_time}
    for entry in by_time:
        if not later.isdisjoint(entry.header.supersedes):
            return False
        later.discard(entry.id)
    return True


def _when(entry: Entry) -> tuple[str, EntryId]:
    return entry.header.recorded_at, entry.id


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise MalformedEntryError("not a list of texts")
    return tuple(value)
