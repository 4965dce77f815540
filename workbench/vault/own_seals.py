# SPDX-License-Identifier: EUPL-1.2
"""What a user seals to themself in the register: keys to summaries, and what is not entered.

A sealed key opens one summary and nothing else: neither the akt nor its other keys follow from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from workbench.crypto import aead, kdf
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Label
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import CaseId, Ids, RecordId, UserId, VaultId
from workbench.services.own_ports import Unentered
from workbench.vault.keychain import Keychain

_NAME_BYTES = 32
_KEY_FORMAT, _NOTE_FORMAT = "varn.grant-cache/2", "varn.own-note/1"


class _Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    fmt: str
    rows: tuple[tuple[str, str, str], ...]


_NOTES = msgspec.json.Decoder(_Note)


@dataclass(frozen=True, slots=True)
class OwnSeals:
    """The two keys of one user, from their wrapping seed."""

    vault: VaultId
    user: UserId
    cache: bytearray
    notes: bytearray

    @classmethod
    def of(cls, vault: VaultId, user: UserId, wrapping: bytearray) -> "OwnSeals":
        cache = kdf.derive_buffer(wrapping, Label.GRANT_CACHE)
        return cls(vault, user, cache, kdf.derive_buffer(wrapping, Label.OWN_NOTE))

    def seal_key(self, case: CaseId, named: str, index_key: bytearray, ids: Ids) -> bytes:
        """The key to an akt's summary; `named` is the name of the akt's key that it is from."""
        name, nonce = bytes.fromhex(named), ids.random_bytes(aead.NONCE_BYTES)
        bound = self._key_bound_to(case, named)
        return name + aead.seal(self.cache, index_key, bound, nonce=nonce)

    def open_key(self, case: CaseId, cached: bytes) -> bytearray | None:
        """The key, for the caller to clear; None when these bytes are not what was sealed."""
        bound = self._key_bound_to(case, named_in(cached))
        try:
            return take(aead.open_sealed(self.cache, cached[_NAME_BYTES:], bound))
        except aead.NotAuthenticError:
            return None

    def seal_note(self, case: CaseId, rows: tuple[Unentered, ...], ids: Ids) -> bytes:
        fields = [[row.kind, row.record, row.since] for row in rows]
        plain = canonical_bytes({"fmt": _NOTE_FORMAT, "rows": fields})
        nonce = ids.random_bytes(aead.NONCE_BYTES)
        return aead.seal(self.notes, plain, self._note_bound_to(case), nonce=nonce)

    def open_note(self, case: CaseId, sealed: bytes) -> tuple[Unentered, ...]:
        """What was sealed; nothing when these bytes are not that."""
        try:
            plain = aead.open_sealed(self.notes, sealed, self._note_bound_to(case))
            rows = _NOTES.decode(plain).rows
        except (aead.NotAuthenticError, msgspec.DecodeError):
            return ()
        return tuple(Unentered(case, kind, RecordId(record), at) for kind, record, at in rows)

    def wipe(self) -> None:
        wipe(self.cache, self.notes)

    def _key_bound_to(self, case: CaseId, named: str) -> bytes:
        """Canonical JSON, written out: it is made ten thousand times at an unlock."""
        return (
            f'{{"case":"{case}","fmt":"{_KEY_FORMAT}","key":"{named}",'
            f'"user":"{self.user}","vault":"{self.vault}"}}'
        ).encode()

    def _note_bound_to(self, case: CaseId) -> bytes:
        bound = {"fmt": _NOTE_FORMAT, "vault": self.vault, "case": case, "user": self.user}
        return canonical_bytes(bound)


def sealed_any(keychain: Keychain, cached: Mapping[CaseId, bytes | None]) -> bool:
    """Whether the user sealed one of these keys to summaries."""
    seals = OwnSeals.of(keychain.vault, keychain.user, keychain.wrapping)
    try:
        for case, sealed in cached.items():
            key = seals.open_key(case, sealed) if sealed is not None else None
            if key is not None:
                wipe(key)
                return True
        return False
    finally:
        seals.wipe()


def named_in(cached: bytes) -> str:
    """The name of the akt's key that a sealed key is from."""
    return cached[:_NAME_BYTES].hex()
