# SPDX-License-Identifier: EUPL-1.2
"""Whether words that would lead to a person stand in a text, however they are spelt there.

Too much is found rather than too little: a text that is stopped in vain can be worded anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text made ready to be looked through, once for all that is sought in it."""

    plain: str
    numbers: tuple[str, ...]


def spelt(text: str) -> Spelt:
    """A text, ready to be looked through."""
    seen = plain(text)
    return Spelt(seen, tuple(_number(each) for each in _NUMBERS.findall(seen)))


@dataclass(frozen=True, slots=True)
class Sought:
    """An address, a name of a place or a number, in every spelling that is known of it."""

    patterns: tuple[re.Pattern[str], ...]
    phones: tuple[str, ...]

    def stands_in(self, text: Spelt) -> bool:
        return any(pattern.search(text.plain) for pattern in self.patterns) or any(
            self._is_one(number) for number in text.numbers
        )

    def taken_out(self, text: str, instead: str) -> str:
        """A text without it. Where it cannot be cut out cleanly, nothing of the text is left."""
        if not self.stands_in(spelt(text)):
            return text
        cut = text
        for pattern in self.patterns:
            cut = pattern.sub(instead, cut)
        for number in _NUMBERS.findall(cut):
            cut = cut.replace(number, instead) if self._is_one(_number(number)) else cut
        return instead if self.stands_in(spelt(cut)) else cut

    def _is_one(self, number: str) -> bool:
        return any(phone in number for phone in self.phones)


def sought(words: str) -> Sought:
    """What is to be looked for. Nothing of it is kept longer than this value is."""
    found = dict.fromkeys(each for part in _PARTS.split(words) for each in _spellings(plain(part)))
    patterns = (re.compile(_pattern(each), re.IGNORECASE) for each in found if _leads(each))
    return Sought(tuple(patterns), tuple(_number(each) for each in numbers_in(words)))


def numbers_in(text: str) -> tuple[str, ...]:
    """The telephone numbers that stand in a text, as they are spelt there."""
    return tuple(n for n in _NUMBERS.findall(text) if len(_number(n)) >= _DIGITS_OF_A_PHONE)


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


def _number(text: str) -> str:
    """The digits without the country's and the first zero."""
    digits = re.sub(r"\D", "", text)
    return _ABROAD.sub("", digits).lstrip("0")
