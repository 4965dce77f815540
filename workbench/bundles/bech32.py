# SPDX-License-Identifier: EUPL-1.2
"""Bech32 (BIP 173) without its length limit, as age writes recipients and identities."""

from collections.abc import Iterable

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUE = {character: value for value, character in enumerate(_ALPHABET)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_SYMBOLS = 6
_FIRST_PRINTABLE, _LAST_PRINTABLE = 33, 126


class Bech32Error(Exception):
    """Not a Bech32 text: a typing error, a mixed case, or something else altogether."""


def encode(prefix: str, content: bytes) -> str:
    """Lower-case text of `content`; callers who want capitals change the whole text."""
    symbols = _regroup(content, 8, 5, is_padded=True)
    low = prefix.lower()
    check = _polymod([*_expand(low), *symbols, *bytes(_CHECK_SYMBOLS)]) ^ 1
    tail = ((check >> 5 * (5 - i)) & 31 for i in range(_CHECK_SYMBOLS))
    return low + "1" + "".join(_ALPHABET[value] for value in [*symbols, *tail])


def decode(text: str) -> tuple[str, bytes]:
    """The prefix in lower case, and the content.

    Raises:
        Bech32Error: not Bech32, or with padding that is not the one canonical spelling.
    """
    low = text.lower()
    if text not in (low, text.upper()):
        raise Bech32Error("mixed case")
    prefix, separator, tail = low.rpartition("1")
    if not separator or not _is_prefix(prefix) or len(tail) < _CHECK_SYMBOLS:
        raise Bech32Error("no prefix, or too short")
    try:
        symbols = [_VALUE[character] for character in tail]
    except KeyError:
        raise Bech32Error("a character outside the alphabet") from None
    if _polymod([*_expand(prefix), *symbols]) != 1:
        raise Bech32Error("checksum")
    return prefix, bytes(_regroup(symbols[:-_CHECK_SYMBOLS], 5, 8, is_padded=False))


def _is_prefix(prefix: str) -> bool:
    return bool(prefix) and all(_FIRST_PRINTABLE <= ord(c) <= _LAST_PRINTABLE for c in prefix)


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate(_GENERATOR):
            if top >> i & 1:
                check ^= generator
    return check


def _regroup(values: Iterable[int], source: int, target: int, *, is_padded: bool) -> list[int]:
    held, bits, groups = 0, 0, []
    for value in values:
        held, bits = held << source | value, bits + source
        while bits >= target:
            bits -= target
            groups.append(held >> bits)
            held &= (1 << bits) - 1
    if is_padded and bits:
        groups.append(held << (target - bits))
    elif not is_padded and (bits >= source or held):
        raise Bech32Error("padding")
    return groups
