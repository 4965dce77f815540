# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need from the rooms above them; `vault` satisfies it structurally.

Everything here is called on the one thread that owns the vault.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from workbench.domain.ids import CaseId, DeviceId, EntryId, UserId, VaultId
from workbench.domain.journal import Entry
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.access_ports import Access
from workbench.services.copies_ports import Copies
from workbench.services.erasing_ports import Erasing
from workbench.services.own_ports import CaseSummary, OwnCases, RegisterRow
from workbench.services.recovery_ports import Recovery
from workbench.services.second_ports import Second


class CaseFile(Protocol):
    """One open akt (or the organisation akt): its journal and its working rows."""

    @property
    def case(self) -> CaseId: ...

    @property
    def is_older_copy(self) -> bool:
        """Whether the file is behind what was seen of it: then nothing can be written to it."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order of storage, hashes and links checked when the file was opened."""
        ...

    def head(self) -> EntryId | None: ...

    def append(
        self,
        entries: Sequence[Entry],
        *,
        clearing: Sequence[WorkingKey] = (),
        attachments: Mapping[str, bytes] | None = None,
    ) -> None:
        """Entries in, their working rows out, attachments (by hex SHA-256) in: one commit.

        Durable before it returns. Raises VAULT-009 (disk full), VAULT-005 (read-only copy).
        """
        ...

    def purge(self, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
        """Entries in, the texts of others out, with all that only those had: one commit.

        Nothing of them is left in the file or its log. Raises JOURNAL-001 when none of `entries`
        is a purge that counts and names what is emptied; VAULT-005 (read-only copy).
        """
        ...

    def working_rows(self, author: UserId) -> tuple[WorkingRow, ...]: ...

    def put_working(self, row: WorkingRow) -> None:
        """One durable write."""
        ...

    def drop_working(self, keys: Sequence[WorkingKey]) -> None: ...

    def attachments(self) -> tuple[str, ...]:
        """The names (hex SHA-256) of everything that is attached, sorted."""
        ...

    def attachment(self, sha256: str) -> bytes:
        """Bytes stored with `append`. Raises KeyError."""
        ...

    def close(self) -> None: ...


class Signer(Protocol):
    """The unlocked user's own signing key, for journal entries and warrants of removals."""

    @property
    def user(self) -> UserId: ...

    def sign_entry(self, header_bytes: bytes) -> bytes:
        """64 bytes: Ed25519 over the DSSE encoding of an entry header."""
        ...

    def sign_warrant(self, statement: bytes) -> str:
        """In hex: that this user stands for a removal (`domain.warrants.statement`)."""
        ...


_NOBODY = UserId("")


@dataclass(frozen=True, slots=True)
class Member:
    """A user of this vault, from the signed list.

    `person`: the first user that this one was, before they came back by the recovery code; "" for
    who never did. `by_code`: this user if the code let them in, else the nearest whom it did in
    the line of those who let them in; "" for none.
    """

    user: UserId
    place: int
    public: bytes
    roles: tuple[str, ...]
    person: UserId = _NOBODY
    by_code: UserId = _NOBODY


@dataclass(frozen=True, slots=True)
class CaseReport:
    """What `verify` found in one akt."""

    case: CaseId
    entries: int
    head: EntryId | None
    first_bad: EntryId | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One quarter's receiving key. `epoch` is `2026-Q4`; the seed never leaves the vault."""

    epoch: str
    seed: bytearray
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ExchangeKeys:
    """The organisation's own keys for bundles; only exchange-role users have them.

    Lent: the vault that gave them clears them when it closes.
    """

    root_seed: bytearray
    sign_seed: bytearray
    mailboxes: tuple[Mailbox, ...]

    @property
    def seeds(self) -> tuple[bytearray, ...]:
        """All of them, to be cleared."""
        return self.root_seed, self.sign_seed, *(box.seed for box in self.mailboxes)


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A contact card as kept in the register. `state`: unverified, verified, revoked, own."""

    card: str
    content: bytes
    state: str
    since: str


class Vault(Protocol):
    """An unlocked vault, seen by one user."""

    @property
    def vault(self) -> VaultId: ...

    @property
    def device(self) -> DeviceId: ...

    @property
    def signer(self) -> Signer: ...

    @property
    def access(self) -> Access: ...

    @property
    def own(self) -> OwnCases: ...

    @property
    def second(self) -> Second: ...

    @property
    def copies(self) -> Copies: ...

    @property
    def erasing(self) -> Erasing: ...

    @property
    def recovery(self) -> Recovery: ...

    def members(self) -> tuple[Member, ...]: ...

    def cases(self) -> tuple[RegisterRow, ...]:
        """Own cases only, newest first."""
        ...

    def new_case(self, number: str) -> CaseFile: ...

    def open_case(self, case: CaseId, *, read_only: bool = False) -> CaseFile:
        """`read_only` also opens an older copy, which is refused otherwise.

        Raises VAULT-005, VAULT-006, VAULT-007, VAULT-008 (see docs/errors.md).
        """
        ...

    def house(self) -> CaseFile:
        """The organisation akt; open as long as the vault is."""
        ...

    def announce(self, case: CaseId) -> None:
        """Note in the register that the case's mirrored facts are about to change."""
        ...

    def mirror(self, case: CaseId, summary: CaseSummary) -> None:
        """Write head, count and summary of a case to the register; ends `announce`."""
        ...

    def case_link_key(self, case: CaseId) -> bytearray:
        """The key of an akt's pseudonyms in bundles. Lent, as `exchange_keys` are."""
        ...

    def exchange_keys(self) -> ExchangeKeys:
        """Raises VAULT-007 for a user without the exchange role."""
        ...

    def cards(self) -> tuple[StoredCard, ...]: ...

    def put_card(self, card: StoredCard) -> None: ...

    def keep_incoming(self, untrusted_file: BinaryIO, name: str) -> Path:
        """Keep an arrived .age file (ciphertext) under `incoming/`; same name, same bytes: once."""
        ...

    def new_staging(self) -> "Staging":
        """A file of its own random key, for what was decrypted and not yet accepted."""
        ...

    def check_signatures(self, entries: Sequence[Entry]) -> Entry | None:
        """The first entry whose signature is not its author's, or None."""
        ...

    def verify(self) -> tuple[CaseReport, ...]:
        """Check every akt that the user can open, and the organisation akt.

        Hashes, links, canonical headers, signatures, and the register's heads.
        """
        ...

    def close(self) -> None: ...


class Staging(Protocol):
    """Decrypted objects between arrival and acceptance, encrypted on disk."""

    def write(self, object_id: int, chunk: bytes) -> None: ...

    def read(self, object_id: int) -> bytes: ...

    def drop(self) -> None:
        """Key and file gone."""
        ...


__all__ = [
    "CaseFile",
    "CaseReport",
    "CaseSummary",
    "ExchangeKeys",
    "Mailbox",
    "Member",
    "RegisterRow",
    "Signer",
    "Staging",
    "StoredCard",
    "Vault",
]
