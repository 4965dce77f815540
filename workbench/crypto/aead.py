# SPDX-License-Identifier: EUPL-1.2
"""ChaCha20-Poly1305, with the two nonce habits that we allow ourselves.

`seal_once` uses a zero nonce and is for keys that encrypt exactly one message in their life.
`seal` draws a random nonce and is for keys that seal a few small blobs.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
_ZERO_NONCE = bytes(NONCE_BYTES)


class NotAuthenticError(Exception):
    """Another key, other associated data, or changed bytes. Callers give it their code."""


def seal_once(key: bytes | bytearray, plaintext: bytes | bytearray, aad: bytes) -> bytes:
    """Ciphertext and tag under the zero nonce: `key` must never seal anything else."""
    return ChaCha20Poly1305(key).encrypt(_ZERO_NONCE, plaintext, aad)


def open_once(key: bytes | bytearray, sealed: bytes, aad: bytes) -> bytes:
    """Undo `seal_once`.

    Raises:
        NotAuthenticError: it is not what was sealed.
    """
    return _decrypt(key, _ZERO_NONCE, sealed, aad)


def open_once_buffer(key: bytes | bytearray, sealed: bytes, aad: bytes) -> bytearray:
    """The same for secrets: a buffer that the caller clears.

    Raises:
        NotAuthenticError: it is not what was sealed.
    """
    out = bytearray(max(0, len(sealed) - TAG_BYTES))
    try:
        ChaCha20Poly1305(key).decrypt_into(_ZERO_NONCE, sealed, aad, out)
    except (InvalidTag, ValueError):
        raise NotAuthenticError from None
    return out


def seal(
    key: bytes | bytearray, plaintext: bytes | bytearray, aad: bytes, *, nonce: bytes
) -> bytes:
    """Nonce, ciphertext, tag. `nonce` is 12 fresh random bytes from the caller's `Ids`."""
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plaintext, aad)


def open_sealed(key: bytes | bytearray, sealed: bytes, aad: bytes) -> bytes:
    """Undo `seal`.

    Raises:
        NotAuthenticError: it is not what was sealed.
    """
    return _decrypt(key, sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], aad)


def _decrypt(key: bytes | bytearray, nonce: bytes, sealed: bytes, aad: bytes) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, aad)
    except (InvalidTag, ValueError):
        raise NotAuthenticError from None
