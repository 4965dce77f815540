# SPDX-License-Identifier: EUPL-1.2
"""Whether the one who opens an akt knows somebody in it: asked once where the house has said so."""

from workbench.domain.acquaintance import Acquaintance
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.records.akt import Akt, Recorded


def own_answer(akt: Akt) -> Recorded[Acquaintance] | None:
    """What the one who works here has answered in this akt."""
    own = (each for each in answers(akt) if first_author(akt, each) == akt.user)
    return next(own, None)


def answers(akt: Akt) -> tuple[Recorded[Acquaintance], ...]:
    """Everybody's, in the order in which they were first given."""
    return akt.all(Acquaintance)


def first_author(akt: Akt, each: Recorded[Acquaintance]) -> str:
    """Whose answer it is: theirs who gave it first, whoever corrected it."""
    return akt.history(Acquaintance, each.record)[0].header.author


def is_asked(desk: Desk, akt: Akt) -> bool:
    """Whether the one who works here has still to be asked in this akt."""
    if akt.is_older_copy or not settings.is_on(desk.house, settings.ASK_ACQUAINTANCE):
        return False
    return own_answer(akt) is None
