# SPDX-License-Identifier: EUPL-1.2
"""The fields of a contact card (docs/formats/bundle.md, section 5)."""

from typing import Annotated, Final, Literal

import msgspec

from workbench.bundles.manifest_fields import Count, Day, Hex64, Name, NameOrNone, Stamp, Wire

FORMAT: Final = "sbcard1"
MOST_CARD_BYTES = 64 * 1024

_MOST_SIGNING_KEYS = 8
_MOST_MAILBOXES = 16
_MOST_ESCROW = 4

Epoch = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-Q[1-4]\Z")]
RecipientText = Annotated[str, msgspec.Meta(pattern=r"^age1pq1[a-z0-9]+\Z", max_length=2500)]
Suites = Annotated[tuple[Literal["ed25519"], ...], msgspec.Meta(min_length=1, max_length=1)]
Profiles = Annotated[tuple[Literal["H", "P"], ...], msgspec.Meta(min_length=1, max_length=2)]


class SigningKey(Wire, frozen=True, rename={"first_day": "from", "last_day": "to"}):
    """Whom a manifest may be signed by between two days, both included."""

    ed25519: Hex64
    first_day: Day
    last_day: Day


class CardMailbox(Wire, frozen=True, rename={"first_day": "from", "last_day": "to"}):
    """The key to seal to during one quarter."""

    epoch: Epoch
    first_day: Day
    last_day: Day
    recipient: RecipientText


class CardFields(Wire, frozen=True):
    """Everything that a card says. `prev_card` is zeros on the first."""

    fmt: Literal["sbcard1"]
    org: Name
    unit: NameOrNone
    country: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}\Z")]
    root: Hex64
    sign: Annotated[
        tuple[SigningKey, ...], msgspec.Meta(min_length=1, max_length=_MOST_SIGNING_KEYS)
    ]
    mailboxes: Annotated[
        tuple[CardMailbox, ...], msgspec.Meta(min_length=1, max_length=_MOST_MAILBOXES)
    ]
    escrow: Annotated[tuple[RecipientText, ...], msgspec.Meta(max_length=_MOST_ESCROW)]
    suites: Suites
    profiles: Profiles
    card_seq: Count
    prev_card: Hex64
    created: Stamp
    expires: Stamp
