# SPDX-License-Identifier: EUPL-1.2
"""How a vault was come into: what the log is told of it, once it can be told."""

from dataclasses import dataclass, replace

from workbench.domain.ids import VaultId
from workbench.vault import backoff
from workbench.vault.installation import Installation
from workbench.vault.slots import SlotsBody


@dataclass(frozen=True, slots=True)
class ComingIn:
    """At which place, after how many wrong tries, over which older files.

    `place` 0: by whoever made the vault, or by the recovery code. `elsewhere`: places that nobody
    has and that wrong tries were made at, which an administrator is told of.
    """

    place: int = 0
    failed_before: int = 0
    failed_since: str = ""
    by_recovery: bool = False
    older: tuple[str, ...] = ()
    failed_elsewhere: int = 0
    elsewhere: tuple[int, ...] = ()

    def over(self, *older: str) -> "ComingIn":
        """The same, over these files too."""
        return replace(self, older=tuple(dict.fromkeys((*self.older, *older))))


def through(installation: Installation, body: SlotsBody, place: int) -> ComingIn:
    """In through a place that a passphrase has just opened."""
    vault = VaultId(body.vault)
    count, since = backoff.untold(installation, vault, place)
    here = next(member for member in body.members() if member.place == place)
    found: dict[int, int] = {}
    if "administrator" in here.roles:
        taken = {slot.place for slot in body.slots}
        found = backoff.untold_elsewhere(installation, vault, taken)
    elsewhere = tuple(found)
    return ComingIn(place, count, since, failed_elsewhere=sum(found.values()), elsewhere=elsewhere)


def told(installation: Installation, vault: VaultId, came: ComingIn) -> None:
    """The log has it: the wrong tries need no note any more."""
    if came.failed_before:
        backoff.told(installation, vault, came.place)
    for place in came.elsewhere:
        backoff.told(installation, vault, place)
