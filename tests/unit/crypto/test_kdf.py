# SPDX-License-Identifier: EUPL-1.2
"""Keys from passphrases and keys from keys."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.crypto import kdf
from workbench.crypto.kdf import Cost
from workbench.crypto.labels import Label, Signed, Wrap


def test_argon2id_gives_what_its_reference_implementation_gives():
    # phc-winner-argon2, test.c, version 0x13: t=2, m=2^16 KiB, p=1.
    out = kdf.stretch(b"password", b"somesalt", Cost(m_kib=1 << 16, t=2, p=1))
    assert out.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_a_stretched_key_can_be_cleared():
    out = kdf.stretch(b"x", bytes(16), Cost(64, 1, 1))
    assert isinstance(out, bytearray)
    assert len(out) == 32


def hkdf_by_hand(key: bytes, salt: bytes, label: str, size: int) -> bytes:
    """RFC 5869, extract and expand, from HMAC alone."""
    pseudorandom = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    out, block = b"", b""
    while len(out) < size:
        step = bytes([len(out) // 32 + 1])
        block = hmac.digest(pseudorandom, block + label.encode() + step, hashlib.sha256)
        out += block
    return out[:size]


@given(
    st.binary(min_size=1, max_size=64),
    st.binary(max_size=40),
    st.sampled_from(list(Label)),
    st.integers(16, 96),
)
def test_derived_keys_are_those_of_rfc_5869(key, salt, label, size):
    expected = hkdf_by_hand(key, salt, label, size)
    assert kdf.derive(key, label, salt=salt, size_bytes=size) == expected
    assert kdf.derive_buffer(bytearray(key), label, salt=salt, size_bytes=size) == expected


def test_no_two_purposes_share_a_label():
    labels = [*Label, *Wrap, *Signed]
    assert len(set(labels)) == len(labels)
    assert len({kdf.derive(bytes(32), label) for label in Label}) == len(Label)


@pytest.mark.parametrize(
    ("cost", "readable"),
    [
        (Cost(256 * 1024, 3, 4), True),
        (Cost(1024 * 1024, 8, 4), True),
        (Cost(256 * 1024 - 1, 3, 4), False),
        (Cost(1024 * 1024 + 1, 3, 4), False),
        (Cost(256 * 1024, 0, 4), False),
        (Cost(256 * 1024, 9, 4), False),
        (Cost(256 * 1024, 3, 0), False),
        (Cost(256 * 1024, 3, 5), False),
    ],
)
def test_a_reader_runs_only_what_is_neither_cheap_nor_a_trap(cost, readable):
    assert cost.is_readable() is readable


def test_what_the_program_writes_it_also_reads():
    assert kdf.DEFAULT_COST.is_readable()


SECOND = 1_000_000_000


@pytest.mark.parametrize(
    ("default_ns", "cost"),
    [
        (3 * SECOND, Cost(256 * 1024, 3, 4)),
        (SECOND, Cost(256 * 1024, 3, 4)),
        (SECOND * 4 // 5, Cost(320 * 1024, 3, 4)),
        (SECOND // 2, Cost(512 * 1024, 3, 4)),
        (SECOND * 3 // 8, Cost(512 * 1024, 4, 4)),
        (SECOND // 4, Cost(512 * 1024, 6, 4)),
        (1, Cost(512 * 1024, 6, 4)),
        (0, Cost(512 * 1024, 6, 4)),
    ],
)
def test_a_quick_machine_pays_with_memory_first_and_then_with_passes(default_ns, cost):
    assert kdf.affordable_cost(default_ns) == cost


@given(st.integers(0, 20 * SECOND))
def test_the_measured_cost_is_within_the_writers_limits_and_the_second(default_ns):
    cost = kdf.affordable_cost(default_ns)
    assert cost.is_readable()
    assert 256 * 1024 <= cost.m_kib <= 512 * 1024
    assert 3 <= cost.t <= 6
    assert cost.p == 4
    if cost != kdf.DEFAULT_COST:
        work = default_ns * cost.m_kib * cost.t
        assert work <= SECOND * kdf.DEFAULT_COST.m_kib * kdf.DEFAULT_COST.t


def ticking(*readings_ns: int):
    left = list(readings_ns)
    return lambda: left.pop(0)


def test_a_slow_machine_keeps_the_default_after_one_derivation():
    timer = ticking(0, 2 * SECOND)
    assert kdf.calibrated_cost(timer) == kdf.DEFAULT_COST
    with pytest.raises(IndexError):
        timer()


def test_a_quick_machine_is_asked_twice_whether_it_is_so():
    assert kdf.calibrated_cost(ticking(0, SECOND // 2, 0, SECOND)) == Cost(512 * 1024, 3, 4)


def test_a_cost_that_takes_twice_as_long_as_reckoned_falls_back_to_the_default():
    assert kdf.calibrated_cost(ticking(0, SECOND // 2, 0, 3 * SECOND)) == kdf.DEFAULT_COST
