# SPDX-License-Identifier: EUPL-1.2
"""Take the bytes of a file from a stick: once, whole, through one open file, into memory."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from workbench.services.facts.untrusted.errors import (
    ChangedMeanwhileError,
    FileTooLargeError,
    MediumGoneError,
    NotAPlainFileError,
    NothingInItError,
)
from workbench.services.jobs import Pulse, no_pulse

MOST_BYTES = 32 * 1024 * 1024
_PIECE = 1024 * 1024
_MB = 1024 * 1024


def take(untrusted_path: Path, pulse: Pulse = no_pulse) -> bytes:
    """The whole content. `pulse` is called for each piece: a lock ends it.

    Raises:
        NotAPlainFileError: a link, a folder, a pipe, a device. NothingInItError; FileTooLargeError.
        ChangedMeanwhileError: size, time or identity are others after than before.
        MediumGoneError: it is not there, or not to its end.
    """
    try:
        before = untrusted_path.lstat()
        _require_plain(before)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        opened = os.open(untrusted_path, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(opened, "rb", buffering=0) as file:
            _require_same(before, os.fstat(opened))
            content = _whole(file.read, before.st_size, pulse)
            _require_same(before, os.fstat(opened))
        _require_same(before, untrusted_path.lstat())
    except OSError:
        raise MediumGoneError from None
    return content


def _require_plain(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotAPlainFileError
    if found.st_size == 0:
        raise NothingInItError
    if found.st_size > MOST_BYTES:
        raise FileTooLargeError(size_mb=-(-found.st_size // _MB), most_mb=MOST_BYTES // _MB)


def _require_same(before: os.stat_result, now: os.stat_result) -> None:
    facts = [(s.st_ino, s.st_dev, s.st_size, s.st_mtime_ns, s.st_mode) for s in (before, now)]
    if facts[0] != facts[1]:
        raise ChangedMeanwhileError


def _whole(read: Callable[[int], bytes | None], size: int, pulse: Pulse) -> bytes:
    """Exactly `size` bytes: one more or one less is another file than the one looked at."""
    pieces: list[bytes] = []
    missing = size + 1
    while missing > 0:
        pulse()
        piece = read(min(_PIECE, missing))
        if not piece:
            break
        pieces.append(piece)
        missing -= len(piece)
    if missing != 1:
        raise ChangedMeanwhileError
    return b"".join(pieces)
