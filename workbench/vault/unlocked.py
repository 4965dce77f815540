# SPDX-License-Identifier: EUPL-1.2
"""An unlocked vault, seen by one user. Satisfies `services.ports.Vault`.

Made by `workbench.vault.opening`. One thread owns it.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.crypto.seeds import SEED_BYTES, wipe
from workbench.domain.clock import Clock, stamp
from workbench.domain.ids import CaseId, DeviceId, Ids, VaultId
from workbench.domain.journal import Entry
from workbench.services.ports import (
    CaseReport,
    CaseSummary,
    ExchangeKeys,
    Member,
    RegisterRow,
    StoredCard,
)
from workbench.vault import checking, incoming, index_blob, mailboxes, recovering
from workbench.vault.casefile import OpenCase
from workbench.vault.errors import (
    DamagedFileError,
    NewerFormatError,
    NoAccessError,
    RecoveryNotProvenError,
)
from workbench.vault.installation import Installation, Seen
from workbench.vault.keychain import EntrySigner, Keychain
from workbench.vault.keyrings import RECOVERY, Reader
from workbench.vault.layout import Layout
from workbench.vault.owner_lock import OwnerLock
from workbench.vault.register import Register, StoredRow
from workbench.vault.shelf import Shelf
from workbench.vault.slots import SlotsBody


@dataclass(frozen=True, slots=True)
class Opened:
    """What unlocking made ready."""

    layout: Layout
    keychain: Keychain
    register: Register
    register_keys: tuple[bytearray, ...]
    installation: Installation
    lock: OwnerLock
    device: DeviceId


class UnlockedVault:
    """One user's view of an open vault."""

    def __init__(self, body: SlotsBody, opened: Opened, clock: Clock, ids: Ids) -> None:
        self._body, self._opened, self._clock, self._ids = body, opened, clock, ids
        self._keychain, self._register = opened.keychain, opened.register
        self._shelf = Shelf(opened.layout, opened.keychain, opened.register, CaseId(body.house))
        self._house: OpenCase | None = None
        self._staged: list[incoming.StagingFile] = []
        self._is_open = True

    @property
    def vault(self) -> VaultId:
        return VaultId(self._body.vault)

    @property
    def device(self) -> DeviceId:
        return self._opened.device

    @property
    def signer(self) -> EntrySigner:
        return self._keychain.signer

    @property
    def is_recovery_proven(self) -> bool:
        """Whether the recovery code was typed back; no akt is begun before."""
        return self._body.recovery.proven != ""

    def members(self) -> tuple[Member, ...]:
        return self._keychain.members

    def prove_recovery(self, typed_code: str) -> None:
        """Take the typed-back recovery code, and note in the signed slots that it was right.

        Raises:
            RecoveryTypoError, WrongRecoveryError; NoAccessError for who is no administrator.
        """
        self._body = recovering.prove(
            self._opened.layout.folder, self._body, self._keychain, typed_code, self._now()
        )

    def cases(self) -> tuple[RegisterRow, ...]:
        shown = (self._shown(row) for row in self._register.rows())
        return tuple(row for row in shown if row is not None)

    def new_case(self, number: str) -> OpenCase:
        """Begin an akt.

        Raises:
            RecoveryNotProvenError: the recovery code was not typed back yet.
        """
        if not self.is_recovery_proven:
            raise RecoveryNotProvenError
        case = CaseId(self._ids.new_uuid())
        key = bytearray(self._ids.random_bytes(SEED_BYTES))
        self._keychain.found(case, key, self._shelf.files(case), self._first_readers(), self._now())
        self._register.add(case, number)
        return self._shelf.open(case)

    def open_case(self, case: CaseId, *, read_only: bool = False) -> OpenCase:
        """A handle on an akt; `read_only` also for an older copy, which is refused otherwise."""
        if case == self._body.house:
            raise NoAccessError
        return self._shelf.open(case, read_only=read_only)

    def house(self) -> OpenCase:
        if self._house is None:
            self._house = self._shelf.open(CaseId(self._body.house))
        return self._house

    def announce(self, case: CaseId) -> None:
        self._register.announce(case)

    def mirror(self, case: CaseId, summary: CaseSummary) -> None:
        tail = self._shelf.tail(case)
        key = self._keychain.keys(case, self._shelf.files(case))[0]
        sealed = index_blob.seal(summary, key, self.vault, case, self._ids)
        self._register.mirror(case, tail, sealed)

    def case_link_key(self, case: CaseId) -> bytes:
        return kdf.derive(self._keychain.keys(case, self._shelf.files(case))[0], Label.LINK)

    def exchange_keys(self) -> ExchangeKeys:
        body = mailboxes.read(self._opened.layout.folder, self.members(), self.vault)
        return mailboxes.open_keys(body, self._keychain.user, self._keychain.wrapping)

    def cards(self) -> tuple[StoredCard, ...]:
        return self._register.cards()

    def put_card(self, card: StoredCard) -> None:
        self._register.put_card(card)

    def keep_incoming(self, untrusted_file: BinaryIO, name: str) -> Path:
        return incoming.keep(self._opened.layout.incoming, untrusted_file, name, self._ids)

    def new_staging(self) -> incoming.StagingFile:
        """A file for what is decrypted; gone when it is dropped, or when the vault closes."""
        self._staged = [staging for staging in self._staged if not staging.is_dropped]
        staging = incoming.StagingFile(self._opened.layout.incoming, self._ids)
        self._staged.append(staging)
        return staging

    def check_signatures(self, entries: Sequence[Entry]) -> Entry | None:
        return checking.first_unsigned(entries, self.members())

    def verify(self) -> tuple[CaseReport, ...]:
        """Every akt that the register knows; other users' are only seen to be there."""
        listed = [row.case for row in self._register.rows()]
        cases = [CaseId(self._body.house), *reversed(listed)]
        found = (checking.check(self._to_check(case), self.members()) for case in cases)
        return tuple(report for report in found if report is not None)

    def file_name(self, case: CaseId) -> str:
        """What errors call an akt's file."""
        return self._shelf.files(case).name

    def close(self) -> None:
        """Drop what is staged, close every file, remember how far it came, clear keys, let go."""
        if not self._is_open:
            return
        self._is_open = False
        with ExitStack() as last:
            last.callback(self._opened.lock.release)
            last.callback(wipe, *self._opened.register_keys)
            last.callback(self._keychain.close)
            last.callback(self._register.close)
            last.callback(self._remember)
            last.callback(self._shelf.close)
            for staging in self._staged:  # what is called last is done first
                last.callback(staging.drop)

    def _remember(self) -> None:
        revision = self._register.revision()
        seen = Seen(vault=self.vault, generation=self._body.generation, revision=revision)
        self._opened.installation.remember(seen)

    def _first_readers(self) -> tuple[Reader, ...]:
        user = self._body.user(self._keychain.user)
        own = () if user is None else (Reader(user.user, user.wrap_public),)
        return (*own, Reader(RECOVERY, bytes.fromhex(self._body.recovery.public)))

    def _shown(self, row: StoredRow) -> RegisterRow | None:
        """A row of the user's own; one that does not open is listed without its summary."""
        summary: CaseSummary | None = None
        try:
            keys = self._keychain.keys(row.case, self._shelf.files(row.case))
            summary = self._summary(row, keys[0])
        except NoAccessError:
            return None
        except (DamagedFileError, NewerFormatError):
            pass
        return RegisterRow(
            case=row.case,
            number=row.number,
            head=row.tail.head,
            count=row.tail.count,
            summary=summary or CaseSummary(),
            is_stale=row.is_pending or summary is None,
        )

    def _summary(self, row: StoredRow, key: bytearray) -> CaseSummary | None:
        if row.sealed is None:
            return None
        try:
            return index_blob.unseal(row.sealed, key, self.vault, row.case)
        except index_blob.UnreadableBlobError:
            return None

    def _to_check(self, case: CaseId) -> checking.Subject:
        files = self._shelf.files(case)
        connect = partial(self._keychain.connect_anew, case, files)
        return checking.Subject(case, files, self._shelf.heard(case).head, connect)

    def _now(self) -> str:
        return stamp(self._clock.now())
