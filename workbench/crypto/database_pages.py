# SPDX-License-Identifier: EUPL-1.2
"""One page of a SQLCipher 4 database, opened by itself: for files of which a part is damaged.

SQLCipher gives up a connection at the first page that is not authentic. Each page carries its
own proof, so the others can still be read. Layout and derivation are SQLCipher 4's own with a raw
key (public design document of SQLCipher): AES-256-CBC, then HMAC-SHA-512 over ciphertext, IV and
page number.
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from workbench.crypto.clearing import take, wipe

PAGE_BYTES = 4096
IV_BYTES, TAG_BYTES, SALT_BYTES = 16, 64, 16
USABLE_BYTES = PAGE_BYTES - IV_BYTES - TAG_BYTES
_KEY_BYTES = 32
_MASK = 0x3A
_ROUNDS = 2
_MAGIC = b"SQLite format 3\0"


class PageProof:
    """Tells whether the pages of one file are what was written. It opens none."""

    def __init__(self, raw_key: bytearray) -> None:
        """`raw_key` is 48 bytes, key and salt, and is kept."""
        key, salt = raw_key[:_KEY_BYTES], bytes(byte ^ _MASK for byte in raw_key[_KEY_BYTES:])
        self._proof = take(hashlib.pbkdf2_hmac("sha512", key, salt, _ROUNDS, _KEY_BYTES))
        wipe(key)

    def holds(self, number: int, page: bytes) -> bool:
        """Whether this is page `number` (from 1), as it was written."""
        if len(page) != PAGE_BYTES:
            return False
        begun = SALT_BYTES if number == 1 else 0
        said = page[begun : USABLE_BYTES + IV_BYTES] + number.to_bytes(4, "little")
        found = hmac.digest(self._proof, said, "sha512")
        return hmac.compare_digest(found, page[USABLE_BYTES + IV_BYTES :])

    def close(self) -> None:
        """Clear the key."""
        wipe(self._proof)


class PageKey:
    """Opens the pages of one file."""

    def __init__(self, raw_key: bytearray) -> None:
        """`raw_key` is 48 bytes, key and salt, and is cleared."""
        self._key, self._proof = raw_key[:_KEY_BYTES], PageProof(raw_key)
        wipe(raw_key)

    def open(self, number: int, page: bytes) -> bytes | None:
        """The 4 016 bytes of page `number` (from 1), or None when they are not what was written.

        The first 16 bytes of page 1 are the file's salt; they are given as SQLite has them.
        """
        if not self._proof.holds(number, page):
            return None
        begun = SALT_BYTES if number == 1 else 0
        iv = page[USABLE_BYTES : USABLE_BYTES + IV_BYTES]
        opening = Cipher(AES256(self._key), CBC(iv)).decryptor()
        plain = opening.update(page[begun:USABLE_BYTES]) + opening.finalize()
        return _MAGIC + plain if number == 1 else plain

    def close(self) -> None:
        """Clear the key."""
        wipe(self._key)
        self._proof.close()
