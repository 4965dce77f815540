# SPDX-License-Identifier: EUPL-1.2
"""The ASCII armor of age, read strictly. The product refuses it; the specification has it."""

import binascii
import io
from typing import BinaryIO

from workbench.bundles.age_failures import ArmorError

_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_LINE_CHARACTERS = 64
_LINE_BYTES = 48
_MOST_WHITESPACE = 1024
_LONGEST_LINE = 1024


def dearmored(source: BinaryIO) -> BinaryIO:
    """What the armor holds, decoded as it is read; reading raises ArmorError."""
    return io.BufferedReader(_ArmorReader(source))


class _ArmorReader(io.RawIOBase):
    """Gives the bytes of one line a call."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._unread = b""
        self._has_begun = False
        self._has_ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if not self._unread and not self._has_ended:
            self._unread = self._next_bytes()
        size = min(len(buffer), len(self._unread))
        buffer[:size] = self._unread[:size]
        self._unread = self._unread[size:]
        return size

    def _next_bytes(self) -> bytes:
        if not self._has_begun:
            self._begin()
        line = self._line()
        if line == _END:
            self._end()
            return b""
        decoded = _decoded(line)
        if len(decoded) < _LINE_BYTES:
            if self._line() != _END:
                raise ArmorError("a short line that is not the last")
            self._end()
        return decoded

    def _begin(self) -> None:
        skipped = 0
        while not (line := self._line()).strip():
            skipped += len(line) + 1
            if skipped > _MOST_WHITESPACE:
                raise ArmorError("too much white space before the first line")
        if line != _BEGIN:
            raise ArmorError("first line")
        self._has_begun = True

    def _end(self) -> None:
        rest = self._source.read(_MOST_WHITESPACE)
        if rest.strip() or len(rest) == _MOST_WHITESPACE:
            raise ArmorError("something follows the last line")
        self._has_ended = True

    def _line(self) -> bytes:
        line = self._source.readline(_LONGEST_LINE)
        if not line:
            raise ArmorError("no last line")
        return line.removesuffix(b"\n").removesuffix(b"\r")


def _decoded(line: bytes) -> bytes:
    if not 0 < len(line) <= _LINE_CHARACTERS:
        raise ArmorError("line length")
    try:
        decoded = binascii.a2b_base64(line, strict_mode=True)
    except binascii.Error:
        raise ArmorError("not base64") from None
    if binascii.b2a_base64(decoded, newline=False) != line:
        raise ArmorError("base64 that is not canonical")
    return decoded
