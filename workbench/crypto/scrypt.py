# SPDX-License-Identifier: EUPL-1.2
"""scrypt (RFC 7914) with the block size and lanes that age fixes."""

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

KEY_BYTES = 32
_BLOCK_SIZE = 8
_LANES = 1


def stretch(passphrase: bytes, salt: bytes, log_n: int) -> bytes:
    """32 bytes. One guess takes 2**log_n KiB of memory: callers bound `log_n` first.

    Raises:
        MemoryError: the machine cannot give that much.
    """
    scrypt = Scrypt(salt=salt, length=KEY_BYTES, n=2**log_n, r=_BLOCK_SIZE, p=_LANES)
    return scrypt.derive(passphrase)
