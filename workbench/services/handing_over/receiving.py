# SPDX-License-Identifier: EUPL-1.2
"""Open what arrived: checked in full, kept in quarantine, accepted into one akt by a person."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from workbench.domain.assessments import InstrumentPin
from workbench.domain.clock import moment
from workbench.domain.disclosures import Arrived, Received
from workbench.domain.ids import CaseId
from workbench.domain.subject import Identity, Subject
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.handing_over import contacts
from workbench.services.handing_over.exchange import Bundles, Known, OpenedFile
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Draft, Recorded

State = Literal["quarantined", "accepted", "already-known"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that was opened: what it is, and what became of it."""

    opened: OpenedFile
    state: State
    case: CaseId | None = None


def open_bundle(desk: Desk, bundles: Bundles, path: Path) -> Arrival:
    """Open a bundle into quarantine: what was decrypted lies in a staging file of its own key.

    End it with `accept` or `put_aside`.

    Raises:
        WorkbenchError: the SB code that says what is wrong; the vault is as it was.
    """
    known = Known(
        cards=tuple(card for card in desk.vault.cards() if card.state != "own"),
        own_card=contacts.find_own_card(desk),
        last_seq=lambda root: _last_seq(desk, root),
        newest_seen=_newest_seen(desk),
        knows_instrument=lambda *pin: _is_installed(desk, InstrumentPin(*pin)),
    )
    opened = bundles.open(path, desk.vault.exchange_keys(), known, desk.vault.new_staging)
    earlier = _earlier(desk, opened)
    if earlier is not None and earlier.value.is_done:
        return Arrival(opened, "already-known", CaseId(earlier.value.case))
    return Arrival(opened, "quarantined")


def put_aside(desk: Desk, arrival: Arrival, path: Path) -> Path | None:
    """Leave a bundle unaccepted: only its sealed file is kept, what was decrypted is gone.

    Returns where the sealed file is kept; None when its content was accepted earlier, or when
    another file lies at `path` by now.
    """
    arrival.opened.staging.drop()
    if arrival.state != "quarantined":
        return None
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != arrival.opened.file_sha256:
            return None
        file.seek(0)
        return desk.vault.keep_incoming(file, path.name)


def accept(
    session: Session, bundles: Bundles, arrival: Arrival, into: CaseId | None = None
) -> Arrival:
    """Accept a bundle: one `received/1` entry, its objects attached, in the right akt.

    Without `into` it goes to the akt that earlier bundles of the same sender about the same person
    went to, or to a new one (also where that was erased). Accepting twice changes nothing. When it
    is refused, what was decrypted stays until it is accepted after all or put aside.

    Raises:
        WorkbenchError: SB-36, the sender's digits have not been compared. NoTieError: it is about
        another name or number than the assumed identity of the akt.
    """
    if arrival.state == "quarantined":
        bundles.require_acceptable(arrival.opened)
        arrival = _take_in(session, arrival.opened, into)
    arrival.opened.staging.drop()
    return arrival


def _take_in(session: Session, opened: OpenedFile, into: CaseId | None) -> Arrival:
    """The house notes where it goes, the akt takes it in, the house notes that it did.

    Interrupted anywhere, the next acceptance goes on in the same akt.
    """
    house, begun = session.desk.house, _earlier(session.desk, opened)
    akt = session.akt(CaseId(begun.value.case)) if begun else _akt_for(session, opened, into)
    record = begun.record if begun else house.new_record()
    if begun is None:
        protection_view.require_about_same(akt, _subject(opened))
        house.enter(Draft(_arrived(opened, akt.case, is_done=False), record))
    if _names(opened) not in {(each.sender_root, each.bundle) for each in received_of(akt)}:
        attachments = {o.facts.sha256: opened.staging.read(o.id) for o in opened.objects}
        akt.enter(Draft(_received(opened)), attachments=attachments)
    house.enter(Draft(_arrived(opened, akt.case, is_done=True), record))
    return Arrival(opened, "accepted", akt.case)


def received_of(akt: Akt) -> tuple[Received, ...]:
    """The documents that arrived in this akt, oldest first."""
    return tuple(each.value for each in akt.all(Received))


def _akt_for(session: Session, opened: OpenedFile, into: CaseId | None) -> Akt:
    if into is not None:
        return session.akt(into)
    for each in session.desk.house.all(Arrived):
        same = (each.value.sender_root, each.value.case_ref)
        is_there = not session.desk.vault.erasing.is_erased(CaseId(each.value.case))
        if same == (opened.sender_root, opened.case_ref) and is_there:
            return session.akt(CaseId(each.value.case))
    return session.begin(cases.NewCase(_subject(opened)))


def _subject(opened: OpenedFile) -> Subject:
    """Whom the sender says it is about: stated, until somebody here confirms it; or protected."""
    body = next((part.body for part in opened.record.parts if part.kind == "subject/1"), {})
    name, number = str(body.get("name", "")), str(body.get("personal_number", ""))
    known: Identity = "stated" if name else "unknown"
    is_protected = body.get("identity") == protection_view.PROTECTED
    return Subject(name, number, identity="protected" if is_protected else known)


def _received(opened: OpenedFile) -> Received:
    return Received(
        bundle=opened.bundle,
        sender_card=opened.sender_card,
        sender_root=opened.sender_root,
        sender_org=opened.sender_org,
        sender_unit=opened.sender_unit,
        created=opened.created,
        purpose=opened.purpose,
        ground=opened.ground,
        file_sha256=opened.file_sha256,
        objects=tuple(each.facts for each in opened.objects),
    )


def _names(opened: OpenedFile) -> tuple[str, str]:
    """What tells a bundle from every other: its id is only its sender's word."""
    return (opened.sender_root, opened.bundle)


def _arrived(opened: OpenedFile, case: CaseId, *, is_done: bool) -> Arrived:
    return Arrived(
        bundle=opened.bundle,
        sender_root=opened.sender_root,
        seq=opened.seq,
        case_ref=opened.case_ref,
        case=case,
        created=opened.created,
        is_done=is_done,
    )


def _newest_seen(desk: Desk) -> datetime | None:
    return max((moment(each.value.created) for each in desk.house.all(Arrived)), default=None)


def _is_installed(desk: Desk, pin: InstrumentPin) -> bool:
    return any(definition.pin == pin for definition in desk.catalogue.all())


def _earlier(desk: Desk, opened: OpenedFile) -> Recorded[Arrived] | None:
    """What is known of this bundle; an acceptance cut short in an akt that was erased is none."""
    known = (a for a in desk.house.all(Arrived) if _is_kept(desk, a.value))
    same = (a for a in known if (a.value.sender_root, a.value.bundle) == _names(opened))
    return next(same, None)


def _is_kept(desk: Desk, arrived: Arrived) -> bool:
    return arrived.is_done or not desk.vault.erasing.is_erased(CaseId(arrived.case))


def _last_seq(desk: Desk, root: str) -> int:
    numbers = [a.value.seq for a in desk.house.all(Arrived) if a.value.sender_root == root]
    return max(numbers, default=0)
