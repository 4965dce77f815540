# SPDX-License-Identifier: EUPL-1.2
"""Rows read straight from the pages of a damaged database, whatever its trees still lead to.

Every page that proves itself is looked at; the pages that lead to it need not be whole. The
formats are SQLite's own (public file format document): leaf pages of table trees, records,
overflow chains, write-ahead logs.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.crypto.database_pages import PAGE_BYTES, USABLE_BYTES, PageKey
from workbench.services.jobs import Pulse

_LEAF = 0x0D
_FILE_HEADER_BYTES, _PAGE_HEADER_BYTES = 100, 8
_LOG_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24
_MOST_LOCAL = USABLE_BYTES - 35
_LEAST_LOCAL = (USABLE_BYTES - 12) * 32 // 255 - 23
_A_CHAIN = USABLE_BYTES - 4
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
_BLOB, _TEXT = 12, 13

Value = bytes | str | int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of some table: its row id and its columns. Which table is for the reader to see."""

    rowid: int
    values: tuple[Value, ...]


class Unreadable(Exception):  # noqa: N818  it never leaves this module
    """A record that is cut, or whose chain of pages is broken."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file and of its log. `damaged`: whose newest version does not prove itself.

    `versions`: what proves itself of each page, oldest first.
    """

    count: int
    damaged: tuple[int, ...]
    versions: dict[int, tuple[bytes, ...]]

    def rows(self, pulse: Pulse) -> Iterator[Row]:
        """Every row of every leaf page of a table, in no order; some may come twice."""
        for number in sorted(self.versions):
            pulse()
            for page in self.versions[number]:
                yield from self._of(page, number)

    def _of(self, page: bytes, number: int) -> Iterator[Row]:
        at = _FILE_HEADER_BYTES if number == 1 else 0
        if page[at] != _LEAF:
            return
        cells = int.from_bytes(page[at + 3 : at + 5])
        for n in range(cells):
            place = at + _PAGE_HEADER_BYTES + 2 * n
            with suppress(Unreadable, IndexError, ValueError):
                yield self._row(page, int.from_bytes(page[place : place + 2]))

    def _row(self, page: bytes, at: int) -> Row:
        size, at = _varint(page, at)
        rowid, at = _varint(page, at)
        local = _local_bytes(size)
        payload = page[at : at + local]
        if local < size:
            following = int.from_bytes(page[at + local : at + local + 4])
            payload += self._chain(following, size - local)
        if len(payload) != size:
            raise Unreadable
        return Row(rowid, tuple(_values(payload)))

    def _chain(self, number: int, size: int) -> bytes:
        """The rest of a long record. A page of it with several versions: the newest."""
        found = bytearray()
        while len(found) < size:
            versions = self.versions.get(number)
            if not versions or number in self.damaged:
                raise Unreadable
            page = versions[-1]
            number = int.from_bytes(page[:4])
            found += page[4 : 4 + min(_A_CHAIN, size - len(found))]
        return bytes(found)


def read_pages(database: Path, key: PageKey, pulse: Pulse) -> Pages:
    """Every page of a database and what its log committed since. Nothing is written.

    Raises:
        OSError: the disk does not give the file.
    """
    stored: dict[int, list[tuple[int, bytes]]] = {}
    for number, page in _stored(database):
        pulse()
        stored.setdefault(number, []).append((number, page))
    count = max(stored, default=0)
    versions: dict[int, tuple[bytes, ...]] = {}
    damaged: list[int] = []
    for number in sorted(stored):
        pulse()
        opened = [key.open(number, page) for number, page in stored[number]]
        versions[number] = tuple(page for page in opened if page is not None)
        if opened[-1] is None:
            damaged.append(number)
    return Pages(count, tuple(damaged), versions)


def _stored(database: Path) -> Iterator[tuple[int, bytes]]:
    """(number, bytes) of each page in the file, then in the committed part of its log."""
    number = 0
    with database.open("rb") as file:
        while page := file.read(PAGE_BYTES):
            number += 1
            yield number, page
    log = database.with_name(database.name + "-wal")
    if log.is_file():
        yield from _committed(log.read_bytes())


def _committed(log: bytes) -> list[tuple[int, bytes]]:
    """Frames up to the last that ends a transaction; those of an earlier round do not count."""
    salts = log[16:24]
    waiting: list[tuple[int, bytes]] = []
    done = 0
    size = _FRAME_HEADER_BYTES + PAGE_BYTES
    for at in range(_LOG_HEADER_BYTES, len(log) - size + 1, size):
        if log[at + 8 : at + 16] != salts:
            break
        page = log[at + _FRAME_HEADER_BYTES : at + size]
        waiting.append((int.from_bytes(log[at : at + 4]), page))
        if int.from_bytes(log[at + 4 : at + 8]):
            done = len(waiting)
    return waiting[:done]


def _local_bytes(size: int) -> int:
    """How much of a record stands in its leaf page."""
    if size <= _MOST_LOCAL:
        return size
    kept = _LEAST_LOCAL + (size - _LEAST_LOCAL) % _A_CHAIN
    return kept if kept <= _MOST_LOCAL else _LEAST_LOCAL


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(8):
        byte = data[at + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004  the top bit says that more follows
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9


def _values(payload: bytes) -> Iterator[Value]:
    end, at = _varint(payload, 0)
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        size = _size(kind)
        content = payload[place : place + size]
        if len(content) != size:
            raise Unreadable
        place += size
        yield _value(kind, content)


def _size(kind: int) -> int:
    if kind >= _BLOB:
        return (kind - _BLOB) // 2
    return _INTEGER_BYTES[kind] if kind < len(_INTEGER_BYTES) else 0


def _value(kind: int, content: bytes) -> Value:
    if kind >= _BLOB:
        return content.decode("utf-8") if kind % 2 == _TEXT % 2 else content
    if kind == 0:
        return None
    return kind - 8 if kind in (8, 9) else int.from_bytes(content, signed=True)
