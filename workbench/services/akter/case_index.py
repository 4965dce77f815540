# SPDX-License-Identifier: EUPL-1.2
"""Own akter found by the four keys that the law allows across akter, and by no other.

A name is found by the beginning of the whole or of any word in it, a case number by its beginning,
a personal number by all of its digits, with or without the century.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from workbench.domain.ids import CaseId
from workbench.domain.personal_number import digits_of
from workbench.services.ports import RegisterRow

_CENTURY_DIGITS = 2
_AFTER_ALL = "\U0010ffff"


class CaseIndex:
    """Which akter a text finds. Made in one go, then kept up with row by row."""

    def __init__(self, rows: Iterable[RegisterRow]) -> None:
        texts: list[tuple[str, CaseId]] = []
        self._by_digits: dict[str, set[CaseId]] = {}
        for row in rows:
            texts.extend((text, row.case) for text in _texts_of(row))
            self._add_digits(row)
        texts.sort()
        self._texts = texts

    def replace(self, before: RegisterRow | None, after: RegisterRow | None) -> None:
        """Another row for the same akt; None: there is or was none."""
        if before is not None:
            self._drop(before)
        if after is not None:
            for text in _texts_of(after):
                insort(self._texts, (text, after.case))
            self._add_digits(after)

    def find(self, sought: str) -> frozenset[CaseId]:
        """The akter that a text finds; an empty text finds none."""
        wanted = sought.strip().casefold()
        if not wanted:
            return frozenset()
        begins = bisect_left(self._texts, (wanted,))
        ends = bisect_left(self._texts, (wanted + _AFTER_ALL,))
        found = {case for _text, case in self._texts[begins:ends]}
        return frozenset(found | self._by_digits.get(digits_of(wanted), set()))  # no digits: none

    def _drop(self, row: RegisterRow) -> None:
        for text in _texts_of(row):
            at = bisect_left(self._texts, (text, row.case))
            if at < len(self._texts) and self._texts[at] == (text, row.case):
                del self._texts[at]
        for digits in _digits_of(row):
            self._by_digits.get(digits, set()).discard(row.case)

    def _add_digits(self, row: RegisterRow) -> None:
        for digits in _digits_of(row):
            self._by_digits.setdefault(digits, set()).add(row.case)


def _texts_of(row: RegisterRow) -> set[str]:
    texts = {row.number.casefold()}
    for name in row.summary.names:
        whole = name.casefold()
        texts.add(whole)
        texts.update(whole.split())
    return texts


def _digits_of(row: RegisterRow) -> Iterator[str]:
    for number in row.summary.personal_numbers:
        digits = digits_of(number)
        yield from (spelt for spelt in (digits, digits[_CENTURY_DIGITS:]) if spelt)
