# SPDX-License-Identifier: EUPL-1.2
"""The texts of keys: one spelling each, no typing error passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bundles import bech32
from workbench.bundles.recipients import (
    HybridIdentity,
    HybridRecipient,
    X25519Identity,
    X25519Recipient,
)

# From the specification.
SPEC_IDENTITY = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
SPEC_RECIPIENT = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
SPEC_HYBRID = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR"


def test_the_keys_of_the_specification_belong_together() -> None:
    identity = X25519Identity.parse(SPEC_IDENTITY)

    assert identity.seed == b"\x42" * 32
    assert identity.recipient().text() == SPEC_RECIPIENT
    assert X25519Recipient.parse(SPEC_RECIPIENT) == identity.recipient()
    assert identity.text() == SPEC_IDENTITY


def test_the_hybrid_key_of_the_specification_gives_its_recipient() -> None:
    identity = HybridIdentity.parse(SPEC_HYBRID)
    text = identity.recipient().text()

    assert identity.text() == SPEC_HYBRID
    assert text.startswith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5z")
    assert text.endswith("dkmhh6gjtqmwze9pyyzk3tlhl53k2ykx3qheyty7saeq0d3fzv49zc0k")
    assert HybridRecipient.parse(text) == identity.recipient()


@given(st.binary(max_size=80), st.sampled_from(["age", "age1pq", "AGE-SECRET-KEY-"]))
def test_any_bytes_come_back(content: bytes, prefix: str) -> None:
    text = bech32.encode(prefix, content)

    assert bech32.decode(text) == bech32.decode(text.upper()) == (prefix.lower(), content)


@given(st.data())
def test_one_wrong_character_is_found(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SPEC_RECIPIENT) - 1))
    other = data.draw(st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l1bio -å"))
    text = SPEC_RECIPIENT[:at] + other + SPEC_RECIPIENT[at + 1 :]

    if text != SPEC_RECIPIENT:
        with pytest.raises(bech32.Bech32Error):
            X25519Recipient.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "age",
        "age1",
        "1qqqqqq",
        "age1qqqqqq",
        SPEC_RECIPIENT[:-1],
        SPEC_RECIPIENT + "q",
        SPEC_RECIPIENT.capitalize(),
        " " + SPEC_RECIPIENT,
        "Å" + SPEC_RECIPIENT,
    ],
)
def test_what_is_not_bech32_is_refused(text: str) -> None:
    with pytest.raises(bech32.Bech32Error):
        bech32.decode(text)


def test_padding_has_one_spelling() -> None:
    # The same byte, but with a stray bit in the padding, or with a group too many.
    symbols = bech32._regroup(b"\0", 8, 5, is_padded=True)
    for strange in ([*symbols[:-1], symbols[-1] | 1], [*symbols, 0]):
        with pytest.raises(bech32.Bech32Error, match="padding"):
            bech32._regroup(strange, 5, 8, is_padded=False)


def test_a_key_of_one_kind_is_not_taken_for_another() -> None:
    with pytest.raises(bech32.Bech32Error):
        HybridIdentity.parse(SPEC_IDENTITY)
    with pytest.raises(bech32.Bech32Error):
        X25519Identity.parse(SPEC_HYBRID)
    with pytest.raises(bech32.Bech32Error):
        X25519Recipient.parse(HybridIdentity(bytes(32)).recipient().text())
    with pytest.raises(bech32.Bech32Error):
        HybridRecipient.parse(bech32.encode("age1pq", bytes(32)))


def test_a_hybrid_recipient_that_the_library_refuses_is_refused() -> None:
    with pytest.raises(bech32.Bech32Error):
        HybridRecipient.parse(bech32.encode("age1pq", b"\xff" * 1216))
