# SPDX-License-Identifier: EUPL-1.2
"""One sealed bundle, who it is for, and every way to change a single bit of it."""

import io
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

from tests.vectors.sb1 import world
from tests.vectors.sb1.world import NOW, SHELTER, TOWN, CountedIds, FixedClock, MemoryStaging, keys
from workbench.bundles import cards, inner, profile, seal
from workbench.bundles.open import open_bundle
from workbench.bundles.senders import Receiver
from workbench.crypto import hybrid
from workbench.services.ports import StoredCard

HEADER_BYTES = 6600
"""Where the structure of the file ends: the rest is one long run of sealed bytes."""
FRONT_BYTES = 2200
"""The same for the inner file: after the objects only zeros follow."""


@cache
def sender() -> cards.Card:
    """The shelter with a card of one mailbox, which is read faster."""
    few = replace(keys(SHELTER), mailboxes=keys(SHELTER).mailboxes[:1])
    return cards.read_card(cards.make_card(world.details(SHELTER), few))


@cache
def receiver() -> Receiver:
    """The town, which knows that card."""
    contact = StoredCard(sender().id, sender().content, "verified", "2026-11-02T08:00:00Z")
    return world.receiver(
        known_card=lambda _root, _card: contact, mailboxes=keys(TOWN).mailboxes[:1]
    )


@cache
def inside() -> bytes:
    """A whole inner file."""
    request = world.request(sender=sender())
    prepared = seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("flips"))
    out = io.BytesIO()
    inner.write_front(out.write, prepared.front)
    for to_seal in prepared.objects:
        out.write(to_seal.open().read())
    inner.write_padding(out.write, out.tell())
    return out.getvalue()


def sealed(content: bytes) -> bytes:
    """A bundle file with this inner file."""
    out = io.BytesIO()
    public = hybrid.public_key(keys(TOWN).mailboxes[0].seed)
    writer = profile.hybrid_writer(out, [public], CountedIds("flips").random_bytes)
    writer.write(content)
    writer.finish()
    return out.getvalue()


def open_here(content: bytes) -> None:
    """Open a bundle file as the town.

    Raises:
        BundleError: it is refused.
    """
    # A day later: a flip in a date must not be saved by the clock.
    clock = FixedClock(NOW + timedelta(days=1))
    open_bundle(io.BytesIO(content), receiver(), clock, MemoryStaging)


def places(count: int, structured: int, size: int) -> list[tuple[int, int]]:
    """Bytes and bits, none twice: two thirds in the first `structured` bytes, or all of those."""
    chance = Random(size)
    border = structured * 8
    near = min(border, count * 2 // 3)
    far = chance.sample(range(border, size * 8), count - near)
    return [divmod(number, 8) for number in (*chance.sample(range(border), near), *far)]


def flipped(content: bytes, byte: int, bit: int) -> bytes:
    """`content` with one bit the other way round."""
    changed = bytearray(content)
    changed[byte] ^= 1 << bit
    return bytes(changed)
