# SPDX-License-Identifier: EUPL-1.2
"""How long to wait after wrong passphrases: advisory, kept over restarts, never a wipe.

It slows a person at the keyboard. Against someone who has copied the folder only the cost of
the derivation and the length of the passphrase count.
"""

from datetime import datetime
from typing import Literal

import msgspec

from workbench.domain.clock import moment, stamp
from workbench.domain.ids import VaultId
from workbench.vault.errors import WaitError
from workbench.vault.installation import Installation
from workbench.vault.signed import Count, Moment

FREE_TRIES = 5
LONGEST_WAIT_S = 300


class Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Wrong passphrases in a row at one place."""

    fmt: Literal["varn.tries/1"] = "varn.tries/1"
    count: Count
    last: Moment


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
    wait = wait_s(tries.count)
    seconds = min(int(wait - _seconds_since(tries, now)), wait)
    if seconds > 0:
        raise WaitError(seconds=seconds)


def note_wrong(installation: Installation, vault: VaultId, place: int, now: datetime) -> None:
    """One more wrong try."""
    tries = installation.read(_note(vault, place), Tries)
    count = tries.count + 1 if tries is not None else 1
    installation.put(_note(vault, place), Tries(count=count, last=stamp(now)))


def note_right(installation: Installation, vault: VaultId, place: int) -> None:
    """A right one: all wrong ones are forgiven."""
    installation.drop(_note(vault, place))


def _seconds_since(tries: Tries, now: datetime) -> float:
    try:
        return (now - moment(tries.last)).total_seconds()
    except ValueError:  # a note with a day that never was: advice that cannot be read
        return LONGEST_WAIT_S


def _note(vault: VaultId, place: int) -> str:
    return f"{vault}.{place}.tries"
