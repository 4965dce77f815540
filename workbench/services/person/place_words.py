# SPDX-License-Identifier: EUPL-1.2
"""Whether words that would lead to a person stand in a text, however they are spelt there.

Too much is found rather than too little: a text that is stopped in vain can be worded anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS_OF_A_PHONE = 6
_DIGITS_ALIKE = 7
"""So many digits on end are the same number, whatever was written before or after them."""
_ABROAD = re.compile(r"^(?:0046|46)")
_DASHES = r"\-\u2010-\u2015\u2212"
_NUMBERS = re.compile(rf"[+(]?\d[\d\s/()._\u00b7{_DASHES}]*\d")
_DATES = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
_PARTS = re.compile(r"[,;\n\r/()]+")
_BETWEEN_PLACES = re.compile(
    r"\s+[\-:]+\s+|:\s+|\.\s+|\b(?:\w{1,2}-)?\d{3}\s?\d{2}\s+(?=[^\W\d_])"
    r"|\s+(?:i|in|på|vid|hos|at|nära|klass|avd|avdelning|lgh)\s+"
)
_PLATE = re.compile(r"(?<!\w)[^\W\d_]{3}[\s\-]?\d{2}[^\W_](?!\w)")
_HOUSE_NUMBER = re.compile(
    r"\s+\d+\s*\w{0,2}(?:\s?-\s?\d*\w)?(?:\s+(?:lgh|tr|vån)\b.*)?$|^(?:\w{1,2}-)?\d{3}\s?\d{2}\s+"
)
_SORT_AFTER = (
    r"kommun|stad|kn|lasarett|sjukhus|skola|förskola|gymnasium|vårdcentral|hälsocentral|centrum"
)
_SORT_BEFORE = (
    r"kommunen|staden|orten|skolan|förskolan|gymnasiet|vårdcentralen|hälsocentralen|sjukhuset"
)
_SORT = re.compile(rf"(?:\bs)?\s+(?:{_SORT_AFTER})$|^(?:{_SORT_BEFORE})\s+")
_SHORTENED = (("gatan", "g"), ("vägen", "v"))
_WHOLE_STEM, _SPREAD = 5, 6
_SHORTEST, _SHORTEST_PIECE = 2, 3
_LONGEST = 120
"""So much of it decides: nobody repeats a longer one to the last letter."""
_BETWEEN = r"[\s\-_.,:·']*"
_APART = r"[\s\-]{0,2}"
_PLAIN_LETTERS = {"å": "[åa]", "ä": "[äa]", "ö": "[öo]", "é": "[ée]", "ü": "[üu]"}
_ENDINGS = r"(?:s|:s|bo|bor|borna|s?(?:skol|trakt|kommun|väg|gat|gymnasi|lasarett|polis)\w*)?"
_PLAIN_WORDS = frozenset(
    {"skola", "skolan", "förskola", "förskolan", "kommun", "kommunen", "jobb", "jobbet", "bil"}
    | {"sverige", "nej", "ja", "okänd", "okänt", "ingen", "inget", "hemma", "polisen", "vården"}
    | {"vårdcentral", "vårdcentralen", "sjukhus", "sjukhuset", "hälsocentral", "gymnasiet"}
    | {"sjuksköterska", "rektor", "lärare", "jobbar", "arbetar", "lägenhet", "lägenheten"}
)
"""Words that lead to nobody: to know them would stop every text."""


def plain(text: str) -> str:
    """For comparing: one spelling for each letter and dash, no capitals, nothing invisible."""
    spelt = unicodedata.normalize("NFKC", text)
    seen = "".join(_sign(c) for c in spelt)
    return " ".join(seen.casefold().split())


def _sign(c: str) -> str:
    category = unicodedata.category(c)
    if category == "Cf":
        return ""
    return "-" if category == "Pd" or c == "\u2212" else c


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text made ready to be looked through, once for all that is sought in it."""

    plain: str
    numbers: tuple[str, ...]


def spelt(text: str) -> Spelt:
    """A text, ready to be looked through."""
    seen = plain(text)
    return Spelt(seen, tuple(_number(each) for each in _runs(seen)))


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
        for number in _runs(cut):
            cut = cut.replace(number, instead) if self._is_one(_number(number)) else cut
        return instead if self.stands_in(spelt(cut)) else cut

    def _is_one(self, number: str) -> bool:
        return any(_is_alike(phone, number) for phone in self.phones)


def sought(words: str) -> Sought:
    """What is to be looked for. Nothing of it is kept longer than this value is."""
    found = dict.fromkeys(each for part in _PARTS.split(words) for each in _spellings(plain(part)))
    patterns = (re.compile(_pattern(each), re.IGNORECASE) for each in found if _leads(each))
    return Sought(tuple(patterns), tuple(_number(each) for each in numbers_in(words)))


def numbers_in(text: str) -> tuple[str, ...]:
    """The telephone numbers that stand in a text, as they are spelt there."""
    return tuple(n for n in _runs(text) if len(_number(n)) >= _DIGITS_OF_A_PHONE)


def _runs(text: str) -> tuple[str, ...]:
    """Digits with what is written between them; a date is no part of a number."""
    return tuple(run for part in _DATES.split(text) for run in _NUMBERS.findall(part))


def _is_alike(phone: str, number: str) -> bool:
    """Whether they share enough digits: a number is written with hours or a second one behind."""
    size = min(len(phone), _DIGITS_ALIKE)
    return any(phone[at : at + size] in number for at in range(len(phone) - size + 1))


def _spellings(part: str) -> Iterator[str]:
    """The part, each place that it is put together of, and each of them without its numbers."""
    yield from _bare(part)
    pieces = _BETWEEN_PLACES.split(part)
    for piece in pieces if len(pieces) > 1 else ():
        yield from (each for each in _bare(piece.strip()) if len(each) >= _SHORTEST_PIECE)
    yield from _PLATE.findall(part)


def _bare(part: str) -> Iterator[str]:
    """The part itself, and the street or the town without the numbers around it."""
    yield part
    bare = _HOUSE_NUMBER.sub("", _HOUSE_NUMBER.sub("", part)).strip()
    yield bare
    stem = _SORT.sub("", bare).strip()
    yield stem
    if stem != bare and stem.endswith("s"):
        yield stem[:-1]
    yield from _shortened(bare)


def _shortened(bare: str) -> Iterator[str]:
    """`Storg.` for `Storgatan`, and the other way."""
    for whole, short in _SHORTENED:
        if bare.endswith(whole):
            yield bare.removesuffix(whole) + short
        elif bare.endswith(f"{short}."):
            yield bare.removesuffix(f"{short}.") + whole


def _leads(spelt: str) -> bool:
    letters = re.sub(r"[\W_]", "", spelt)
    return len(letters) >= _SHORTEST and not letters.isdecimal() and spelt not in _PLAIN_WORDS


def _pattern(spelt: str) -> str:
    """The word, also with other marks between its letters and digits; a long one with endings."""
    tokens = re.findall(r"[^\W\d_]+|\d+", spelt[:_LONGEST])
    told = _BETWEEN.join(_told(token) for token in tokens)
    is_long = len("".join(tokens)) >= _WHOLE_STEM
    return rf"(?<!\w){told}" if is_long else rf"(?<!\w){told}{_ENDINGS}(?!\w)"


def _told(token: str) -> str:
    """A long word may be parted, or spelt without its dots."""
    if len(token) < _SPREAD or token.isdecimal():
        return re.escape(token)
    return _APART.join(_PLAIN_LETTERS.get(letter, re.escape(letter)) for letter in token)


def _number(text: str) -> str:
    """The digits without the country's and the first zero."""
    digits = re.sub(r"\D", "", text)
    return _ABROAD.sub("", digits).lstrip("0")
