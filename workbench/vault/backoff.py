# SPDX-License-Identifier: EUPL-1.2
"""How long to wait after wrong passphrases: advisory, kept over restarts, never a wipe.

It slows a person at the keyboard. Against someone who has copied the folder only the cost of
the derivation and the length of the passphrase count.

A right passphrase ends the waiting. That there were wrong ones stays in the note until it stands
in the organisation akt.
"""

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from typing import Literal

import msgspec

from workbench.domain.clock import moment, stamp
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import VaultId
from workbench.vault.errors import WaitError
from workbench.vault.installation import Installation
from workbench.vault.signed import Count, Moment, MomentOrNot

FREE_TRIES = 5
_TYPED = range(100)
"""What can be typed as a user number: two digits."""
LONGEST_WAIT_S = 300


class Tries(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """Wrong passphrases at one place: `count` in a row, and `untold` ones since `since`."""

    fmt: Literal["varn.tries/1"]
    count: Count
    last: Moment
    untold: Count = 0
    since: MomentOrNot = ""

    @property
    def to_tell(self) -> int:
        """A note of before there were untold ones has only those in a row."""
        return max(self.untold, self.count)


def wait_s(count: int) -> int:
    """Seconds to wait after `count` wrong tries in a row."""
    if count < FREE_TRIES:
        return 0
    return int(min(2 ** min(count - FREE_TRIES + 1, 16), LONGEST_WAIT_S))


def check(installation: Installation, vault: VaultId, place: int, now: datetime) -> None:
    """See that nobody has to wait.

    Raises:
        WaitError: telling how many seconds. A clock set back makes the wait no longer.
    """
    tries = installation.read(_note(vault, place), Tries)
    if tries is None:
        return
    wait, gone = wait_s(tries.count), _seconds_since(tries, now)
    if gone < 0:  # of a time that is yet to come: the wait begins now, or it might take years
        since = tries.since or tries.last
        again = _tries(tries.count, stamp(now), tries.to_tell, since)
        with suppress(WorkbenchError):
            installation.put(_note(vault, place), again)
    seconds = min(int(wait - gone), wait)
    if seconds > 0:
        raise WaitError(seconds=seconds)


def note_wrong(installation: Installation, vault: VaultId, place: int, now: datetime) -> None:
    """One more wrong try."""
    name, at = _note(vault, place), stamp(now)
    tries = installation.read(name, Tries)
    count, untold, since = 1, 1, at
    if tries is not None:
        count, untold = tries.count + 1, tries.to_tell + 1
        since = tries.since or tries.last
    installation.put(name, _tries(count, at, untold, since))


def note_right(installation: Installation, vault: VaultId, place: int) -> None:
    """A right one: nobody waits any more for the wrong ones."""
    name = _note(vault, place)
    tries = installation.read(name, Tries)
    if tries is None or not tries.to_tell:
        installation.drop(name)
    elif tries.count:
        since = tries.since or tries.last
        installation.put(name, _tries(0, tries.last, tries.to_tell, since))


def untold(installation: Installation, vault: VaultId, place: int) -> tuple[int, str]:
    """How many wrong tries no log tells of yet, and when the first of them was."""
    tries = installation.read(_note(vault, place), Tries)
    if tries is None or not tries.to_tell:
        return 0, ""
    return tries.to_tell, tries.since or tries.last


def untold_elsewhere(
    installation: Installation, vault: VaultId, taken: Collection[int]
) -> dict[int, int]:
    """The same at places that nobody has: how many, by place."""
    found = {at: untold(installation, vault, at)[0] for at in _TYPED if at not in taken}
    return {at: count for at, count in found.items() if count}


def told(installation: Installation, vault: VaultId, place: int) -> None:
    """They stand in the organisation akt."""
    installation.drop(_note(vault, place))


def _tries(count: int, last: str, to_tell: int, since: str) -> Tries:
    return Tries(fmt="varn.tries/1", count=count, last=last, untold=to_tell, since=since)


def _seconds_since(tries: Tries, now: datetime) -> float:
    try:
        return (now - moment(tries.last)).total_seconds()
    except ValueError:  # a note with a day that never was: advice that cannot be read
        return LONGEST_WAIT_S


def _note(vault: VaultId, place: int) -> str:
    return f"{vault}.{place}.tries"
