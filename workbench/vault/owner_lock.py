# SPDX-License-Identifier: EUPL-1.2
"""One process owns a vault. The lock is the operating system's and dies with the process.

On POSIX it is held on the vault folder itself, so that it holds whoever opens the folder and
from which account. Elsewhere (untested) it is held on the note of this installation. The note
says since when and on which device; no person.
"""

import os
import sys
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


class _Note(msgspec.Struct, frozen=True):
    device: str
    since: str


@dataclass(slots=True)
class OwnerLock:
    """A held lock. Let go with `release`."""

    handle: int
    note: Path

    def release(self) -> None:
        """Let another process in. Twice is once."""
        if self.handle < 0:
            return
        if sys.platform != "win32":
            self.note.unlink(missing_ok=True)
        os.close(self.handle)
        self.handle = -1


def take(folder: Path, note: Path, device: DeviceId, since: str) -> OwnerLock:
    """Take a vault for this process.

    Raises:
        InUseError: another process has it.
    """
    with durable.explained():
        note.parent.mkdir(mode=durable.PRIVATE_FOLDER, parents=True, exist_ok=True)
        handle = _try_lock(folder, note)
    if handle is None:
        raise InUseError(since=_read(note).since)
    content = msgspec.json.encode(_Note(device, since))
    if sys.platform == "win32":
        os.write(handle, b"\0" + content)
    else:
        durable.replace(note, content)
    return OwnerLock(handle, note)


def is_held(folder: Path, note: Path) -> bool:
    """Whether some process has the vault now."""
    with durable.explained():
        handle = _try_lock(folder, note)
    if handle is None:
        return True
    os.close(handle)
    return False


if sys.platform == "win32":

    def _try_lock(_folder: Path, note: Path) -> int | None:
        handle = os.open(note, os.O_RDWR | os.O_CREAT, durable.PRIVATE_FILE)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            return None
        return handle

else:

    def _try_lock(folder: Path, _note: Path) -> int | None:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        return handle


def _read(note: Path) -> _Note:
    try:
        return msgspec.json.decode(note.read_bytes().lstrip(b"\0"), type=_Note)
    except (OSError, ValueError):  # not there, or not what we write
        return _Note("", "?")
