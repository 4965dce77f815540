# SPDX-License-Identifier: EUPL-1.2
"""No single flipped bit of a bundle is accepted, outside the encryption or inside it.

`SB1_FLIPS` says how many to try in each of the two (100000 for the long campaign).
"""

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.vectors.sb1 import world
from tests.vectors.sb1.world import NOW, SHELTER, TOWN, CountedIds, FixedClock, MemoryStaging, keys
from workbench.bundles import cards, errors, inner, profile, seal
from workbench.bundles.open import open_bundle
from workbench.bundles.senders import Receiver
from workbench.crypto import hybrid
from workbench.services.ports import StoredCard

FLIPS = int(os.environ.get("SB1_FLIPS", "800"))


@pytest.fixture(scope="module")
def sender() -> cards.Card:
    """The shelter with a card of one mailbox, which is read faster."""
    few = replace(keys(SHELTER), mailboxes=keys(SHELTER).mailboxes[:1])
    return cards.read_card(cards.make_card(world.details(SHELTER), few))


@pytest.fixture(scope="module")
def receiver(sender: cards.Card) -> Receiver:
    contact = StoredCard(sender.id, sender.content, "verified", "2026-11-02T08:00:00Z")
    return world.receiver(
        known_card=lambda _root, _card: contact, mailboxes=keys(TOWN).mailboxes[:1]
    )


@pytest.fixture(scope="module")
def inside(sender: cards.Card) -> bytes:
    """A whole inner file."""
    request = world.request(sender=sender)
    prepared = seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("flips"))
    out = io.BytesIO()
    inner.write_front(out.write, prepared.front)
    for to_seal in prepared.objects:
        out.write(to_seal.open().read())
    inner.write_padding(out.write, out.tell())
    return out.getvalue()


def sealed(content: bytes) -> bytes:
    out = io.BytesIO()
    public = hybrid.public_key(keys(TOWN).mailboxes[0].seed)
    writer = profile.hybrid_writer(out, [public], CountedIds("flips").random_bytes)
    writer.write(content)
    writer.finish()
    return out.getvalue()


def is_accepted(content: bytes, receiver: Receiver) -> bool:
    try:
        # A day later: a flip in a date must not be saved by the clock.
        clock = FixedClock(NOW + timedelta(days=1))
        open_bundle(io.BytesIO(content), receiver, clock, MemoryStaging)
    except errors.BundleError:
        return False
    return True


def places(dense: int, size: int) -> Iterator[tuple[int, int]]:
    """Byte and bit: half of them among the first `dense` bytes, where the structure is."""
    drawn = CountedIds(f"places {size}")
    for n in range(FLIPS):
        within = dense if n % 2 else size
        number = int.from_bytes(drawn.random_bytes(8), "big") % (within * 8)
        yield divmod(number, 8)


def flipped(content: bytes, byte: int, bit: int) -> bytes:
    changed = bytearray(content)
    changed[byte] ^= 1 << bit
    return bytes(changed)


def test_no_flipped_bit_of_the_file_is_accepted(inside: bytes, receiver: Receiver) -> None:
    content = sealed(inside)
    assert is_accepted(content, receiver)
    tried = [
        at for at in places(6600, len(content)) if is_accepted(flipped(content, *at), receiver)
    ]
    assert tried == []


def test_no_flipped_bit_inside_is_accepted(inside: bytes, receiver: Receiver) -> None:
    assert is_accepted(sealed(inside), receiver)
    tried = [
        at
        for at in places(2200, len(inside))
        if is_accepted(sealed(flipped(inside, *at)), receiver)
    ]
    assert tried == []
