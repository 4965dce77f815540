# SPDX-License-Identifier: EUPL-1.2
"""STREAM: one long message as chunks that cannot be dropped, swapped, cut or added to.

The nonce is a chunk counter (11 bytes, big-endian) and a last byte that says whether the chunk
is the final one. One cipher object and the caller's buffers serve the whole message, since a
copy of each chunk would cost as much as the cipher does.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from workbench.crypto.aead import NotAuthenticError

CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES

Bytes = bytes | bytearray | memoryview
_COUNTER_BYTES = 11


class ChunkSealer:
    """Seals the chunks of one message, in order. The key must be fresh: nonces start at zero."""

    def __init__(self, key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(key)
        self._count = 0

    def seal_into(self, chunk: Bytes, out: Bytes, *, is_final: bool) -> int:
        """Write ciphertext and tag into `out`, which is exactly 16 bytes longer than `chunk`."""
        nonce = _nonce(self._count, is_final=is_final)
        self._count += 1
        return self._cipher.encrypt_into(nonce, chunk, None, out)


class ChunkOpener:
    """Opens the chunks of one message, in order."""

    def __init__(self, key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(key)
        self._count = 0

    def open_into(self, sealed: Bytes, out: Bytes, *, is_final: bool) -> int:
        """Write the chunk into `out`, which is exactly 16 bytes shorter than `sealed`.

        Raises:
            NotAuthenticError: changed, moved, or final where it should not be (or the reverse).
                Nothing in `out` may then be used; the same place may be tried again.
        """
        nonce = _nonce(self._count, is_final=is_final)
        try:
            size = self._cipher.decrypt_into(nonce, sealed, None, out)
        except InvalidTag:
            raise NotAuthenticError from None
        self._count += 1
        return size


def _nonce(count: int, *, is_final: bool) -> bytes:
    return count.to_bytes(_COUNTER_BYTES, "big") + (b"\x01" if is_final else b"\x00")
