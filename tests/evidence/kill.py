# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at random moments: no vault becomes unreadable, nothing acknowledged is lost.

A kill shows what the program asked the system to keep, not what a disk keeps when the power goes:
that is the campaign `power`.
"""

import atexit
from functools import cache, partial
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault.killing import Nursery, kills
from tests.vault.operations import OPERATIONS

KILLS = 10_000
FEWEST = 500
IN_TESTS = 306


def trial(part: Part, name: str) -> Tally:
    """Kill one operation again and again, each time by what the last kill left behind."""
    tally, chance = Tally(), Random(part.first)
    with folder_in_memory() as folder:
        for number, kill in enumerate(kills(_nursery(), name, folder, part, chance), part.first):
            tally.note(f"killed {kill.moment}")
            tally.counts["acknowledgements"] += len(kill.said)
            for what in kill.broken:
                tally.breach(f"{name}, kill {number} after {kill.after_s:.4f} s: {what}")
    return tally


@cache
def _nursery() -> Nursery:
    """One for all parts that a process does; it ends when the process does."""
    nursery = Nursery().__enter__()
    atexit.register(nursery.__exit__, None, None, None)
    return nursery


CAMPAIGNS = tuple(
    Campaign(
        f"killed at `{name}`: no vault unreadable, nothing acknowledged lost",
        max(FEWEST, -(-KILLS // len(OPERATIONS))),
        partial(trial, name=name),
        100,
        -(-IN_TESTS // len(OPERATIONS)),
    )
    for name in OPERATIONS
)
