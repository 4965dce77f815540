# SPDX-License-Identifier: EUPL-1.2
"""Signatures: the vectors of RFC 8032 section 7.1, and what a strict reader refuses."""

import hashlib
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from workbench.crypto import ed25519

P = 2**255 - 19
ORDER_EIGHT_Y = 2707385501144840649318225287225658788936804267575313519463743609750303402022
SMALL_ORDER_Y = (0, 1, P - 1, ORDER_EIGHT_Y, P - ORDER_EIGHT_Y)
SIGN = 1 << 255
ORDER = 2**252 + 27742317777372353535851937790883648493


@dataclass(frozen=True)
class Vector:
    seed: str
    public: str
    message: str
    signature: str


RFC_8032 = [
    Vector(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    Vector(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0"
        "85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    Vector(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1"
        "8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


def encoded(y: int) -> bytes:
    return y.to_bytes(32, "little")


@pytest.mark.parametrize("vector", RFC_8032, ids=["empty", "one byte", "two bytes"])
def test_signatures_are_those_of_the_rfc(vector):
    seed, message = bytes.fromhex(vector.seed), bytes.fromhex(vector.message)
    signature = bytes.fromhex(vector.signature)
    assert ed25519.public_key(seed).hex() == vector.public
    assert ed25519.sign(seed, message) == signature
    assert ed25519.verifies(bytes.fromhex(vector.public), signature, message)


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=50), st.integers(0, 511))
def test_a_signature_with_any_bit_changed_does_not_verify(seed, message, bit):
    signature = bytearray(ed25519.sign(seed, message))
    public = ed25519.public_key(seed)
    assert ed25519.verifies(public, bytes(signature), message)
    signature[bit // 8] ^= 1 << bit % 8
    assert not ed25519.verifies(public, bytes(signature), message)
    assert not ed25519.verifies(public, ed25519.sign(seed, message), message + b"x")


@pytest.mark.parametrize("sign_bit", [0, SIGN], ids=["plus", "minus"])
@pytest.mark.parametrize("y", SMALL_ORDER_Y)
def test_a_key_of_small_order_is_refused(y, sign_bit):
    assert not ed25519.is_strict_point(encoded(y | sign_bit))


def test_without_our_rule_a_key_of_small_order_would_sign_anything():
    neutral = encoded(1)
    forged = neutral + bytes(32)
    Ed25519PublicKey.from_public_bytes(neutral).verify(forged, b"anything")
    assert not ed25519.verifies(neutral, forged, b"anything")


@pytest.mark.parametrize("sign_bit", [0, SIGN], ids=["plus", "minus"])
@pytest.mark.parametrize("y", range(P, 2**255))
def test_a_second_spelling_of_a_point_is_refused(y, sign_bit):
    assert not ed25519.is_strict_point(encoded(y | sign_bit))


@pytest.mark.parametrize("y", [*SMALL_ORDER_Y, P + 3, 2**255 - 1])
def test_the_same_holds_for_the_commitment_of_a_signature(y):
    vector = RFC_8032[0]
    signature = encoded(y) + bytes.fromhex(vector.signature)[32:]
    assert not ed25519.verifies(bytes.fromhex(vector.public), signature, b"")


def test_without_our_rule_a_signature_could_commit_to_the_neutral_point():
    seed, message = bytes.fromhex(RFC_8032[0].seed), b"anything"
    public, neutral = ed25519.public_key(seed), encoded(1)
    secret = bytearray(hashlib.sha512(seed).digest()[:32])
    secret[0] &= 248
    secret[31] = secret[31] & 127 | 64
    challenge = int.from_bytes(hashlib.sha512(neutral + public + message).digest(), "little")
    scalar = challenge * int.from_bytes(secret, "little") % ORDER
    signature = neutral + encoded(scalar)
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    assert not ed25519.verifies(public, signature, message)


def test_a_scalar_past_the_group_order_is_refused():
    vector = RFC_8032[0]
    signature = bytes.fromhex(vector.signature)
    scalar = int.from_bytes(signature[32:], "little") + ORDER
    assert not ed25519.verifies(bytes.fromhex(vector.public), signature[:32] + encoded(scalar), b"")


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_keys_and_signatures_of_another_length_are_refused(length):
    assert not ed25519.is_strict_point(bytes(length))
    assert not ed25519.verifies(bytes(length), bytes.fromhex(RFC_8032[0].signature), b"")
    assert not ed25519.verifies(bytes.fromhex(RFC_8032[0].public), bytes(length), b"")


def test_a_key_made_ready_signs_the_same_until_it_is_forgotten():
    seed = bytes.fromhex(RFC_8032[1].seed)
    ready = ed25519.SigningKey(bytearray(seed))
    assert ready.public.hex() == RFC_8032[1].public
    assert ready.sign(b"r").hex() == RFC_8032[1].signature
    ready.forget()
    with pytest.raises(ValueError, match="forgotten"):
        ready.sign(b"r")


def test_the_bytes_that_are_signed_are_those_of_dsse():
    # The example of the DSSE specification, protocol.md.
    assert ed25519.pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )
