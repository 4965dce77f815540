# SPDX-License-Identifier: EUPL-1.2
"""Whether words that would lead to a person stand in a text, however they are spelt there.

Too much is found rather than too little: a text that is stopped in vain can be worded anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_DIGITS_OF_A_PHONE = 6
_ABROAD = re.compile(r"^(?:0046|46)")
_NUMBERS = re.compile(r"[+(]?\d[\d\s\-/().]*\d")
_PARTS = re.compile(r"[,;\n\r/]+")
_HOUSE_NUMBER = re.compile(
    r"\s+\d+\s*\w?(?:\s+(?:lgh|tr|vån)\b.*)?$|^(?:\w{1,2}-)?\d{3}\s?\d{2}\s+"
)
_SORT = re.compile(r"(?:\bs)?\s+(?:kommun|stad|kn)$|^(?:kommunen|staden|orten)\s+")
_WHOLE_STEM = 5
_SHORTEST = 2
_BETWEEN = r"[\s\-_.,:·']*"
_PLAIN_WORDS = frozenset(
    {"skola", "skolan", "förskola", "förskolan", "kommun", "kommunen", "jobb", "jobbet", "bil"}
    | {"sverige", "nej", "ja", "okänd", "okänt", "ingen", "inget", "hemma", "polisen", "vården"}
)
"""Words that lead to nobody: to know them would stop every text."""


def plain(text: str) -> str:
    """For comparing: one spelling for each letter, no capitals, nothing invisible."""
    spelt = unicodedata.normalize("NFKC", text)
    seen = "".join(c for c in spelt if unicodedata.category(c) != "Cf")
    return " ".join(seen.casefold().split())


def stands_in(words: str, text: str) -> bool:
    """Whether `words` (an address, a name of a place, a number) stand in a text."""
    patterns = _patterns(words)
    if not patterns and not _phones(words):
        return False
    sought = plain(text)
    return any(pattern.search(sought) for pattern in patterns) or _has_phone(words, sought)


def taken_out(words: str, text: str, instead: str) -> str:
    """A text without the words. Where they cannot be cut out cleanly, nothing of it is left."""
    if not stands_in(words, text):
        return text
    cut = text
    for pattern in _patterns(words):
        cut = pattern.sub(instead, cut)
    cut = _NUMBERS.sub(
        lambda m: instead if _is_one_of(_phones(words), m.group()) else m.group(), cut
    )
    return instead if stands_in(words, cut) else cut


def numbers_in(text: str) -> tuple[str, ...]:
    """The telephone numbers that stand in a text, as they are spelt there."""
    return tuple(n for n in _NUMBERS.findall(text) if len(_number(n)) >= _DIGITS_OF_A_PHONE)


@lru_cache(maxsize=1024)
def _patterns(words: str) -> tuple[re.Pattern[str], ...]:
    found = dict.fromkeys(each for part in _PARTS.split(words) for each in _spellings(plain(part)))
    return tuple(re.compile(_pattern(each), re.IGNORECASE) for each in found if _leads(each))


def _spellings(part: str) -> Iterator[str]:
    """The part itself, and the street or the town without the numbers around it."""
    yield part
    bare = _HOUSE_NUMBER.sub("", _HOUSE_NUMBER.sub("", part)).strip()
    yield bare
    stem = _SORT.sub("", bare).strip()
    yield stem
    if stem != bare and stem.endswith("s"):
        yield stem[:-1]


def _leads(spelt: str) -> bool:
    letters = re.sub(r"[\W_]", "", spelt)
    return len(letters) >= _SHORTEST and not letters.isdecimal() and spelt not in _PLAIN_WORDS


def _pattern(spelt: str) -> str:
    """The word, also with other marks between its letters and digits; a long one with endings."""
    tokens = re.findall(r"[^\W\d_]+|\d+", spelt)
    told = _BETWEEN.join(re.escape(token) for token in tokens)
    is_long = len("".join(tokens)) >= _WHOLE_STEM
    return rf"(?<!\w){told}" if is_long else rf"(?<!\w){told}(?:s|:s)?(?!\w)"


def _phones(words: str) -> tuple[str, ...]:
    return tuple(_number(each) for each in numbers_in(words))


def _has_phone(words: str, text: str) -> bool:
    known = _phones(words)
    return bool(known) and any(_is_one_of(known, each) for each in _NUMBERS.findall(text))


def _is_one_of(known: tuple[str, ...], number: str) -> bool:
    return any(each in _number(number) for each in known)


def _number(text: str) -> str:
    """The digits without the country's and the first zero."""
    digits = re.sub(r"\D", "", text)
    return _ABROAD.sub("", digits).lstrip("0")
