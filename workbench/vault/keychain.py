# SPDX-License-Identifier: EUPL-1.2
"""The keys of one unlocked user: unwrapped when first needed, cleared when the vault closes."""

from contextlib import suppress

from workbench.crypto.clearing import take
from workbench.crypto.ed25519 import SigningKey, pae
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint, wipe
from workbench.domain.ids import CaseId, Ids, UserId, VaultId
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.ports import Member
from workbench.vault import casefile, keyrings
from workbench.vault.cipher import Connection
from workbench.vault.errors import DamagedFileError, NewerFormatError
from workbench.vault.keyrings import Granter, KeysBody, Opener, Place, Reader
from workbench.vault.layout import FilePair


class EntrySigner:
    """The user's signing key, for journal entries. Satisfies `services.ports.Signer`."""

    def __init__(self, user: UserId, signing: bytearray) -> None:
        self.user = user
        self._key = SigningKey(signing)

    def sign_entry(self, header_bytes: bytes) -> bytes:
        return self._key.sign(pae(Signed.ENTRY, header_bytes))

    def sign_warrant(self, statement: bytes) -> str:
        """Satisfies `services.ports.Signer.sign_warrant`."""
        return self._key.sign(pae(Signed.WARRANT, statement)).hex()

    def forget(self) -> None:
        self._key.forget()


class Keychain:
    """What this user can open."""

    def __init__(
        self, vault: VaultId, user: UserId, secrets: UserSecrets, members: tuple[Member, ...]
    ) -> None:
        self.vault, self.user, self.members = vault, user, members
        self._secrets = secrets
        self._keys: dict[CaseId, tuple[bytearray, ...]] = {}
        self._reads_as: tuple[str, str] = (user, "")
        self.pulse: Pulse = no_pulse
        self.signer = EntrySigner(user, secrets.signing)

    def read_as_recovery(self, public: bytes) -> None:
        """From now on, use the grants to the recovery key `public` instead of a user's."""
        self._reads_as = (keyrings.RECOVERY, fingerprint(public))

    @property
    def founder(self) -> bytes:
        """The fingerprint of who founded the vault: the anchor that every new secret carries."""
        return self._secrets.founder

    @property
    def secrets(self) -> UserSecrets:
        """All that the user's slot holds. Borrowed: never kept, never cleared by the caller."""
        return self._secrets

    @property
    def wrapping(self) -> bytearray:
        """The user's wrapping seed. Borrowed likewise."""
        return self._secrets.wrapping

    @property
    def signing(self) -> bytearray:
        """The user's signing seed, for grants and slots. Borrowed likewise."""
        return self._secrets.signing

    def keys(self, case: CaseId, files: FilePair) -> tuple[bytearray, ...]:
        """The akt's keys. Borrowed.

        The latest generation first; once its file was opened, the one that it is under.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        known = self._keys.get(case)
        if known is None:
            known = self._keys[case] = self._open(self.ring(case, files), files)
        return known

    def found(self, case: CaseId, ids: Ids, files: FilePair, readers: tuple[Reader, ...],
              at: str) -> None:  # fmt: skip
        """Make an akt's two files under a new key, granted to `readers`."""
        key, link = (take(ids.random_bytes(SEED_BYTES)) for _ in range(2))
        granter = Granter(self.user, self.signing, at)
        place = Place(self.vault, case)
        grants = tuple(keyrings.grant(place, key, reader, granter) for reader in readers)
        try:
            keyrings.write_new(files.keys, KeysBody(vault=self.vault, case=case, grants=grants))
            casefile.create_case_file(files.database, key, self.vault, case, link)
        except BaseException:
            wipe(key)
            raise
        finally:
            wipe(link)
        self._keys[case] = (key,)

    def adopt(self, case: CaseId, *keys: bytearray) -> None:
        """The akt's keys from now on, the latest generation first. They are the keychain's."""
        known = self._keys.get(case, ())
        wipe(*(key for key in known if not any(key is kept for kept in keys)))
        self._keys[case] = keys

    def forget(self, case: CaseId) -> None:
        """The akt's keys are wanted no more."""
        wipe(*self._keys.pop(case, ()))

    def readers(self, case: CaseId, files: FilePair) -> tuple[UserId, ...]:
        """Which users a keys file names; a file that cannot be read is everybody's to see.

        Damage must not make an akt vanish from the lists: then all who might own it see it.
        """
        try:
            body = self.ring(case, files)
        except (DamagedFileError, NewerFormatError):
            return tuple(member.user for member in self.members)
        return tuple(UserId(g.to) for g in body.grants if g.to != keyrings.RECOVERY)

    def connect(self, case: CaseId, files: FilePair) -> Connection:
        """Open the akt's file with the key that fits.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        keys = self.keys(case, files)
        connection, fitting = self._connect(case, files, keys)
        # What is sealed is sealed under the key that the file proves: one that nothing is under
        # may be anybody's, put into the keys file by who has no grant.
        others = tuple(key for key in keys if key is not fitting)
        self._keys[case] = (fitting, *others)
        return connection

    def connect_anew(self, case: CaseId, files: FilePair) -> Connection:
        """As `connect`, but believing nothing from memory and checking every grant.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        body = self.ring(case, files)
        keyrings.require_whole(body, self.members, name=files.keys_name)
        keys = self._open(body, files)
        try:
            return self._connect(case, files, keys)[0]
        finally:
            wipe(*keys)

    def close(self) -> None:
        """Clear every key."""
        for keys in self._keys.values():
            wipe(*keys)
        self._keys.clear()
        self._secrets.wipe()
        self.signer.forget()

    def ring(self, case: CaseId, files: FilePair) -> KeysBody:
        """The akt's keys file: who has its key.

        Raises:
            DamagedFileError, NewerFormatError.
        """
        body = keyrings.read(files.keys, name=files.keys_name)
        if (body.vault, body.case) != (self.vault, case):
            raise DamagedFileError(file=files.keys_name)
        return body

    @property
    def reads_for_all(self) -> bool:
        """Whether it is recovery that reads."""
        return self._reads_as[0] == keyrings.RECOVERY

    @property
    def opener(self) -> Opener:
        """As whom keys files are opened: a user, or recovery."""
        to, recipient = self._reads_as
        return Opener(to, self.wrapping, self.members, recipient)

    def _open(self, body: KeysBody, files: FilePair) -> tuple[bytearray, ...]:
        return keyrings.open_keys(body, self.opener, name=files.keys_name)

    def _connect(
        self, case: CaseId, files: FilePair, keys: tuple[bytearray, ...]
    ) -> tuple[Connection, bytearray]:
        """The open file, and which of the keys it is under."""
        for key in keys[:-1]:  # while a key is rotated, the file may still be under the earlier
            with suppress(DamagedFileError):
                return self._open_with(case, files, key), key
        return self._open_with(case, files, keys[-1]), keys[-1]

    def _open_with(self, case: CaseId, files: FilePair, key: bytearray) -> Connection:
        return casefile.connect(
            files.database, key, self.vault, case, name=files.name, pulse=self.pulse
        )
