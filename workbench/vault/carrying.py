# SPDX-License-Identifier: EUPL-1.2
"""Files carried from one disk to another: hashed on the way, made durable, read back from there.

Durable in small lots, so that no single wait for a slow stick is long: a lock may come at any
time. What is read back is asked of the medium and not of memory, where the system lets us say so.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from workbench.services.copies_ports import Watch
from workbench.vault import durable
from workbench.vault.errors import DiskError, DiskFullError, MediumError, NoRoomError

CHUNK_BYTES = 1024 * 1024
_LOT_BYTES = 1024 * 1024
_LOT_FILES = 64
_MIB = 1024 * 1024
_BLOCK = Path("/sys/dev/block")
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Carried:
    """A file as it was carried."""

    size: int
    sha256: str


class Explained(Protocol):
    """Turns what a disk says into an error of ours."""

    def __call__(self) -> AbstractContextManager[None]: ...


@contextmanager
def on_medium() -> Iterator[None]:
    """What the operating system says about a medium, in our words."""
    try:
        yield
    except DiskFullError:
        raise NoRoomError(needed_mib=1, free_mib=0) from None
    except DiskError as error:
        raise MediumError(**error.facts) from None
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomError(needed_mib=1, free_mib=0) from None
        raise MediumError(errno=error.errno or 0) from None


def _nobody(_settled: Path) -> None:
    pass


@dataclass(slots=True)
class Carrier:
    """Carries files one way. `reading` and `writing` explain the disks at either end.

    `settled` hears of each file that is durable where it was carried to.
    """

    watch: Watch
    total_bytes: int
    reading: Explained = durable.explained
    writing: Explained = on_medium
    settled: Callable[[Path], None] = _nobody
    _done: int = 0
    _waiting: list[tuple[int, Path]] = field(default_factory=list)
    _waiting_bytes: int = 0

    def carry(self, source: Path, target: Path) -> Carried:
        """Copy a file to a place where nothing stands; durable after `settle`."""
        digest, size = hashlib.sha256(), 0
        with self.reading():
            opened = os.open(source, os.O_RDONLY)
        try:
            out = self._begin(target)
            while chunk := self._read(opened):
                digest.update(chunk)
                self._write(out, chunk)
                size += len(chunk)
        finally:
            os.close(opened)
        return Carried(size, digest.hexdigest())

    def put(self, content: bytes, target: Path) -> None:
        """Write a small file where nothing stands; durable after `settle`."""
        self._write(self._begin(target), content)

    def settle(self) -> None:
        """Make durable what was carried so far."""
        while self._waiting:
            out, target = self._waiting.pop(0)
            with self.writing():
                try:
                    os.fsync(out)
                    _let_go_of_memory(out)
                finally:
                    os.close(out)
            self.settled(target)
            self.watch.pulse()
        self._waiting_bytes = 0

    def close(self) -> None:
        """Let go of what is half done."""
        while self._waiting:
            os.close(self._waiting.pop()[0])

    def read_back(self, path: Path) -> Carried:
        """Read a file where it was carried to."""
        digest, size = hashlib.sha256(), 0
        with self.writing():
            opened = os.open(path, os.O_RDONLY)
            try:
                while chunk := os.read(opened, CHUNK_BYTES):
                    digest.update(chunk)
                    size += len(chunk)
                    self.count(len(chunk))
                    self.watch.pulse()
            finally:
                os.close(opened)
        return Carried(size, digest.hexdigest())

    def _begin(self, target: Path) -> int:
        if self._waiting_bytes >= _LOT_BYTES or len(self._waiting) >= _LOT_FILES:
            self.settle()
        with self.writing():
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
            out = os.open(target, flags, durable.PRIVATE_FILE)
        self._waiting.append((out, target))
        return out

    def _read(self, opened: int) -> bytes:
        with self.reading():
            return os.read(opened, CHUNK_BYTES)

    def _write(self, out: int, chunk: bytes) -> None:
        rest = memoryview(chunk)
        with self.writing():
            while rest:
                rest = rest[os.write(out, rest) :]
            self._waiting_bytes += len(chunk)
            if self._waiting_bytes >= _LOT_BYTES:
                os.fdatasync(out) if hasattr(os, "fdatasync") else os.fsync(out)
        self.count(len(chunk))
        self.watch.pulse()

    def count(self, size: int) -> None:
        """Tell that so many more bytes are done."""
        self._done += size
        self.watch.told(min(self._done, self.total_bytes), self.total_bytes)


def as_carried(content: bytes) -> Carried:
    """What carrying these bytes would tell."""
    return Carried(len(content), hashlib.sha256(content).hexdigest())


def require_room(folder: Path, needed_bytes: int) -> None:
    """See that a medium has room.

    Raises:
        NoRoomError: it has not.
    """
    with on_medium():
        free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise NoRoomError(needed_mib=-(-needed_bytes // _MIB), free_mib=free // _MIB)


def share_a_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on one file system, or (where Linux tells it) on one disk."""
    first, second = one.stat().st_dev, other.stat().st_dev
    return first == second or not _disks(first).isdisjoint(_disks(second))


def _disks(device: int) -> frozenset[str]:
    """The whole disks under a file system, through partitions, volumes and disk encryption."""
    found, waiting = set[str](), [_BLOCK / f"{os.major(device)}:{os.minor(device)}"]
    while waiting:
        at = waiting.pop()
        if not at.exists():
            continue
        block = at.resolve()
        below = list((block / "slaves").glob("*"))
        waiting += below
        if not below:
            found.add(block.parent.name if (block / "partition").exists() else block.name)
    return frozenset(found)


def _let_go_of_memory(opened: int) -> None:
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
