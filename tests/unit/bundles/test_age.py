# SPDX-License-Identifier: EUPL-1.2
"""Sealing and opening: any sizes of reads and writes, any damage, nothing unauthenticated."""

import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.bundles import age
from workbench.bundles.age_failures import (
    AgeError,
    HeaderError,
    HeaderMacError,
    HeaderTooLongError,
    NoMatchError,
    NotAgeError,
    PayloadError,
    WorkFactorError,
)
from workbench.bundles.header import Stanza, encode_header, read_header
from workbench.bundles.recipients import (
    HybridIdentity,
    ScryptIdentity,
    ScryptRecipient,
    X25519Identity,
)
from workbench.crypto import kdf
from workbench.crypto.labels import Age

CHUNK = 64 * 1024
KEY = X25519Identity(bytes(range(32)))
HYBRID_KEY = HybridIdentity(bytes(range(32)))


def sealed(plaintext: bytes) -> bytes:
    out = io.BytesIO()
    age.seal(io.BytesIO(plaintext), out, [KEY.recipient()], os.urandom)
    return out.getvalue()


def opened(file: bytes) -> bytes:
    return age.reader(io.BytesIO(file), [KEY]).read()


class Dribble(io.RawIOBase):
    """A slow pipe: gives and takes at most a few bytes a call."""

    def __init__(self, content: bytes = b"", step: int = 7) -> None:
        super().__init__()
        self.content = bytearray(content)
        self.step = step

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        part = self.content[: min(self.step, len(buffer))]
        del self.content[: len(part)]
        buffer[: len(part)] = part
        return len(part)

    def write(self, part) -> int:
        taken = bytes(part)[: self.step]
        self.content += taken
        return len(taken)


near_chunk = st.integers(0, 2 * CHUNK + 2) | st.sampled_from(
    [n * CHUNK + d for n in (1, 2) for d in (-1, 0, 1)]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(near_chunk, max_size=5), st.lists(near_chunk, min_size=1, max_size=4))
def test_any_writes_and_any_reads_give_the_same_bytes(writes: list[int], reads: list[int]) -> None:
    plaintext, out = os.urandom(sum(writes)), io.BytesIO()

    writer, at = age.writer(out, [KEY.recipient()], os.urandom), 0
    for size in writes:
        assert writer.write(plaintext[at : at + size]) == size
        at += size
    writer.finish()

    reader, got = age.reader(io.BytesIO(out.getvalue()), [KEY]), bytearray()
    for size in reads:
        part = reader.read(size)
        assert len(part) == min(size, len(plaintext) - len(got))
        got += part
    assert bytes(got) + reader.read() == plaintext
    assert reader.read() == reader.read(5) == reader.read1() == b""


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1])
def test_a_file_is_as_long_as_the_specification_says(size: int) -> None:
    chunks = max(1, -(-size // CHUNK))
    header_bytes = len(sealed(b"")) - 16 - 16

    assert len(sealed(bytes(size))) == header_bytes + 16 + size + 16 * chunks


@pytest.mark.parametrize("size", [0, 3, CHUNK, CHUNK + 9])
def test_every_way_to_read_gives_the_same(size: int) -> None:
    plaintext = os.urandom(size)
    file = sealed(plaintext)

    out, buffer = io.BytesIO(), bytearray(size + 5)
    assert age.reader(io.BytesIO(file), [KEY]).copy_to(out) == size
    assert age.reader(io.BytesIO(file), [KEY]).readinto(buffer) == size
    age.open_all(io.BytesIO(file), whole := io.BytesIO(), [KEY])

    assert out.getvalue() == whole.getvalue() == bytes(buffer[:size]) == plaintext


def test_slow_pipes_work_both_ways() -> None:
    plaintext, pipe = os.urandom(5000), Dribble()
    age.seal(Dribble(plaintext), pipe, [KEY.recipient()], os.urandom)

    assert age.reader(Dribble(bytes(pipe.content)), [KEY]).read() == plaintext


def test_two_files_of_the_same_bytes_have_nothing_in_common() -> None:
    one, two = sealed(bytes(100)), sealed(bytes(100))

    assert one[22:].split(b"\n")[0] != two[22:].split(b"\n")[0]
    assert one[-132:] != two[-132:]


def test_file_key_and_nonce_are_drawn_afresh_and_only_the_nonce_is_written() -> None:
    drawn: list[bytes] = []

    def remembered(size_bytes: int) -> bytes:
        drawn.append(os.urandom(size_bytes))
        return drawn[-1]

    out = io.BytesIO()
    age.writer(out, [KEY.recipient()], remembered)

    file_key, ephemeral, nonce = drawn
    assert (len(file_key), len(ephemeral), len(nonce)) == (16, 32, 16)
    assert out.getvalue().endswith(b"\n" + nonce)
    assert age.unwrap(read_header(io.BytesIO(out.getvalue())), [KEY]).file_key == file_key


def test_a_file_that_was_not_finished_is_refused() -> None:
    out = io.BytesIO()
    writer = age.writer(out, [KEY.recipient()], os.urandom)
    writer.write(bytes(3 * CHUNK))

    with pytest.raises(PayloadError):
        opened(out.getvalue())


def test_nothing_can_be_written_after_the_end() -> None:
    writer = age.writer(io.BytesIO(), [KEY.recipient()], os.urandom)
    writer.finish()

    with pytest.raises(ValueError, match="finished"):
        writer.write(b"x")
    with pytest.raises(ValueError, match="finished"):
        writer.finish()


def test_every_flipped_bit_of_a_small_file_is_found() -> None:
    file = sealed(b"hej")
    for bit in range(len(file) * 8):
        flipped = bytearray(file)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(AgeError):
            opened(bytes(flipped))


def test_every_cut_of_a_small_file_is_found() -> None:
    file = sealed(b"hej")
    for size in range(len(file)):
        with pytest.raises(AgeError):
            opened(file[:size])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_in_a_long_file_releases_only_whole_chunks_before_it(data: st.DataObject) -> None:
    plaintext = LONG
    begin = len(LONG_FILE) - len(plaintext) - 4 * 16
    at = data.draw(st.integers(begin, len(LONG_FILE) - 1))
    damaged = bytearray(LONG_FILE)
    damaged[at] ^= data.draw(st.integers(1, 255))

    reader, released = age.reader(io.BytesIO(bytes(damaged)), [KEY]), io.BytesIO()
    with pytest.raises(PayloadError):
        reader.copy_to(released)

    assert released.getvalue() == plaintext[: (at - begin) // (CHUNK + 16) * CHUNK]
    with pytest.raises(PayloadError):
        reader.read(1)


LONG = os.urandom(3 * CHUNK + 100)
LONG_FILE = sealed(LONG)


@pytest.mark.parametrize("cut", [1, 100, 116, 117, CHUNK, CHUNK + 116, CHUNK + 16 + 116])
def test_a_cut_long_file_is_found(cut: int) -> None:
    with pytest.raises(PayloadError):
        opened(LONG_FILE[:-cut])


def test_swapped_chunks_are_found() -> None:
    first = len(LONG_FILE) - len(LONG) - 4 * 16
    size = CHUNK + 16
    one, two = LONG_FILE[first : first + size], LONG_FILE[first + size : first + 2 * size]

    with pytest.raises(PayloadError):
        opened(LONG_FILE[:first] + two + one + LONG_FILE[first + 2 * size :])


@pytest.mark.parametrize("tail", [b"\0", bytes(16), bytes(CHUNK + 16), LONG_FILE])
@pytest.mark.parametrize("plaintext", [b"", b"hej", bytes(CHUNK)], ids=["empty", "short", "full"])
def test_anything_after_the_end_is_found(plaintext: bytes, tail: bytes) -> None:
    with pytest.raises(PayloadError):
        opened(sealed(plaintext) + tail)


def test_a_chunk_of_another_file_is_found() -> None:
    with pytest.raises(PayloadError):
        opened(sealed(b"hej")[:-19] + sealed(b"hej")[-19:])


def test_no_identity_and_a_wrong_identity_do_not_match() -> None:
    for identities in ([], [X25519Identity(bytes(32))], [HYBRID_KEY], [ScryptIdentity(b"hej")]):
        with pytest.raises(NoMatchError):
            age.reader(io.BytesIO(sealed(b"hej")), identities)


def test_the_identity_that_opened_is_named() -> None:
    header = read_header(io.BytesIO(sealed(b"hej")))

    assert age.unwrap(header, [HYBRID_KEY, X25519Identity(bytes(32)), KEY]).identity == 2


def test_a_stanza_added_by_someone_else_is_found() -> None:
    file = sealed(b"hej")
    with pytest.raises(HeaderMacError):
        opened(file.replace(b"--- ", b"-> grease\n\n--- "))


def test_a_file_needs_a_recipient_and_a_passphrase_stands_alone() -> None:
    passphrase = ScryptRecipient(b"hej", log_n=1)
    for recipients in ([], [passphrase, passphrase], [passphrase, KEY.recipient()]):
        with pytest.raises(ValueError, match="recipients"):
            age.writer(io.BytesIO(), recipients, os.urandom)


def test_a_passphrase_opens_what_it_sealed_and_refuses_more_work_than_allowed() -> None:
    out = io.BytesIO()
    age.seal(io.BytesIO(b"hej"), out, [ScryptRecipient(b"ord", log_n=3)], os.urandom)
    file = out.getvalue()

    assert age.reader(io.BytesIO(file), [ScryptIdentity(b"ord", most_log_n=3)]).read() == b"hej"
    with pytest.raises(WorkFactorError):
        age.reader(io.BytesIO(file), [ScryptIdentity(b"ord", most_log_n=2)])


def test_a_malformed_stanza_is_refused_even_when_another_opens() -> None:
    file_key = bytes(16)
    good = KEY.recipient().wrap(file_key, os.urandom)
    bad = Stanza((*good.arguments, "more"), good.body)
    file = encode_header([good, bad], kdf.derive(file_key, Age.HEADER)) + bytes(16)

    with pytest.raises(HeaderError):
        opened(file)


@pytest.mark.parametrize("log_n", ["0", "01", "+1", "-1", "1.0", "1_0", "0x1", "١", "", " 1"])
def test_a_work_factor_has_one_spelling(log_n: str) -> None:
    arguments = b"-> scrypt " + b"A" * 22 + b" " + log_n.encode()
    file = (
        b"age-encryption.org/v1\n" + arguments + b"\n" + b"A" * 43 + b"\n--- " + b"A" * 43 + b"\n"
    )

    with pytest.raises(HeaderError) as refused:
        age.reader(io.BytesIO(file), [ScryptIdentity(b"ord")])
    assert not isinstance(refused.value, WorkFactorError)


@pytest.mark.parametrize("log_n", ["21", "64", "99", "100", "9" * 5000])
def test_a_work_factor_is_refused_before_any_work(log_n: str) -> None:
    stanza = Stanza(("scrypt", "A" * 22, log_n), bytes(32))
    file = encode_header([stanza], bytes(32))

    with pytest.raises(WorkFactorError):
        age.reader(io.BytesIO(file), [ScryptIdentity(b"ord")])


@pytest.mark.parametrize(
    "first", [b"", b"hej", b"age-encryption.org/v2\n", b"age-encryption.org/v1", b"\xef\xbb\xbfage"]
)
def test_another_first_line_is_not_age(first: bytes) -> None:
    with pytest.raises(NotAgeError):
        read_header(io.BytesIO(first))


def test_a_header_without_an_end_is_read_only_as_far_as_the_bound() -> None:
    source = io.BytesIO(b"age-encryption.org/v1\n-> " + b"x" * 100_000)

    with pytest.raises(HeaderTooLongError):
        read_header(source, most_bytes=4096)
    assert source.tell() == 4097


stanzas = st.builds(
    Stanza,
    st.lists(
        st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1), min_size=1
    ).map(tuple),
    st.binary(max_size=200),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(stanzas, min_size=1, max_size=5), st.binary(min_size=32, max_size=32))
def test_a_header_reads_back_as_it_was_written(written: list[Stanza], key: bytes) -> None:
    source = io.BytesIO(encode_header(written, key) + b"payload")
    header = read_header(source)

    assert header.stanzas == tuple(written)
    assert header.is_authentic(key)
    assert not header.is_authentic(bytes(31) + b"\1" if key == bytes(32) else bytes(32))
    assert source.read() == b"payload"


def test_a_full_disk_is_the_callers_to_hear_about() -> None:
    class FullDisk(io.BytesIO):
        def write(self, part, /) -> int:
            if self.tell() + len(part) > 200_000:
                raise OSError(28, "full")
            return super().write(part)

    with pytest.raises(OSError, match="full"):
        age.seal(io.BytesIO(bytes(300_000)), FullDisk(), [KEY.recipient()], os.urandom)


def test_secrets_are_not_in_the_representation_of_a_key() -> None:
    for key in (HYBRID_KEY, KEY, ScryptIdentity(b"hemligt"), ScryptRecipient(b"hemligt")):
        assert "x00" not in repr(key)
        assert "hemligt" not in repr(key)
