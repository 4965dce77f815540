# SPDX-License-Identifier: EUPL-1.2
"""Where a sealed bundle is written: straight to the stick, and never over anything."""

import os
from pathlib import Path
from typing import BinaryIO, Protocol

_EPOCH_OF_FAT = 315_532_800  # 1980-01-01T00:00:00Z: a date that tells nothing
_OWNER_ONLY = 0o600


class Target(Protocol):
    """A place for one new file. Every method may raise OSError."""

    def create(self, name: str) -> BinaryIO:
        """A new empty file; one that exists is an error and stays as it is."""
        ...

    def settle(self, name: str) -> None:
        """Make a closed file durable and give it the fixed time."""
        ...

    def read_back(self, name: str) -> BinaryIO:
        """The file as the medium holds it, as far as the system lets us ask."""
        ...

    def remove(self, name: str) -> None:
        """Take back a file that `create` made and that did not turn out whole."""
        ...

    def path(self, name: str) -> Path:
        """The absolute path of a file."""
        ...


class Folder:
    """A folder on any file system."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()

    def path(self, name: str) -> Path:
        return self._folder / name

    def create(self, name: str) -> BinaryIO:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(self.path(name), flags, _OWNER_ONLY), "wb")

    def settle(self, name: str) -> None:
        os.utime(self.path(name), (_EPOCH_OF_FAT, _EPOCH_OF_FAT))
        if os.name == "posix":
            _sync(self.path(name))
            _sync(self._folder)

    def read_back(self, name: str) -> BinaryIO:
        file = self.path(name).open("rb", buffering=0)
        if hasattr(os, "posix_fadvise"):
            # Without this the page cache would answer, which is never wrong.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file

    def remove(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
