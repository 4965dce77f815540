# SPDX-License-Identifier: EUPL-1.2
"""A vault that is only memory, for tests of what stands on `services.ports`.

It keeps the promises of the ports (order of storage, working rows by author, one commit an
append, own cases newest first, real Ed25519 signatures) and has no file, no key derivation and
no register file. Tests of the vault itself, of locks, crashes and damage use the real one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO, cast
from uuid import UUID

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.ids import CaseId, DeviceId, EntryId, Ids, RecordId, UserId, VaultId
from workbench.domain.journal import Entry
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.access_ports import Access
from workbench.services.akter.case_index import CaseIndex
from workbench.services.copies_ports import Copies
from workbench.services.erasing_ports import Erasing
from workbench.services.own_ports import Unentered
from workbench.services.ports import (
    CaseReport,
    CaseSummary,
    ExchangeKeys,
    Member,
    RegisterRow,
    StoredCard,
)
from workbench.services.recovery_ports import Recovery
from workbench.services.second_ports import Second

PAYLOAD_TYPE = "application/vnd.varn.entry+json"
NIGHT = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
_VAULT = VaultId("00000000-0000-4000-8000-00000000aaaa")
_DEVICE = DeviceId("00000000-0000-4000-8000-00000000dddd")
_HOUSE = CaseId("00000000-0000-4000-8000-00000000cccc")


class SteppingClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, start: datetime = NIGHT) -> None:
        self.moment = start

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def step(self, **how_far: float) -> None:
        """Move it by `timedelta` keywords: `step(days=1)`."""
        self.moment += timedelta(**how_far)


class CountedIds:
    """Version 4 UUIDs and bytes that are the same in every run, and never twice."""

    def __init__(self) -> None:
        self._count = 0

    def new_uuid(self) -> str:
        return str(UUID(bytes=self.random_bytes(16), version=4))

    def random_bytes(self, size_bytes: int) -> bytes:
        self._count += 1
        block, stream = 0, b""
        while len(stream) < size_bytes:
            stream += sha256(f"{self._count}/{block}".encode()).digest()
            block += 1
        return stream[:size_bytes]


class MemorySigner:
    """A user's signing key."""

    def __init__(self, seed: bytes = b"\x07" * 32) -> None:
        self._seed = seed
        self.public = ed25519.public_key(seed)

    @property
    def user(self) -> UserId:
        return UserId(sha256(self.public).hexdigest())

    def sign_entry(self, header_bytes: bytes) -> bytes:
        return ed25519.sign(self._seed, ed25519.pae(PAYLOAD_TYPE, header_bytes))

    def sign_warrant(self, statement: bytes) -> str:
        return ed25519.sign(self._seed, ed25519.pae(Signed.WARRANT, statement)).hex()


@dataclass
class _Shelf:
    """What one akt's file holds, whether it is open or not."""

    case: CaseId
    number: str = ""
    entries: list[Entry] = field(default_factory=list)
    rows: dict[WorkingKey, WorkingRow] = field(default_factory=dict)
    attachments: dict[str, bytes] = field(default_factory=dict)
    summary: CaseSummary = field(default_factory=CaseSummary)
    pending: bool = False


class MemoryCaseFile:
    """One open akt. Use after `close` is an error of the caller and raises."""

    is_older_copy = False

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf: _Shelf | None = shelf
        self._case = shelf.case

    @property
    def case(self) -> CaseId:
        return self._case

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._open().entries)

    def head(self) -> EntryId | None:
        entries = self._open().entries
        return entries[-1].id if entries else None

    def append(
        self,
        entries: Sequence[Entry],
        *,
        clearing: Sequence[WorkingKey] = (),
        attachments: Mapping[str, bytes] | None = None,
    ) -> None:
        shelf = self._open()
        shelf.entries.extend(entries)
        shelf.attachments.update(attachments or {})
        self.drop_working(clearing)

    def purge(self, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
        raise NotImplementedError("taking away needs the real vault")

    def working_rows(self, author: UserId) -> tuple[WorkingRow, ...]:
        rows = self._open().rows
        return tuple(rows[key] for key in sorted(rows) if key.author == author)

    def put_working(self, row: WorkingRow) -> None:
        self._open().rows[row.key] = row

    def drop_working(self, keys: Sequence[WorkingKey]) -> None:
        for key in keys:
            self._open().rows.pop(key, None)

    def attachments(self) -> tuple[str, ...]:
        return tuple(sorted(self._open().attachments))

    def attachment(self, sha256: str) -> bytes:
        return self._open().attachments[sha256]

    def close(self) -> None:
        self._shelf = None

    def _open(self) -> _Shelf:
        if self._shelf is None:
            raise RuntimeError("this akt was closed")
        return self._shelf


class MemoryStaging:
    """Decrypted objects that were not accepted yet."""

    def __init__(self) -> None:
        self._objects: dict[int, bytes] = {}

    def write(self, object_id: int, chunk: bytes) -> None:
        self._objects[object_id] = self._objects.get(object_id, b"") + chunk

    def read(self, object_id: int) -> bytes:
        return self._objects[object_id]

    def drop(self) -> None:
        self._objects.clear()


class MemoryOwn:
    """The own akter of a memory vault: everything is read at once."""

    def __init__(self, shelves: Mapping[CaseId, _Shelf], user: UserId) -> None:
        self._shelves, self._user = shelves, user

    def rows(self) -> tuple[RegisterRow, ...]:
        return tuple(_row(shelf) for shelf in reversed(self._shelves.values()))

    def row(self, case: CaseId) -> RegisterRow | None:
        shelf = self._shelves.get(case)
        return _row(shelf) if shelf is not None else None

    def find(self, sought: str) -> tuple[RegisterRow, ...]:
        found = CaseIndex(self.rows()).find(sought)
        return tuple(row for row in self.rows() if row.case in found)

    def unentered(self) -> tuple[Unentered, ...]:
        since: dict[tuple[CaseId, str, RecordId], str] = {}
        for case, shelf in self._shelves.items():
            for key, row in shelf.rows.items():
                if key.author == self._user:
                    about = case, key.kind, key.record
                    since[about] = min(since.get(about, row.updated_at), row.updated_at)
        return tuple(Unentered(*about, at) for about, at in since.items())

    def unread(self) -> int:
        return 0

    def read_more(self) -> None:
        """There is nothing more."""

    def numbers(self) -> Mapping[CaseId, str]:
        return {case: shelf.number for case, shelf in self._shelves.items()}


def _row(shelf: _Shelf) -> RegisterRow:
    return RegisterRow(
        case=shelf.case,
        number=shelf.number,
        head=shelf.entries[-1].id if shelf.entries else None,
        count=len(shelf.entries),
        summary=shelf.summary,
        is_stale=shelf.pending,
    )


class MemoryVault:
    """An unlocked vault seen by one user. What was kept stays in it after `close`."""

    def __init__(self, ids: Ids | None = None, signer: MemorySigner | None = None) -> None:
        self._ids = ids or CountedIds()
        self._signer = signer or MemorySigner()
        self._shelves: dict[CaseId, _Shelf] = {}
        self.own = MemoryOwn(self._shelves, self._signer.user)
        self._house = _Shelf(_HOUSE)
        self._cards: dict[str, StoredCard] = {}
        self.incoming: dict[str, bytes] = {}
        self.is_closed = False

    @property
    def vault(self) -> VaultId:
        return _VAULT

    @property
    def device(self) -> DeviceId:
        return _DEVICE

    @property
    def signer(self) -> MemorySigner:
        return self._signer

    @property
    def erasing(self) -> Erasing:
        raise NotImplementedError("taking away needs the real vault")

    @property
    def copies(self) -> Copies:
        raise NotImplementedError("copies need the real vault")

    @property
    def access(self) -> Access:
        """Who sits at it reads everything; users and grants need the real vault."""
        return cast("Access", SimpleNamespace(readers=lambda _case: (self._signer.user,)))

    @property
    def second(self) -> Second:
        raise NotImplementedError("two people need the real vault")

    @property
    def recovery(self) -> Recovery:
        raise NotImplementedError("recovery needs the real vault")

    def members(self) -> tuple[Member, ...]:
        return (
            Member(
                self._signer.user, 1, self._signer.public, ("admin", "method-owner", "exchange")
            ),
        )

    def cases(self) -> tuple[RegisterRow, ...]:
        return self.own.rows()

    def new_case(self, number: str) -> MemoryCaseFile:
        case = CaseId(self._ids.new_uuid())
        self._shelves[case] = _Shelf(case, number)
        return MemoryCaseFile(self._shelves[case])

    def open_case(self, case: CaseId, *, read_only: bool = False) -> MemoryCaseFile:
        del read_only  # no copy here is ever older
        return MemoryCaseFile(self._shelves[case])

    def house(self) -> MemoryCaseFile:
        return MemoryCaseFile(self._house)

    def announce(self, case: CaseId) -> None:
        self._shelves[case].pending = True

    def mirror(self, case: CaseId, summary: CaseSummary) -> None:
        self._shelves[case].summary = summary
        self._shelves[case].pending = False

    def case_link_key(self, case: CaseId) -> bytes:
        return sha256(b"link" + case.encode()).digest()

    def exchange_keys(self) -> ExchangeKeys:
        return ExchangeKeys(b"\x01" * 32, b"\x02" * 32, ())

    def cards(self) -> tuple[StoredCard, ...]:
        return tuple(self._cards.values())

    def put_card(self, card: StoredCard) -> None:
        self._cards[card.card] = replace(card)

    def keep_incoming(self, untrusted_file: BinaryIO, name: str) -> Path:
        self.incoming[name] = untrusted_file.read()
        return Path("incoming") / name

    def new_staging(self) -> MemoryStaging:
        return MemoryStaging()

    def check_signatures(self, entries: Sequence[Entry]) -> Entry | None:
        return next((entry for entry in entries if not self._is_signed(entry)), None)

    def verify(self) -> tuple[CaseReport, ...]:
        shelves = [*self._shelves.values(), self._house]
        return tuple(self._report(shelf) for shelf in shelves)

    def close(self) -> None:
        self.is_closed = True

    def _is_signed(self, entry: Entry) -> bool:
        message = ed25519.pae(PAYLOAD_TYPE, entry.header_bytes)
        return ed25519.verifies(self._signer.public, entry.signature, message)

    def _report(self, shelf: _Shelf) -> CaseReport:
        head = shelf.entries[-1].id if shelf.entries else None
        bad = self.check_signatures(shelf.entries)
        return CaseReport(
            shelf.case,
            len(shelf.entries),
            head,
            bad.id if bad else None,
            "signature" if bad else "",
        )
