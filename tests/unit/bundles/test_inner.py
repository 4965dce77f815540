# SPDX-License-Identifier: EUPL-1.2
"""The inner file: prefix, lengths, signature block, objects, zeros to the end."""

import hashlib
import io
import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bundles import errors, inner
from workbench.bundles.manifest_fields import ManifestObject

FRONT = inner.Front(b"{}", inner.signature_block(b"s" * 64))


def listed(content: bytes, **changes: object) -> ManifestObject:
    said: dict = {"id": 1, "role": "record", "media": "a/b", "name": "n", "schema": ""}
    said |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()} | changes
    return ManifestObject(**said)


def front_bytes(front: inner.Front = FRONT) -> bytes:
    out = io.BytesIO()
    inner.write_front(out.write, front)
    return out.getvalue()


def test_the_prefix_is_sixteen_bytes_as_the_format_says() -> None:
    written = front_bytes()
    assert written[:16] == bytes.fromhex("5342310d0a1a0a00 00000002 0043 0000")
    assert len(written) == FRONT.size == 16 + 2 + 67


@given(st.binary(min_size=2, max_size=300), st.binary(min_size=67, max_size=200))
def test_a_front_is_read_as_it_was_written(manifest: bytes, signatures: bytes) -> None:
    front = inner.Front(manifest, signatures)
    source = io.BytesIO(front_bytes(front) + b"rest")
    assert inner.read_front(source) == front
    assert source.read() == b"rest"


def prefix(magic: bytes = inner.MAGIC, hl: int = 2, sl: int = 67, zero: bytes = b"\0\0") -> bytes:
    return struct.pack(">8sIH2s", magic, hl, sl, zero) + b"{}" + FRONT.signatures


@pytest.mark.parametrize(
    "content",
    [
        b"",
        prefix()[:15],
        prefix(magic=b"SB1\r\n\x1a\n\1"),
        prefix(magic=b"SB1\n\x1a\n\0\0"),
        prefix(magic=b"SB0\r\n\x1a\n\0"),
        prefix(hl=1),
        prefix(hl=2**20 + 1),
        prefix(sl=66),
        prefix(sl=8193),
        prefix(zero=b"\0\1"),
        prefix(zero=b"\1\0"),
        prefix(hl=3),
        prefix(sl=68),
    ],
    ids=range(13),
)
def test_a_wrong_prefix_or_a_cut_front_is_sb_20(content: bytes) -> None:
    with pytest.raises(errors.NotOurFormatError):
        inner.read_front(io.BytesIO(content))


@pytest.mark.parametrize("version", [b"2", b"9"])
def test_a_later_magic_is_sb_28(version: bytes) -> None:
    with pytest.raises(errors.NewerFormatError):
        inner.read_front(io.BytesIO(prefix(magic=b"SB" + version + b"\r\n\x1a\n\0")))


def test_the_one_signature_is_found() -> None:
    assert inner.read_signature(inner.signature_block(b"s" * 64)) == b"s" * 64


@pytest.mark.parametrize(
    "block",
    [
        inner.signature_block(b"s" * 64) * 2,
        inner.signature_block(b"s" * 65),
        inner.signature_block(b"s" * 63) + b"\0",
        b"\2" + inner.signature_block(b"s" * 64)[1:],
        inner.signature_block(b"s" * 64) + b"\0",
        bytes(67),
    ],
    ids=["two", "long", "short", "algorithm", "rest", "zeros"],
)
def test_another_signature_block_is_sb_31(block: bytes) -> None:
    with pytest.raises(errors.SignatureBlockError):
        inner.read_signature(block)


@given(st.integers(min_value=2, max_value=2**40))
def test_padme_rounds_up_by_at_most_an_eighth_and_keeps_few_bits(size: int) -> None:
    padded = inner.padme(size)
    assert size <= padded <= size * 1.12 + 1
    exponent = int(math.log2(size)) if size < 2**30 else size.bit_length() - 1
    kept = int(math.log2(exponent)) + 1 if exponent else 0
    assert padded % 2 ** max(exponent - kept, 0) == 0
    assert inner.padme(padded) == padded


@pytest.mark.parametrize(
    ("size", "padded"),
    [(1, 262144), (262144, 262144), (262145, 270336), (300_000, 303104), (10_000_000, 10_223_616)],
)
def test_the_padded_size_is_the_floor_or_padme(size: int, padded: int) -> None:
    assert inner.padded_size(size) == padded


@given(st.binary(max_size=5000), st.binary(max_size=100))
def test_an_object_is_copied_and_the_rest_left(content: bytes, rest: bytes) -> None:
    source, out = io.BytesIO(content + rest), io.BytesIO()
    inner.copy_object(source, out.write, listed(content))
    assert (out.getvalue(), source.read()) == (content, rest)


def test_an_object_in_many_chunks_is_copied() -> None:
    content = bytes(range(256)) * 1000
    out = io.BytesIO()
    inner.copy_object(io.BytesIO(content), out.write, listed(content))
    assert out.getvalue() == content


def test_a_cut_object_is_sb_25_and_another_one_sb_26() -> None:
    with pytest.raises(errors.LengthError):
        inner.copy_object(io.BytesIO(b"abc"), io.BytesIO().write, listed(b"abcd"))
    with pytest.raises(errors.ChangedObjectError):
        inner.copy_object(io.BytesIO(b"abce"), io.BytesIO().write, listed(b"abcd"))


@pytest.mark.parametrize("end", [85, 100_000, 262_144, 262_145, 400_000])
def test_padding_is_zeros_up_to_the_padded_size(end: int) -> None:
    out = io.BytesIO()
    inner.write_padding(out.write, end)
    assert out.getvalue() == bytes(inner.padded_size(end) - end)
    inner.read_padding(io.BytesIO(out.getvalue()), end)


def test_too_little_and_too_much_padding_is_sb_25() -> None:
    right = inner.padded_size(85) - 85
    for size in (0, right - 1, right + 1):
        with pytest.raises(errors.LengthError):
            inner.read_padding(io.BytesIO(bytes(size)), 85)


@given(st.integers(min_value=0, max_value=262_143 - 85), st.integers(1, 255))
def test_one_byte_in_the_padding_is_sb_27(place: int, value: int) -> None:
    padding = bytearray(inner.padded_size(85) - 85)
    padding[place] = value
    with pytest.raises(errors.HiddenContentError):
        inner.read_padding(io.BytesIO(padding), 85)
