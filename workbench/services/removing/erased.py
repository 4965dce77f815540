# SPDX-License-Identifier: EUPL-1.2
"""What was erased, how far that reaches by now, and which copies are known to survive."""

from dataclasses import dataclass, replace

from workbench.domain import warrants
from workbench.domain.backups import AsideRemoved, BackupMade, Restored
from workbench.domain.disclosures import Printed, Sent, Spoken
from workbench.domain.erasing import (
    DeviceSanitised,
    Erased,
    Exported,
    Level,
    Urgent,
    UrgentReviewed,
)
from workbench.domain.ids import CaseId, EntryId, RecordId, UserId
from workbench.domain.journal import Entry
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house.another_person import is_another
from workbench.services.house.settings import NotAllowedError
from workbench.services.purge.erasing_errors import NotApprovedError, UncheckedError
from workbench.services.purge.purging import PURGE
from workbench.services.records.akt import Akt, Draft, Recorded

REVIEWERS = frozenset({"administrator", "log-reviewer"})
CERTIFICATE = "erasing-certificate"


@dataclass(frozen=True, slots=True)
class SentCopy:
    """A bundle that was sent: when, to which card, for what."""

    at: str
    card: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Surviving:
    """The copies that are known to be somewhere. That there is no other is never said.

    `media`: backup media that held it and were not visited since. `left_aside`: folders that a
    restored copy replaced. `talks`: how often something of it was told by mouth, which no erasing
    takes back.
    """

    bundles: tuple[SentCopy, ...] = ()
    papers: int = 0
    open_copies: int = 0
    media: tuple[str, ...] = ()
    left_aside: tuple[str, ...] = ()
    talks: int = 0


@dataclass(frozen=True, slots=True)
class ErasedAkt:
    """One erasure: what was entered, the level reached, who stood for it, what survives."""

    record: RecordId
    value: Erased
    level: Level
    at: str
    by: tuple[UserId, ...]
    surviving: Surviving


def all_erased(desk: Desk) -> tuple[ErasedAkt, ...]:
    """Every akt that was erased, newest first."""
    entries = {entry.id: entry for entry in desk.house.file.entries()}
    found = [_told(desk, each, entries[each.entry]) for each in desk.house.all(Erased)]
    return tuple(reversed(found))


def find_erased(desk: Desk, record: RecordId) -> ErasedAkt | None:
    """One of them."""
    return next((each for each in all_erased(desk) if each.record == record), None)


def unreviewed(desk: Desk) -> tuple[Recorded[Urgent], ...]:
    """Acts that one did alone because life was at risk, and that nobody has looked at since.

    Who acted and found it justified has settled it for nobody but themselves: without another's
    word no backup obeys it, so whoever may give that word later still finds it here.
    """
    me = desk.vault.signer.user
    reviewers: dict[str, set[UserId]] = {}
    for each in desk.house.all(UrgentReviewed):
        reviewers.setdefault(each.value.urgent, set()).add(each.author)
    return tuple(
        act
        for act in desk.house.all(Urgent)
        if not any(by == me or is_another(desk, act, by) for by in reviewers.get(act.record, ()))
    )


def may_review(desk: Desk) -> bool:
    """Whether the user here looks at such acts."""
    me = desk.vault.signer.user
    roles = next((m.roles for m in desk.vault.members() if m.user == me), ())
    return not REVIEWERS.isdisjoint(roles)


def review(desk: Desk, reviewed: UrgentReviewed) -> Changes:
    """Say what is thought of such an act: by another person, unless there is none.

    Raises:
        NotAllowedError: without the role. NotApprovedError: one's own act, and others could.
        UncheckedError: no such act, or not justified and no word why.
    """
    if not may_review(desk):
        raise NotAllowedError(role="log-reviewer")
    act = next((each for each in unreviewed(desk) if each.record == reviewed.urgent), None)
    needs_words = reviewed.opinion == "not-justified" and not reviewed.notes.strip()
    if act is None or needs_words:
        raise UncheckedError
    is_own = not is_another(desk, act, desk.vault.signer.user)
    if is_own and _others_could(desk, act):
        raise NotApprovedError
    changes = desk.house.enter(Draft(_signed(desk, act, reviewed)))
    desk.vault.erasing.note_told()
    return changes


def _signed(desk: Desk, act: Recorded[Urgent], reviewed: UrgentReviewed) -> UrgentReviewed:
    """Another person who found it justified stands for it from now on, wherever it is told.

    Not where what they were told was taken is not what they would sign: a part that names no text,
    as records of before did, would be the whole akt.
    """
    me = desk.vault.signer
    is_what_was_shown = (act.value.act == PURGE) == bool(act.value.entries)
    is_other = is_another(desk, act, me.user)
    if not (reviewed.opinion == "justified" and is_other and is_what_was_shown):
        return replace(reviewed, signature="")
    said = warrants.statement(
        desk.vault.vault, CaseId(act.value.case), act.author, act.value.entries
    )
    return replace(reviewed, signature=me.sign_warrant(said))


def _others_could(desk: Desk, act: Recorded[Urgent]) -> bool:
    me = desk.vault.signer.user
    seated = (m for m in desk.vault.members() if m.place > 0 and m.user != me)
    others = (m for m in seated if is_another(desk, act, m.user))
    return any(not REVIEWERS.isdisjoint(other.roles) for other in others)


def _told(desk: Desk, erased: Recorded[Erased], entry: Entry) -> ErasedAkt:
    surviving = _surviving(desk, erased)
    return ErasedAkt(
        record=erased.record,
        value=erased.value,
        level=_level(desk, erased, entry, surviving),
        at=erased.recorded_at,
        by=(erased.author, *entry.header.cosigners),
        surviving=surviving,
    )


def _level(desk: Desk, erased: Recorded[Erased], entry: Entry, surviving: Surviving) -> Level:
    """As far as it reaches: no level is claimed before those below it."""
    if surviving.media:
        return "E1"
    if _is_sanitised(desk.house, erased.entry, entry.header.device):
        return "E4"
    return "E1b" if erased.value.media_known else "E1"


def _is_sanitised(house: Akt, erased: EntryId, device: str) -> bool:
    said = (each for each in house.all(DeviceSanitised) if each.value.device == device)
    return any(house.is_later(each.entry, erased) for each in said)


def _surviving(desk: Desk, erased: Recorded[Erased]) -> Surviving:
    house = desk.house
    case = erased.value.case
    return Surviving(
        bundles=tuple(
            SentCopy(sent.recorded_at, sent.value.recipient_card, sent.value.purpose)
            for sent in house.all(Sent)
            if sent.value.case == case
        ),
        papers=sum(_is_paper_of(each.value, case) for each in house.all(Printed)),
        open_copies=sum(case in each.value.cases for each in house.all(Exported)),
        media=_unvisited(desk, erased),
        left_aside=tuple(
            each.value.left_aside
            for each in house.all(Restored)
            if each.value.left_aside not in {"", *_removed(house)}
            and not house.is_later(each.entry, erased.entry)
        ),
        talks=sum(each.value.case == case for each in house.all(Spoken)),
    )


def _removed(house: Akt) -> frozenset[str]:
    """What was left aside and is gone since."""
    return frozenset(name for each in house.all(AsideRemoved) for name in each.value.names)


def _is_paper_of(printed: Printed, case: str) -> bool:
    return printed.case == case and printed.document != CERTIFICATE


def _unvisited(desk: Desk, erased: Recorded[Erased]) -> tuple[str, ...]:
    house, since = desk.house, _obeyed_since(desk, erased)
    visited = {
        made.value.medium
        for made in house.all(BackupMade)
        if since is not None and house.is_later(made.entry, since)
    }
    return tuple(medium for medium in erased.value.media_known if medium not in visited)


def _obeyed_since(desk: Desk, erased: Recorded[Erased]) -> EntryId | None:
    """From where on a visit takes it off a medium; None as long as one alone stands for it."""
    if erased.value.approval != "urgent":
        return erased.entry
    of_it = erased.author, erased.value.case
    found = ((each.record, each) for each in desk.house.all(Urgent))
    acts = {record: each for record, each in found if (each.author, each.value.case) == of_it}
    for review in desk.house.all(UrgentReviewed):
        act = acts.get(RecordId(review.value.urgent))
        if act is not None and review.value.signature and is_another(desk, act, review.author):
            return review.entry
    return None
