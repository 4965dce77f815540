# SPDX-License-Identifier: EUPL-1.2
"""A secret is moved out of bytes whole; bytes that somebody else holds stay what they are.

That the bytes themselves are zeros afterwards is seen in tests/vault/test_memory.py, from outside.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.crypto.clearing import take, wipe

CONSTANT = b"a constant that is in the code"


@given(st.binary(max_size=100))
def test_the_content_is_moved_whole(content):
    assert take(bytes(bytearray(content))) == content


def test_a_variable_keeps_its_bytes():
    secret = bytes(range(32))
    assert take(secret) == secret
    assert secret == bytes(range(32))


def test_a_constant_keeps_its_bytes():
    assert take(CONSTANT) == CONSTANT
    assert take(b"another constant that is in the code")[:7] == b"another"
    assert take(b"another constant that is in the code")[:7] == b"another"


@pytest.mark.parametrize("value", [b"", *(bytes([n]) for n in (0, 1, 65, 255))])
def test_bytes_that_python_shares_keep_theirs(value):
    copy = bytes([*value])
    assert take(bytes([*value])) == copy
    assert bytes([*value]) == copy


def test_a_part_of_somebody_elses_bytes_leaves_them_alone():
    whole = bytes(range(64))
    assert take(whole[:]) == whole
    assert whole == bytes(range(64))
    assert take(whole[:32]) == whole[:32]
    assert whole == bytes(range(64))


def test_a_wiped_buffer_holds_zeros():
    one, other = bytearray(b"x" * 32), bytearray(b"y" * 5)
    wipe(one, other)
    assert one == bytes(32)
    assert other == bytes(5)
