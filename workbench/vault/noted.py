# SPDX-License-Identifier: EUPL-1.2
"""What this installation notes of a vault that was put back from a copy."""

from dataclasses import dataclass

from workbench.domain.ids import VaultId
from workbench.vault import durable, known_lists, seen_heads
from workbench.vault.installation import Installation, Seen
from workbench.vault.known_lists import Known
from workbench.vault.slots import SlotsBody


@dataclass(frozen=True, slots=True)
class Noted:
    """How far the vault has come that was put back, and its list of users."""

    seen: Seen
    known: Known

    @classmethod
    def of(cls, body: SlotsBody, revision: int) -> "Noted":
        seen = Seen(vault=body.vault, generation=body.generation, revision=revision)
        return cls(seen, known_lists.as_known(body))

    def let_older_pass(self, installation: Installation) -> None:
        """What was seen of a later state is given up knowingly, before anything is replaced."""
        vault = VaultId(self.seen.vault)
        seen_heads.drop(installation, vault)
        with durable.explained():
            durable.sync_folder(installation.folder)
        seen = installation.seen(vault)
        if seen is not None and seen.generation > self.seen.generation:
            kept = Seen(vault=vault, generation=self.seen.generation, revision=seen.revision)
            installation.remember(kept)
        known = known_lists.known_here(installation, vault)
        if known is not None and known.generation > self.known.generation:
            known_lists.remember(installation, self.known)

    def keep(self, installation: Installation) -> None:
        """It is the vault now."""
        installation.remember(self.seen)
        known_lists.remember(installation, self.known)
