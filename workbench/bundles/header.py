# SPDX-License-Identifier: EUPL-1.2
"""The textual header of an age v1 file: version line, stanzas, MAC line (age.md, C2SP)."""

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from workbench.bundles.age_failures import HeaderError, HeaderTooLongError, NotAgeError
from workbench.crypto.mac import MAC_BYTES, is_mac, mac

VERSION_LINE = b"age-encryption.org/v1\n"
MOST_HEADER_BYTES = 1024 * 1024

_COLUMNS = 64
_MAC_MARK = b"---"
_ARGUMENT = re.compile(rb"[\x21-\x7e]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")


@dataclass(frozen=True, slots=True)
class Stanza:
    """One wrapping of the file key: its type, what the type needs, the wrapped key."""

    arguments: tuple[str, ...]
    body: bytes

    @property
    def type(self) -> str:
        return self.arguments[0]


@dataclass(frozen=True, slots=True)
class Header:
    """A parsed header with the bytes that its MAC covers."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    claimed_mac: bytes

    def is_authentic(self, mac_key: bytes) -> bool:
        """Whether this is the header that was made with the file key behind `mac_key`."""
        return is_mac(mac_key, self.covered, self.claimed_mac)


def encode_header(stanzas: Sequence[Stanza], mac_key: bytes) -> bytes:
    """The bytes of a header, from the version line to the end of the MAC line."""
    covered = VERSION_LINE + b"".join(map(_encode_stanza, stanzas)) + _MAC_MARK
    return covered + b" " + encode_base64(mac(mac_key, covered)) + b"\n"


def read_header(source: BinaryIO, *, most_bytes: int = MOST_HEADER_BYTES) -> Header:
    """Read a header and leave `source` at the first byte after it.

    Raises:
        NotAgeError: no age v1 version line.
        HeaderTooLongError: no end within `most_bytes`.
        HeaderError: anything else that the grammar does not allow.
    """
    if source.readline(len(VERSION_LINE)) != VERSION_LINE:
        raise NotAgeError("version line")
    lines = _Lines(source, most_bytes)
    stanzas: list[Stanza] = []
    while (line := lines.next()).startswith(b"-> "):
        stanzas.append(_read_stanza(line, lines))
    if not stanzas:
        raise HeaderError("no stanza")
    claimed = _read_mac(line)
    covered = bytes(lines.seen[: -len(line) - 1]) + _MAC_MARK
    return Header(tuple(stanzas), covered, claimed)


def encode_base64(content: bytes) -> bytes:
    """Standard base64 without padding."""
    return binascii.b2a_base64(content, newline=False).rstrip(b"=")


def decode_base64(text: bytes) -> bytes:
    """Undo `encode_base64`, and accept no other spelling.

    Raises:
        HeaderError: padding, white space, stray bits, other alphabets.
    """
    if _BASE64.fullmatch(text) is None or len(text) % 4 == 1:
        raise HeaderError("not base64")
    decoded = binascii.a2b_base64(text + b"=" * (-len(text) % 4))
    if encode_base64(decoded) != text:
        raise HeaderError("base64 that is not canonical")
    return decoded


class _Lines:
    """The lines of a header, with a bound on their sum and a memory of what was read."""

    def __init__(self, source: BinaryIO, most_bytes: int) -> None:
        self._source = source
        self._most_bytes = most_bytes
        self.seen = bytearray(VERSION_LINE)

    def next(self) -> bytes:
        left = self._most_bytes - len(self.seen)
        line = self._source.readline(left + 1)
        if len(line) > left:
            raise HeaderTooLongError("header length")
        if not line.endswith(b"\n"):
            raise HeaderError("the header is cut")
        self.seen += line
        return line[:-1]


def _encode_stanza(stanza: Stanza) -> bytes:
    text = encode_base64(stanza.body)
    lines = [text[i : i + _COLUMNS] for i in range(0, len(text) + 1, _COLUMNS)]
    first = b"-> " + " ".join(stanza.arguments).encode("ascii")
    return b"\n".join([first, *lines, b""])


def _read_stanza(first: bytes, lines: _Lines) -> Stanza:
    arguments = first[3:].split(b" ")
    if not all(_ARGUMENT.fullmatch(argument) for argument in arguments):
        raise HeaderError("stanza arguments")
    text = bytearray()
    while len(line := lines.next()) == _COLUMNS:
        text += line
    if len(line) > _COLUMNS:
        raise HeaderError("a stanza line is too long")
    body = decode_base64(bytes(text + line))
    return Stanza(tuple(argument.decode("ascii") for argument in arguments), body)


def _read_mac(line: bytes) -> bytes:
    mark, _, text = line.partition(b" ")
    if mark != _MAC_MARK:
        raise HeaderError("neither a stanza nor the MAC")
    claimed = decode_base64(text)
    if len(claimed) != MAC_BYTES:
        raise HeaderError("MAC length")
    return claimed
