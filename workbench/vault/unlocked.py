# SPDX-License-Identifier: EUPL-1.2
"""An unlocked vault, seen by one user. Satisfies `services.ports.Vault`.

Made by `workbench.vault.opening`. One thread owns it.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from workbench.crypto.seeds import wipe
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, DeviceId, UserId, VaultId
from workbench.domain.journal import Entry
from workbench.services.jobs import no_pulse
from workbench.services.ports import (
    CaseReport,
    CaseSummary,
    ExchangeKeys,
    Member,
    RegisterRow,
    StoredCard,
)
from workbench.vault import (
    checking,
    coming_in,
    incoming,
    index_blob,
    known_lists,
    mailboxes,
    recovering,
    slots,
    swapping,
    witnessing,
)
from workbench.vault.access import Access
from workbench.vault.casefile import OpenCase
from workbench.vault.coming_in import ComingIn
from workbench.vault.copies import Copies
from workbench.vault.erasing import Erasing
from workbench.vault.errors import (
    NoAccessError,
    RecoveryNotProvenError,
)
from workbench.vault.inside import Inside
from workbench.vault.installation import Seen
from workbench.vault.keychain import EntrySigner
from workbench.vault.keyrings import RECOVERY, Reader
from workbench.vault.own_cases import OwnCases
from workbench.vault.recovery import RecoveryCodes
from workbench.vault.second import Second


class UnlockedVault:
    """One user's view of an open vault."""

    def __init__(self, inside: Inside) -> None:
        with suppress(WorkbenchError):  # an akt of which it is cut off tells it itself
            swapping.settle(inside.layout.cases)
        self._inside = inside
        self._keychain, self._register = inside.keychain, inside.register
        self._shelf = inside.shelf
        self.access = Access(inside)
        self.own = self._own_cases()
        self.second = Second(inside)
        self.copies = Copies(inside, self._entries_of_before)
        self.recovery = RecoveryCodes(inside)
        self.erasing = Erasing(inside, self.house)
        self._house: OpenCase | None = None
        self._staged: list[incoming.StagingFile] = []
        self._lent: list[bytearray] = []
        self._is_open = True

    @property
    def vault(self) -> VaultId:
        return VaultId(self._inside.body.vault)

    @property
    def device(self) -> DeviceId:
        return self._inside.device

    @property
    def signer(self) -> EntrySigner:
        return self._keychain.signer

    @property
    def is_recovery_proven(self) -> bool:
        """Whether the recovery code was typed back; no akt is begun before."""
        return self._inside.body.recovery.proven != ""

    @property
    def came_in(self) -> ComingIn:
        """How the vault was come into, for the log."""
        return self._inside.coming_in.over(*self._shelf.taken_older)

    def has_told_how(self) -> None:
        """The log has it."""
        coming_in.told(self._inside.installation, self.vault, self._inside.coming_in)

    def members(self) -> tuple[Member, ...]:
        return self._keychain.members

    def prove_recovery(self, typed_code: str) -> None:
        """Take the typed-back recovery code, and note in the signed slots that it was right.

        Raises:
            RecoveryTypoError, WrongRecoveryError; NoAccessError for who is no administrator.
        """
        recovering.prove(self._inside, typed_code)

    def cases(self) -> tuple[RegisterRow, ...]:
        return self.own.rows()

    def new_case(self, number: str) -> OpenCase:
        """Begin an akt.

        Raises:
            RecoveryNotProvenError: the recovery code was not typed back yet.
        """
        if not self.is_recovery_proven:
            raise RecoveryNotProvenError
        case = CaseId(self._inside.ids.new_uuid())
        files, readers = self._shelf.files(case), self._first_readers()
        self._keychain.found(case, self._inside.ids, files, readers, self._inside.now())
        self._register.add(case, number, self._keychain.user)
        self.own.wrote(case)
        return self._shelf.open(case)

    def open_case(self, case: CaseId, *, read_only: bool = False) -> OpenCase:
        """A handle on an akt; `read_only` also for an older copy, which is refused otherwise."""
        if case == self._inside.body.house:
            raise NoAccessError
        akt = self._shelf.open(case, read_only=read_only)
        if not akt.is_older_copy:
            self.recovery.keep_over(case)
        self.own.met(case, self._keychain.keys(case, self._shelf.files(case))[0])
        return akt

    def house(self) -> OpenCase:
        if self._house is None:
            self._house = self._shelf.open(CaseId(self._inside.body.house))
            self.recovery.keep_over(self._house.case)
        return self._house

    def announce(self, case: CaseId) -> None:
        self._register.announce(case)
        self.own.wrote(case)

    def mirror(self, case: CaseId, summary: CaseSummary) -> None:
        tail = self._shelf.tail(case)  # never from an older copy, also one that lies open
        key = self._keychain.keys(case, self._shelf.files(case))[0]
        sealed = index_blob.seal(summary, key, self.vault, case, self._inside.ids)
        self._register.mirror(case, tail, sealed)
        self.own.wrote(case)

    def case_link_key(self, case: CaseId) -> bytearray:
        return self._lend(self._shelf.link_key(case))

    def exchange_keys(self) -> ExchangeKeys:
        body = mailboxes.read(self._inside.layout.folder, self.members(), self.vault)
        keys = mailboxes.open_keys(body, self._keychain.user, self._keychain.wrapping)
        for seed in keys.seeds:
            self._lend(seed)
        return keys

    def cards(self) -> tuple[StoredCard, ...]:
        return self._register.cards.all()

    def put_card(self, card: StoredCard) -> None:
        self._register.cards.put(card)

    def keep_incoming(self, untrusted_file: BinaryIO, name: str) -> Path:
        folder, inside = self._inside.layout.incoming, self._inside
        return incoming.keep(folder, untrusted_file, name, inside.ids, inside.pulse)

    def new_staging(self) -> incoming.StagingFile:
        """A file for what is decrypted; gone when it is dropped, or when the vault closes."""
        self._staged = [staging for staging in self._staged if not staging.is_dropped]
        inside = self._inside
        staging = incoming.StagingFile(inside.layout.incoming, inside.ids, inside.pulse)
        self._staged.append(staging)
        return staging

    def check_signatures(self, entries: Sequence[Entry]) -> Entry | None:
        return witnessing.first_unsigned(entries, self.members(), self._inside.pulse)

    def verify(self) -> tuple[CaseReport, ...]:
        """Every akt that the register knows; other users' are only seen to be there."""
        listed = [row.case for row in self._register.rows()]
        cases = [CaseId(self._inside.body.house), *reversed(listed)]
        members, pulse = self.members(), self._inside.pulse
        found = (checking.check(self._to_check(case), members, pulse) for case in cases)
        return tuple(report for report in found if report is not None)

    def file_name(self, case: CaseId) -> str:
        """What errors call an akt's file."""
        return self._shelf.files(case).name

    def close(self) -> None:
        """Drop what is staged, close every file, remember how far it came, clear keys, let go."""
        if not self._is_open:
            return
        self._is_open = False
        self._inside.pulse = self._keychain.pulse = no_pulse  # closing is what a lock waits for
        with ExitStack() as last:
            last.callback(self._inside.lock.release)
            last.callback(wipe, *self._inside.register_keys, *self._lent)
            last.callback(self._keychain.close)
            last.callback(self._register.close)
            last.callback(self._remember)
            last.callback(self.own.close)
            last.callback(self._shelf.close)
            for staging in self._staged:  # what is called last is done first
                last.callback(staging.drop)

    def _lend(self, secret: bytearray) -> bytearray:
        """Give a secret out, to be cleared when the vault closes."""
        self._lent.append(secret)
        return secret

    def _remember(self) -> None:
        revision = self._register.revision()
        seen = Seen(vault=self.vault, generation=self._inside.body.generation, revision=revision)
        self._inside.installation.remember(seen)
        if slots.RECOVERY not in self._inside.me.roles:  # who only looks leaves no mark
            known_lists.keep(self._inside.list_known_by, self._inside.body)
        if self._shelf.seen is not None:
            self._shelf.seen.keep(frozenset((self._shelf.house, *self._register.own.numbers())))

    def _entries_of_before(self) -> tuple[Entry, ...]:
        """The organisation akt as it was when this stretch of work began."""
        return self.house().entries()[: self.erasing.known_at_unlock]

    def _first_readers(self) -> tuple[Reader, ...]:
        me = self._inside.me
        return (
            Reader(me.user, me.wrap_public),
            Reader(RECOVERY, bytes.fromhex(self._inside.body.recovery.public)),
        )

    def _own_cases(self) -> OwnCases:
        """The akter that this user has grants to, for as long as the vault is open."""
        grants, shelf = self._register.grants, self._shelf
        if not grants.are_known():  # a register of before it kept them
            grants.fill(self._grants_in_files())
        own = OwnCases(self._keychain, self._register, shelf, self._inside.ids)
        shelf.notes, shelf.wrote = own, own.wrote
        return own

    def _grants_in_files(self) -> Iterator[tuple[CaseId, UserId]]:
        for row in self._register.rows():
            self._inside.pulse()
            yield from (
                (row.case, user)
                for user in self._keychain.readers(row.case, self._shelf.files(row.case))
            )

    def _to_check(self, case: CaseId) -> checking.Subject:
        files = self._shelf.files(case)
        connect = partial(self._keychain.connect_anew, case, files)
        law = self._shelf.law(case)
        return checking.Subject(case, files, self._shelf.heard(case).head, connect, law)
