# SPDX-License-Identifier: EUPL-1.2
"""Take the texts of chosen entries out of an akt on a legal ground; their traces stay.

The akt's own journal tells it first, in the same commit. The organisation akt and the list of what
was erased hear of it next; where a crash came between, the next opening of the akt tells them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.erasing import Purge, Purged
from workbench.domain.ids import EntryId
from workbench.domain.journal import Entry, Key, RecordVersion
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.purge.approving import Act, Approved, Word, approved
from workbench.services.purge.erasing_errors import UncheckedError
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Draft
from workbench.services.records.trust import require_authentic

PURGE = "purge"


@dataclass(frozen=True, slots=True)
class PurgeRequest:
    """Which entries, on which ground (`erasing_law`), and why."""

    entries: tuple[EntryId, ...]
    ground: str
    reason: str


def versions_of(akt: Akt, records: Iterable[Key]) -> tuple[EntryId, ...]:
    """Every version of these records that still has its text: one alone would leave the others."""
    wanted = set(records)
    return tuple(e.id for e in akt.file.entries() if e.key in wanted and may_be_purged(e))


def may_be_purged(entry: Entry) -> bool:
    """Whether there is a text to take away. Who took what away stays to be read."""
    return entry.body is not None and not entry.is_tombstone and entry.key.kind != PURGE


def purge(desk: Desk, akt: Akt, request: PurgeRequest, word: Word) -> Changes:
    """Take the texts away: one commit, and nothing of them is left in the file.

    Raises:
        UncheckedError: without a ground, a reason, or anything that can be taken.
        what `approving.approved` raises; BadSignatureError.
    """
    require_authentic(akt)
    require_authentic(desk.house)
    _require_said(akt, request)
    act = Act(PURGE, akt.case, request.entries)
    with approved(desk, act, word) as approval:
        changes = akt.purge([_version(akt, request, approval)], request.entries, approval.cosigner)
    settle(desk, akt)
    return changes


def settle(desk: Desk, akt: Akt) -> None:
    """What was purged here is told to the organisation akt and put on the list of the erased."""
    acts = [e for e in akt.file.entries() if e.key.kind == PURGE and e.body is not None]
    if not acts:
        return
    told = {each.value.purge for each in desk.house.all(Purged)}
    for act in acts:
        if act.id not in told:
            _tell(desk, akt, act)


def purge_version(akt: Akt, purge: Purge) -> RecordVersion:
    """A purge as the version of a new record."""
    return RecordVersion(bodies.kind_of(Purge), akt.new_record(), bodies.body_of(purge))


def _tell(desk: Desk, akt: Akt, act: Entry) -> None:
    try:
        said = bodies.read(act, Purge)
    except bodies.UnreadableError:  # of a later version, which tells it itself
        return
    number = next((row.number for row in desk.vault.cases() if row.case == akt.case), "")
    value = Purged(
        case=akt.case,
        case_number=number,
        purge=act.id,
        entries=said.entries,
        why=said.why,
        approval=said.approval,
        proposal=said.proposal,
        confirmed=said.confirmed,
        warrant=said.warrant,
    )
    desk.house.enter(Draft(value))
    desk.vault.erasing.note_purged(akt.case)


def _require_said(akt: Akt, request: PurgeRequest) -> None:
    known = {entry.id for entry in akt.file.entries() if may_be_purged(entry)}
    is_possible = bool(request.entries) and known.issuperset(request.entries)
    if not (is_possible and request.ground.strip() and request.reason.strip()):
        raise UncheckedError


def _version(akt: Akt, request: PurgeRequest, approval: Approved) -> RecordVersion:
    purge = Purge(
        entries=request.entries,
        why="legal-ground",
        ground=request.ground,
        reason=request.reason.strip(),
        approval=approval.approval,
        proposal=approval.proposal,
        confirmed=approval.confirmed,
        warrant=approval.warrant,
    )
    return purge_version(akt, purge)
