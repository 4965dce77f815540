# SPDX-License-Identifier: EUPL-1.2
"""Three fictional organisations, their keys and cards, a clock and ids that never vary."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from uuid import UUID

from workbench.bundles.cards import Card, CardDetails, make_card, read_card
from workbench.bundles.quarters import quarters_from
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
