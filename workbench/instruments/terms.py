# SPDX-License-Identifier: EUPL-1.2
"""The terms that a number is the sum of: what each can still add, and what it waits for.

A term reads one item or several, and is exact for every way in which these can be answered.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.instruments.calendar_days import Span, completed_years, read_date
from workbench.instruments.definition import Item
from workbench.instruments.forms import Codes
from workbench.instruments.item_values import number_of
from workbench.instruments.rule_tables import Bracket

Ends = tuple[int, int]
Shown = Collection[str]
_OLDEST = 10_000


class Term(Protocol):
    """One part of a sum."""

    @property
    def name(self) -> str:
        """The item, or the rule that several items are read by."""

    @property
    def items(self) -> tuple[str, ...]:
        """What it reads."""

    def ends(self, codes: Codes, shown: Shown) -> Ends:
        """The least and the most that it can add; an item that is not shown adds nothing."""

    def missing(self, codes: Codes, shown: Shown) -> tuple[str, ...]:
        """The items whose lacking value can still change it."""

    def is_unknown(self, codes: Codes, shown: Shown) -> bool:
        """Whether everything has a value, and one of them is a code for not knowing."""

    def is_outside(self, codes: Codes) -> bool:
        """Whether the answers lie outside what the instrument is for."""


@dataclass(frozen=True, slots=True)
class Points:
    """One item and what each of its codes adds."""

    item: Item
    by_code: Mapping[str, int]
    unknown_codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.item.id

    @property
    def items(self) -> tuple[str, ...]:
        return (self.item.id,)

    def ends(self, codes: Codes, shown: Shown) -> Ends:
        if self.item.id not in shown:
            return 0, 0
        code = codes.get(self.item.id)
        if code is not None and code not in self.unknown_codes:
            return self.by_code[code], self.by_code[code]
        left = [p for code, p in self.by_code.items() if code not in self.unknown_codes]
        return min(left), max(left)

    def missing(self, codes: Codes, shown: Shown) -> tuple[str, ...]:
        return () if self.item.id in codes or self.item.id not in shown else (self.item.id,)

    def is_unknown(self, codes: Codes, shown: Shown) -> bool:
        return self.item.id in shown and codes.get(self.item.id) in self.unknown_codes

    def is_outside(self, codes: Codes) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class SubItems:
    """1 when enough of the sub-items are yes, 0 when they cannot be."""

    name: str
    items: tuple[str, ...]
    yes_codes: tuple[str, ...]
    at_least: int
    unknown_codes: tuple[str, ...]

    def ends(self, codes: Codes, shown: Shown) -> Ends:
        yes, unknown = self._counted(codes, shown)
        return int(yes >= self.at_least), int(yes + unknown >= self.at_least)

    def missing(self, codes: Codes, shown: Shown) -> tuple[str, ...]:
        low, high = self.ends(codes, shown)
        return () if low == high else tuple(_unanswered(self.items, codes, shown))

    def is_unknown(self, codes: Codes, shown: Shown) -> bool:
        low, high = self.ends(codes, shown)
        return low != high and not self.missing(codes, shown)

    def is_outside(self, codes: Codes) -> bool:
        return False

    def _counted(self, codes: Codes, shown: Shown) -> Ends:
        given = [codes.get(item) for item in self.items if item in shown]
        yes = sum(code in self.yes_codes for code in given)
        return yes, sum(code is None or code in self.unknown_codes for code in given)


@dataclass(frozen=True, slots=True)
class Columns:
    """Counts, each in its own brackets; the highest holds."""

    name: str
    columns: tuple[tuple[Item, tuple[Bracket, ...]], ...]
    unknown_codes: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(item.id for item, _brackets in self.columns)

    def ends(self, codes: Codes, shown: Shown) -> Ends:
        found = [
            self._column(item, brackets, codes)
            for item, brackets in self.columns
            if item.id in shown
        ]
        return max((low for low, _ in found), default=0), max(
            (high for _, high in found), default=0
        )

    def missing(self, codes: Codes, shown: Shown) -> tuple[str, ...]:
        """One column unknown: unknown, also where the other is already at its highest."""
        return tuple(_unanswered(self.items, codes, shown))

    def is_unknown(self, codes: Codes, shown: Shown) -> bool:
        doubted = any(codes.get(item) in self.unknown_codes for item in self.items)
        return doubted and not self.missing(codes, shown)

    def is_outside(self, codes: Codes) -> bool:
        return False

    def _column(self, item: Item, brackets: tuple[Bracket, ...], codes: Codes) -> Ends:
        number = number_of(codes.get(item.id))
        numbers = [number] if number is not None else [number_of(c) for c in item.completions]
        points = [in_bracket(brackets, n) for n in numbers if n is not None]
        known = [p for p in points if p is not None]
        return min(known), max(known)


@dataclass(frozen=True, slots=True)
class Age:
    """Points for completed years at a date."""

    name: str
    birth: str
    at: str
    brackets: tuple[Bracket, ...]

    @property
    def items(self) -> tuple[str, ...]:
        return (self.birth, self.at)

    def ends(self, codes: Codes, shown: Shown) -> Ends:
        youngest, oldest = self._ages(codes)
        points = [
            bracket.points
            for bracket, until in zip(self.brackets, self._untils(), strict=True)
            if bracket.low <= oldest and youngest < until
        ]
        return min(points, default=0), max(points, default=0)

    def missing(self, codes: Codes, shown: Shown) -> tuple[str, ...]:
        lacking = tuple(name for name in self.items if name not in codes)
        low, high = self.ends(codes, shown)
        if lacking or (low == high and self._ages(codes)[0] >= self.brackets[0].low):
            return lacking
        return tuple(name for name in self.items if not _day(codes[name]).is_exact)

    def is_unknown(self, codes: Codes, shown: Shown) -> bool:
        return False

    def is_outside(self, codes: Codes) -> bool:
        return self._ages(codes)[1] < self.brackets[0].low

    def _ages(self, codes: Codes) -> Ends:
        if self.birth not in codes or self.at not in codes:
            return self.brackets[0].low, _OLDEST
        birth, at = _day(codes[self.birth]), _day(codes[self.at])
        return completed_years(birth.last, at.first), completed_years(birth.first, at.last)

    def _untils(self) -> tuple[int, ...]:
        return (*(bracket.low for bracket in self.brackets[1:]), _OLDEST + 1)


def in_bracket(brackets: tuple[Bracket, ...], number: int) -> int | None:
    """The points of the bracket that a number lies in; None under the lowest."""
    reached = [bracket.points for bracket in brackets if bracket.low <= number]
    return reached[-1] if reached else None


def _day(text: str) -> Span:
    return read_date(text) or Span(date.min, date.max)


def _unanswered(items: tuple[str, ...], codes: Codes, shown: Shown) -> list[str]:
    return [item for item in items if item in shown and item not in codes]
