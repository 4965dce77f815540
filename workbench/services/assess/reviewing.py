# SPDX-License-Identifier: EUPL-1.2
"""Review: somebody else reads a judgement and what it rests on, and stands behind it or does not.

requested → returned with remarks → requested again → approved → signed. Each step is a version of
one record. A step that was taken over an older text does not hold for a newer one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.documents import source_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, UserId
from workbench.domain.journal import Entry
from workbench.domain.reviews import Review
from workbench.services.assess import judging, settling
from workbench.services.assess.rating import NoReasonError
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import documents_in
from workbench.services.house import access
from workbench.services.house.access import Colleague
from workbench.services.house.another_person import person_of
from workbench.services.records.akt import Akt, Draft, Recorded

REVIEWER = "reviewer"
_NOT_SAID = frozenset({"result", "assessment_lock", "beside", "review"})
"""What the program gives, or that says nothing of what was answered."""
Stage = Literal["none", "requested", "returned", "approved", "changed-since", "signed"]


class NoReviewerError(WorkbenchError):
    """The one who was asked has not the role, cannot open the akt, or wrote part of it."""

    code: ClassVar[str] = "ASSESS-010"


class NotAskedError(WorkbenchError):
    """A review was answered by somebody who was not asked, or that is not open."""

    code: ClassVar[str] = "ASSESS-011"


class ReviewUnderWayError(WorkbenchError):
    """A judgement was to be signed while a review of it is open or has remarks."""

    code: ClassVar[str] = "ASSESS-012"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the review of a judgement has come, and its record if there is one."""

    stage: Stage
    review: Recorded[Review] | None


def who_may_review(akt: Akt, desk: Desk, judgement: RecordId) -> tuple[Colleague, ...]:
    """Who has the role, can open the akt, and wrote no part of what is reviewed."""
    wrote = {person_of(desk, each) for each in authors(akt, judgement)}
    return tuple(
        one
        for one in access.readers(desk, akt.case)
        if REVIEWER in one.roles and person_of(desk, one.user) not in wrote
    )


def authors(akt: Akt, judgement: RecordId) -> frozenset[UserId]:
    """Who wrote any version of a judgement, or anything in the assessments that it rests on."""
    judged = akt.find(Judgement, judgement)
    if judged is None:
        return frozenset()
    wrote = {entry.header.author for entry in akt.history(Judgement, judgement)}
    under = set(judged.value.assessments)
    wrote |= {entry.header.author for entry in akt.file.entries() if _is_said_in(entry, under)}
    return frozenset(wrote)


def _is_said_in(entry: Entry, assessments: set[RecordId]) -> bool:
    """Whether somebody said something in them, now or before it was corrected by another."""
    if entry.key.kind in _NOT_SAID:
        return False
    is_it = entry.key.kind == "assessment" and entry.key.record in assessments
    return is_it or entry.content().get("assessment") in assessments


def ask(akt: Akt, desk: Desk, judgement: RecordId, reviewer: UserId, question: str = "") -> Changes:
    """Ask somebody to review a judgement as it is entered now; asked again after remarks.

    Raises:
        JudgementIncompleteError; NoReviewerError; ReviewUnderWayError: it is asked already.
    """
    judged = akt.find(Judgement, judgement)
    missing = judging.missing_parts(judged.value) if judged is not None else ("judgement",)
    if judged is None or missing:
        raise judging.JudgementIncompleteError(parts=", ".join(missing))
    if reviewer not in {one.user for one in who_may_review(akt, desk, judgement)}:
        raise NoReviewerError
    before = review_of(akt, judgement)
    if before is not None and _stage(akt, judged, before) == "requested":
        raise ReviewUnderWayError
    value = Review(
        judgement, judged.value.assessments, reviewer, "requested", akt.user, question.strip()
    )
    return akt.enter(Draft(value, before.record if before is not None else None))


def send_back(
    akt: Akt, judgement: RecordId, remarks: str, documents_read: Sequence[str] = ()
) -> Changes:
    """The reviewer's remarks: the judgement goes back to its author.

    Raises:
        NoReasonError: without remarks; NotAskedError.
    """
    if not remarks.strip():
        raise NoReasonError
    return _answer(akt, judgement, "returned", (remarks, documents_read))


def approve(
    akt: Akt, judgement: RecordId, remarks: str = "", documents_read: Sequence[str] = ()
) -> Changes:
    """The reviewer has read it, and these documents, and stands behind it.

    Raises:
        NotAskedError; NoReviewerError: the reviewer has written a part of it since.
    """
    return _answer(akt, judgement, "approved", (remarks, documents_read))


def take_back(akt: Akt, judgement: RecordId) -> Changes:
    """Nobody is asked any more; whoever asked takes the request back.

    Raises:
        NotAskedError: it is not open, or somebody else asked.
    """
    review = review_of(akt, judgement)
    if review is None or review.value.state != "requested" or review.value.asked_by != akt.user:
        raise NotAskedError
    return akt.enter(Draft(replace(review.value, state="taken-back"), review.record))


def review_of(akt: Akt, judgement: RecordId) -> Recorded[Review] | None:
    """The review of a judgement in its newest version."""
    found = [each for each in akt.all(Review) if each.value.judgement == judgement]
    return found[-1] if found else None


def standing(akt: Akt, judgement: RecordId) -> Standing:
    """How far the review of a judgement has come."""
    judged, review = akt.find(Judgement, judgement), review_of(akt, judgement)
    if judged is None or review is None:
        return Standing("none", review)
    return Standing(_stage(akt, judged, review), review)


def asked_of(akt: Akt, user: UserId) -> tuple[Recorded[Review], ...]:
    """The reviews that wait for somebody, oldest first."""
    return tuple(each for each in waiting(akt) if each.value.reviewer == user)


def waiting(akt: Akt) -> tuple[Recorded[Review], ...]:
    """Every review that waits for its reviewer."""
    return tuple(each for each in akt.all(Review) if each.value.state == "requested")


def returned(akt: Akt) -> tuple[Recorded[Review], ...]:
    """Every review whose remarks wait for the one who asked."""
    return tuple(each for each in akt.all(Review) if each.value.state == "returned")


def sign(akt: Akt, desk: Desk, sign_off: SignOff) -> Changes:
    """Sign a judgement: what was approved is signed with its reviewer's name.

    Raises:
        ReviewUnderWayError: a review is open, has remarks or is older than the text, and no reason
        for signing without it was given; and what `settling` and `judging.sign` raise.
    """
    judged = akt.find(Judgement, sign_off.judgement)
    if judged is not None:
        settling.require_settled(akt, desk, judged.value)
    now = standing(akt, sign_off.judgement)
    if now.stage == "approved" and now.review is not None:
        named = access.find_colleague(desk, now.review.value.reviewer).name
        sign_off = replace(sign_off, reviewer=named or sign_off.reviewer)
    elif now.stage in _OPEN and not sign_off.review_skipped_because.strip():
        raise ReviewUnderWayError
    return judging.sign(akt, sign_off)


def approved_before(akt: Akt, signed: Recorded[SignOff]) -> Recorded[Review] | None:
    """The approval under a signature; None where whoever signed has only named somebody."""
    judged = akt.find(Judgement, signed.value.judgement)
    review = review_of(akt, signed.value.judgement)
    if judged is None or review is None or review.value.state != "approved":
        return None
    is_under = akt.is_later(signed.entry, review.entry)
    return review if is_under and judging.rests_before(akt, judged.record, review.entry) else None


_OPEN = ("requested", "returned", "changed-since")


def _answer(
    akt: Akt,
    judgement: RecordId,
    state: Literal["returned", "approved"],
    said: tuple[str, Sequence[str]],
) -> Changes:
    """`said`: the remarks, and the documents that were read."""
    judged, review = akt.find(Judgement, judgement), review_of(akt, judgement)
    is_mine = review is not None and review.value.reviewer == akt.user
    if judged is None or review is None or not is_mine or review.value.state != "requested":
        raise NotAskedError
    if state == "approved" and akt.user in authors(akt, judgement):
        raise NoReviewerError
    remarks, read = said
    known = {source_of(each.value.number) for each in documents_in.documents(akt)}
    there = tuple(each for each in dict.fromkeys(read) if each in known)
    value = replace(review.value, state=state, remarks=remarks.strip(), documents_read=there)
    return akt.enter(Draft(value, review.record))


def _stage(akt: Akt, judged: Recorded[Judgement], review: Recorded[Review]) -> Stage:
    if judging.signature_of(akt, judged.record) is not None:
        return "signed"
    state = review.value.state
    if state == "taken-back":
        return "none"
    if state == "approved" and not judging.rests_before(akt, judged.record, review.entry):
        return "changed-since"
    return state
