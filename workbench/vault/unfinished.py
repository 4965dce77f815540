# SPDX-License-Identifier: EUPL-1.2
"""What a founding leaves that was cut off: files that open for nobody, and no vault.slots.

Every key to them was in memory only. Exactly our own names count, with no akt and nothing that
arrived; a folder with anything else in it is somebody's.
"""

import re
from pathlib import Path

from workbench.vault import durable
from workbench.vault.errors import NotEmptyError
from workbench.vault.layout import CASES, INCOMING

_FOLDERS = (CASES, INCOMING)
_OURS = re.compile(
    r"(house|register)\.db(-wal|-shm|-journal)?|house\.keys|mailbox\.keys|vault\.slots\.new"
)


def is_unfinished(folder: Path) -> bool:
    """Whether a vault was begun here and never came to be, and nothing else lies here."""
    try:
        found = list(folder.iterdir())
        return bool(found) and all(map(_is_ours, found))
    except OSError:
        return False


def clear(folder: Path) -> None:
    """Take it away, so that a vault can be made here.

    Raises:
        NotEmptyError: something else lies here too; DiskError.
    """
    if not is_unfinished(folder):
        raise NotEmptyError
    with durable.explained():
        for path in list(folder.iterdir()):
            path.rmdir() if path.is_dir() else path.unlink()
        durable.sync_folder(folder)


def _is_ours(path: Path) -> bool:
    if path.is_symlink():
        return False
    if path.is_dir():
        return path.name in _FOLDERS and not any(path.iterdir())
    return _OURS.fullmatch(path.name) is not None
