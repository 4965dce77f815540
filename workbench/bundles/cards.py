# SPDX-License-Identifier: EUPL-1.2
"""Contact cards: who an organisation is, what it signs with, where to seal to.

A card file is one canonical JSON object, `{"card":{...},"signature":"<128 hex>"}`. The signed
bytes are the canonical form of the inner object, which stands in the file as it is: everything
between the first eight bytes and the last 144. Their SHA-256 is the card's identity.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import msgspec

from workbench.bundles import card_rules
from workbench.bundles.card_fields import (
    FORMAT,
    MOST_CARD_BYTES,
    CardFields,
    CardMailbox,
    SigningKey,
)
from workbench.bundles.errors import (
    AmbiguousCardError,
    CardError,
    CardSignatureError,
    ExpiredCardError,
    NewerCardError,
    OlderCardError,
    WrongDigitsError,
)
from workbench.bundles.manifest_fields import LONGEST_NAME, ZEROS, Wire
from workbench.bundles.recipients import HybridRecipient
from workbench.bundles.strict_json import (
    AmbiguousJsonError,
    MalformedJsonError,
    as_plain,
    encode,
    is_plain,
    leaves,
    parse,
    require_canonical,
)
from workbench.crypto import ed25519, hybrid
from workbench.crypto.labels import ROOT_FINGERPRINT, Signed
from workbench.domain.clock import moment, stamp
from workbench.domain.ids import CardId
from workbench.domain.quarters import quarter_of
from workbench.services.ports import ExchangeKeys, Mailbox

DIGITS = 40

_HEAD = b'{"card":'
_TAIL_BYTES = len(b',"signature":""}') + 2 * ed25519.SIGNATURE_BYTES
_GROUP = 5
_LONGEST_TEXT = 2500
_NEWER = re.compile(r"sbcard[1-9][0-9]{0,8}")


class _CardFile(Wire, frozen=True):
    card: CardFields
    signature: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{128}\Z")]


@dataclass(frozen=True, slots=True)
class Card:
    """A card whose root signature holds. `content` is the whole file."""

    id: CardId
    fields: CardFields
    content: bytes

    @property
    def root(self) -> str:
        """The root key, 64 hex characters."""
        return self.fields.root

    @property
    def root_hash(self) -> str:
        """What a manifest calls the sender's root: the SHA-256 of the key."""
        return hashlib.sha256(bytes.fromhex(self.root)).hexdigest()

    @property
    def digits(self) -> str:
        return fingerprint_digits(bytes.fromhex(self.root))

    @property
    def expires(self) -> datetime:
        return moment(self.fields.expires)

    def mailbox(self, day: date) -> CardMailbox | None:
        """Where to seal to on `day`."""
        epoch = quarter_of(day).epoch
        return next((box for box in self.fields.mailboxes if box.epoch == epoch), None)

    def signing_keys(self, day: date) -> tuple[bytes, ...]:
        """The keys that may sign a manifest on `day`."""
        text = day.isoformat()
        valid = (key for key in self.fields.sign if key.first_day <= text <= key.last_day)
        return tuple(bytes.fromhex(key.ed25519) for key in valid)


@dataclass(frozen=True, slots=True)
class CardDetails:
    """What an organisation says of itself. `previous`: the card that this one follows."""

    org: str
    unit: str
    created: datetime
    expires: datetime
    country: str = "SE"
    previous: Card | None = None


def make_card(details: CardDetails, keys: ExchangeKeys) -> bytes:
    """The card file of an organisation with these keys, its signing key valid throughout.

    Raises:
        CardError: SB-80, details that no reader would take (no name, a last day that is past).
    """
    previous = details.previous
    fields = CardFields(
        fmt=FORMAT,
        org=as_plain(details.org, most=LONGEST_NAME),
        unit=as_plain(details.unit, most=LONGEST_NAME),
        country=details.country,
        root=ed25519.public_key(keys.root_seed).hex(),
        sign=(_signing_key(keys, details),),
        mailboxes=tuple(_card_mailbox(mailbox) for mailbox in keys.mailboxes),
        escrow=(),
        suites=("ed25519",),
        profiles=("H",),
        card_seq=previous.fields.card_seq + 1 if previous else 1,
        prev_card=previous.id if previous else ZEROS,
        created=stamp(details.created),
        expires=stamp(details.expires),
    )
    return sign_card(encode(msgspec.to_builtins(fields)), keys.root_seed)


def sign_card(card_bytes: bytes, root_seed: bytes | bytearray) -> bytes:
    """The card file around canonical card bytes, checked as a reader would."""
    signature = ed25519.sign(root_seed, ed25519.pae(Signed.CARD, card_bytes))
    content = _HEAD + card_bytes + b',"signature":"%b"}' % signature.hex().encode("ascii")
    read_card(content)
    return content


def read_card(untrusted_bytes: bytes) -> Card:
    """Check a card file by itself; who it really comes from is what the digits tell.

    Raises:
        BundleError: SB-80 (fields), SB-81 (ambiguous), SB-82 (weak signing key), SB-83
            (receiving key), SB-84 (signature), SB-88 (a newer format).
    """
    card_file = _read_file(untrusted_bytes)
    fields = card_file.card
    card_rules.check(fields)
    card_bytes = untrusted_bytes[len(_HEAD) : -_TAIL_BYTES]
    signature, root = bytes.fromhex(card_file.signature), bytes.fromhex(fields.root)
    if not ed25519.verifies(root, signature, ed25519.pae(Signed.CARD, card_bytes)):
        raise CardSignatureError
    return Card(CardId(hashlib.sha256(card_bytes).hexdigest()), fields, untrusted_bytes)


def check_import(new: Card, known: Card | None, now: datetime) -> None:
    """Refuse a card that is too old to keep; `known` is the newest one of the same root.

    Raises:
        BundleError: SB-85 (older than what is known), SB-86 (expired).
    """
    if now > new.expires:
        raise ExpiredCardError(date=new.expires.date().isoformat())
    if known is None or known.id == new.id:
        return
    if new.fields.card_seq <= known.fields.card_seq:
        raise OlderCardError


def fingerprint_digits(root: bytes) -> str:
    """40 decimal digits of a root key: 132.9 bits that a person can read out."""
    digest = hashlib.sha256(ROOT_FINGERPRINT + root).digest()
    return str(int.from_bytes(digest, "big") % 10**DIGITS).zfill(DIGITS)


def grouped(digits: str) -> str:
    """Digits as they are shown: 8 groups of 5."""
    return " ".join(digits[i : i + _GROUP] for i in range(0, len(digits), _GROUP))


def require_digits(typed: str, card: Card) -> None:
    """Refuse digits, typed with or without spaces, that are not the card's.

    Raises:
        WrongDigitsError: SB-87.
    """
    if "".join(typed.split()) != card.digits:
        raise WrongDigitsError


def _read_file(untrusted_bytes: bytes) -> _CardFile:
    if len(untrusted_bytes) > MOST_CARD_BYTES:
        raise CardError
    try:
        value = parse(untrusted_bytes)
        _require_our_version(value)
        _require_plain_texts(value)
        card_file = msgspec.convert(value, _CardFile)
        require_canonical(untrusted_bytes, value)
    except (MalformedJsonError, msgspec.ValidationError):
        raise CardError from None
    except AmbiguousJsonError:
        raise AmbiguousCardError from None
    return card_file


def _require_our_version(value: object) -> None:
    inner = value.get("card") if isinstance(value, dict) else None
    version = inner.get("fmt") if isinstance(inner, dict) else None
    if isinstance(version, str) and version != FORMAT and _NEWER.fullmatch(version):
        raise NewerCardError


def _require_plain_texts(value: object) -> None:
    for _, leaf in leaves(value):
        if isinstance(leaf, str) and not is_plain(leaf, most=_LONGEST_TEXT):
            raise MalformedJsonError("text")


def _signing_key(keys: ExchangeKeys, details: CardDetails) -> SigningKey:
    return SigningKey(
        ed25519=ed25519.public_key(keys.sign_seed).hex(),
        first_day=details.created.date().isoformat(),
        last_day=details.expires.date().isoformat(),
    )


def _card_mailbox(mailbox: Mailbox) -> CardMailbox:
    return CardMailbox(
        epoch=mailbox.epoch,
        first_day=mailbox.first_day.isoformat(),
        last_day=mailbox.last_day.isoformat(),
        recipient=HybridRecipient(hybrid.public_key(mailbox.seed)).text(),
    )
