# SPDX-License-Identifier: EUPL-1.2
"""Dated marks, and which stretch of time is in sight: where a day lies is only arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.ui.kit.pills import Tone
from workbench.words import _

PAD = 24
LEAST_DAYS = 1.0
_YEAR_DAYS = 366
TEN_YEARS = 10.0 * _YEAR_DAYS
_AROUND_DAYS = 14

Shape = Literal["dot", "diamond", "square", "triangle", "band"]


@dataclass(frozen=True, slots=True)
class MarkVm:
    """Something with a date. `weight` 0 to 3 is its size, `sign` a character inside it.

    `ends` makes it a span; `is_loose`: a span because nobody knows the day, drawn broken. `when`
    is how its time is said, where it is not just its days. A `band` is a stretch of silence.
    `same_day`: how many of its lane are of that day, itself among them.
    """

    key: str
    day: date
    label: str
    tone: Tone = "calm"
    shape: Shape = "dot"
    weight: int = 1
    ends: date | None = None
    sign: str = ""
    is_loose: bool = False
    when: str = ""
    same_day: int = 1

    @property
    def last(self) -> date:
        return self.day if self.ends is None else max(self.ends, self.day)

    def time(self) -> str:
        """Its time in words."""
        if self.when:
            return self.when
        return str(self.day) if self.ends is None else f"{self.day} – {self.ends}"

    def name(self) -> str:
        """What is read out; also that it does not lie alone, which the eye sees as a pile."""
        if self.same_day > 1:
            told = _("{time}: {what} (one of {n} that day)")
            return told.format(time=self.time(), what=self.label, n=self.same_day)
        return f"{self.time()}: {self.label}"


@dataclass(frozen=True, slots=True)
class LaneVm:
    """One kind of marks, with its name at the left."""

    label: str
    marks: tuple[MarkVm, ...]


@dataclass(slots=True)
class Sight:
    """The stretch in sight: the ordinal of its first day, and how many days it has."""

    first: float = 1.0
    days: float = 1.0
    all_first: float = 1.0
    all_days: float = 1.0
    width: int = 400

    def hold(self, marks: Iterable[MarkVm], today: date) -> None:
        """All of these in sight, with a little room on both sides."""
        found = [today.toordinal()]
        for mark in marks:
            found += [mark.day.toordinal(), mark.last.toordinal()]
        self.all_first = float(min(found) - _AROUND_DAYS)
        self.all_days = float(max(found) + _AROUND_DAYS) - self.all_first
        self.first, self.days = self.all_first, self.all_days

    @property
    def is_all(self) -> bool:
        return self.first <= self.all_first and self.days >= self.all_days

    def x(self, day: date) -> float:
        """Where a day lies, also when it is out of sight."""
        return PAD + (day.toordinal() - self.first) * self.px

    def day_at(self, x: float) -> date:
        """The day at a place, within the calendar."""
        return _day(self.first + (x - PAD) / self.px)

    def zoom(self, factor: float, around: float) -> None:
        """Nearer (> 1) or farther around a place: from a day to ten years, or to all of it."""
        most = max(self.all_days, TEN_YEARS)
        days = min(max(self.days / factor, LEAST_DAYS), most)
        at = (around - PAD) / max(self.width - 2 * PAD, 1)
        self.first += at * (self.days - days)
        self.days = days
        self._keep_in()

    def pan(self, part: float) -> None:
        """On by a part of what is in sight; back when it is negative."""
        self.first += part * self.days
        self._keep_in()

    def reveal(self, day: date) -> None:
        """Bring a day into sight, with room around it, when it is out of it."""
        at = day.toordinal()
        if not self.first <= at <= self.first + self.days:
            self.first = at - self.days / 2
            self._keep_in()

    @property
    def px(self) -> float:
        """Pixels a day."""
        return max(self.width - 2 * PAD, 1) / self.days

    def _keep_in(self) -> None:
        """Never past everything: at least its first or its last day stays in sight."""
        last = self.all_first + self.all_days
        if self.days >= self.all_days:
            self.first = min(max(self.first, last - self.days), self.all_first)
        else:
            self.first = min(max(self.first, self.all_first), last - self.days)


def _day(ordinal: float) -> date:
    return date.fromordinal(min(max(round(ordinal), 1), date.max.toordinal()))
