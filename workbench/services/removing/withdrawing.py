# SPDX-License-Identifier: EUPL-1.2
"""An author takes back what they entered by mistake, within a day; a trace without text stays.

What was signed, or may have left on paper, in a bundle or in an open copy, is not taken back: it
was said. It is corrected, or taken away by two people on a legal ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.disclosures import DOCUMENT, Printed, Sent, Told
from workbench.domain.erasing import Exported, Purge
from workbench.domain.ids import EntryId, RecordId, UserId
from workbench.domain.journal import Entry, RecordVersion, fold
from workbench.domain.purges import is_within_window, purge_of
from workbench.services.assess import locks
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.handing_over.receiver_view import SHARED
from workbench.services.purge.approving import Act, warrant
from workbench.services.purge.erasing_errors import HasLeftError, TooLateToWithdrawError
from workbench.services.purge.purging import purge_version, settle
from workbench.services.records import bodies
from workbench.services.records.akt import Akt

_STAYS = frozenset(
    {
        *("received", "told", "purge", "hidden", "sign_off", "result", "assessment"),
        *("assessment_lock", "beside", "review"),
        *("rule_confirmation", "rule_rejected", "local_content", "wording_pack", "own_form"),
    }
)
"""Kinds that nobody enters by a slip of the pen, or that others are built on."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A record without a text: who entered it when, and when it was withdrawn or removed."""

    record: RecordId
    author: UserId
    entered: str
    gone: str
    why: Literal["withdrawn", "removed"]


def traces(akt: Akt, of: type[Any]) -> tuple[Trace, ...]:
    """The records of a kind whose text was taken away, oldest first; nothing of it is left."""
    kind, standing = bodies.name_of(of), {each.record for each in akt.all(of)}
    firsts: dict[RecordId, Entry] = {}
    for entry in akt.file.entries():
        if entry.key.kind == kind and entry.body is None and entry.key.record not in standing:
            firsts.setdefault(entry.key.record, entry)
    return tuple(trace_of(akt, entry) for entry in firsts.values())


def trace_of(akt: Akt, emptied: Entry) -> Trace:
    """What is told of one emptied entry."""
    act = purge_of(akt.file.entries(), emptied.id)
    is_own = act is not None and act.content().get("why") == "withdrawn"
    return Trace(
        record=emptied.key.record,
        author=emptied.header.author,
        entered=emptied.header.recorded_at,
        gone=act.header.recorded_at if act is not None else "",
        why="withdrawn" if is_own else "removed",
    )


def may_withdraw(desk: Desk, akt: Akt, of: type[Any], record: RecordId) -> bool:
    """Whether the one who sits here may take this record, or the newest version of it, back."""
    try:
        _versions(desk, akt, of, record)
    except (TooLateToWithdrawError, HasLeftError):
        return False
    return True


def withdraw(desk: Desk, akt: Akt, of: type[Any], record: RecordId) -> Changes:
    """Take back the own versions of a record: one commit, their texts are gone from the file.

    Where an older version remains it holds again, entered anew; where none does, the record no
    longer holds.

    Raises:
        TooLateToWithdrawError, HasLeftError.
    """
    versions, gone = _versions(desk, akt, of, record)
    own = warrant(desk, Act("purge", akt.case, tuple(gone)))
    act = purge_version(akt, Purge(tuple(gone), "withdrawn", warrant=own))
    changes = akt.purge([*versions, act], gone)
    settle(desk, akt)
    return changes


def _versions(
    desk: Desk, akt: Akt, of: type[Any], record: RecordId
) -> tuple[list[RecordVersion], list[EntryId]]:
    """What is entered in their place, and which entries lose their text."""
    history = akt.history(of, record)
    own = [entry for entry in history if _is_own(desk, akt, entry)]
    if not own or bodies.name_of(of) in _STAYS:
        raise TooLateToWithdrawError
    instead = _instead(history, own)
    if any(locks.is_locked(akt, RecordId(str(each.content().get("assessment")))) for each in own):
        raise TooLateToWithdrawError
    if _has_left(desk, akt, of, own):
        raise HasLeftError
    return [instead], [entry.id for entry in own]


def _is_own(desk: Desk, akt: Akt, entry: Entry) -> bool:
    is_mine = entry.header.author == akt.user and not entry.header.cosigners
    if not is_mine or entry.body is None or entry.is_tombstone:
        return False
    now = desk.clock.now()
    # First alone, then against every time that the journal has seen: most entries are old.
    return is_within_window(entry, now, ()) and is_within_window(entry, now, akt.file.entries())


def _instead(history: Sequence[Entry], own: Sequence[Entry]) -> RecordVersion:
    """The version of before, entered anew; where there is none, that the record is withdrawn."""
    gone = {entry.id for entry in own}
    heads = tuple(head.id for record in fold(history).values() for head in record.heads)
    if not gone.issuperset(heads):
        raise TooLateToWithdrawError  # somebody has built on it
    kept = [entry for entry in history if entry.id not in gone and entry.body is not None]
    newest = own[-1]
    if not kept:
        return RecordVersion.withdrawn(newest.header.kind, newest.header.record, "", heads)
    before = [head for record in fold(kept).values() for head in record.heads]
    if len(before) != 1:
        raise TooLateToWithdrawError  # two versions of before would stand against each other
    return RecordVersion(before[0].header.kind, newest.header.record, before[0].content(), heads)


def _has_left(desk: Desk, akt: Akt, of: type[Any], own: Sequence[Entry]) -> bool:
    first = min(entry.header.recorded_at for entry in own)
    if _was_copied(desk, akt, first) or _was_told(akt, own) or _went_along(desk, akt, own):
        return True
    return of in SHARED and (_was_shared(desk, akt, first) or _is_signed(akt, own))


def _was_copied(desk: Desk, akt: Akt, since: str) -> bool:
    copies = desk.house.all(Exported)
    return any(akt.case in each.value.cases and each.recorded_at >= since for each in copies)


def _was_shared(desk: Desk, akt: Akt, since: str) -> bool:
    left = [(each.value.case, each.recorded_at) for each in desk.house.all(Printed)]
    left += [(each.value.case, each.recorded_at) for each in desk.house.all(Sent)]
    return any(case == akt.case and at >= since for case, at in left)


def _went_along(desk: Desk, akt: Akt, own: Sequence[Entry]) -> bool:
    """Whether a document was sealed in a bundle; its hash stands in what was sent."""
    sent = [each.value for each in desk.house.all(Sent) if each.value.case == akt.case]
    left = {listed.sha256 for each in sent for listed in each.objects if listed.role == DOCUMENT}
    return any(str(entry.content().get("sha256")) in left for entry in own)


def _was_told(akt: Akt, own: Sequence[Entry]) -> bool:
    told = {record for each in akt.all(Told) for record in each.value.rests_on}
    return any(entry.header.record in told for entry in own)


def _is_signed(akt: Akt, own: Sequence[Entry]) -> bool:
    """Whether a judgement was signed that is this record, or rests on it."""
    for signed in akt.all(SignOff):
        judged = akt.find(Judgement, signed.value.judgement)
        rests_on = {signed.value.judgement, *(judged.value.assessments if judged else ())}
        if any(_concerns(entry, rests_on) for entry in own):
            return True
    return False


def _concerns(entry: Entry, records: set[RecordId]) -> bool:
    return entry.header.record in records or entry.content().get("assessment") in records
