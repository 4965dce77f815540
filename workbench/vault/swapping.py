# SPDX-License-Identifier: EUPL-1.2
"""One akt's file put in the place of another, which stays under a second name.

`<id>.db.restoring`             being made; worth nothing, and swept at the next unlock
`<id>.db.damaged-<stamp>`       a second name of the file that is replaced: first of all
`<id>.db.damaged-<stamp>-wal`   its log, which would otherwise be read into the new file
`<id>.db`                       the new file, by the last rename

Cut off before the last rename, the file lies there without its log, and would pass for an older
copy. As long as both names are one file, the next unlock undoes it.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.vault import durable, reading

MAKING, DAMAGED = ".restoring", ".damaged-"
_BESIDE = (reading.WAL, "-shm")


def take_place(new: Path, database: Path, stamp: str) -> str:
    """`new` is the akt's file from now on. What the other is called now, "" if there was none.

    Raises:
        DiskFullError, DiskError: all lies as it did, as far as the disk lets it.
    """
    kept = database.with_name(database.name + DAMAGED + stamp)
    with durable.explained():
        try:
            _swap(new, database, kept)
        except OSError:  # whoever goes on now would read the file without its log
            with suppress(WorkbenchError):
                settle(database.parent)
            raise
    return kept.name if kept.exists() else ""


def settle(cases: Path) -> None:
    """Undo what was cut off before the new file took its place. Done again, it is done."""
    with durable.explained():
        undone = [each for each in _second_names(cases) if _is_the_same(*each)]
        for database, kept in undone:
            for ending in _BESIDE:
                log = kept.with_name(kept.name + ending)
                if log.is_file():
                    log.replace(database.with_name(database.name + ending))
            durable.sync_folder(cases)
            kept.unlink()
        for unfinished in sorted(cases.glob(f"*.db{MAKING}")):
            reading.remove_with_log(unfinished)
        if undone:
            durable.sync_folder(cases)


def _swap(new: Path, database: Path, kept: Path) -> None:
    if database.is_file():
        os.link(database, kept)
        durable.sync_folder(database.parent)
    for ending in _BESIDE:
        log = database.with_name(database.name + ending)
        if log.is_file():
            log.replace(kept.with_name(kept.name + ending))
    durable.sync_folder(database.parent)
    new.replace(database)
    durable.sync_folder(database.parent)


def _second_names(cases: Path) -> Iterator[tuple[Path, Path]]:
    for kept in sorted(cases.glob(f"*.db{DAMAGED}*")):
        if not kept.name.endswith(_BESIDE):
            yield kept.with_name(kept.name.partition(DAMAGED)[0]), kept


def _is_the_same(database: Path, kept: Path) -> bool:
    return database.is_file() and kept.is_file() and database.samefile(kept)
