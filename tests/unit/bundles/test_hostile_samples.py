# SPDX-License-Identifier: EUPL-1.2
"""Every stored hostile sample meets its code and the exact words that a person reads."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.vectors.sb1 import world
from tests.vectors.sb1.sample import Sample, samples
from tests.vectors.sb1.world import NOW, SHELTER, TOWN, AcceptedOn, CountedIds, FixedClock, keys
from workbench import words
from workbench.bundles import cards, errors, profile
from workbench.bundles.open import open_bundle, require_acceptable
from workbench.bundles.senders import Receiver
from workbench.crypto import hybrid
from workbench.domain.clock import moment

ALL = samples()
SEALING = {"SB-60", "SB-61", "SB-62", "SB-63", "SB-64", "SB-70", "SB-71"}
WARNINGS = {"SB-36", "SB-42"}


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    before = words.language()
    words.speak("sv")
    yield
    words.speak(before)


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)
def test_a_sample_meets_its_code_and_words(sample: Sample) -> None:
    met = {"age": open_file, "inner": open_inner, "card": import_card}[sample.facts["layer"]]
    code, text = met(sample)
    assert code == sample.facts["expect"]
    assert text.startswith(sample.facts["says"])
    assert "{" not in text


def test_every_code_of_reading_has_a_sample() -> None:
    codes = {kind.code for kind in vars(errors).values() if hasattr(kind, "code")}
    assert codes - SEALING == {sample.facts["expect"] for sample in ALL} - {"success"}


def test_every_code_has_words_in_both_languages() -> None:
    codes = {kind.code for kind in vars(errors).values() if hasattr(kind, "code")}
    for code in codes:
        entry = words.error_entries()[code]
        assert all(entry[key] for key in ("cause", "what_sv", "what_en", "remedy_sv", "remedy_en"))


def shown(error: errors.BundleError) -> tuple[str, str]:
    text = words.error_text(error)
    return error.code, f"{text.what} {text.remedy}"


def receiver(sample: Sample) -> Receiver:
    state = sample.facts.get("sender", "verified")
    changes: dict = {"last_seq": lambda _: int(sample.facts.get("last-seq", 0))}
    if state == "unknown":
        changes["known_card"] = lambda _root, _card: None
    if "accepted" in sample.facts:
        on, role = sample.facts["accepted"].split(" ")
        changes["accepted"] = lambda _: AcceptedOn(date.fromisoformat(on), role)
    changes["knows_instrument"] = lambda *_: "instruments" not in sample.facts
    return world.receiver(TOWN, state, **changes)


def clock(sample: Sample) -> FixedClock:
    return FixedClock(moment(sample.facts["now"]) if "now" in sample.facts else NOW)


def open_file(sample: Sample) -> tuple[str, str]:
    return opened(sample, sample.payload)


def open_inner(sample: Sample) -> tuple[str, str]:
    epoch = sample.facts.get("epoch", "2026-Q4")
    [box] = [box for box in keys(TOWN).mailboxes if box.epoch == epoch]
    out = io.BytesIO()
    ids = CountedIds(sample.name)
    writer = profile.hybrid_writer(out, [hybrid.public_key(box.seed)], ids.random_bytes)
    writer.write(sample.inner)
    writer.finish()
    return opened(sample, out.getvalue())


def opened(sample: Sample, content: bytes) -> tuple[str, str]:
    stagings: list[world.MemoryStaging] = []

    def new_staging() -> world.MemoryStaging:
        stagings.append(world.MemoryStaging())
        return stagings[-1]

    try:
        if "passphrase" in sample.facts:
            profile.open_bundle(io.BytesIO(content), [], passphrase=sample.facts["passphrase"])
        came = open_bundle(io.BytesIO(content), receiver(sample), clock(sample), new_staging)
        if came.warnings and came.warnings[0].code in WARNINGS | {"SB-50"}:
            return shown(came.warnings[0])
        require_acceptable(came)
    except errors.BundleError as refusal:
        assert all(staging.is_dropped for staging in stagings)
        return shown(refusal)
    return "success", ""


def import_card(sample: Sample) -> tuple[str, str]:
    try:
        card = cards.read_card(sample.payload)
        known = newer_card(card, int(sample.facts["known"])) if "known" in sample.facts else None
        cards.check_import(card, known, clock(sample).now())
        cards.require_digits(sample.facts.get("digits", card.digits), card)
    except errors.BundleError as refusal:
        return shown(refusal)
    return "success", ""


def newer_card(card: cards.Card, seq: int) -> cards.Card:
    following = world.details(SHELTER, previous=card)
    made = cards.read_card(cards.make_card(following, keys(SHELTER)))
    assert made.fields.card_seq == seq
    return replace(made)
