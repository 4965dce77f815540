# SPDX-License-Identifier: EUPL-1.2
"""How long a restraining order may last and be extended, by kind: from its dated file."""

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from workbench.domain.deadlines import Period, Unit
from workbench.domain.orders import OrderKind
from workbench.services.law import law_files
from workbench.services.law.erasing_law import LawText
from workbench.services.law.law_files import LawEntry
from workbench.words import Language, language

TOPIC, TABLE = "orders", "order"


class Length(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A period in the file."""

    unit: Unit
    count: int

    @property
    def period(self) -> Period:
        return Period(self.unit, self.count)


class OrderEntry(LawEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of order in the file."""

    longest: Length
    step: Length
    monitored_step: Length


@dataclass(frozen=True, slots=True)
class OrderLimit:
    """The longest time of a kind, and the longest of one extension."""

    text: LawText
    longest: Period
    step: Period
    monitored_step: Period

    def step_of(self, *, monitored: bool) -> Period:
        """One extension, with electronic monitoring or without."""
        return self.monitored_step if monitored else self.step


def limit_of(kind: OrderKind) -> OrderLimit | None:
    """What the newest readable text says of a kind; None where it is missing."""
    stamp = tuple(path.stat().st_mtime_ns for path in law_files.files_of(TOPIC))
    return _limits(language(), stamp).get(kind)


@lru_cache(maxsize=8)
def _limits(speaks: Language, _files: tuple[int, ...]) -> dict[str, OrderLimit]:
    as_of, entries = law_files.newest(TOPIC, TABLE, OrderEntry)
    return {
        entry.id: OrderLimit(
            entry.law_text(as_of, speaks),
            entry.longest.period,
            entry.step.period,
            entry.monitored_step.period,
        )
        for entry in entries.values()
    }
