# SPDX-License-Identifier: EUPL-1.2
"""Hide an akt (E0), take it away from this device (E1), say that a device was sanitised (E4).

An akt is erased by somebody who can open it: a role alone opens nothing, and takes nothing away.
What must be looked at first is a person's word, entered with the act; nothing is computed.
"""

from dataclasses import dataclass

from workbench.domain.backups import BackupMade
from workbench.domain.disclosures import Received, Sent
from workbench.domain.erasing import DeviceSanitised, Erased, EraseProposed, Hidden
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.measures import CLOSED, Measure
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.law import erasing_law
from workbench.services.purge.approving import Act, Approved, Word, approved
from workbench.services.purge.erasing_errors import UncheckedError
from workbench.services.records.akt import Akt, Draft
from workbench.services.records.trust import BadSignatureError, require_authentic

ERASED = "erased"


@dataclass(frozen=True, slots=True)
class EraseRequest:
    """Which akt, on which ground (`erasing_law`), why; what a person looked at first.

    `answered_no`: the versions of the questions that were answered with no. `has_seen_open`: that
    what is still open in the akt was seen.
    """

    case: CaseId
    ground: str
    reason: str
    answered_no: frozenset[str] = frozenset()
    has_seen_open: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What is to be looked at first: what is open in an akt, and which copies there are of it."""

    open_measures: int
    unentered: int
    bundles_sent: int
    media: tuple[str, ...]


def hide(akt: Akt, reason: str) -> Changes:
    """Level E0: in no list and found by no search, and nothing is taken away."""
    return _set_hidden(akt, reason, is_hidden=True)


def unhide(akt: Akt, reason: str) -> Changes:
    """Back in the lists."""
    return _set_hidden(akt, reason, is_hidden=False)


def is_hidden(akt: Akt) -> bool:
    """Whether the akt is at level E0."""
    return any(each.value.is_hidden for each in akt.all(Hidden))


def before_erasing(desk: Desk, akt: Akt) -> Before:
    """What a person should see first."""
    measures = [m.value for m in akt.all(Measure) if m.value.status not in CLOSED]
    return Before(
        open_measures=len(measures),
        unentered=len(akt.file.working_rows(akt.user)),
        bundles_sent=_sent(desk, akt.case),
        media=_media(desk),
    )


def propose(desk: Desk, proposal: EraseProposed) -> Changes:
    """One person alone means to take something away, and is asked again after a day.

    Raises:
        UncheckedError: without ground or reason.
    """
    if not (proposal.ground.strip() and proposal.reason.strip()):
        raise UncheckedError
    return desk.house.enter(Draft(proposal))


def take_back(desk: Desk, proposal: RecordId) -> Changes:
    """The proposal holds no longer."""
    return desk.house.withdraw(EraseProposed, proposal, "")


def erase(session: Session, request: EraseRequest, word: Word) -> RecordId:
    """Take an akt away from this device: its keys, its file, its row. Returns what was entered.

    An akt that is damaged can be erased too; then nothing of it is looked at.

    Raises:
        UncheckedError: a question without its no, no ground, no reason, or open things not seen.
        VAULT-007: no grant; what `approving.approved` raises; BadSignatureError.
    """
    desk = session.desk
    desk.vault.erasing.require_key(request.case)
    require_authentic(desk.house)
    akt = _opened(session, request.case)
    _require_checked(desk, akt, request)
    with approved(desk, Act(ERASED, request.case), word) as approval:
        value = _erased(desk, akt, request, approval)
        changes = desk.house.enter(Draft(value), cosigner=approval.cosigner)
    session.put_away()
    desk.vault.erasing.erase(request.case)
    return changes.records[0]


def note_sanitised(desk: Desk, sanitised: DeviceSanitised) -> Changes:
    """Level E4, as a person says it."""
    if not (sanitised.device.strip() and sanitised.how.strip()):
        raise UncheckedError
    return desk.house.enter(Draft(sanitised))


def _set_hidden(akt: Akt, reason: str, *, is_hidden: bool) -> Changes:
    if not reason.strip():
        raise UncheckedError
    known = akt.all(Hidden)
    record = known[0].record if known else None
    return akt.enter(Draft(Hidden(is_hidden, reason.strip()), record))


def _opened(session: Session, case: CaseId) -> Akt | None:
    """The akt, whole and authentic; None for one that is damaged."""
    try:
        akt = session.akt(case)
    except WorkbenchError as error:
        if error.code in ("VAULT-006", "VAULT-008"):
            return None
        raise
    try:
        require_authentic(akt)
    except BadSignatureError:
        return None
    return akt


def _require_checked(desk: Desk, akt: Akt | None, request: EraseRequest) -> None:
    asked = {question.version for question in erasing_law.questions("sv")}
    is_said = bool(request.ground.strip() and request.reason.strip())
    is_open = akt is None or _has_open(before_erasing(desk, akt))
    if not is_said or not request.answered_no.issuperset(asked):
        raise UncheckedError
    if is_open and not request.has_seen_open:
        raise UncheckedError


def _has_open(before: Before) -> bool:
    return before.open_measures > 0 or before.unentered > 0


def _erased(desk: Desk, akt: Akt | None, request: EraseRequest, approval: Approved) -> Erased:
    received = akt.all(Received) if akt is not None else ()
    return Erased(
        level="E1",
        case=request.case,
        case_number=cases.number_of(desk, request.case),
        ground=request.ground,
        reason=request.reason.strip(),
        approval=approval.approval,
        media_known=_media(desk),
        bundles_sent=_sent(desk, request.case),
        arrivals=tuple(sorted({each.value.file_sha256 for each in received})),
        checked=tuple(sorted(request.answered_no)),
        proposal=approval.proposal,
        confirmed=approval.confirmed,
        warrant=approval.warrant,
    )


def _sent(desk: Desk, case: CaseId) -> int:
    return sum(each.value.case == case for each in desk.house.all(Sent))


def _media(desk: Desk) -> tuple[str, ...]:
    return tuple(sorted({each.value.medium for each in desk.house.all(BackupMade)}))
