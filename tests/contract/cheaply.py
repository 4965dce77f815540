# SPDX-License-Identifier: EUPL-1.2
"""The command `workbench` with passphrases that cost 8 MiB instead of 256: all else is the same.

Run as a file with the verb's arguments. What a passphrase costs in truth has tests of its own.
"""

import sys
from functools import partial

from tests.vault.making import CHEAP
from workbench.app.opening import found_vault
from workbench.app.system import SystemClock, SystemIds
from workbench.cli import inputs, main, vault_access, vault_copies, vault_recovery, vaults
from workbench.cli.demo import play, verb
from workbench.vault.opening import Surroundings


def surroundings() -> Surroundings:
    return Surroundings(SystemClock(), SystemIds(), smallest_kib=CHEAP.m_kib)


for room in (inputs, vault_copies, vault_recovery, vaults, verb):
    room.system_surroundings = surroundings
for room in (vaults, play):
    room.found_vault = partial(found_vault, cost=CHEAP)
for room in (vault_access, vault_recovery):
    room.measured_cost = lambda: CHEAP

if __name__ == "__main__":
    sys.exit(main.run())
