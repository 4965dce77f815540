# SPDX-License-Identifier: EUPL-1.2
"""What sharing and receiving need from the room that makes and opens bundles, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from workbench.domain.assessments import InstrumentPin
from workbench.domain.disclosures import SentObject
from workbench.domain.errors import WorkbenchError
from workbench.services.ports import ExchangeKeys, Staging, StoredCard


@dataclass(frozen=True, slots=True)
class SharedPart:
    """One record as the receiver sees it. `id` is random and used in this bundle only."""

    kind: str
    id: str
    body: dict[str, Any]
    author: str
    unit: str
    recorded_at: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """What a transfer says: parts, the instruments they rest on, the hash of the PDF."""

    purpose: str
    relation: str
    label: str
    parts: tuple[SharedPart, ...]
    instruments: tuple[InstrumentPin, ...]
    rendered: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The legal reason why something may be shared. v1 knows one: the person's consent."""

    code: str
    text: str
    consent: str = "none"
    consent_date: str = ""


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """A document that goes along as it came: its number here, its kind, its bytes when asked."""

    number: int
    media: str
    read: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealOrder:
    """Everything that one bundle is made of."""

    recipient: StoredCard
    own_card: StoredCard
    record: SharedRecord
    pdf: bytes
    ground: Ground
    case_link_key: bytearray
    role: str
    seq: int
    prev: str
    retain_until: date
    protects_identity: bool
    out_dir: Path
    documents: tuple[SealedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class SealNote:
    """What is known of a bundle before its first byte is written."""

    bundle: str
    manifest_sha256: str
    objects: tuple[SentObject, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bundle on the stick, read back and compared."""

    path: Path
    bundle: str
    sha256: str
    size_bytes: int
    objects: tuple[SentObject, ...]


@dataclass(frozen=True, slots=True)
class ArrivedObject:
    """One object of an opened bundle; its bytes are in the staging file under `id`."""

    id: int
    facts: SentObject


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What a bundle said after every check of opening it. `sender_state` is the card's.

    `warnings` stop nothing and are shown with their texts. `staging` holds what was decrypted
    until somebody accepts it or puts it aside.
    """

    bundle: str
    sender_card: str
    sender_root: str
    sender_org: str
    sender_unit: str
    sender_state: str
    created: str
    purpose: str
    ground: str
    seq: int
    case_ref: str
    file_sha256: str
    record: SharedRecord
    objects: tuple[ArrivedObject, ...]
    warnings: tuple[WorkbenchError, ...]
    staging: Staging


@dataclass(frozen=True, slots=True)
class Known:
    """What the receiver knows already. Roots are named by their hashes.

    `own_card`: None while nobody was ever given one, so that no bundle can be for us.
    `newest_seen`: the latest creation time among accepted bundles, which the clock must not be
    far behind.
    """

    cards: tuple[StoredCard, ...]
    own_card: StoredCard | None
    last_seq: Callable[[str], int]
    newest_seen: datetime | None
    knows_instrument: Callable[[str, str, str], bool]


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a contact card says. `digits` are the 40 that the other side reads out.

    `root` is the SHA-256 of the root key, as manifests name it.
    """

    card: str
    root: str
    org: str
    unit: str
    digits: str
    seq: int


class Bundles(Protocol):
    """Make, read and open what leaves and arrives."""

    def read_card(self, untrusted_content: bytes) -> CardFacts: ...

    def make_card(self, org: str, unit: str, keys: ExchangeKeys) -> bytes: ...

    def check_card(self, content: bytes, known: StoredCard | None) -> None:
        """Refuse a card of a revoked root (SB-34), an older (SB-85) or an expired one (SB-86)."""
        ...

    def check_digits(self, content: bytes, typed: str) -> None:
        """Refuse digits that are not the card's (SB-87)."""
        ...

    def seal(
        self, order: SealOrder, keys: ExchangeKeys, note: Callable[[SealNote], None]
    ) -> Sealed:
        """`note` is called, and must have become durable, before anything is written."""
        ...

    def open(
        self,
        path: Path,
        keys: ExchangeKeys,
        known: Known,
        staging: Callable[[], Staging],
    ) -> OpenedFile:
        """Every check of the format, in its order. On any failure nothing decrypted is left."""
        ...

    def require_acceptable(self, opened: OpenedFile) -> None:
        """Refuse to accept from a sender whose digits were not compared (SB-36)."""
        ...
