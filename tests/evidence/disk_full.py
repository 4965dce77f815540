# SPDX-License-Identifier: EUPL-1.2
"""The disk gets full at every write point: it is told, and what was acknowledged stands.

A trial is one share of all the amounts of room, a page apart, with which an operation can begin.
"""

from functools import partial

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault.filling import DONE, fillings
from tests.vault.operations import OPERATIONS

SHARES = 32


def trial(part: Part, name: str) -> Tally:
    """An operation with ever more room, until it is done."""
    tally = Tally()
    for share in part:
        with folder_in_memory() as folder:
            for filling in fillings(name, folder, every=SHARES, first=share):
                tally.looked_at += 1
                tally.note("done" if filling.code == DONE else f"told {filling.code}")
                for what in filling.faults:
                    tally.breach(f"{name} with {filling.pages} pages of room: {what}")
    return tally


CAMPAIGNS = tuple(
    Campaign(
        f"the disk gets full during `{name}`: told, and what was acknowledged stands",
        SHARES,
        partial(trial, name=name),
        2,
    )
    for name in OPERATIONS
)
