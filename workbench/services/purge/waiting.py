# SPDX-License-Identifier: EUPL-1.2
"""Whether who removes alone has waited: the clock has to agree with what was entered meanwhile.

A clock set ahead once is not enough: the vault must also have been unlocked at a time that lies
between, well after the proposal and well before now, in a stretch of work before this one. A clock
that went back since, or that has leapt so far that Datorns säkerhet asks about it, ends the wait
for nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import pairwise

from workbench.domain.clock import moment
from workbench.domain.erasing import EraseProposed
from workbench.domain.journal import Entry
from workbench.services.desk import Desk
from workbench.services.records.akt import Recorded

WAIT = timedelta(hours=24)
APART = timedelta(hours=1)
"""How far the unlock in between lies from both ends at least."""
LEAP = timedelta(days=60)
"""So long without an entry, the vault has rested, or the clock is ahead: which, nobody can tell."""
_UNLOCKED, _DAY = "unlocked/1", 10


def is_ripe(desk: Desk, proposal: Recorded[EraseProposed]) -> bool:
    """Whether an own proposal may be confirmed now."""
    entries, now = desk.house.file.entries(), desk.clock.now()
    at = desk.house.position(proposal.entry)
    before = entries[at : desk.vault.erasing.known_at_unlock]
    if not before or now < moment(proposal.recorded_at) + WAIT:
        return False
    is_steady = not any(desk.house.is_set_back(entry.id) for entry in entries[at:])
    is_between = _was_unlocked_between(before, now)
    return is_steady and is_between and _has_another_day(entries[at:]) and not _leapt(before, now)


def _was_unlocked_between(before: Sequence[Entry], now: datetime) -> bool:
    first = moment(before[0].header.recorded_at) + APART
    unlocks = _times(entry for entry in before if entry.header.kind == _UNLOCKED)
    return any(first <= at <= now - APART for at in unlocks)


def _has_another_day(entries: Sequence[Entry]) -> bool:
    first = entries[0].header.recorded_at[:_DAY]
    return any(entry.header.recorded_at[:_DAY] > first for entry in entries[1:])


def _leapt(before: Sequence[Entry], now: datetime) -> bool:
    times = [*_times(before), now]
    return any(later - earlier > LEAP for earlier, later in pairwise(times))


def _times(entries: Iterable[Entry]) -> Iterator[datetime]:
    for entry in entries:
        with suppress(ValueError):  # a day that never was
            yield moment(entry.header.recorded_at)
