# SPDX-License-Identifier: EUPL-1.2
"""Hand over: the receiver view of an akt, sealed to one receiver, noted before it is written."""

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from workbench.assets import resource
from workbench.domain.disclosures import Printed, Sent
from workbench.domain.ids import RecordId
from workbench.domain.people import StaffMember
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.handing_over import contacts, documents_out, outward
from workbench.services.handing_over.exchange import (
    Bundles,
    Ground,
    Sealed,
    SealNote,
    SealOrder,
    SharedRecord,
)
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.person import no_contact, protection_view
from workbench.services.records.akt import Akt, Draft, attachment_id
from workbench.services.records.trust import require_authentic

_NO_PREVIOUS = "0" * 64


@dataclass(frozen=True, slots=True)
class HandOver:
    """To whom, for what, on which ground, with which paper, to which folder (the stick).

    `checked`: what was ticked as looked through before; `documents`: those that go along.
    """

    card: str
    view: View
    ground: Ground
    pdf: bytes
    out_dir: Path
    checked: tuple[str, ...] = ()
    documents: tuple[RecordId, ...] = ()


def what_the_receiver_sees(akt: Akt, desk: Desk, hand_over: HandOver) -> SharedRecord:
    """Exactly the record that a bundle would carry (its ids are drawn anew each time)."""
    rendered = attachment_id(hand_over.pdf)
    return shared_record(akt, desk, hand_over.view, rendered, hand_over.documents)


def seal_bundle(akt: Akt, desk: Desk, bundles: Bundles, hand_over: HandOver) -> Sealed:
    """Seal to one receiver. The sending is noted in the organisation akt before it is written.

    Raises:
        WorkbenchError: SB-60 to SB-63, PROTECT-001, PROTECT-002, DOC-014, DOC-016, DOC-017
            (nothing is written), SB-70 (the target did not keep it).
        NotLookedThroughError, OnTheListError: nothing is written.
    """
    outward.require_looked_through(akt, hand_over.checked)
    protection_view.require_no_place(akt, (hand_over.view, hand_over.ground, _role(desk)))
    require_authentic(akt)
    require_authentic(desk.house)
    recipient = contacts.get_card(desk, hand_over.card)
    facts = bundles.read_card(recipient.content)
    no_contact.require_not_listed(akt, facts.org, facts.unit, f"{facts.org} {facts.unit}")
    root = facts.root
    earlier = [each.value for each in desk.house.all(Sent) if each.value.recipient_root == root]
    seq = max((sent.seq for sent in earlier), default=0) + 1
    prev = next((s.manifest_sha256 for s in earlier if s.seq == seq - 1), _NO_PREVIOUS)
    order = SealOrder(
        recipient=recipient,
        own_card=contacts.own_card(desk, bundles),
        record=what_the_receiver_sees(akt, desk, hand_over),
        pdf=hand_over.pdf,
        ground=hand_over.ground,
        case_link_key=desk.vault.case_link_key(akt.case),
        role=_role(desk),
        seq=seq,
        prev=prev,
        protects_identity=protection_view.is_protected(akt),
        retain_until=desk.clock.today() + timedelta(days=_retain_days()),
        out_dir=hand_over.out_dir,
        documents=documents_out.to_seal(akt, hand_over.documents),
    )

    def note(known: SealNote) -> None:
        desk.house.enter(Draft(_sent(akt, hand_over, root, seq, known)))

    return bundles.seal(order, desk.vault.exchange_keys(), note)


def note_paper(akt: Akt, desk: Desk, printed: Printed) -> Changes:
    """Note that a paper about the person of an akt was made, before it is written.

    Raises:
        NotLookedThroughError, OnTheListError; PlaceInTextError: the log would tell the place.
    """
    outward.require_looked_through(akt, printed.checked)
    protection_view.require_no_place(akt, (printed.receiver, printed.why))
    no_contact.require_not_listed(akt, printed.receiver)
    return note_printed(desk, printed)


def note_printed(desk: Desk, printed: Printed) -> Changes:
    """Enter in the organisation akt that a paper was made."""
    return desk.house.enter(Draft(printed))


def _sent(akt: Akt, hand_over: HandOver, root: str, seq: int, known: SealNote) -> Sent:
    return Sent(
        bundle=known.bundle,
        case=akt.case,
        recipient_card=hand_over.card,
        recipient_root=root,
        seq=seq,
        manifest_sha256=known.manifest_sha256,
        purpose=hand_over.view.purpose,
        ground=hand_over.ground.code,
        objects=known.objects,
        checked=hand_over.checked,
    )


def _retain_days() -> int:
    """How long the receiver is asked to keep it: the organisation's own period, as data."""
    text = resource("values", "handing_over.toml").read_text(encoding="utf-8")
    days: int = tomllib.loads(text)["retain"]["days"]
    return days


def _role(desk: Desk) -> str:
    user = desk.vault.signer.user
    named = [m.value for m in desk.house.all(StaffMember) if m.value.user == user]
    return named[-1].function if named else ""
