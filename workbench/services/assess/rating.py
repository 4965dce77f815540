# SPDX-License-Identifier: EUPL-1.2
"""A second rater: a coding of their own, blind to the first until it is locked; then consensus.

Three records, nothing overwritten: the first rater's, the second's, and what both agreed on.
"""

from dataclasses import dataclass
from typing import ClassVar

from workbench.domain.assessments import Assessment
from workbench.domain.beside import Beside
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, UserId
from workbench.services.assess import locks, sheets, wording
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house.another_person import person_of
from workbench.services.records import blinding
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.words import language

_NOT_SAID = frozenset({"assessment_lock", "beside", "review"})
"""What says nothing of what was answered."""


class OwnRatingError(WorkbenchError):
    """The second rater is the first one."""

    code: ClassVar[str] = "ASSESS-004"


class NotRatedError(WorkbenchError):
    """There is nothing entered yet that a second rater could be compared with."""

    code: ClassVar[str] = "ASSESS-005"


class RatingOpenError(WorkbenchError):
    """A second rating of this assessment is under way, or this one is a second rating itself."""

    code: ClassVar[str] = "ASSESS-006"


class NoReasonError(WorkbenchError):
    """Something that needs a reason was done without one."""

    code: ClassVar[str] = "ASSESS-007"


@dataclass(frozen=True, slots=True)
class Later:
    """A later assessment that was made from an earlier one; once locked it takes its place."""

    begun_on: str
    is_locked: bool


def begin_second(akt: Akt, desk: Desk, first: RecordId, *, had_read: bool) -> RecordId:
    """Begin a coding of one's own with the very definition of the first.

    From here on the first is withheld from this user, and the second from everybody else.
    `had_read`: the rater says that the first was read before this.

    Raises:
        OwnRatingError; NotRatedError; RatingOpenError; LOOP-005; WithdrawnFormError.
    """
    require_in_use(akt, desk, first)
    rated = _rated(akt, first)
    if has_written(akt, desk, first, akt.user):
        raise OwnRatingError
    if is_rated(akt, first):
        raise RatingOpenError
    made = akt.new_record()
    tie = Beside(made, (first,), "second", akt.user, had_read)
    akt.enter(Draft(anew(akt, desk, rated.record), made), Draft(tie))
    return made


def may_begin_second(akt: Akt, desk: Desk, first: RecordId) -> bool:
    """Whether this user could begin a second rating of it now."""
    merged = sheets.entered(akt, first)
    has_said = bool(merged.answers or merged.codings)
    is_mine = has_written(akt, desk, first, akt.user)
    return has_said and not is_mine and not is_rated(akt, first)


def look_anyway(akt: Akt, second: RecordId, because: str) -> Changes:
    """The rater gives up being blind, and why: protection never waits for a method.

    Raises:
        NoReasonError; OwnRatingError for anybody but the rater.
    """
    tie = tie_of(akt, second)
    if tie is None or tie.value.rater != akt.user or not blinding.is_blind(tie.value):
        raise OwnRatingError
    if not because.strip():
        raise NoReasonError
    value = tie.value
    broken = Beside(
        value.assessment, value.to, value.why, value.rater, value.had_read, because.strip()
    )
    return akt.enter(Draft(broken, tie.record))


def begin_consensus(akt: Akt, desk: Desk, second: RecordId) -> RecordId:
    """Begin the third record: empty, both codings are shown beside it and neither is changed.

    Raises:
        NotRatedError: there is no second rating, or it is not locked; RatingOpenError: begun.
    """
    tie = tie_of(akt, second)
    if tie is None or tie.value.why != "second" or not locks.is_locked(akt, second):
        raise NotRatedError
    if ties_to(akt, second, "consensus"):
        raise RatingOpenError
    rated = _rated(akt, second)
    made = akt.new_record()
    both = Beside(made, (*tie.value.to, second), "consensus")
    akt.enter(Draft(anew(akt, desk, rated.record), made), Draft(both))
    return made


def begin_again(akt: Akt, desk: Desk, earlier: RecordId) -> RecordId:
    """Begin a new assessment with what was said last time in view.

    No answer, conclusion, own appraisal or result is copied into it: what stands beside a place
    counts as nothing until a person has confirmed it there, one by one.

    Raises:
        LOOP-005: the library holds another file; a new assessment is then begun without it.
        WithdrawnFormError.
    """
    require_in_use(akt, desk, earlier)
    made = akt.new_record()
    akt.enter(Draft(anew(akt, desk, earlier), made), Draft(Beside(made, (earlier,), "again")))
    return made


def taken_up_again(akt: Akt, desk: Desk, earlier: RecordId) -> RecordId:
    """The new assessment that was begun of an earlier one and is not locked; else one is begun.

    Raises:
        What `begin_again` raises.
    """
    begun = [tie.value.assessment for tie in ties_to(akt, earlier, "again")]
    under_way = [each for each in begun if not locks.is_locked(akt, each)]
    return under_way[-1] if under_way else begin_again(akt, desk, earlier)


def require_in_use(akt: Akt, desk: Desk, before: RecordId) -> None:
    """See that something new may be begun with what it was made with. Raises WithdrawnFormError."""
    sheets.require_offered(desk, _begun(akt, before).value.instrument)


def anew(akt: Akt, desk: Desk, before: RecordId) -> Assessment:
    """A new administration with the very definition of an earlier one, and the pack in force.

    Its context is its own: who was heard then says nothing of now. Raises LOOP-005.
    """
    kept = _begun(akt, before).value
    definition = sheets.pinned(desk, kept.instrument)
    return Assessment(
        instrument=kept.instrument,
        begun_on=akt.today(),
        wording=wording.pack_for_new(desk, definition, language()),
        profile=kept.profile,
    )


def tie_of(akt: Akt, assessment: RecordId) -> Recorded[Beside] | None:
    """Why an assessment stands beside others; None for one that stands alone."""
    found = [each for each in akt.all(Beside) if each.value.assessment == assessment]
    return found[-1] if found else None


def ties_to(akt: Akt, assessment: RecordId, why: str = "") -> tuple[Recorded[Beside], ...]:
    """What stands beside an assessment, oldest first."""
    found = (each for each in akt.all(Beside) if assessment in each.value.to)
    return tuple(each for each in found if why in ("", each.value.why))


def later(akt: Akt, assessment: RecordId) -> Later | None:
    """The newest assessment that was made from this one; None while there is none."""
    made = [akt.find(Assessment, t.value.assessment) for t in ties_to(akt, assessment, "again")]
    found = [each for each in made if each is not None]
    if not found:
        return None
    newest = found[-1]
    return Later(newest.value.begun_on, locks.is_locked(akt, newest.record))


def raters(akt: Akt, assessment: RecordId) -> frozenset[UserId]:
    """Who entered any version of it, or of anything in it; not who only asked for it."""
    tie, begun = tie_of(akt, assessment), akt.find(Assessment, assessment)
    is_asked = tie is not None and tie.value.why == "second"
    wrote = {begun.author} if is_asked and begun is not None else set()
    for entry in akt.file.entries():
        is_begun = entry.key.kind == "assessment" and entry.key.record == assessment
        says = entry.key.kind not in _NOT_SAID and entry.content().get("assessment") == assessment
        if says or (is_begun and not is_asked):
            wrote.add(entry.header.author)
    return frozenset(wrote)


def has_written(akt: Akt, desk: Desk, assessment: RecordId, user: UserId) -> bool:
    """Whether somebody wrote in it, under whichever user they were here then."""
    wrote = {person_of(desk, each) for each in raters(akt, assessment)}
    return person_of(desk, user) in wrote


def _rated(akt: Akt, assessment: RecordId) -> Recorded[Assessment]:
    begun = _begun(akt, assessment)
    merged = sheets.entered(akt, assessment)
    if not merged.answers and not merged.codings:
        raise NotRatedError
    return begun


def is_rated(akt: Akt, assessment: RecordId) -> bool:
    """Whether it has a second rater who is blind or was, or is such a rating itself."""
    tie = tie_of(akt, assessment)
    if tie is not None and tie.value.why != "again":
        return True
    return any(blinding.is_blind(each.value) for each in ties_to(akt, assessment, "second"))


def _begun(akt: Akt, assessment: RecordId) -> Recorded[Assessment]:
    begun = akt.find(Assessment, assessment)
    if begun is None:
        raise KeyError(assessment)
    return begun
