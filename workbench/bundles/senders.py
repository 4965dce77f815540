# SPDX-License-Identifier: EUPL-1.2
"""What a receiver knows before a bundle is opened, and the checks that rest on it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from workbench.bundles.cards import Card, read_card
from workbench.bundles.errors import (
    AlreadyKnownError,
    ClockBehindError,
    ExpiredError,
    NotAddressedError,
    RevokedSenderError,
    SequenceGapError,
    UnknownSenderError,
    WrongSignatureError,
)
from workbench.bundles.manifest_fields import Manifest
from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.clock import moment
from workbench.domain.quarters import quarter_named
from workbench.services.ports import Mailbox, StoredCard

CLOCKS_MAY_DIFFER = timedelta(hours=48)

_VERIFIED = ("verified", "own")


class SenderState(StrEnum):
    """Whether someone compared the sender's digits."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


class Acceptance(Protocol):
    """When a bundle was accepted, and by which role."""

    @property
    def on(self) -> date: ...

    @property
    def role(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Receiver:
    """Us: keys, own cards, and what the contacts and the organisation akt say.

    known_card: root hash and card id, as in the manifest -> the contact, or None.
    accepted: bundle id -> when it was accepted, or None.
    last_seq: root hash -> the highest sequence number accepted from it, or 0.
    newest_seen: the latest `created` of a bundle accepted from a verified sender.
    knows_instrument: id, version, SHA-256 -> whether we can compute with it.
    """

    mailboxes: tuple[Mailbox, ...] = field(repr=False)
    own_cards: frozenset[str]
    known_card: Callable[[str, str], StoredCard | None]
    accepted: Callable[[str], Acceptance | None]
    last_seq: Callable[[str], int]
    newest_seen: datetime | None = None
    knows_instrument: Callable[[str, str, str], bool] = lambda *_: True

    def usable_mailboxes(self, today: date) -> tuple[Mailbox, ...]:
        """Those whose key should still be there on `today`."""
        return tuple(box for box in self.mailboxes if today <= quarter_named(box.epoch).key_dies)


def find_sender(manifest: Manifest, receiver: Receiver) -> tuple[Card, SenderState]:
    """The contact that the manifest names.

    Raises:
        BundleError: SB-30 (no such contact), SB-34 (revoked).
    """
    stored = receiver.known_card(manifest.sender.root, manifest.sender.card)
    if stored is None:
        raise UnknownSenderError
    card = read_card(stored.content)
    if (card.id, card.root_hash) != (manifest.sender.card, manifest.sender.root):
        raise UnknownSenderError
    if stored.state == "revoked":
        raise RevokedSenderError(date=stored.since[:10])
    verified = stored.state in _VERIFIED
    return card, SenderState.VERIFIED if verified else SenderState.UNVERIFIED


def check_signature(card: Card, manifest: Manifest, manifest_bytes: bytes, sig: bytes) -> None:
    """Only keys that the card names for the day of sealing count.

    Raises:
        WrongSignatureError: SB-32.
    """
    signed = ed25519.pae(Signed.MANIFEST, manifest_bytes)
    keys = card.signing_keys(moment(manifest.created).date())
    if not any(ed25519.verifies(key, sig, signed) for key in keys):
        raise WrongSignatureError


def check_addressed(manifest: Manifest, receiver: Receiver, epoch: str) -> None:
    """A card of ours is named, for the quarter whose key opened the file.

    Raises:
        NotAddressedError: SB-33.
    """
    if not any(to.card in receiver.own_cards and to.epoch == epoch for to in manifest.recipients):
        raise NotAddressedError


def check_time(manifest: Manifest, receiver: Receiver, now: datetime) -> None:
    """In its days, by a clock that can be right.

    Raises:
        BundleError: SB-40 (expired), SB-43 (a clock is wrong).
    """
    if now > moment(manifest.not_after):
        raise ExpiredError(date=manifest.not_after[:10])
    newest = max(filter(None, (moment(manifest.created), receiver.newest_seen)))
    if newest > now + CLOCKS_MAY_DIFFER:
        raise ClockBehindError


def check_replay(manifest: Manifest, receiver: Receiver) -> None:
    """Not accepted before.

    Raises:
        AlreadyKnownError: SB-41.
    """
    before = receiver.accepted(manifest.bundle_id)
    if before is not None:
        raise AlreadyKnownError(
            date=before.on.isoformat(), role=before.role, bundle=manifest.bundle_id
        )


def find_gap(manifest: Manifest, receiver: Receiver, card: Card) -> SequenceGapError | None:
    """A warning when a bundle between the last one and this has not come."""
    expected = receiver.last_seq(manifest.sender.root) + 1
    if manifest.seq <= expected:
        return None
    return SequenceGapError(n=expected, org=card.fields.org)
