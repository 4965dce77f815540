# SPDX-License-Identifier: EUPL-1.2
"""The secrets of a user in buffers that can be cleared, and how one key is wrapped to a reader."""

import hashlib
from dataclasses import dataclass

from workbench.crypto import hybrid, kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label, Wrap
from workbench.domain.canonical import canonical_bytes

__all__ = [
    "SEED_BYTES",
    "UserSecrets",
    "WrapScope",
    "Wrapped",
    "fingerprint",
    "name_of",
    "unwrap",
    "wipe",
    "wrap",
]

SEED_BYTES = 32


def fingerprint(public: bytes) -> str:
    """Hex SHA-256 of a raw public key."""
    return hashlib.sha256(public).hexdigest()


def name_of(key: bytes | bytearray) -> str:
    """64 hex characters that name a secret key in public without telling it."""
    return kdf.derive(key, Label.KEY_NAME).hex()


@dataclass(slots=True)
class UserSecrets:
    """What a passphrase unlocks: two independent seeds, and who founded the vault.

    `founder` is the fingerprint of the founder's signing key, 32 raw bytes: the anchor from
    which every other user of the vault is believed.
    """

    wrapping: bytearray
    signing: bytearray
    founder: bytes

    def to_buffer(self) -> bytearray:
        """The 96 bytes that a slot seals. The caller clears them."""
        buffer = bytearray(3 * SEED_BYTES)  # a sum would leave half of itself behind
        buffer[:SEED_BYTES], buffer[SEED_BYTES:-SEED_BYTES] = self.wrapping, self.signing
        buffer[-SEED_BYTES:] = self.founder
        return buffer

    @classmethod
    def from_buffer(cls, buffer: bytearray) -> "UserSecrets":
        """Read and clear what `to_buffer` gave.

        Raises:
            ValueError: not three times 32 bytes.
        """
        if len(buffer) != 3 * SEED_BYTES:
            raise ValueError(len(buffer))
        secrets = cls(buffer[:SEED_BYTES], buffer[SEED_BYTES:-SEED_BYTES], bytes(buffer[64:]))
        wipe(buffer)
        return secrets

    def wipe(self) -> None:
        wipe(self.wrapping, self.signing)


@dataclass(frozen=True, slots=True)
class WrapScope:
    """What a wrap is bound to, besides its reader. `case` is "" where there is none."""

    use: Wrap
    vault: str
    case: str
    generation: int

    def bound_to(self, public: bytes) -> bytes:
        """The HPKE info: a wrap moved anywhere else does not open."""
        return canonical_bytes(
            {
                "use": self.use,
                "vault": self.vault,
                "case": self.case,
                "generation": self.generation,
                "recipient": fingerprint(public),
            }
        )


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A key sealed to one reader: the encapsulation and the ciphertext."""

    enc: bytes
    sealed: bytes


def wrap(key: bytes | bytearray, public: bytes, scope: WrapScope) -> Wrapped:
    """Seal `key` to the hybrid public key of a reader."""
    return Wrapped(*hybrid.seal(public, scope.bound_to(public), key))


def unwrap(wrapped: Wrapped, seed: bytes | bytearray, scope: WrapScope) -> bytearray:
    """The key, in a buffer that the caller clears.

    Raises:
        hybrid.CannotUnwrapError: another reader, another scope, or changed bytes.
    """
    info = scope.bound_to(hybrid.public_key(seed))
    return hybrid.open_sealed(seed, info, wrapped.enc, wrapped.sealed)
