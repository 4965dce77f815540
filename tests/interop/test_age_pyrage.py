# SPDX-License-Identifier: EUPL-1.2
"""Differential fuzz with pyrage: what we take, it takes too, and reads the same.

The other way round one disagreement is known and meant: pyrage takes the stanza bodies of an
old version of the format, which lack the last line (the one shorter than 64, maybe empty).
"""

import io
import os

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.bundles import age
from workbench.bundles.age_failures import AgeError
from workbench.bundles.header import encode_base64, read_header
from workbench.bundles.recipients import X25519Identity
from workbench.crypto import kdf
from workbench.crypto.labels import Age
from workbench.crypto.mac import mac

KEY = X25519Identity(bytes(range(32)))
THEIR_KEY = pyrage.x25519.Identity.from_str(KEY.text())
OTHER = X25519Identity(bytes(range(1, 33)))


def ours(sealed: bytes) -> bytes | None:
    try:
        return age.reader(io.BytesIO(sealed), [KEY]).read()
    except AgeError:
        return None


def theirs(sealed: bytes) -> bytes | None:
    out = io.BytesIO()
    try:
        pyrage.decrypt_io(io.BytesIO(sealed), out, [THEIR_KEY])
    except (pyrage.DecryptError, OSError, ValueError):
        return None
    return out.getvalue()


def sealed_by_us(plaintext: bytes) -> bytes:
    out = io.BytesIO()
    age.seal(io.BytesIO(plaintext), out, [OTHER.recipient(), KEY.recipient()], os.urandom)
    return out.getvalue()


def has_legacy_body(sealed: bytes) -> bool:
    """Whether a stanza has no last line: a mark follows a full line, or the arguments."""
    lines = sealed.split(b"\n--- ")[0].split(b"\n")
    follows = [*lines[1:], b"--- "]
    return any(
        (len(line) == 64 or line.startswith(b"-> ")) and after[:3] in {b"-> ", b"---"}
        for line, after in zip(lines, follows, strict=True)
    )


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 131072, 200_000])
def test_each_opens_what_the_other_seals(size: int) -> None:
    plaintext, out = os.urandom(size), io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(plaintext), out, [THEIR_KEY.to_public()])

    assert ours(out.getvalue()) == plaintext
    assert theirs(sealed_by_us(plaintext)) == plaintext


SEALED = [
    sealed_by_us(b""),
    sealed_by_us(b"ett"),
    sealed_by_us(bytes(65536)),
    sealed_by_us(bytes(70_000)),
]
HEADER_BYTES = SEALED[0].index(b"\n---") + 50
PIECES = [
    b"-> ",
    b"---",
    b"\n",
    b"\r\n",
    b" ",
    b"=",
    b"A",
    b"-> X25519 ",
    b"-> grease\n\n",
    b"\0",
    b"-> x y\n" + b"A" * 64 + b"\n",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """One of our files with a few changes, most of them in the header."""
    sealed = draw(st.sampled_from(SEALED))
    for _ in range(draw(st.integers(1, 3))):
        near = min(len(sealed), HEADER_BYTES if draw(st.booleans()) else len(sealed))
        at = draw(st.integers(0, near))
        length = draw(st.sampled_from([0, 0, 1, 2, 43, 64, 65536]))
        piece = draw(
            st.sampled_from(PIECES) | st.binary(max_size=3) | st.just(sealed[at : at + 70])
        )
        sealed = sealed[:at] + piece + sealed[at + length :]
    return sealed


@st.composite
def remade(draw: st.DrawFn) -> bytes:
    """A file whose header was changed by someone who knows the file key and repairs the MAC."""
    header = read_header(io.BytesIO(SEALED[1]))
    file_key = age.unwrap(header, [KEY]).file_key
    covered = header.covered
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(22, len(covered) - 3))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=2))
        covered = covered[:at] + piece + covered[at + draw(st.sampled_from([0, 0, 1, 2, 43])) :]
    mended = encode_base64(mac(kdf.derive(file_key, Age.HEADER), covered))
    return covered + b" " + mended + SEALED[1][len(header.covered) + 44 :]


@settings(max_examples=1500, deadline=None)
@given(remade())
def test_both_agree_on_headers_with_a_repaired_mac(sealed: bytes) -> None:
    we, they = ours(sealed), theirs(sealed)

    if we is not None:
        assert they == we
    elif they is not None:
        assert has_legacy_body(sealed)


@settings(max_examples=1500, deadline=None)
@given(mutated())
def test_both_agree_on_damaged_files(sealed: bytes) -> None:
    we, they = ours(sealed), theirs(sealed)

    if we is not None:
        assert they == we
    elif they is not None:
        assert has_legacy_body(sealed)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_crash_us(tail: bytes) -> None:
    for sealed in (tail, b"age-encryption.org/v1\n" + tail, SEALED[1][:180] + tail):
        assert ours(sealed) == theirs(sealed)
