# SPDX-License-Identifier: EUPL-1.2
"""Ed25519 with one meaning: what we accept, every strict reader accepts.

OpenSSL alone accepts small-order keys (under which R || S = 0 signs any message) and
non-canonical encodings. We refuse both for the key and for R.
Source: RFC 8032; the list of small-order encodings follows from the curve equation.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED_BYTES = 32
PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64

_P = 2**255 - 19
_SIGN_BIT = 2**255
_Y = 2707385501144840649318225287225658788936804267575313519463743609750303402022
_SMALL_ORDER = frozenset({0, 1, _P - 1, _Y, _P - _Y})


def public_key(seed: bytes | bytearray) -> bytes:
    """The 32-byte public key of a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes | bytearray, message: bytes) -> bytes:
    """64 bytes, R || S."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


class SigningKey:
    """A seed made ready to sign many messages: half the time a signature, for an open vault."""

    def __init__(self, seed: bytes | bytearray) -> None:
        self._key: Ed25519PrivateKey | None = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes, R || S.

        Raises:
            ValueError: after `forget`.
        """
        if self._key is None:
            raise ValueError("the key was forgotten")
        return self._key.sign(message)

    def forget(self) -> None:
        """Let the library free (and clear) its copy of the key."""
        self._key = None


def is_strict_point(encoded: bytes) -> bool:
    """Whether 32 bytes are a canonical encoding of a point that is not of small order."""
    if len(encoded) != PUBLIC_BYTES:
        return False
    y = int.from_bytes(encoded, "little") % _SIGN_BIT
    return y < _P and y not in _SMALL_ORDER


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is `public`'s over `message`, under the strict rules above."""
    if len(signature) != SIGNATURE_BYTES or not is_strict_point(public):
        return False
    if not is_strict_point(signature[:32]):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def pae(payload_type: str, payload: bytes) -> bytes:
    """DSSE version 1 pre-authentication encoding: the bytes that are signed."""
    kind = payload_type.encode("ascii")
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)
