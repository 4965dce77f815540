# SPDX-License-Identifier: EUPL-1.2
"""The hybrid key of a user, a recovery code or a mailbox: ML-KEM-768 with X25519.

We keep seeds and raw public keys, never library objects. A seed of 32 bytes gives the same
key pair as age's `AGE-SECRET-KEY-PQ-1` payload (public specification age.md, C2SP).
"""

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from workbench.crypto.clearing import take, wipe

SEED_BYTES = 32
PUBLIC_BYTES = 1216
ENCAPSULATED_BYTES = 1120
_MLKEM_PUBLIC_BYTES = 1184


class CannotUnwrapError(Exception):
    """This key does not open this wrap, or the wrap was changed. Callers give it their code."""


def public_key(seed: bytes | bytearray) -> bytes:
    """1 216 bytes: ML-KEM-768 encapsulation key, then X25519 public key."""
    return _parts(seed)[1]


def is_public_key(raw: bytes) -> bool:
    """Whether the library takes these bytes as a public key (length, ML-KEM's own checks)."""
    try:
        _public(raw)
    except ValueError:
        return False
    return True


def seal(public: bytes, info: bytes, plaintext: bytes | bytearray) -> tuple[bytes, bytes]:
    """HPKE base mode to `public`: (enc of 1 120 bytes, ciphertext of len + 16).

    Raises:
        ValueError: `public` is not a key (check `is_public_key` first for outside input).
    """
    sealed = _suite().encrypt(plaintext, _public(public), info=info)
    return sealed[:ENCAPSULATED_BYTES], sealed[ENCAPSULATED_BYTES:]


def open_sealed(seed: bytes | bytearray, info: bytes, enc: bytes, ciphertext: bytes) -> bytearray:
    """The plaintext that `seal` hid, in a buffer that the caller clears.

    Raises:
        CannotUnwrapError: another key, other info, or changed bytes.
    """
    try:
        return take(_suite().decrypt(enc + ciphertext, _parts(seed)[0], info=info))
    except (InvalidTag, ValueError):
        raise CannotUnwrapError from None


def _suite() -> Suite:
    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def _parts(seed: bytes | bytearray) -> tuple[MLKEM768X25519PrivateKey, bytes]:
    if len(seed) != SEED_BYTES:
        raise ValueError("a hybrid seed is 32 bytes")
    expanded = take(hashlib.shake_256(seed).digest(96))
    with memoryview(expanded) as halves:  # slices of a buffer would be copies
        mlkem = MLKEM768PrivateKey.from_seed_bytes(halves[:64])
        x25519 = X25519PrivateKey.from_private_bytes(halves[64:])
    wipe(expanded)
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return MLKEM768X25519PrivateKey(mlkem, x25519), public


def _public(raw: bytes) -> MLKEM768X25519PublicKey:
    if len(raw) != PUBLIC_BYTES:
        raise ValueError("a hybrid public key is 1216 bytes")
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC_BYTES]),
        X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC_BYTES:]),
    )
