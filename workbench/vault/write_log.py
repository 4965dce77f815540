# SPDX-License-Identifier: EUPL-1.2
"""Whether the log beside a database is whole, before SQLite reads it.

A crash leaves a log that SQLite folds in at the next opening. Its frames are one chain of
checksums: from the first frame that does not fit on, SQLite takes everything for something that
was never finished, and drops it without a word. That is right for the last write before a power
cut, which may be torn. It is not right in two cases, which are told:

- A finished write comes after the frame. Each write is on the disk before the next begins, so
  the frame was whole once and was damaged later.
- The frame is of the last write, which is finished, and one bit away from fitting. A disk tears
  at sectors, not at bits.

What else is wrong with the last write cannot be told from a power cut.

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
_PAGES_WORD = 1  # of a frame: how many pages the database has once the write is finished
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
            return not _Broken(frame, sum_so_far, salts, is_big).was_whole(frames)
    return True


@dataclass(frozen=True, slots=True)
class _Broken:
    """The first frame that does not fit, and what its sum and salts would have to be."""

    frame: _Frame
    sum: Sum
    salts: tuple[int, int]
    is_big: bool

    def was_whole(self, later: Iterator[_Frame]) -> bool:
        """Whether it once stood in a finished write (see the head of this file)."""
        has_ended = self.frame.is_last or self._flipped_word() == _PAGES_WORD
        links = (self.frame.sum, self.sum)  # the sum itself may be what changed
        for frame in later:
            fits = any(_add(link, frame.summed, is_big=self.is_big) == frame.sum for link in links)
            if frame.salts != self.salts or not fits:
                break
            if has_ended:
                return True
            has_ended, links = frame.is_last, (frame.sum, frame.sum)
        return has_ended and self._is_one_bit_away()

    def _is_one_bit_away(self) -> bool:
        found, wanted = (*self.frame.salts, *self.frame.sum), (*self.salts, *self.sum)
        bits = sum((one ^ other).bit_count() for one, other in zip(found, wanted, strict=True))
        return bits == 1 or (self.frame.salts == self.salts and self._flipped_word() is not None)

    def _flipped_word(self) -> int | None:
        """Which word of the frame, with one bit changed, makes its sum fit.

        The sum is linear: a word counts by its distance from the end, as two neighbours in
        Fibonacci's row do.
        """
        missing = tuple((s - c) & _WORD for s, c in zip(self.frame.sum, self.sum, strict=True))
        first, second = (1, 1), (0, 1)
        for word in range(len(self.frame.summed) // 4 - 2, -1, -2):
            for at, (one, other) in ((word, first), (word + 1, second)):
                for bit in range(32):
                    step = ((one << bit) & _WORD, (other << bit) & _WORD)
                    if missing in (step, (-step[0] & _WORD, -step[1] & _WORD)):
                        return at
            first, second = _one_pair_on(first), _one_pair_on(second)
        return None


def _one_pair_on(weight: Sum) -> Sum:
    one, other = weight
    return one + other & _WORD, one + 2 * other & _WORD


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
