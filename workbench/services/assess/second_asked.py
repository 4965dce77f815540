# SPDX-License-Identifier: EUPL-1.2
"""A colleague is asked to assess as the second rater, and is blind from that moment.

Asking makes the empty second record with the colleague's name on it, so that the akt withholds
the first from them before they have begun (`records.blinding`). Beginning dates it and makes it
theirs. Who must read the first for the sake of protection does so with a reason, as ever.
"""

from dataclasses import replace
from typing import ClassVar

from workbench.domain.assessments import Assessment
from workbench.domain.beside import Beside
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, UserId
from workbench.services.assess import locks, rating, sheets
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.house.access import Colleague
from workbench.services.records.akt import Akt, Draft, Recorded


class NoSecondRaterError(WorkbenchError):
    """The one who was asked cannot open the akt or wrote in the first, or nobody may ask here."""

    code: ClassVar[str] = "ASSESS-014"


def who_may_rate(akt: Akt, desk: Desk, first: RecordId) -> tuple[Colleague, ...]:
    """Who can open the akt and wrote nothing in the first, under any user that they were."""
    able = access.readers(desk, akt.case)
    return tuple(one for one in able if not rating.has_written(akt, desk, first, one.user))


def may_ask(akt: Akt, desk: Desk, first: RecordId) -> bool:
    """Whether this user made the first, something is entered, and it has no second rater."""
    merged = sheets.entered(akt, first)
    has_said = bool(merged.answers or merged.codings)
    is_mine = rating.has_written(akt, desk, first, akt.user)
    return has_said and is_mine and not rating.is_rated(akt, first)


def ask(akt: Akt, desk: Desk, first: RecordId, rater: UserId) -> RecordId:
    """Ask a colleague for a second assessment; from here on the first is withheld from them.

    Raises:
        NoSecondRaterError; LOOP-005: the library holds another file of the instrument;
        WithdrawnFormError.
    """
    rating.require_in_use(akt, desk, first)
    allowed = {one.user for one in who_may_rate(akt, desk, first)}
    if not may_ask(akt, desk, first) or rater not in allowed:
        raise NoSecondRaterError
    made = akt.new_record()
    tie = Beside(made, (first,), "second", rater)
    akt.enter(Draft(rating.anew(akt, desk, first), made), Draft(tie))
    return made


def asked_of_me(akt: Akt, record: RecordId) -> Recorded[Beside] | None:
    """What this user was asked for and has not begun; `record` is the first or the second."""
    return next(
        (
            tie
            for tie in waiting(akt)
            if tie.value.rater == akt.user and record in (tie.value.assessment, *tie.value.to)
        ),
        None,
    )


def waiting(akt: Akt) -> tuple[Recorded[Beside], ...]:
    """Every second assessment that was asked for and that its rater has not begun."""
    return tuple(tie for tie in akt.all(Beside) if _waits(akt, tie.value))


def begin(akt: Akt, desk: Desk, record: RecordId, *, had_read: bool) -> RecordId:
    """Begin a second assessment: the one that was asked for, else one of one's own accord.

    Raises what `rating.begin_second` raises.
    """
    asked = asked_of_me(akt, record)
    if asked is None:
        return rating.begin_second(akt, desk, record, had_read=had_read)
    tie = asked.value
    mine = rating.anew(akt, desk, tie.assessment)
    akt.enter(Draft(mine, tie.assessment), Draft(replace(tie, had_read=had_read), asked.record))
    return tie.assessment


def may_take_back(akt: Akt, first: RecordId) -> bool:
    """Whether this user asked, and the colleague has entered nothing yet."""
    return any(_asked_by(akt, tie) == akt.user for tie in _waiting_on(akt, first))


def take_back(akt: Akt, first: RecordId, because: str) -> Changes:
    """Nobody is asked any more.

    Raises:
        NoSecondRaterError: somebody else asked, or the colleague has begun.
    """
    asked = next((t for t in _waiting_on(akt, first) if _asked_by(akt, t) == akt.user), None)
    if asked is None:
        raise NoSecondRaterError
    empty = (Assessment, asked.value.assessment)
    return akt.withdraw(Beside, asked.record, because, empty)


def _waiting_on(akt: Akt, first: RecordId) -> tuple[Recorded[Beside], ...]:
    return tuple(tie for tie in waiting(akt) if first in tie.value.to)


def _waits(akt: Akt, tie: Beside) -> bool:
    if tie.why != "second" or locks.is_locked(akt, tie.assessment):
        return False
    with akt.whole():
        return tie.rater not in rating.raters(akt, tie.assessment)


def _asked_by(akt: Akt, tie: Recorded[Beside]) -> UserId | None:
    begun = akt.find(Assessment, tie.value.assessment)
    return begun.author if begun is not None else None
