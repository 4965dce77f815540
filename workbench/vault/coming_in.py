# SPDX-License-Identifier: EUPL-1.2
"""How a vault was come into: what the log is told of it, once it can be told."""

from dataclasses import dataclass, replace

from workbench.domain.ids import VaultId
from workbench.vault import backoff
from workbench.vault.installation import Installation


@dataclass(frozen=True, slots=True)
class ComingIn:
    """At which place, after how many wrong tries, over which older files.

    `place` 0: by whoever made the vault, or by the recovery code.
    """

    place: int = 0
    failed_before: int = 0
    failed_since: str = ""
    by_recovery: bool = False
    older: tuple[str, ...] = ()

    def over(self, *older: str) -> "ComingIn":
        """The same, over these files too."""
        return replace(self, older=tuple(dict.fromkeys((*self.older, *older))))


def through(installation: Installation, vault: VaultId, place: int) -> ComingIn:
    """In through a place that a passphrase has just opened."""
    count, since = backoff.untold(installation, vault, place)
    return ComingIn(place, count, since)


def told(installation: Installation, vault: VaultId, came: ComingIn) -> None:
    """The log has it: the wrong tries need no note any more."""
    if came.failed_before:
        backoff.told(installation, vault, came.place)
