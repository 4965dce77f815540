# SPDX-License-Identifier: EUPL-1.2
"""Three fictional organisations, their keys and cards, a clock and ids that never vary."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from uuid import UUID

from workbench.bundles.cards import Card, CardDetails, make_card, read_card
from workbench.bundles.manifest_fields import RECORD_MEDIA, ZEROS, Basis, Handling
from workbench.bundles.records import (
    SCHEMA,
    About,
    Author,
    InstrumentUsed,
    Part,
    Record,
    encode_record,
)
from workbench.bundles.requests import Addressee, ObjectToSeal, SealRequest, bytes_to_seal
from workbench.bundles.senders import Receiver
from workbench.domain.quarters import quarters_from
from workbench.services.ports import ExchangeKeys, Mailbox, StoredCard

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
SHELTER, TOWN, STRANGER = "Kvinnojouren Exempel", "Exempelstads kommun", "Ett annat hus"


@dataclass(frozen=True)
class FixedClock:
    """Always `moment`, wherever the person sits."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@dataclass
class CountedIds:
    """Bytes from a counter under a seed: the same in every run, never the same twice in one."""

    seed: str
    drawn: int = field(default=0)

    def random_bytes(self, size_bytes: int) -> bytes:
        self.drawn += 1
        return hashlib.shake_256(f"{self.seed}:{self.drawn}".encode()).digest(size_bytes)

    def new_uuid(self) -> str:
        return str(UUID(bytes=self.random_bytes(16), version=4))


def seed(*names: str) -> bytes:
    """32 bytes that are secret in no way."""
    return hashlib.sha256("/".join(names).encode()).digest()


@cache
def keys(org: str) -> ExchangeKeys:
    """Root, signing and eight mailbox keys, the first of 2026-Q4."""
    return ExchangeKeys(
        root_seed=seed(org, "root"),
        sign_seed=seed(org, "sign"),
        mailboxes=tuple(
            Mailbox(q.epoch, seed(org, q.epoch), q.first_day, q.last_day)
            for q in quarters_from(NOW.date())
        ),
    )


def details(org: str, **changes: object) -> CardDetails:
    """What `org` says of itself on its card."""
    said: dict = {"org": org, "unit": "Mottagningen"}
    said |= {"created": datetime(2026, 11, 1, tzinfo=UTC)}
    said |= {"expires": datetime(2028, 11, 1, tzinfo=UTC)} | changes
    return CardDetails(**said)


@cache
def card(org: str) -> Card:
    """The first card of `org`."""
    return read_card(make_card(details(org), keys(org)))


def stored(org: str, state: str = "verified", since: str = "2026-11-02T08:00:00Z") -> StoredCard:
    """That card as a contact."""
    return StoredCard(card(org).id, card(org).content, state, since)


PDF = b"%PDF-1.7 a rendering that no test opens"


@dataclass
class MemoryStaging:
    """Objects in memory, and whether they were dropped."""

    objects: dict[int, bytearray] = field(default_factory=dict)
    is_dropped: bool = False

    def write(self, object_id: int, chunk: bytes) -> None:
        self.objects.setdefault(object_id, bytearray()).extend(chunk)

    def read(self, object_id: int) -> bytes:
        return bytes(self.objects.get(object_id, b""))

    def drop(self) -> None:
        self.objects.clear()
        self.is_dropped = True


@dataclass(frozen=True)
class AcceptedOn:
    """When and by whom a bundle was accepted."""

    on: date
    role: str


def record(**changes: object) -> Record:
    """One note about a fictional person, and the PDF's hash."""
    said: dict = {"schema": SCHEMA, "purpose": "risk-assessment"}
    said |= {"about": About(relation="subject", label="Person 1"), "instruments": ()}
    said |= {"parts": (part(),), "rendered": hashlib.sha256(PDF).hexdigest()} | changes
    return Record(**said)


def part(text: str = "En påhittad anteckning.", number: int = 1) -> Part:
    """A note."""
    return Part(
        kind="note/1",
        id=str(UUID(bytes=seed("part", str(number))[:16], version=4)),
        body={"text": text},
        author=Author(name_or_role="handläggare", unit="Mottagningen"),
        recorded_at="2026-11-20T09:00:00Z",
        source="",
    )


def instrument() -> InstrumentUsed:
    """An instrument that is installed nowhere."""
    return InstrumentUsed(id="exempel", version="1", sha256="ab" * 32)


def objects(record_bytes: bytes | None = None, pdf: bytes = PDF) -> tuple[ObjectToSeal, ...]:
    """A record and its rendering."""
    content = encode_record(record()) if record_bytes is None else record_bytes
    return (
        bytes_to_seal("record", RECORD_MEDIA, "Bedömning", content, SCHEMA),
        bytes_to_seal("render", "application/pdf", "Bedömning.pdf", pdf),
    )


def request(**changes: object) -> SealRequest:
    """From the shelter to the town."""
    said: dict = {"sender": card(SHELTER), "role": "handläggare", "seq": 1, "prev": ZEROS}
    said |= {"addressees": (Addressee.of(stored(TOWN)),), "objects": objects()}
    said |= {"purpose": "risk-assessment", "case_link_key": seed("case link")}
    said["basis"] = Basis(
        code="consent", text="Enligt samtycke.", consent="written", consent_date="2026-11-20"
    )
    said["handling"] = Handling(
        forward="ask", print="yes", retain_until="2031-11-22", protected_identity=False
    )
    return SealRequest(**(said | changes))


def receiver(org: str = TOWN, sender_state: str = "verified", **changes: object) -> Receiver:
    """`org`, which has the shelter's card among its contacts."""
    contacts = {(card(SHELTER).root_hash, card(SHELTER).id): stored(SHELTER, sender_state)}
    known: dict = {"mailboxes": keys(org).mailboxes, "own_cards": frozenset({card(org).id})}
    known |= {"known_card": lambda root, card_id: contacts.get((root, card_id))}
    known |= {"accepted": lambda _: None, "last_seq": lambda _: 0}
    return Receiver(**(known | changes))
