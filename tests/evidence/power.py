# SPDX-License-Identifier: EUPL-1.2
"""The power goes at every write, sync and change of names: the vault opens, nothing is lost.

Not a real power cut: the disk is rebuilt from what strace saw, in every way that tests/vault/power
names. A trial is one share of the moments of an operation, which is recorded anew for some.
"""

from functools import partial

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault import power
from tests.vault.operations import OPERATIONS

SHARES = 64
MOMENTS_IN_TESTS = 3


def trial(part: Part, name: str) -> Tally:
    """Record an operation, rebuild the disks of a share of its moments, and open each."""
    tally = Tally()
    with folder_in_memory() as folder:
        trace = power.record(name, folder / "recorded")
        every = SHARES if part.total >= SHARES else _thinned(trace)
        for share in part:
            tally.looked_at += power.moments(trace, every=every, first=share) * len(power.WAYS)
            for state in power.states(trace, every=every, first=share):
                tally.saw(state.digest())
                found = power.check(name, state, folder / "rebuilt")
                tally.note("broken" if found else "opened")
                for what in found:
                    tally.breach(f"{name}, share {share}, {power.told(trace, state)}: {what}")
    return tally


def _thinned(trace: power.Trace) -> int:
    return max(1, power.moments(trace) // MOMENTS_IN_TESTS)


CAMPAIGNS = tuple(
    Campaign(
        f"the power goes during `{name}`: no vault unreadable, nothing acknowledged lost",
        SHARES,
        partial(trial, name=name),
        8,
    )
    for name in OPERATIONS
)
