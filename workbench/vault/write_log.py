# SPDX-License-Identifier: EUPL-1.2
"""Whether the log beside a database is whole, before SQLite reads it.

A crash leaves a log that SQLite folds in at the next opening. Its frames are one chain of
checksums: from the first frame that does not fit on, SQLite takes everything for something that
was never finished, and drops it without a word. That is right for the last write before a power
cut, which may be torn. It is not right for a frame that a finished write came after: each write
is on the disk before the next begins, so such a frame was whole once and was damaged later.

Source: sqlite.org/fileformat2.html, section 4 (the write-ahead log).
"""

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.vault import durable
from workbench.vault.errors import DamagedFileError

SUFFIX = "-wal"
_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_MAGIC = 0x377F0682  # the last bit says that the checksum's words are big-endian
_WORD = 2**32 - 1
_SMALLEST_PAGE, _LARGEST_PAGE = 512, 65536

Sum = tuple[int, int]


def require_whole(database: Path, *, name: str) -> None:
    """See that no finished write in the log beside `database` was damaged. None is whole.

    Raises:
        DamagedFileError: one was; nothing was written.
    """
    log = database.with_name(database.name + SUFFIX)
    if not log.is_file() or log.stat().st_size <= _HEADER.size:
        return
    with durable.explained():
        content = log.read_bytes()
    if not _is_whole(content):
        raise DamagedFileError(file=name + SUFFIX)


@dataclass(frozen=True, slots=True)
class _Frame:
    """One page as the log holds it. `is_last`: of a write, which is then finished."""

    is_last: bool
    salts: tuple[int, int]
    sum: Sum
    summed: bytes


def _is_whole(content: bytes) -> bool:
    magic, _version, page_bytes, _count, *rest = _HEADER.unpack_from(content)
    salts, begun = (rest[0], rest[1]), (rest[2], rest[3])
    is_big = bool(magic & 1)
    if magic & ~1 != _MAGIC or not _SMALLEST_PAGE <= page_bytes <= _LARGEST_PAGE:
        return False  # the header is on the disk before the first frame is written
    if _add((0, 0), content[:24], is_big=is_big) != begun:
        return False
    frames, sum_so_far = _frames(content, page_bytes), begun
    for frame in frames:
        sum_so_far = _add(sum_so_far, frame.summed, is_big=is_big)
        if frame.salts != salts or sum_so_far != frame.sum:
            return not _goes_on(frames, salts, (frame, sum_so_far), is_big=is_big)
    return True


def _goes_on(
    frames: Iterator[_Frame], salts: tuple[int, int], broken: tuple[_Frame, Sum], *, is_big: bool
) -> bool:
    """Whether the chain goes on behind a broken frame, past the end of a finished write."""
    frame, computed = broken
    has_ended, links = frame.is_last, (frame.sum, computed)  # the sum itself may be what changed
    for later in frames:
        fits = any(_add(link, later.summed, is_big=is_big) == later.sum for link in links)
        if later.salts != salts or not fits:
            return False
        if has_ended:
            return True
        has_ended, links = later.is_last, (later.sum, later.sum)
    return False


def _frames(content: bytes, page_bytes: int) -> Iterator[_Frame]:
    size = _FRAME.size + page_bytes
    for at in range(_HEADER.size, len(content) - size + 1, size):
        _page, pages, salt, other_salt, *sums = _FRAME.unpack_from(content, at)
        summed = content[at : at + 8] + content[at + _FRAME.size : at + size]
        yield _Frame(pages != 0, (salt, other_salt), (sums[0], sums[1]), summed)


def _add(before: Sum, content: bytes, *, is_big: bool) -> Sum:
    words = array("I", content)
    if is_big != (sys.byteorder == "big"):
        words.byteswap()
    one, other = before
    pairs = iter(words)
    for word in pairs:
        one = one + word + other & _WORD
        other = other + next(pairs) + one & _WORD
    return one, other
