# SPDX-License-Identifier: EUPL-1.2
"""The recovery code: 160 random bits on paper, and the key that they stand for.

Written in 36 characters, nine groups of four, without I, L, O and U (which a reader takes for
1, 1, 0 and V). The last group is a checksum, so that a slip of the pen is told from a code of
another vault.
"""

import hashlib

from workbench.crypto import kdf
from workbench.crypto.labels import Label

CODE_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", " ": None, "-": None})
_BITS = 5
_CODE_CHARACTERS = 32
_CHECK_CHARACTERS = 4
_GROUP = 4
_CHECK_DOMAIN = b"varn.recovery-check/1\0"


class MistypedError(ValueError):
    """Not a code of ours: wrong length, a foreign character, or a checksum that does not fit."""


def write_code(code: bytes | bytearray) -> str:
    """The code as it is printed, groups parted by hyphens."""
    text = _letters(int.from_bytes(code, "big"), _CODE_CHARACTERS) + _check(code)
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def read_code(untrusted_text: str) -> bytearray:
    """The 20 bytes of a typed code; case, spaces and hyphens do not matter.

    Raises:
        MistypedError: it is none.
    """
    text = "".join(untrusted_text.split()).upper().translate(_READ_AS)
    if len(text) != _CODE_CHARACTERS + _CHECK_CHARACTERS or not set(text) <= set(_ALPHABET):
        raise MistypedError
    number = 0
    for letter in text[:_CODE_CHARACTERS]:
        number = number << _BITS | _ALPHABET.index(letter)
    code = number.to_bytes(CODE_BYTES, "big")
    if _check(code) != text[_CODE_CHARACTERS:]:
        raise MistypedError
    return bytearray(code)


def recovery_seed(code: bytes | bytearray, vault: str) -> bytearray:
    """The hybrid seed of a vault's recovery code. The caller clears it."""
    return kdf.derive_buffer(code, Label.RECOVERY, salt=vault.encode("ascii"))


def _check(code: bytes | bytearray) -> str:
    digest = hashlib.sha256(_CHECK_DOMAIN + code).digest()
    return _letters(int.from_bytes(digest[:4], "big") >> 12, _CHECK_CHARACTERS)


def _letters(number: int, count: int) -> str:
    shifts = range(_BITS * (count - 1), -1, -_BITS)
    return "".join(_ALPHABET[number >> shift & 31] for shift in shifts)
