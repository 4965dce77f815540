# SPDX-License-Identifier: EUPL-1.2
"""An akt under a new key, for the readers that it is to have from now on.

In this order, each step durable: the file copied aside under key n+1 and looked at afresh; the
keys file with n and n+1; the copy put in place; the register's word; the keys file with n+1 alone.
Cut off anywhere, whoever could open the akt before can open it, and the next of them who opens it
goes on. Who is left out has the earlier key, and what they copied while they had it.
"""

from contextlib import suppress
from dataclasses import dataclass

import msgspec

from workbench.crypto.clearing import take
from workbench.crypto.seeds import SEED_BYTES, name_of, wipe
from workbench.domain.ids import CaseId, UserId
from workbench.services.jobs import Pulse
from workbench.vault import casefile, cipher, exporting, index_blob, keyrings, schemas
from workbench.vault.errors import DamagedFileError, DiskError, DiskFullError
from workbench.vault.exporting import Export
from workbench.vault.inside import Inside
from workbench.vault.keyrings import RECOVERY, Grant, Granter, KeysBody, Place, Reader
from workbench.vault.layout import FilePair


@dataclass(frozen=True, slots=True)
class _Akt:
    """One akt whose key changes. `keys`: this user's, the latest generation first."""

    case: CaseId
    files: FilePair
    ring: KeysBody
    keys: tuple[bytearray, ...]


class Rekeying:
    """Changes keys of akter that this user can open."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

    def see_to(self, case: CaseId) -> None:
        """At every opening: a change that is due, or was cut off, is done before the akt is used.

        Where the disk refuses, the akt opens under the key it has, and the change stays due.
        """
        if self._is_due(case):
            with suppress(DiskFullError, DiskError):
                self.rekey(case, self._inside.pulse)

    def rekey(self, case: CaseId, pulse: Pulse) -> None:
        """A new key for this akt.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError, DiskFullError, DiskError.
        """
        with self._inside.shelf.set_aside(case):
            akt = self._akt(case)
            exporting.sweep(akt.files.database)
            akt = self._settled(akt)
            if not self._is_as_it_should(akt.ring):
                self._change(akt, pulse)
            self._tell_register(akt.case)

    def _is_due(self, case: CaseId) -> bool:
        inside, files = self._inside, self._inside.shelf.files(case)
        if inside.keychain.user not in self._seated():
            return False  # recovery opened the vault: it changes no keys
        if case == inside.shelf.house:
            ring = inside.keychain.ring(case, files)
            return len(keyrings.generations(ring)) > 1 or not self._is_as_it_should(ring)
        is_begun = len(inside.keychain.keys(case, files)) > 1
        is_due = is_begun or inside.register.rekeys.is_due(case) or self._has_gone(case, files)
        return is_due and inside.keychain.user in self._meant(case)

    def _has_gone(self, case: CaseId, files: FilePair) -> bool:
        """Whether somebody without a place has a grant: rows can be changed by who has a place."""
        ring = self._inside.keychain.ring(case, files)
        users = {UserId(granted.to) for granted in ring.grants if granted.to != RECOVERY}
        return not users <= self._seated()

    def _akt(self, case: CaseId) -> _Akt:
        keychain, files = self._inside.keychain, self._inside.shelf.files(case)
        return _Akt(case, files, keychain.ring(case, files), keychain.keys(case, files))

    def _settled(self, akt: _Akt) -> _Akt:
        """The akt with grants of one generation: that of the key which its file is under."""
        if len(keyrings.generations(akt.ring)) == 1:
            return akt
        key = next((key for key in akt.keys if self._opens(akt, key)), None)
        if key is None:
            raise DamagedFileError(file=akt.files.name)
        for other in akt.keys:
            if other is not key:
                self._reseal(akt.case, other, key)
        named = name_of(key)
        generation = next(g.generation for g in akt.ring.grants if g.key == named)
        return self._with_ring(akt, keyrings.only(akt.ring, generation), key)

    def _change(self, akt: _Akt, pulse: Pulse) -> None:
        inside, old = self._inside, akt.keys[0]
        new = take(inside.ids.random_bytes(SEED_BYTES))
        export = Export(akt.files.database, new, akt.files.name, schemas.NEWEST["case"])
        try:
            self._export(akt, export, pulse)
            granted = self._granted(akt, new)
            both = msgspec.structs.replace(akt.ring, grants=(*akt.ring.grants, *granted))
            keyrings.replace(akt.files.keys, both)
        except BaseException:
            exporting.sweep(akt.files.database)
            wipe(new)
            raise
        inside.keychain.adopt(akt.case, new, old)
        exporting.put_in_place(export)
        casefile.let_go_of_before(akt.files.database, new, name=akt.files.name)
        self._reseal(akt.case, old, new)
        self._with_ring(akt, keyrings.only(both, granted[0].generation), new)

    def _export(self, akt: _Akt, export: Export, pulse: Pulse) -> None:
        source = self._inside.keychain.connect(akt.case, akt.files)
        try:
            exporting.make(export, source, pulse)
        finally:
            cipher.close_file(source, name=akt.files.name)

    def _granted(self, akt: _Akt, key: bytearray) -> tuple[Grant, ...]:
        """The new key for who is to have it, this user first, who is its maker."""
        inside = self._inside
        me = inside.keychain.user
        meant = self._meant(akt.case) & keyrings.users_of(akt.ring, inside.keychain.members)
        users = sorted(meant | {me}, key=lambda user: (user != me, user))
        readers = [Reader(user, self._public(user)) for user in users]
        readers.append(Reader(RECOVERY, bytes.fromhex(inside.body.recovery.public)))
        generation = keyrings.generations(akt.ring)[0] + 1
        place = Place(inside.vault, akt.case, generation)
        granter = Granter(me, inside.keychain.signing, inside.now())
        return tuple(keyrings.grant(place, key, reader, granter) for reader in readers)

    def _meant(self, case: CaseId) -> frozenset[UserId]:
        """Who may have a key to this akt: users with a place and, but for the house's, a row."""
        inside, grants = self._inside, self._inside.register.grants
        if case == inside.shelf.house or not grants.are_known():
            return self._seated()
        return self._seated() & frozenset(grants.users(case))

    def _seated(self) -> frozenset[UserId]:
        return frozenset(UserId(slot.user) for slot in self._inside.body.slots)

    def _is_as_it_should(self, ring: KeysBody) -> bool:
        """Whether nobody has a grant who is not meant to: then the change is done already."""
        users = {granted.to for granted in ring.grants if granted.to != RECOVERY}
        return users <= self._meant(CaseId(ring.case))

    def _public(self, user: UserId) -> bytes:
        known = self._inside.body.user(user)
        if known is None:
            raise AssertionError("whoever has a place is in the list")
        return known.wrap_public

    def _opens(self, akt: _Akt, key: bytearray) -> bool:
        path, name = akt.files.database, akt.files.name
        try:
            connection = casefile.connect(path, key, self._inside.vault, akt.case, name=name)
        except DamagedFileError:
            return False
        cipher.close_file(connection, name=name)
        return True

    def _with_ring(self, akt: _Akt, ring: KeysBody, key: bytearray) -> _Akt:
        """The grants of one generation are the file from now on, and its key the only one."""
        keyrings.replace(akt.files.keys, ring)
        self._inside.keychain.adopt(akt.case, key)
        return _Akt(akt.case, akt.files, ring, (key,))

    def _reseal(self, case: CaseId, old: bytearray, new: bytearray) -> None:
        """The summary in the register, sealed under the new key before the old one is dropped."""
        inside = self._inside
        row = inside.register.row(case)
        if row is None or row.sealed is None:
            return
        with suppress(index_blob.UnreadableBlobError):  # it is not under that one
            summary = index_blob.unseal(row.sealed, old, inside.vault, case)
            sealed = index_blob.seal(summary, new, inside.vault, case, inside.ids)
            inside.register.rekeys.reseal(case, sealed)

    def _tell_register(self, case: CaseId) -> None:
        inside = self._inside
        if case == inside.shelf.house:
            return
        ring = inside.keychain.ring(case, inside.shelf.files(case))
        users = keyrings.users_of(ring, inside.keychain.members)
        inside.register.rekeys.done(case, users)
