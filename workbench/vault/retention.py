# SPDX-License-Identifier: EUPL-1.2
"""Which older copies on a medium may go. Nothing that cannot be undone trusts the clock alone.

A copy is too old when the clock says so *and* somebody signed an entry that long after it, in a
stretch of work before this one: a clock set ahead once clears nothing. And only as far as enough
newer ones on the same medium are whole, read again for it.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.domain.clock import moment
from workbench.domain.journal import Entry
from workbench.domain.purges import Witness
from workbench.vault.manifests import Manifest

KEPT = timedelta(days=90)
NEWER_KEPT = 3
"""So many newer copies, whole and read again, before one goes."""


@dataclass(frozen=True, slots=True)
class Now:
    """The clock; and the latest time of an entry from before this stretch of work, if any."""

    clock: datetime
    known: datetime | None

    @classmethod
    def of(cls, clock: datetime, before: Sequence[Entry], law: Witness) -> "Now":
        """`before`: the organisation akt, as it was when the vault was unlocked.

        What is yet to come by the clock proves nothing: one of the two is wrong.
        """
        times = [(at, entry) for entry in before for at in _time_of(entry.header.recorded_at)]
        past = sorted((each for each in times if each[0] <= clock), key=lambda each: each[0])
        signed = (at for at, entry in reversed(past) if law.signs(entry))
        return cls(clock, next(signed, None))

    def is_old(self, copy: Manifest) -> bool:
        """By the clock."""
        return any(made + KEPT < self.clock for made in _time_of(copy.made))

    def is_known_old(self, copy: Manifest) -> bool:
        """By the clock, and by what was signed before."""
        known = self.known
        return self.is_old(copy) and known is not None and any(
            made + KEPT <= known for made in _time_of(copy.made)
        )  # fmt: skip


def _time_of(text: str) -> Iterator[datetime]:
    with suppress(ValueError):  # a day that never was
        yield moment(text)
