# SPDX-License-Identifier: EUPL-1.2
"""X25519 on raw bytes (RFC 7748), which never gives an all-zero secret."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

SEED_BYTES = 32
PUBLIC_BYTES = 32

_ANY_SEED = bytes(SEED_BYTES)


class LowOrderError(Exception):
    """The other side's share makes every secret the same. Callers give it their code."""


def public_key(seed: bytes) -> bytes:
    """The 32-byte share of a 32-byte seed."""
    return X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def agree(seed: bytes, share: bytes) -> bytes:
    """The 32 bytes that both sides compute.

    Raises:
        LowOrderError: `share` is one of the points for which the secret is zero.
    """
    theirs = X25519PublicKey.from_public_bytes(share)
    try:
        return X25519PrivateKey.from_private_bytes(seed).exchange(theirs)
    except ValueError:
        raise LowOrderError from None


def is_low_order(share: bytes) -> bool:
    """Whether `share` gives a zero secret: true for every seed or for none."""
    try:
        agree(_ANY_SEED, share)
    except LowOrderError:
        return True
    return False
