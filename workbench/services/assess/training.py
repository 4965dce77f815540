# SPDX-License-Identifier: EUPL-1.2
"""Who is trained or licensed for which instrument. It warns; it never stops urgent work."""

from typing import Literal

from workbench.domain.rights import Training
from workbench.instruments.definition import Definition
from workbench.instruments.wording_packs import is_over
from workbench.services.assess.confirming import METHOD_OWNER
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.records.akt import Draft, Recorded

Warns = Literal["", "untrained", "ended"]


def note_training(desk: Desk, training: Training) -> Changes:
    """Enter that somebody is trained; a newer note about the same person stands beside.

    Raises NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    return desk.house.enter(Draft(training))


def withdraw_training(desk: Desk, noted: Recorded[Training], reason: str) -> Changes:
    """It was noted wrongly. Raises NotAllowedError for who is no method owner."""
    settings.require_role(desk, METHOD_OWNER)
    return desk.house.withdraw(Training, noted.record, reason)


def trained_in(desk: Desk, definition: Definition) -> tuple[Recorded[Training], ...]:
    """Everybody who is noted for this very version, oldest note first."""
    named = (definition.id, definition.version)
    found = desk.house.all(Training)
    return tuple(t for t in found if (t.value.instrument, t.value.version) == named)


def warning(desk: Desk, definition: Definition) -> Warns:
    """What to tell the one who works here now: no training noted, or its time has gone."""
    me, today = desk.vault.signer.user, desk.clock.today()
    mine = [t.value for t in trained_in(desk, definition) if t.value.user == me]
    if not mine:
        return "untrained"
    return "ended" if all(is_over(each.valid_to, today) for each in mine) else ""
