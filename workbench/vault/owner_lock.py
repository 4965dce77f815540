# SPDX-License-Identifier: EUPL-1.2
"""One process owns a vault. The lock is the operating system's and dies with the process.

On POSIX it is held on the vault folder itself, so that it holds whoever opens the folder and
from which account. Elsewhere (untested) it is held on the note of this installation. The note
says since when and on which device; no person.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from workbench.domain.ids import DeviceId
from workbench.vault import durable
from workbench.vault.errors import InUseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 5
_PAUSE_S = 0.05


class _Note(msgspec.Struct, frozen=True):
    device: str
    since: str


@dataclass(slots=True)
class OwnerLock:
    """A held lock. Let go with `release`."""

    handle: int
    note: Path

    def release(self) -> None:
        """Let another process in, whatever the disk says to the note. Twice is once."""
        if self.handle < 0:
            return
        if sys.platform != "win32":
            with suppress(OSError):
                self.note.unlink(missing_ok=True)
        os.close(self.handle)
        self.handle = -1


def take(folder: Path, note: Path, device: DeviceId, since: str, *,
         pause: Callable[[float], None] = time.sleep) -> OwnerLock:  # fmt: skip
    """Take a vault for this process.

    A few tries over a fifth of a second: who only asks `is_held` holds it for a moment.

    Raises:
        InUseError: another process has it.
    """
    with durable.explained():
        note.parent.mkdir(mode=durable.PRIVATE_FOLDER, parents=True, exist_ok=True)
        handle = _try_lock(folder, note)
        for _ in range(_TRIES - 1):
            if handle is not None:
                break
            pause(_PAUSE_S)
            handle = _try_lock(folder, note)
    if handle is None:
        raise InUseError(since=_read(note).since)
    content = msgspec.json.encode(_Note(device, since))
    try:
        if sys.platform == "win32":
            os.write(handle, b"\0" + content)
        else:
            durable.replace(note, content)
    except BaseException:
        os.close(handle)  # nobody would ever let it go
        raise
    return OwnerLock(handle, note)


def is_held(folder: Path, note: Path) -> bool:
    """Whether some process has the vault now."""
    with durable.explained():
        handle = _try_lock(folder, note, is_shared=True)
    if handle is None:
        return True
    os.close(handle)
    return False


if sys.platform == "win32":

    def _try_lock(_folder: Path, note: Path, *, is_shared: bool = False) -> int | None:
        del is_shared  # there is no such lock here: the tries of `take` are what helps
        handle = os.open(note, os.O_RDWR | os.O_CREAT, durable.PRIVATE_FILE)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            return None
        return handle

else:

    def _try_lock(folder: Path, _note: Path, *, is_shared: bool = False) -> int | None:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            kind = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return handle


def _read(note: Path) -> _Note:
    try:
        return msgspec.json.decode(note.read_bytes().lstrip(b"\0"), type=_Note)
    except (OSError, ValueError):  # not there, or not what we write
        return _Note("", "?")
