# SPDX-License-Identifier: EUPL-1.2
"""Sealing: what comes back is what went in, or nothing does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.crypto import aead

KEY = bytes(range(32))


@given(st.binary(max_size=100), st.binary(max_size=20))
def test_what_was_sealed_once_opens_in_both_ways(plaintext, aad):
    sealed = aead.seal_once(KEY, plaintext, aad)
    assert aead.open_once(KEY, sealed, aad) == plaintext
    buffer = aead.open_once_buffer(bytearray(KEY), sealed, aad)
    assert buffer == plaintext
    assert isinstance(buffer, bytearray)


@given(st.binary(max_size=60), st.data())
def test_any_changed_bit_is_refused(plaintext, data):
    sealed = bytearray(aead.seal(KEY, plaintext, b"to", nonce=bytes(12)))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(aead.NotAuthenticError):
        aead.open_sealed(KEY, bytes(sealed), b"to")


@pytest.mark.parametrize("opens", [aead.open_once, aead.open_once_buffer, aead.open_sealed])
@pytest.mark.parametrize("sealed", [b"", bytes(11), bytes(15), bytes(40)])
def test_what_is_too_short_or_never_sealed_is_refused(opens, sealed):
    with pytest.raises(aead.NotAuthenticError):
        opens(KEY, sealed, b"")


def test_another_key_or_another_binding_opens_nothing():
    sealed = aead.seal_once(KEY, b"text", b"here")
    for key, aad in ((bytes(32), b"here"), (KEY, b"there")):
        with pytest.raises(aead.NotAuthenticError):
            aead.open_once(key, sealed, aad)
        with pytest.raises(aead.NotAuthenticError):
            aead.open_once_buffer(key, sealed, aad)


def test_the_nonce_stands_before_the_ciphertext():
    assert aead.seal(KEY, b"", b"", nonce=b"n" * 12)[:12] == b"n" * 12
