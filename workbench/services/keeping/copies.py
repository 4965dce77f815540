# SPDX-License-Identifier: EUPL-1.2
"""Make copies, open them later, rehearse: and enter in the organisation akt that it was done.

Nothing is entered that was not read back first.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from workbench.domain.backups import BackupMade, BackupVerified, Rehearsed, Restored
from workbench.domain.clock import moment
from workbench.domain.errors import WorkbenchError
from workbench.services.copies_ports import CopyChecked, CopyMade, RestoreTold, Watch
from workbench.services.desk import Desk
from workbench.services.handing_over.contacts import find_own_card
from workbench.services.records.akt import Akt, Draft, Recorded

AMBER_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Age:
    """How old the newest copy is. `days` None: there never was one, or its day cannot be read."""

    days: int | None
    made: Recorded[BackupMade] | None = None

    @property
    def is_due(self) -> bool:
        """Whether an administrator is reminded."""
        return self.days is None or self.days > AMBER_AFTER.days


def make_copy(
    desk: Desk, folder: Path, watch: Watch, *, allows_same_disk: bool = False
) -> CopyMade:
    """Copy the vault to a medium; entered once it was read back and opened.

    Raises VAULT-007, VAULT-012, VAULT-026 to VAULT-029.
    """
    made = desk.vault.copies.make(folder, watch, allows_same_disk=allows_same_disk)
    copy = made.copy
    entered = BackupMade(made.medium, copy.generation, copy.opened, copy.hash_only, copy.size_bytes)
    desk.house.enter(Draft(entered))
    return made


def check_copy(desk: Desk, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
    """Open in a copy what this user can: what others had only compared, among it.

    Raises VAULT-025, VAULT-026, VAULT-028.
    """
    told = desk.vault.copies.check(folder, watch, generation)
    desk.house.enter(Draft(BackupVerified(told.medium, told.generation, told.opened)))
    return told


def rehearse(desk: Desk, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
    """Put a copy back aside, open it, put it away.

    Raises VAULT-025, VAULT-026, VAULT-028, VAULT-029.
    """
    told = desk.vault.copies.rehearse(folder, watch, generation)
    desk.house.enter(Draft(Rehearsed(told.medium, told.generation, told.opened)))
    return told


def note_restored(house: Akt, told: RestoreTold, reason: str = "") -> None:
    """In the organisation akt of the vault that was put back, before it takes its place.

    With it, each akt that came from an older copy. `reason`: why damaged akter were accepted.
    """
    left_out = tuple(akt.case for akt in told.left_out)
    is_asked = bool(told.from_older or left_out)
    whole = Restored(
        told.medium,
        told.generation,
        told.left_aside,
        made=told.made,
        without=left_out,
        reason=reason.strip() if is_asked else "",
    )
    akter = (
        Restored(told.medium, a.generation, case=a.case, made=a.made, missing=a.missing)
        for a in told.from_older
    )
    house.enter(Draft(whole), *(Draft(akt) for akt in akter))


def finish_restored(desk: Desk) -> None:
    """At unlock: a copy holds no keys for bundles, so whoever exchanges makes new ones.

    Only when there are none, and with them a new contact card; the old card holds no more.
    Nothing of it stands in the way of an unlock: what cannot be done is told where it is needed.
    """
    put_back = [each for each in desk.house.all(Restored) if not each.value.case]
    with suppress(WorkbenchError):
        if put_back and desk.vault.recovery.lacks_exchange():
            own = find_own_card(desk)
            if own is not None:
                desk.vault.put_card(replace(own, state="revoked"))
            desk.vault.recovery.renew_exchange()


def age(desk: Desk) -> Age:
    """How old the newest copy is that was ever entered."""
    made = desk.house.all(BackupMade)
    if not made:
        return Age(None)
    newest = max(made, key=lambda each: each.recorded_at)
    try:
        days = (desk.clock.now() - moment(newest.recorded_at)).days
    except ValueError:
        return Age(None, newest)
    return Age(max(0, days), newest)


def rehearsals(desk: Desk) -> tuple[Recorded[Rehearsed], ...]:
    """Every rehearsal, oldest first."""
    return desk.house.all(Rehearsed)
