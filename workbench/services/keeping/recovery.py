# SPDX-License-Identifier: EUPL-1.2
"""The recovery codes: how they stand, new ones, drills, and what is left to do after their use."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from workbench.crypto.recovery import MistypedError, read_code
from workbench.domain.access import PassphraseChanged
from workbench.domain.backups import Drilled, RecoveryRenewed
from workbench.domain.people import StaffMember
from workbench.services.desk import Desk
from workbench.services.handing_over.contacts import find_own_card
from workbench.services.jobs import Pulse
from workbench.services.records.akt import Akt, Draft
from workbench.services.recovery_ports import Codes, Drill

ADMINISTRATOR = "administrator"
DRILL_AFTER = timedelta(days=90)
GROUPS, GROUP = 9, 4
_LETTERS = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
_DAY = 10


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """How recovery stands; days are ISO dates, "" for never.

    `drilled_on`: the last drill with the codes of today. `is_used`: someone came back by these
    codes since they were proven, so they were out of their envelopes.
    """

    codes: Codes
    proven_on: str
    drilled_on: str
    is_drill_due: bool
    is_used: bool


def state(desk: Desk) -> RecoveryState:
    """How recovery stands today."""
    standing = desk.vault.recovery.standing()
    proven, today = standing.proven, desk.clock.today()
    drills = [each.recorded_at for each in desk.house.all(Drilled) if each.recorded_at >= proven]
    drilled_on = max(drills, default="")[:_DAY]
    used = [c for c in desk.house.all(PassphraseChanged) if c.value.by_recovery]
    newest = drilled_on or proven[:_DAY]
    return RecoveryState(
        codes=standing.codes,
        proven_on=proven[:_DAY],
        drilled_on=drilled_on,
        is_drill_due=newest == "" or today - date.fromisoformat(newest) > DRILL_AFTER,
        is_used=any(change.recorded_at >= proven for change in used),
    )


def prove_renewed(desk: Desk, typed: Sequence[str], pulse: Pulse) -> None:
    """The new codes came back: they hold from now on, and the log has it.

    Raises VAULT-016, VAULT-017, VAULT-036; VAULT-007 for who is no administrator.
    """
    desk.vault.recovery.prove(typed, pulse)
    desk.house.enter(Draft(RecoveryRenewed(desk.vault.recovery.standing().codes)))


def drill(desk: Desk, typed: Sequence[str], pulse: Pulse, medium: Path | None = None) -> Drill:
    """Open a copy with the codes alone; entered, with today's date, when all was whole.

    Raises what `Recovery.drill` raises.
    """
    found = desk.vault.recovery.drill(typed, pulse, medium)
    if not found.faulty:
        desk.house.enter(Draft(Drilled(found.opened, found.codes)))
    return found


def carry_over(house: Akt, new: StaffMember) -> None:
    """Whoever comes back has a name from the beginning; the recovery key signs for it."""
    house.enter(Draft(new))


def finish(desk: Desk) -> None:
    """What is left to do when a user came back by recovery: once, and again if it was cut off.

    Their new passphrase is entered. Keys that recovery never has (the organisation's own, for
    bundles) are made anew when nobody else has them, and the contact card with them.
    """
    recovery, me = desk.vault.recovery, desk.vault.signer.user
    if not recovery.came_by_recovery:
        return
    changes = desk.house.all(PassphraseChanged)
    if any(c.value.user == me and c.value.by_recovery for c in changes):
        return
    if recovery.lacks_exchange():
        own = find_own_card(desk)
        if own is not None:
            desk.vault.put_card(replace(own, state="revoked"))
        recovery.renew_exchange()
    desk.house.enter(Draft(PassphraseChanged(me, by_recovery=True)))


def names(house: Akt) -> dict[str, StaffMember]:
    """Who is who, by user."""
    return {each.value.user: each.value for each in house.all(StaffMember)}


def is_code(typed: str) -> bool:
    """Whether a typed code fits its own checksum."""
    try:
        read_code(typed)
    except MistypedError:
        return False
    return True


def grouped(typed: str) -> str:
    """What was typed so far, as it stands on the sheet: capitals in groups of four."""
    text = _plain(typed)[: GROUPS * GROUP]
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def doubtful_groups(typed: str) -> tuple[int, ...]:
    """Which groups (1 to 9) of a whole code that does not fit its checksum may be mistyped.

    A sign that no code has is seen at once. One wrong sign, or two that changed places, are found
    by trying: where one such slip alone explains it, its group is told; otherwise nothing is.
    """
    text = _plain(typed)
    strange = [at // GROUP + 1 for at, letter in enumerate(text) if letter not in _LETTERS]
    if strange or len(text) != GROUPS * GROUP:
        return tuple(sorted(set(strange)))
    found = {group for group, other in _slips(text) if is_code(other)}
    return tuple(found) if len(found) == 1 else ()


def _slips(text: str) -> list[tuple[int, str]]:
    """Every text that is one slip away, and in which group the slip would be."""
    made = []
    for at, letter in enumerate(text):
        group, rest = at // GROUP + 1, text[at + 1 :]
        made += [(group, text[:at] + other + rest) for other in _LETTERS - {letter}]
        if rest and rest[0] != letter:
            made.append((group, text[:at] + rest[0] + letter + rest[1:]))
    return made


def _plain(typed: str) -> str:
    return "".join(typed.replace("-", " ").split()).upper().translate(_READ_AS)
