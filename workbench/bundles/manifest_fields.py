# SPDX-License-Identifier: EUPL-1.2
"""The fields of a manifest: types, closed sets and lengths (docs/formats/bundle.md, section 4)."""

from typing import Annotated, Any, Literal

import msgspec

from workbench.domain.canonical import LARGEST_INTEGER

FORMAT = "sb1"
MOST_OBJECTS = 256
MOST_OBJECT_BYTES = 64 * 1024 * 1024
MOST_RECIPIENTS = 4
RECORD_MEDIA = "application/vnd.sb1.record+json"
CARD_MEDIA = "application/vnd.sb1.card+json"
ZEROS = "0" * 64

Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
Hex64 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
Stamp = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
]
DayOrNone = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")]
EpochOrNone = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{4}-Q[1-4])?\Z")]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=64)]
LONGEST_NAME = 200
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
NameOrNone = Annotated[str, msgspec.Meta(max_length=LONGEST_NAME)]
SchemaName = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9.]+/[1-9][0-9]*)?\Z", max_length=64)]
Media = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+/[a-z0-9][a-z0-9.+-]*\Z", max_length=100)]
Count = Annotated[int, msgspec.Meta(ge=1, le=LARGEST_INTEGER)]

Kind = Literal["transfer", "receipt", "revocation", "card"]
Purpose = Literal["risk-assessment", "referral", "return-of-assessment", "update", "withdrawal"]
Why = Literal["to", "cc", "escrow", "archive", "passphrase"]
Role = Literal["record", "render", "derived", "document", "card"]


class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Immutable, every field required, no field besides."""


class Sender(Wire, frozen=True):
    """Who signs: hashes of the card and of its root key, and the words for it."""

    card: Hex64
    root: Hex64
    unit: NameOrNone
    role: NameOrNone


class Recipient(Wire, frozen=True):
    """Whom the sender wrote it for. The epoch is empty for a passphrase only."""

    card: Hex64
    epoch: EpochOrNone
    why: Why


class Basis(Wire, frozen=True):
    """The legal ground. `consent_date` is empty when there was no consent."""

    code: Slug
    text: str
    consent: Literal["none", "verbal", "written"]
    consent_date: DayOrNone


class Handling(Wire, frozen=True):
    """What the sender asks of the receiver; honest software keeps it."""

    forward: Literal["no", "ask", "yes"]
    print: Literal["no", "yes"]
    retain_until: Day
    protected_identity: bool


class ManifestObject(Wire, frozen=True):
    """One object of the inner file, in its order."""

    id: Annotated[int, msgspec.Meta(ge=0, le=LARGEST_INTEGER)]
    role: Role
    media: Media
    name: Name
    size: Annotated[int, msgspec.Meta(ge=0, le=MOST_OBJECT_BYTES)]
    sha256: Hex64
    schema: SchemaName


class Manifest(Wire, frozen=True):
    """Everything that the sender says of a bundle. Times are `clock.stamp` text."""

    fmt: Literal["sb1"]
    suite: Literal["ed25519"]
    kind: Kind
    bundle_id: Hex32
    created: Stamp
    not_after: Stamp
    seq: Count
    prev: Hex64
    sender: Sender
    recipients: Annotated[
        tuple[Recipient, ...], msgspec.Meta(min_length=1, max_length=MOST_RECIPIENTS)
    ]
    case_ref: Hex64
    purpose: Purpose
    basis: Basis
    handling: Handling
    receipt_key: Hex64
    log: Literal[""]
    objects: Annotated[
        tuple[ManifestObject, ...], msgspec.Meta(min_length=1, max_length=MOST_OBJECTS)
    ]
    attach_card: bool
    revocations: Annotated[tuple[Any, ...], msgspec.Meta(max_length=0)]
    ext: dict[str, Any]

    @property
    def record(self) -> ManifestObject:
        """The authoritative object of a transfer."""
        return next(listed for listed in self.objects if listed.role == "record")

    @property
    def objects_size(self) -> int:
        """Bytes of all objects together."""
        return sum(listed.size for listed in self.objects)
