# SPDX-License-Identifier: EUPL-1.2
"""What left and what arrived."""

from dataclasses import dataclass
from typing import Final, Literal

from workbench.domain.ids import RecordId

GroundCode = Literal[
    "consent", "child_concern", "contact_details_2025_170", "osl_18c", "other_crime_rule"
]
GROUNDS: tuple[GroundCode, ...] = (
    "consent",
    "child_concern",
    "contact_details_2025_170",
    "osl_18c",
    "other_crime_rule",
)
"""In the order in which they are tried. That there is none is not recorded: nothing is told."""
DOCUMENT: Final = "document"
"""The role in a bundle of a document that went along as it came."""
Way = Literal["phone", "meeting", "video"]
WAYS: tuple[Way, ...] = ("phone", "meeting", "video")


@dataclass(frozen=True, slots=True)
class SentObject:
    """One object of a bundle, by role, kind, hash and size."""

    role: str
    media: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that was made: noted in the organisation akt before anything is written.

    `checked`, here and below: what whoever did it ticked as looked through beforehand.
    """

    bundle: str
    case: str
    recipient_card: str
    recipient_root: str
    seq: int
    manifest_sha256: str
    purpose: str
    ground: str
    objects: tuple[SentObject, ...]
    checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A document that arrived, in the akt that it is about. Bytes are attachments by hash."""

    bundle: str
    sender_card: str
    sender_root: str
    sender_org: str
    sender_unit: str
    created: str
    purpose: str
    ground: str
    file_sha256: str
    objects: tuple[SentObject, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """In the organisation akt: that a bundle was accepted, so that a second one is known."""

    bundle: str
    sender_root: str
    seq: int
    case_ref: str
    case: str
    created: str
    is_done: bool = True


@dataclass(frozen=True, slots=True)
class Printed:
    """That a paper was made of a case: what kind, for whom, and why where that is asked."""

    case: str
    document: str
    receiver: str
    sha256: str
    why: str = ""
    checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """That something was told by mouth, in the akt that it is about.

    `because`: why the ground holds. `conditions`: those of the ground's text that were ticked, by
    their number from 1. `law`: the version of the text. `told_points` were chosen from the akt, in
    words; `rests_on` are their records. `decided_by`: who decided, where the ground asks for it.
    """

    receiver: str
    ground: GroundCode
    because: str
    what: str
    told_by: str
    told_at: str
    told_way: Way
    receiver_org: str = ""
    asked_by_receiver: str = ""
    conditions: tuple[str, ...] = ()
    decided_by: str = ""
    law: str = ""
    told_points: tuple[str, ...] = ()
    rests_on: tuple[RecordId, ...] = ()
    reason: str = ""
    checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """In the organisation akt: that something of a case was told by mouth. `told`: its record."""

    case: str
    told: str
    receiver: str
    ground: str


@dataclass(frozen=True, slots=True)
class Opened:
    """That a user opened a case."""

    case: str
