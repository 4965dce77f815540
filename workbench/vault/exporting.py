# SPDX-License-Identifier: EUPL-1.2
"""A database file under another key: copied aside, looked at afresh, put in its place.

Never `PRAGMA rekey`, which rewrites the only copy page by page. Cut off anywhere, the file of
before stands as it was, or the new one stands whole.
"""

import errno
from dataclasses import dataclass
from pathlib import Path

from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.services.jobs import Pulse
from workbench.vault import cipher, durable, soundness
from workbench.vault.cipher import Connection
from workbench.vault.copying import copy_pages
from workbench.vault.errors import DamagedFileError

_ASIDE = ".new"
_BESIDE = ("", "-wal", "-shm", "-journal")
_SAME = (
    "PRAGMA page_count",
    "PRAGMA freelist_count",
    "PRAGMA user_version",
    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name",
)
_LISTED = {
    "link": "SELECT one, length(key) FROM link",
    "entry": "SELECT id FROM entry ORDER BY position",
    "working": "SELECT * FROM working ORDER BY author, kind, record, field, time_column",
    "attachment": "SELECT sha256, length(content) FROM attachment ORDER BY sha256",
    "standing": "SELECT * FROM standing",
    "house_row": "SELECT * FROM house_row",
    "case_row": "SELECT case_id, head, entries, pending FROM case_row ORDER BY position",
    "grant_row": "SELECT case_id, user FROM grant_row ORDER BY user, case_id",
    "card": "SELECT card, state FROM card ORDER BY card",
}
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


@dataclass(frozen=True, slots=True)
class Export:
    """One file to be put under another key. `newest`: the schema that this program knows."""

    path: Path
    key: bytearray
    name: str
    newest: int

    @property
    def aside(self) -> Path:
        return self.path.with_name(self.path.name + _ASIDE)

    def file_key(self) -> bytearray:
        """Raw key and salt; whoever opens the file clears it."""
        return kdf.derive_buffer(self.key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)


def make(export: Export, source: Connection, pulse: Pulse) -> None:
    """Copy all of `source` aside under the new key, and see that it is all there.

    Raises:
        DamagedFileError, DiskFullError, DiskError; what `pulse` raises. Nothing is left then.
    """
    sweep(export.path)
    try:
        copy_pages(source, export.aside, export.file_key(), export.name, pulse)
        _check(export, source, pulse)
    except BaseException:
        sweep(export.path)
        raise


def put_in_place(export: Export) -> None:
    """The copy is the file from now on. Nobody has either open.

    A log of the file of before would be read into the copy: there is none left on the disk, by
    the folder's own word, before the name changes.

    Raises:
        DiskError: there is such a log; it holds what the copy may not.
    """
    folder = export.path.parent
    with durable.explained():
        for ending in _BESIDE[1:]:
            _drop_empty(export.path.with_name(export.path.name + ending))
            _drop_empty(export.aside.with_name(export.aside.name + ending))
        durable.sync_folder(folder)
        export.aside.replace(export.path)
        durable.sync_folder(folder)


def sweep(path: Path) -> None:
    """Take away a copy that never took effect."""
    with durable.explained():
        for ending in _BESIDE:
            path.with_name(path.name + _ASIDE + ending).unlink(missing_ok=True)


def _drop_empty(path: Path) -> None:
    """Take away a log that was folded in.

    Raises:
        OSError: it was not.
    """
    if path.is_file():
        if path.stat().st_size and not path.name.endswith("-shm"):
            raise OSError(errno.EBUSY, "a log that was not folded in")
        path.unlink()


def _check(export: Export, source: Connection, pulse: Pulse) -> None:
    """On a fresh connection: pages, tree, and every list as long and in the same order."""
    key, newest = export.file_key(), export.newest
    copy = cipher.open_file(export.aside, key, name=export.name, newest=newest)
    try:
        is_whole = not soundness.faults(copy, name=export.name, pulse=pulse)
        is_same = is_whole and _content(copy, export, pulse) == _content(source, export, pulse)
    finally:
        cipher.close_file(copy, name=export.name)
    if not is_same:
        raise DamagedFileError(file=export.name)


def _content(connection: Connection, export: Export, pulse: Pulse) -> tuple[object, ...]:
    """What a file holds, short enough to compare: pages, schema, and every list of ours."""
    with soundness.pulsing(connection, pulse), cipher.translated(export.name):
        tables = {row[0] for row in connection.execute(_TABLES).fetchall()}
        listed = [query for table, query in _LISTED.items() if table in tables]
        return tuple(connection.execute(query).fetchall() for query in (*_SAME, *listed))
