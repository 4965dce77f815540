# SPDX-License-Identifier: EUPL-1.2
"""Open what arrived: checked in full, kept in quarantine, accepted into one akt by a person."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from workbench.domain.disclosures import Arrived, Received
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services import cases, contacts
from workbench.services.akt import Akt, Draft
from workbench.services.desk import Desk
from workbench.services.exchange import Bundles, Known, OpenedFile
from workbench.services.session import Session

State = Literal["quarantined", "accepted", "already-known"]


class UnverifiedSenderError(WorkbenchError):
    """What an unverified sender sent cannot be accepted before the digits are compared."""

    code: ClassVar[str] = "SB-36"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bundle that was opened: what it is, and what became of it."""

    opened: OpenedFile
    state: State
    case: CaseId | None = None


def open_bundle(desk: Desk, bundles: Bundles, path: Path) -> Arrival:
    """Open a bundle without accepting it. Nothing decrypted stays on disk.

    Raises:
        WorkbenchError: the SB code that says what is wrong; the vault is as it was.
    """
    known = Known(
        cards=tuple(card for card in desk.vault.cards() if card.state != "own"),
        own_card=contacts.own_card(desk, bundles),
        accepted=frozenset(each.value.bundle for each in desk.house.all(Arrived)),
        last_seq=lambda root: _last_seq(desk, root),
    )
    opened = bundles.open(
        path, desk.vault.exchange_keys(), known, desk.vault.new_staging, desk.clock.now()
    )
    earlier = _arrived(desk, opened.bundle)
    if earlier is not None:
        return Arrival(opened, "already-known", CaseId(earlier.case))
    return Arrival(opened, "quarantined")


def accept(
    session: Session, arrival: Arrival, into: CaseId | None = None, number: str = ""
) -> Arrival:
    """Accept a bundle: one `received/1` entry, its objects attached, in the right akt.

    Without `into` it goes to the akt that earlier bundles of the same sender about the same person
    went to, or to a new one. Accepting twice changes nothing.

    Raises:
        UnverifiedSenderError: the sender's digits have not been compared.
    """
    desk, opened = session.desk, arrival.opened
    if arrival.state != "quarantined":
        return arrival
    if opened.sender_state != "verified":
        raise UnverifiedSenderError
    akt = _akt_for(session, opened, into, number)
    attachments = {each.facts.sha256: each.content for each in opened.objects}
    akt.enter(Draft(_received(opened)), attachments=attachments)
    desk.house.enter(
        Draft(Arrived(opened.bundle, opened.sender_root, opened.seq, opened.case_ref, akt.case))
    )
    return Arrival(opened, "accepted", akt.case)


def received_of(akt: Akt) -> tuple[Received, ...]:
    """The documents that arrived in this akt, oldest first."""
    return tuple(each.value for each in akt.all(Received))


def _akt_for(session: Session, opened: OpenedFile, into: CaseId | None, number: str) -> Akt:
    if into is not None:
        return session.akt(into)
    for each in session.desk.house.all(Arrived):
        same = (each.value.sender_root, each.value.case_ref)
        if same == (opened.sender_root, opened.case_ref):
            return session.akt(CaseId(each.value.case))
    return session.begin(cases.NewCase(_subject(opened), number))


def _subject(opened: OpenedFile) -> Subject:
    """Whom the sender says it is about: stated, until somebody here confirms it."""
    body = next((part.body for part in opened.record.parts if part.kind == "subject/1"), {})
    name, number = str(body.get("name", "")), str(body.get("personal_number", ""))
    return Subject(name=name, personal_number=number, identity="stated" if name else "unknown")


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


def _arrived(desk: Desk, bundle: str) -> Arrived | None:
    return next((a.value for a in desk.house.all(Arrived) if a.value.bundle == bundle), None)


def _last_seq(desk: Desk, root: str) -> int:
    numbers = [a.value.seq for a in desk.house.all(Arrived) if a.value.sender_root == root]
    return max(numbers, default=0)
