# SPDX-License-Identifier: EUPL-1.2
"""Small files that are either wholly there or not there, whatever happens in between."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.vault.errors import DiskError, DiskFullError, NotEmptyError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_LITTLE_BYTES = 64 * 1024
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def explained() -> Iterator[None]:
    """Turn the operating system's refusals into ours."""
    try:
        yield
    except FileExistsError:
        raise NotEmptyError from None
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError from None
        raise DiskError(errno=error.errno or 0) from None


def make_folder(path: Path) -> None:
    """A folder that only its owner can enter."""
    path.mkdir(mode=PRIVATE_FOLDER)


def make_folders(path: Path) -> None:
    """The same with those above it that are not there yet; durable on return, by their names too.

    One that is there already stays as it is.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def make_private(folder: Path) -> None:
    """A folder that was there already, from now on its owner's only."""
    if stat.S_IMODE(folder.stat().st_mode) == PRIVATE_FOLDER:
        return
    with suppress(PermissionError):  # a file system that keeps no modes, as on many sticks
        folder.chmod(PRIVATE_FOLDER)


def reserve(path: Path) -> None:
    """An empty private file that did not exist before.

    Raises:
        NotEmptyError: it did.
    """
    with explained():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))


def write_new(path: Path, content: bytes) -> None:
    """Write a file that did not exist before; durable on return.

    Raises:
        NotEmptyError: it did exist, and stands untouched.
    """
    with explained():
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
        try:
            _pour(file, content)
        except OSError:
            path.unlink()
            raise
        finally:
            os.close(file)
        sync_folder(path.parent)


def fill(path: Path, content: bytes) -> None:
    """Write into an empty file that `reserve` made; durable on return."""
    with explained():
        file = os.open(path, os.O_WRONLY)
        try:
            _pour(file, content)
        finally:
            os.close(file)
        sync_folder(path.parent)


def replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`: a reader meets the old or the new, never a part."""
    aside = path.with_name(path.name + ".new")
    with explained():
        aside.unlink(missing_ok=True)  # left by a crash: it never took effect
    write_new(aside, content)
    with explained():
        aside.replace(path)
        sync_folder(path.parent)


def is_full(folder: Path) -> bool:
    """Whether the disk has less room left than SQLite's smallest files need."""
    with explained():
        return shutil.disk_usage(folder).free < _LITTLE_BYTES


def sync_file(path: Path) -> None:
    """Make a file's content durable, whoever wrote it."""
    with explained(), path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the folder's own list of names durable (where the system can)."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _pour(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.fsync(file)
