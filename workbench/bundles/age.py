# SPDX-License-Identifier: EUPL-1.2
"""age v1, strict and streaming (public specification age.md, C2SP).

All of the specification and nothing of our rules: `profile.py` says which of these files the
product makes and takes. Chunks of 64 KiB go through buffers that are made once, so that memory
stays flat and no chunk is copied more often than it must be.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from workbench.bundles.age_failures import HeaderError, HeaderMacError, NoMatchError, PayloadError
from workbench.bundles.header import Header, Stanza, encode_header, read_header
from workbench.bundles.recipients import (
    FILE_KEY_BYTES,
    SCRYPT,
    Identity,
    RandomBytes,
    Recipient,
    Secret,
)
from workbench.crypto import kdf
from workbench.crypto.aead import NotAuthenticError
from workbench.crypto.labels import Age
from workbench.crypto.stream import (
    CHUNK_BYTES,
    SEALED_CHUNK_BYTES,
    TAG_BYTES,
    Bytes,
    ChunkOpener,
    ChunkSealer,
)

_NONCE_BYTES = 16


class Writer:
    """Seals what is written to it. Without `finish` the file is cut, and no reader takes it."""

    def __init__(self, out: BinaryIO, sealer: ChunkSealer) -> None:
        self._out = out
        self._sealer = sealer
        self._held = bytearray(CHUNK_BYTES)
        self._held_view = memoryview(self._held)
        self._size = 0
        self._is_finished = False
        self._sealed = memoryview(bytearray(SEALED_CHUNK_BYTES))

    def write(self, plaintext: Bytes) -> int:
        """Seal `plaintext` as far as it fills chunks, keep the rest; gives its length."""
        if self._is_finished:
            raise ValueError("finished")
        view = memoryview(plaintext).cast("B")
        taken = self._hold(view)
        # A full chunk is held back until more comes, since it may be the final one.
        while len(view) - taken > CHUNK_BYTES:
            self._seal(view[taken : taken + CHUNK_BYTES], is_final=False)
            taken += CHUNK_BYTES
        self._hold(view[taken:])
        return len(view)

    def finish(self) -> None:
        """Seal the final chunk. `out` stays open, and nothing more may be written."""
        if self._is_finished:
            raise ValueError("finished")
        self._is_finished = True
        self._seal(self._held_view[: self._size], is_final=True)
        self._held[:] = bytes(CHUNK_BYTES)

    def _hold(self, view: memoryview) -> int:
        """Move into the held chunk what fits; seal it if it is full and more follows."""
        if self._size == 0 and len(view) > CHUNK_BYTES:
            return 0
        size = min(CHUNK_BYTES - self._size, len(view))
        self._held_view[self._size : self._size + size] = view[:size]
        self._size += size
        if size < len(view):
            self._seal(self._held_view, is_final=False)
            self._size = 0
            return size + self._hold(view[size:])
        return size

    def _seal(self, chunk: memoryview, *, is_final: bool) -> None:
        sealed = self._sealed[: len(chunk) + TAG_BYTES]
        self._sealer.seal_into(chunk, sealed, is_final=is_final)
        _write_all(self._out, sealed)


class Reader(io.BufferedIOBase):
    """Opens a payload chunk by chunk and never gives out a byte that was not authenticated.

    A read that meets damage raises PayloadError, and so does every read after it. What earlier
    reads gave out was authentic, but only the end (an empty read) says that it was all.
    """

    def __init__(self, source: BinaryIO, opener: ChunkOpener) -> None:
        super().__init__()
        self._source = source
        self._opener = opener
        self._sealed = memoryview(bytearray(SEALED_CHUNK_BYTES))
        self._plain = memoryview(bytearray(CHUNK_BYTES))
        self._unread = self._plain[:0]
        self._is_first = True
        self._has_ended = False
        self._failure: PayloadError | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """`size` bytes, or fewer at the end, or all of them if it is negative or None."""
        if size is not None and 0 <= size <= len(self._unread):
            return self._take(size)
        left = -1 if size is None or size < 0 else size
        parts = bytearray()
        while left != len(parts) and self._has_more():
            parts += self._take(len(self._unread) if left < 0 else left - len(parts))
        return bytes(parts)

    def read1(self, size: int = -1, /) -> bytes:
        """What is left of one chunk, at most `size` bytes of it; empty at the end."""
        if size == 0 or not self._has_more():
            return b""
        return self._take(len(self._unread) if size < 0 else size)

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and self._has_more():
            size = min(len(view) - filled, len(self._unread))
            view[filled : filled + size] = self._unread[:size]
            self._unread = self._unread[size:]
            filled += size
        return filled

    def copy_to(self, out: BinaryIO) -> int:
        """Write everything that is left to `out`; gives the number of bytes."""
        total = 0
        while self._has_more():
            _write_all(out, self._unread)
            total += len(self._unread)
            self._unread = self._unread[:0]
        return total

    def _take(self, size: int) -> bytes:
        taken = bytes(self._unread[:size])
        self._unread = self._unread[size:]
        return taken

    def _has_more(self) -> bool:
        """Whether there is something unread, after opening the next chunk if need be."""
        while not self._unread and not self._has_ended:
            if self._failure is not None:
                raise self._failure
            try:
                self._open_next()
            except PayloadError as failure:
                self._failure = failure
                raise
        return bool(self._unread)

    def _open_next(self) -> None:
        size = _read_full(self._source, self._sealed)
        if size == SEALED_CHUNK_BYTES:
            self._open_full()
        else:
            self._open_short(size)
        self._is_first = False

    def _open_full(self) -> None:
        try:
            self._opener.open_into(self._sealed, self._plain, is_final=False)
        except NotAuthenticError:
            self._open_final(SEALED_CHUNK_BYTES)
        else:
            self._unread = self._plain

    def _open_short(self, size: int) -> None:
        if size < TAG_BYTES or (size == TAG_BYTES and not self._is_first):
            raise PayloadError("the payload is cut")
        self._open_final(size)

    def _open_final(self, size: int) -> None:
        plain = self._plain[: size - TAG_BYTES]
        try:
            self._opener.open_into(self._sealed[:size], plain, is_final=True)
        except NotAuthenticError:
            raise PayloadError("a chunk was changed, or the payload is cut") from None
        if _read_full(self._source, self._sealed[:1]):
            self._failure = PayloadError("something follows the payload")
        else:
            self._has_ended = True
        self._unread = plain


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A file key, and which of the identities gave it."""

    file_key: Secret
    identity: int


def writer(out: BinaryIO, recipients: Sequence[Recipient], random_bytes: RandomBytes) -> Writer:
    """Write a header for `recipients` to `out` and seal what follows it.

    Raises:
        ValueError: no recipient, or a passphrase that is not the only one.
    """
    file_key = random_bytes(FILE_KEY_BYTES)
    stanzas = [recipient.wrap(file_key, random_bytes) for recipient in recipients]
    if not stanzas or not _scrypt_stands_alone(stanzas):
        raise ValueError("recipients")
    nonce = random_bytes(_NONCE_BYTES)
    _write_all(out, encode_header(stanzas, kdf.derive(file_key, Age.HEADER)) + nonce)
    return Writer(out, ChunkSealer(kdf.derive(file_key, Age.PAYLOAD, salt=nonce)))


def seal(
    plaintext: BinaryIO, out: BinaryIO, recipients: Sequence[Recipient], random_bytes: RandomBytes
) -> None:
    """Seal everything in `plaintext` for `recipients` into `out`."""
    sealing = writer(out, recipients, random_bytes)
    buffer = memoryview(bytearray(CHUNK_BYTES))
    while size := _read_full(plaintext, buffer):
        sealing.write(buffer[:size])
    sealing.finish()


def reader(source: BinaryIO, identities: Sequence[Identity]) -> Reader:
    """Read a header from `source` and open what follows it.

    Raises:
        HeaderError, NoMatchError, HeaderMacError: see the classes.
    """
    header = read_header(source)
    return payload(source, header, unwrap(header, identities).file_key)


def open_all(source: BinaryIO, out: BinaryIO, identities: Sequence[Identity]) -> None:
    """Open everything in `source` into `out`; on an exception, throw `out` away."""
    reader(source, identities).copy_to(out)


def unwrap(header: Header, identities: Sequence[Identity]) -> Unwrapped:
    """The file key that the first fitting identity gives.

    Raises:
        HeaderError: a stanza breaks the rules of its type.
        NoMatchError: no identity fits.
    """
    if not _scrypt_stands_alone(header.stanzas):
        raise HeaderError("a passphrase that is not the only recipient")
    for position, identity in enumerate(identities):
        file_key = identity.unwrap(header.stanzas)
        if file_key is not None:
            return Unwrapped(file_key, position)
    raise NoMatchError


def payload(source: BinaryIO, header: Header, file_key: Secret) -> Reader:
    """A reader of what follows `header` in `source`.

    Raises:
        HeaderMacError: `header` was not made with this file key.
        HeaderError: the file ends before its payload begins.
    """
    if not header.is_authentic(kdf.derive(file_key, Age.HEADER)):
        raise HeaderMacError
    nonce = bytearray(_NONCE_BYTES)
    if _read_full(source, memoryview(nonce)) < _NONCE_BYTES:
        raise HeaderError("the file ends with its header")
    return Reader(source, ChunkOpener(kdf.derive(file_key, Age.PAYLOAD, salt=bytes(nonce))))


def _scrypt_stands_alone(stanzas: Sequence[Stanza]) -> bool:
    return len(stanzas) == 1 or all(stanza.type != SCRYPT for stanza in stanzas)


def _read_full(source: BinaryIO, buffer: memoryview) -> int:
    """Fill `buffer` unless the end comes first; gives how much was read."""
    filled = 0
    while filled < len(buffer):
        size: int = source.readinto(buffer[filled:])  # type: ignore[attr-defined]
        if not size:
            break
        filled += size
    return filled


def _write_all(out: BinaryIO, content: Bytes) -> None:
    """Write all of it: an unbuffered file may take a part at a time."""
    view = memoryview(content)
    while view:
        view = view[out.write(view) :]
