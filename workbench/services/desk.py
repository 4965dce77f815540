# SPDX-License-Identifier: EUPL-1.2
"""What an unlocked user has before them: the vault, the clock, the library."""

from dataclasses import dataclass

from workbench.domain.clock import Clock
from workbench.domain.ids import Ids
from workbench.instruments.catalogue import Catalogue
from workbench.services.ports import Vault
from workbench.services.records.akt import Akt


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a use case may need, handed in once at unlock."""

    vault: Vault
    clock: Clock
    ids: Ids
    catalogue: Catalogue
    house: Akt
    """The organisation akt: who opened, printed, sealed what; confirmations; staff."""
    program: str
    """Program name and version, as it stands on paper and in results."""
