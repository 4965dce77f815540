# SPDX-License-Identifier: EUPL-1.2
"""The sealed part of a register row: names, numbers, dates and flags of one akt."""

import msgspec

from workbench.crypto import aead, kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import CaseId, Ids, VaultId
from workbench.services.ports import CaseSummary


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    fmt: str
    names: tuple[str, ...]
    personal_numbers: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]


FORMAT = "varn.index/1"
_FIELDS = msgspec.json.Decoder(_Fields)


class UnreadableBlobError(Exception):
    """Another key or changed bytes; the summary is then derived again from the journal."""


def seal(
    summary: CaseSummary, key: bytes | bytearray, vault: VaultId, case: CaseId, ids: Ids
) -> bytes:
    """Seal a summary under the akt's key."""
    plain = canonical_bytes(
        {
            "fmt": FORMAT,
            "names": summary.names,
            "personal_numbers": summary.personal_numbers,
            "dates": summary.dates,
            "flags": summary.flags,
        }
    )
    index_key = key_of(key)
    nonce = ids.random_bytes(aead.NONCE_BYTES)
    sealed = aead.seal(index_key, plain, _bound_to(vault, case), nonce=nonce)
    wipe(index_key)
    return sealed


def key_of(key: bytes | bytearray) -> bytearray:
    """The key to an akt's summary alone, from the akt's key. The caller clears it."""
    return kdf.derive_buffer(key, Label.INDEX)


def unseal(blob: bytes, key: bytes | bytearray, vault: VaultId, case: CaseId) -> CaseSummary:
    """Undo `seal`.

    Raises:
        UnreadableBlobError: it is not what was sealed.
    """
    index_key = key_of(key)
    try:
        return unseal_by(index_key, blob, vault, case)
    finally:
        wipe(index_key)


def unseal_by(index_key: bytearray, blob: bytes, vault: VaultId, case: CaseId) -> CaseSummary:
    """The same, with what `key_of` gave.

    Raises:
        UnreadableBlobError: it is not what was sealed.
    """
    try:
        fields = _FIELDS.decode(aead.open_sealed(index_key, blob, _bound_to(vault, case)))
    except (aead.NotAuthenticError, msgspec.DecodeError):
        raise UnreadableBlobError from None
    return CaseSummary(fields.names, fields.personal_numbers, fields.dates, fields.flags)


def _bound_to(vault: VaultId, case: CaseId) -> bytes:
    """Canonical JSON, written out: it is made ten thousand times at an unlock."""
    return f'{{"case":"{case}","fmt":"{FORMAT}","vault":"{vault}"}}'.encode()
