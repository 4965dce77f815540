# SPDX-License-Identifier: EUPL-1.2
"""What someone asks to have sealed, and the refusals that come before any work."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from workbench.bundles.cards import Card, read_card
from workbench.bundles.errors import (
    LocationUnconfirmedError,
    NoMailboxError,
    RecipientCardError,
    UnverifiedRecipientError,
)
from workbench.bundles.manifest_fields import Basis, Handling, Purpose, Role, Why
from workbench.services.ports import StoredCard

_MAY_RECEIVE = ("verified", "own")


class Location(StrEnum):
    """Whether the material says where someone can be found, and who let it."""

    ABSENT = "absent"
    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ObjectToSeal:
    """One object; `open` gives its bytes anew each time, since it is read twice."""

    role: Role
    media: str
    name: str
    open: Callable[[], BinaryIO] = field(repr=False)
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A receiver's card, what we know of it, and why it receives."""

    card: Card
    state: str
    why: Why = "to"

    @classmethod
    def of(cls, stored: StoredCard, why: Why = "to") -> "Addressee":
        return cls(read_card(stored.content), stored.state, why)


@dataclass(frozen=True, slots=True)
class SealRequest:
    """Everything that a person decided. `prev`: SHA-256 of the stream's last manifest, or zeros."""

    sender: Card
    role: str
    addressees: tuple[Addressee, ...]
    objects: tuple[ObjectToSeal, ...]
    purpose: Purpose
    basis: Basis
    handling: Handling
    case_link_key: bytes | bytearray = field(repr=False)
    seq: int
    prev: str
    location: Location = Location.ABSENT


def bytes_to_seal(
    role: Role, media: str, name: str, content: bytes, schema: str = ""
) -> ObjectToSeal:
    """An object that is in memory."""
    return ObjectToSeal(role, media, name, lambda: io.BytesIO(content), schema)


def refuse(request: SealRequest, now: datetime) -> None:
    """Refuse what must not be sealed.

    Raises:
        BundleError: SB-60 (unverified), SB-61 (card expired or revoked), SB-62 (no mailbox for
            this quarter), SB-63 (a location without confirmation).
    """
    for addressee in request.addressees:
        if addressee.state == "unverified":
            raise UnverifiedRecipientError
        if addressee.state not in _MAY_RECEIVE or now > addressee.card.expires:
            raise RecipientCardError
        if addressee.card.mailbox(now.date()) is None:
            raise NoMailboxError
    if request.location is Location.UNCONFIRMED:
        raise LocationUnconfirmedError
