# SPDX-License-Identifier: EUPL-1.2
"""Passphrases are drawn by the program, from a list of Swedish words of our own.

Every word is as likely as any other: 4 096 words are 12 bits each, so five are 60 bits and six
72. What is drawn is lower case with single spaces; `canonical` brings what somebody typed back to
that, and leaves every passphrase that is not made of our words as it is.
"""

import unicodedata
from functools import cache

from workbench.assets import resource
from workbench.domain.ids import Ids

USERS_WORDS = 5
ADMINISTRATORS_WORDS = 6
_LENGTHS = (USERS_WORDS, ADMINISTRATORS_WORDS)
_DRAW_BYTES = 2
_DRAWS = 1 << 8 * _DRAW_BYTES


@cache
def word_list() -> tuple[str, ...]:
    """The words, in the order of the file."""
    text = resource("words", "passphrases.sv.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def generate(ids: Ids, words: int) -> str:
    """A new passphrase of so many words. Words may repeat: that keeps every draw alike."""
    return " ".join(_draw(ids) for _each in range(words))


def canonical(typed: str) -> str:
    """A typed passphrase as it was drawn, when it is one of ours; any other unchanged.

    Capital letters, several spaces, and letters that were put together from two signs are then
    forgiven. Used wherever a passphrase enters, before it is derived.
    """
    spelt = unicodedata.normalize("NFC", typed).casefold().split()
    if len(spelt) in _LENGTHS and set(spelt) <= _known():
        return " ".join(spelt)
    return typed


def same(typed: str, generated: str) -> bool:
    """Whether somebody typed what they were shown; forgives what unlocking forgives, no more."""
    return canonical(typed) == generated


@cache
def _known() -> frozenset[str]:
    return frozenset(word_list())


def _draw(ids: Ids) -> str:
    """One word; draws past the last whole multiple of the list are drawn again: all are alike."""
    known = word_list()
    usable = _DRAWS - _DRAWS % len(known)
    while (drawn := int.from_bytes(ids.random_bytes(_DRAW_BYTES), "big")) >= usable:
        pass
    return known[drawn % len(known)]
