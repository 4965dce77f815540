# SPDX-License-Identifier: EUPL-1.2
"""What a contact card must keep besides the types of its fields."""

from datetime import date

from workbench.bundles.bech32 import Bech32Error
from workbench.bundles.card_fields import CardFields, CardMailbox
from workbench.bundles.errors import CardError, MailboxKeyError, WeakKeyError
from workbench.bundles.recipients import HybridRecipient
from workbench.crypto import agreement, ed25519
from workbench.domain.clock import moment
from workbench.domain.quarters import quarter_named


def check(fields: CardFields) -> None:
    """Refuse what the types let through.

    Raises:
        BundleError: SB-80 (dates, order), SB-82 (weak signing key), SB-83 (receiving key).
    """
    try:
        holds = (
            _dates_hold(fields)
            and _mailboxes_hold(fields.mailboxes)
            and list(fields.profiles) == sorted(set(fields.profiles))
        )
    except ValueError:
        raise CardError from None
    if not holds:
        raise CardError
    for key in (fields.root, *(signing.ed25519 for signing in fields.sign)):
        if not ed25519.is_strict_point(bytes.fromhex(key)):
            raise WeakKeyError
    for text in (*(mailbox.recipient for mailbox in fields.mailboxes), *fields.escrow):
        recipient_key(text)


def recipient_key(text: str) -> bytes:
    """The 1 216 bytes of an `age1pq1...` text.

    Raises:
        MailboxKeyError: SB-83.
    """
    try:
        public = HybridRecipient.parse(text).public
    except Bech32Error:
        raise MailboxKeyError from None
    if agreement.is_low_order(public[-agreement.PUBLIC_BYTES :]):
        raise MailboxKeyError
    return public


def _dates_hold(fields: CardFields) -> bool:
    if moment(fields.created) >= moment(fields.expires):
        return False
    return all(
        date.fromisoformat(key.first_day) <= date.fromisoformat(key.last_day) for key in fields.sign
    )


def _mailboxes_hold(mailboxes: tuple[CardMailbox, ...]) -> bool:
    epochs = [mailbox.epoch for mailbox in mailboxes]
    recipients = {mailbox.recipient for mailbox in mailboxes}
    if epochs != sorted(set(epochs)) or len(recipients) != len(epochs):
        return False
    return all(_is_whole_quarter(mailbox) for mailbox in mailboxes)


def _is_whole_quarter(mailbox: CardMailbox) -> bool:
    quarter = quarter_named(mailbox.epoch)
    return (mailbox.first_day, mailbox.last_day) == (
        quarter.first_day.isoformat(),
        quarter.last_day.isoformat(),
    )
