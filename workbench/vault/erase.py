# SPDX-License-Identifier: EUPL-1.2
"""The one module that takes an akt's files away, after its signed entry is durable.

The keys go first: from then on the file opens for nobody, whatever becomes of it. They are not
written over before: a solid-state disk writes elsewhere and keeps the old place until it tidies
up. Only sanitising the device (level E4) answers for what lies there.
"""

import hashlib
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.ids import CaseId
from workbench.vault import durable
from workbench.vault.keychain import Keychain
from workbench.vault.layout import Layout
from workbench.vault.register import Register
from workbench.vault.shelf import Shelf

_KEYS = ".keys"
_OPEN = ("", "-wal", "-shm")
_ID_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Place:
    """Where an akt has left something: the folder, the register, and what is open now."""

    layout: Layout
    register: Register
    shelf: Shelf
    keychain: Keychain


def remove(place: Place, case: CaseId, arrivals: Collection[str]) -> None:
    """Take an akt away: sealed files that came for it, keys, file and leftovers, then its rows.

    `arrivals`: hex SHA-256 of the sealed files. Twice is once, and so is once after a crash.

    Raises:
        DiskError: a file could not be removed; what is left goes at the next unlock.
    """
    place.shelf.drop(case)
    place.keychain.forget(case)
    _remove_all(place.layout.incoming, list(_arrived(place.layout.incoming, arrivals)))
    files = _files_of(place.layout.cases, case)
    _remove_all(place.layout.cases, [path for path in files if _KEYS in path.name])
    _remove_all(place.layout.cases, [path for path in files if _KEYS not in path.name])
    place.register.remove(case)


def remove_leftovers(place: Place, case: CaseId) -> None:
    """Take away what lies beside an akt: files of before a migration hold what was purged since."""
    own = place.layout.case(case)
    kept = {own.keys.name, *(own.database.name + ending for ending in _OPEN)}
    files = _files_of(place.layout.cases, case)
    _remove_all(place.layout.cases, [path for path in files if path.name not in kept])


def remove_aside(paths: Collection[Path]) -> None:
    """Take away what a restoration left: a folder, or files of one akt. Never through a link."""
    with durable.explained():
        for path in paths:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        for folder in sorted({path.parent for path in paths}):
            durable.sync_folder(folder)


def unfinished(place: Place, erased: Collection[CaseId]) -> tuple[CaseId, ...]:
    """Which of these akter have left a file or a row here."""
    if not erased:
        return ()
    with durable.explained():
        lying = {CaseId(path.name[:_ID_LENGTH]) for path in place.layout.cases.iterdir()}
    listed = {row.case for row in place.register.rows()}
    return tuple(sorted((lying | listed).intersection(erased)))


def _files_of(folder: Path, case: CaseId) -> list[Path]:
    """The akt's two files, their logs, and whatever was left beside them while they changed."""
    with durable.explained():
        return sorted(path for path in folder.iterdir() if path.name.startswith(case))


def _arrived(folder: Path, arrivals: Collection[str]) -> Iterator[Path]:
    if not arrivals or not folder.is_dir():
        return
    with durable.explained():
        for path in filter(Path.is_file, sorted(folder.iterdir())):
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() in arrivals:
                    yield path


def _remove_all(folder: Path, paths: list[Path]) -> None:
    """Gone, and known to be gone: the folder's list of names is durable on return."""
    if not paths:
        return
    with durable.explained():
        for path in paths:
            path.unlink(missing_ok=True)
        durable.sync_folder(folder)
