# SPDX-License-Identifier: EUPL-1.2
"""The recovery code: 160 random bits on paper, and the key that they stand for.

Written in 36 characters, nine groups of four, without I, L, O and U (which a reader takes for
1, 1, 0 and V). The last group is a checksum, so that a slip of the pen is told from a code of
another vault.

Two of three: three such codes, of which any two stand for the key. The seed is then random, and
sealed once for each pair of codes. No code alone tells anything about it.
"""

import hashlib
from dataclasses import dataclass
from itertools import combinations, permutations

from workbench.crypto import aead, kdf
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Label
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import Ids

CODE_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", " ": None, "-": None})
_BITS = 5
_CODE_CHARACTERS = 32
_CHECK_CHARACTERS = 4
_GROUP = 4
_CHECK_DOMAIN = b"varn.recovery-check/1\0"
_SHARES = 3
_Pair = tuple[int, int]


class MistypedError(ValueError):
    """Not a code of ours: wrong length, a foreign character, or a checksum that does not fit."""


class WrongPairError(ValueError):
    """Two codes that are right in themselves but no two of this vault's three."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Three codes, in clear for their one showing, and what the vault keeps of them.

    `sealed` holds (i, j, ciphertext) for the pairs 1-2, 1-3 and 2-3.
    """

    codes: tuple[str, str, str]
    sealed: tuple[tuple[int, int, bytes], ...]


def write_code(code: bytes | bytearray) -> str:
    """The code as it is printed, groups parted by hyphens."""
    number = 0
    for byte in code:  # int.from_bytes would make bytes of its own
        number = number << 8 | byte
    text = _letters(number, _CODE_CHARACTERS) + _check(code)
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def read_code(untrusted_text: str) -> bytearray:
    """The 20 bytes of a typed code; case, spaces and hyphens do not matter.

    Raises:
        MistypedError: it is none.
    """
    text = _plain(untrusted_text)
    if len(text) != _CODE_CHARACTERS + _CHECK_CHARACTERS or not set(text) <= set(_ALPHABET):
        raise MistypedError
    number = 0
    for letter in text[:_CODE_CHARACTERS]:
        number = number << _BITS | _ALPHABET.index(letter)
    code = take(number.to_bytes(CODE_BYTES, "big"))
    if _check(code) != text[_CODE_CHARACTERS:]:
        wipe(code)
        raise MistypedError
    return code


def recovery_seed(code: bytes | bytearray, vault: str) -> bytearray:
    """The hybrid seed of a vault's recovery code. The caller clears it."""
    return kdf.derive_buffer(code, Label.RECOVERY, salt=vault.encode("ascii"))


def wrong_groups(untrusted_text: str, shown: str) -> tuple[int, ...]:
    """Which groups (1 to 9) of a typed code differ from the code that was shown.

    For the moment when it is typed back and the program still knows it.
    """
    typed, wanted = _plain(untrusted_text), _plain(shown)
    starts = range(0, max(len(typed), len(wanted)), _GROUP)
    pieces = [(typed[at : at + _GROUP], wanted[at : at + _GROUP]) for at in starts]
    return tuple(number for number, (one, other) in enumerate(pieces, 1) if one != other)


def make_shares(seed: bytearray, vault: str, ids: Ids) -> Shares:
    """Three new codes, any two of which give `seed` back. The seed stays the caller's."""
    codes = [take(ids.random_bytes(CODE_BYTES)) for _each in range(_SHARES)]
    sealed = []
    for i, j in combinations(range(1, _SHARES + 1), 2):
        key = _pair_key(codes[i - 1], codes[j - 1], vault)
        sealed.append((i, j, aead.seal_once(key, seed, _bound_to(vault, (i, j)))))
        wipe(key)
    one, two, three = (write_code(code) for code in codes)
    wipe(*codes)
    return Shares((one, two, three), tuple(sealed))


def join_shares(
    untrusted_a: str, untrusted_b: str, vault: str, sealed: tuple[tuple[int, int, bytes], ...]
) -> bytearray:
    """The seed behind two of the three codes, whichever they are and in whichever order.

    The caller clears it.

    Raises:
        MistypedError: one of them is no code.
        WrongPairError: they are no two of this vault's codes; the same one twice is none.
    """
    codes = [read_code(untrusted_a)]
    try:
        codes.append(read_code(untrusted_b))
        return _joined(codes, vault, sealed)
    finally:
        wipe(*codes)


def _joined(
    codes: list[bytearray], vault: str, sealed: tuple[tuple[int, int, bytes], ...]
) -> bytearray:
    for first, second in permutations(codes):
        key = _pair_key(first, second, vault)
        try:
            for i, j, ciphertext in sealed:
                try:
                    return aead.open_once_buffer(key, ciphertext, _bound_to(vault, (i, j)))
                except aead.NotAuthenticError:
                    continue
        finally:
            wipe(key)
    raise WrongPairError


def _pair_key(first: bytearray, second: bytearray, vault: str) -> bytearray:
    both = first + second
    try:
        return kdf.derive_buffer(both, Label.RECOVERY_PAIR, salt=vault.encode("ascii"))
    finally:
        wipe(both)


def _bound_to(vault: str, pair: _Pair) -> bytes:
    return canonical_bytes({"fmt": "varn.recovery-pair/1", "vault": vault, "pair": list(pair)})


def _plain(untrusted_text: str) -> str:
    return "".join(untrusted_text.split()).upper().translate(_READ_AS)


def _check(code: bytes | bytearray) -> str:
    digest = hashlib.sha256(_CHECK_DOMAIN)
    digest.update(code)  # a sum of the two would be one more copy
    return _letters(int.from_bytes(digest.digest()[:4], "big") >> 12, _CHECK_CHARACTERS)


def _letters(number: int, count: int) -> str:
    shifts = range(_BITS * (count - 1), -1, -_BITS)
    return "".join(_ALPHABET[number >> shift & 31] for shift in shifts)
