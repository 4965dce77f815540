# SPDX-License-Identifier: EUPL-1.2
"""No key in memory after a lock, searched from outside; see tests/vault/memory.

Strict: Python gives no memory back, so that every copy that was ever made is still there. The
window runs as it does for a person. Copies of the typed passphrase are counted, not promised away.
"""

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault.memory import found_after
from tests.vault.operations import OPERATIONS
from workbench.vault.errors import WrongPassphraseError

STRICT = ("vault", *OPERATIONS, "bundles")
SCENARIOS = (*((name, True) for name in STRICT), ("window", False))


def trial(part: Part) -> Tally:
    """Do it in a child, lock, and look for every key in the child's memory."""
    tally = Tally()
    for number in part:
        name, is_strict = SCENARIOS[number]
        with folder_in_memory() as folder:
            try:
                found = found_after(name, folder, keeps_everything=is_strict)
            except WrongPassphraseError:
                tally.note("another passphrase since: not looked into")
                continue
        tally.note("nothing found" if not found.copies else "found")
        tally.counts["keys looked for"] += found.secrets
        tally.counts["copies of the passphrase"] += found.told["passphrase (second half)"]
        for what, count in found.copies.items():
            tally.breach(f"{name}: {count} of {what}")
    return tally


CAMPAIGNS = (Campaign("no key stands in memory after the lock", len(SCENARIOS), trial, 1),)
