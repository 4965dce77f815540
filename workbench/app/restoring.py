# SPDX-License-Identifier: EUPL-1.2
"""A vault put back from a copy, with the entry that says so."""

from dataclasses import replace

from workbench.crypto import passphrases
from workbench.services import copies
from workbench.services.akt import Akt
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.vault import restoring
from workbench.vault.opening import Surroundings
from workbench.vault.restoring import Order


def restore(
    order: Order, around: Surroundings, watch: Watch, *, only_try: bool = False
) -> RestoreTold:
    """Put a copy back; `only_try`: as far as that it could take the place, and no farther.

    Raises what `vault.restoring.prepared` raises.
    """
    typed = replace(order, passphrase=passphrases.canonical(order.passphrase))
    with restoring.prepared(typed, around, watch) as ready:
        if not only_try:
            house = Akt(ready.vault.house(), ready.vault, around.clock, around.ids)
            copies.note_restored(house, ready.told)
            ready.take_over()
    return ready.told
