# SPDX-License-Identifier: EUPL-1.2
"""Hostile contact cards, for `make.py`. One mailbox each, to keep them small."""

import json
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import rfc8785

from tests.vectors.sb1 import world
from tests.vectors.sb1.sample import Sample
from tests.vectors.sb1.world import SHELTER, keys
from workbench.bundles import cards
from workbench.bundles.recipients import HybridRecipient
from workbench.crypto import ed25519, hybrid
from workbench.crypto.labels import Signed


def card_file(name: str, code: str, says: str, content: bytes, **facts: str) -> Sample:
    return Sample(name, {"expect": code, "says": says, "layer": "card"} | facts, content)


def small_card(**changes: object) -> bytes:
    few = replace(keys(SHELTER), mailboxes=keys(SHELTER).mailboxes[:1])
    content = cards.make_card(world.details(SHELTER), few)
    fields = msgspec.to_builtins(cards.read_card(content).fields) | changes
    card_bytes = rfc8785.dumps(fields)
    signature = ed25519.sign(few.root_seed, ed25519.pae(Signed.CARD, card_bytes))
    return b'{"card":' + card_bytes + b',"signature":"' + signature.hex().encode() + b'"}'


def card_files() -> Iterator[Sample]:
    """The samples of cards."""
    yield from _wrong_fields()
    yield from _wrong_keys()
    yield from _wrong_histories()


def _wrong_fields() -> Iterator[Sample]:
    good = small_card()
    [box] = json.loads(good)["card"]["mailboxes"]
    no_card = "Det här är inte ett giltigt kontaktkort. Inget har sparats."
    yield card_file("card-unknown-field", "SB-80", no_card, small_card(extra=1))
    yield card_file("card-letter", "SB-80", no_card, b"Hej!\n")
    short = [box | {"to": "2026-12-30"}]
    yield card_file("card-short-quarter", "SB-80", no_card, small_card(mailboxes=short))
    two = "Kontaktkortet är tvetydigt och avvisas. Inget har sparats."
    yield card_file("card-line-feed", "SB-81", two, good + b"\n")


def _wrong_keys() -> Iterator[Sample]:
    good = small_card()
    [box] = json.loads(good)["card"]["mailboxes"]
    weak = "Kontaktkortet har en underskriftsnyckel som vem som helst kan använda. Det avvisas."
    [signing] = json.loads(good)["card"]["sign"]
    identity = [signing | {"ed25519": "01" + "00" * 31}]
    yield card_file("card-small-order-key", "SB-82", weak, small_card(sign=identity))
    yield card_file("card-key-not-canonical", "SB-82", weak, small_card(root="ff" * 32))
    useless = "Kontaktkortet har en mottagarnyckel som inte går att använda. Inget har sparats."
    last = "q" if box["recipient"][-1] != "q" else "p"
    typo = [box | {"recipient": box["recipient"][:-1] + last}]
    yield card_file("card-recipient-checksum", "SB-83", useless, small_card(mailboxes=typo))
    raw = hybrid.public_key(world.seed("low"))[:-32] + bytes(32)
    low = [box | {"recipient": HybridRecipient(raw).text()}]
    yield card_file("card-recipient-low-order", "SB-83", useless, small_card(mailboxes=low))


def _wrong_histories() -> Iterator[Sample]:
    good = small_card()
    edited = "Kontaktkortets underskrift stämmer inte. Någon kan ha ändrat det."
    yield card_file("card-edited", "SB-84", edited, good.replace(b"Exempel", b"Example"))
    older = "Det finns redan ett nyare kort från den avsändaren. Inget ändrades."
    yield card_file("card-older", "SB-85", older, good, known="2")
    gone = "Kontaktkortet gick ut 2028-11-01. Inget har sparats."
    yield card_file("card-expired", "SB-86", gone, good, now="2028-11-01T00:00:01Z")
    digits = "Siffrorna stämmer inte med kortet. Avsändaren är fortfarande inte kontrollerad."
    yield card_file("card-wrong-digits", "SB-87", digits, good, digits="0" * 40)
    later = "Kontaktkortet är gjort med en nyare version av programmet. Uppdatera och försök igen."
    yield card_file("card-later-format", "SB-88", later, small_card(fmt="sbcard2"))
