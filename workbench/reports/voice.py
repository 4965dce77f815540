# SPDX-License-Identifier: EUPL-1.2
"""The paper's own words, days and times in its language."""

from dataclasses import dataclass
from datetime import date, datetime

from workbench.words import Language, speech


@dataclass(frozen=True, slots=True)
class Voice:
    """One language for one paper."""

    language: Language

    def say(self, message: str) -> str:
        """`message` (English) in the language of the paper."""
        return speech(self.language)(message)

    def day(self, day: date | None) -> str:
        """`2026-11-22`, or nothing."""
        return "" if day is None else f"{day:%Y-%m-%d}"

    def days(self, days: tuple[date, ...]) -> str:
        """Several days, in the order given."""
        return ", ".join(self.day(day) for day in days)

    def time(self, at: datetime | None) -> str:
        """Day and time on the clock of the zone that the moment carries, or nothing."""
        if at is None:
            return ""
        if self.language == "sv":
            return f"{at:%Y-%m-%d} kl.\u00a0{at:%H.%M}"
        return f"{at:%Y-%m-%d}, {at:%H:%M}"
