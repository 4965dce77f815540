# SPDX-License-Identifier: EUPL-1.2
"""The log is read through regularly, and somebody stands for having done it.

The law asks for systematic and recurring checks of who opened what. Nothing can be taken out of
the log here: a review is an entry that says from where to where it was read, and what was found.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from workbench.domain.access import LogReview
from workbench.domain.clock import moment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId, UserId
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.house.log_entries import LogLine, log_entries
from workbench.services.records.akt import Draft, Recorded

LOG_REVIEWER = "log-reviewer"

Opinion = Literal["nothing-to-note", "followed-up"]


class ReviewedMeanwhileError(WorkbenchError):
    """These entries are not those that wait for review now. Nothing was entered."""

    code: ClassVar[str] = "VAULT-043"


class ReviewNeedsNotesError(WorkbenchError):
    """What was followed up is not said. Nothing was entered."""

    code: ClassVar[str] = "VAULT-044"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the log is reviewed. `at` and `by`: the last review; "" and None before the first.

    `waiting`: entries since then. `is_due`: as many days as were set have gone since then, or
    since the first entry.
    """

    at: str
    by: UserId | None
    waiting: int
    is_due: bool


def reviews(desk: Desk) -> tuple[Recorded[LogReview], ...]:
    """Every review, oldest first."""
    return desk.house.all(LogReview)


def standing(desk: Desk) -> Standing:
    """How far the log is reviewed, and whether it is time."""
    entries, last = desk.house.file.entries(), _last(desk)
    waiting = len(entries) - _reviewed(desk, last)
    since = last.recorded_at if last is not None else entries[0].header.recorded_at
    days = settings.number(desk.house, settings.LOG_REVIEW_DAYS)
    is_due = (desk.clock.now() - moment(since)).days >= days
    if last is None:
        return Standing("", None, waiting, is_due)
    return Standing(last.recorded_at, last.author, waiting, is_due)


def waiting(desk: Desk) -> tuple[LogLine, ...]:
    """The entries since the last review, oldest first."""
    last = _last(desk)
    return log_entries(desk, after=EntryId(last.value.last) if last is not None else None)


def sign_off(
    desk: Desk, last: EntryId, opinion: Opinion, notes: str = "", *, entries: int
) -> Changes:
    """Enter that the log was read up to `last`, which stood on the reviewer's screen.

    `entries`: how many were read, from the first that waited to `last`, both included.

    Raises:
        NotAllowedError: for who is no log reviewer.
        ReviewNeedsNotesError, ReviewedMeanwhileError.
    """
    settings.require_role(desk, LOG_REVIEWER)
    if opinion == "followed-up" and not notes.strip():
        raise ReviewNeedsNotesError
    read = waiting(desk)[:entries]
    if len(read) != entries or not read or read[-1].entry != last:
        raise ReviewedMeanwhileError
    review = LogReview(read[0].entry, last, entries, opinion, notes.strip())
    return desk.house.enter(Draft(review))


def _last(desk: Desk) -> Recorded[LogReview] | None:
    """The review that reaches farthest."""
    found = reviews(desk)
    if not found:
        return None
    farthest = found[0]
    for each in found[1:]:
        if desk.house.is_later(EntryId(each.value.last), EntryId(farthest.value.last)):
            farthest = each
    return farthest


def _reviewed(desk: Desk, last: Recorded[LogReview] | None) -> int:
    """How many entries, from the first one on, have been reviewed."""
    return desk.house.position(EntryId(last.value.last)) + 1 if last is not None else 0
