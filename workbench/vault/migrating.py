# SPDX-License-Identifier: EUPL-1.2
"""A file of an earlier format, brought to today's by whoever holds its key, at open.

Never in place: the steps run on a copy, `<file>.migrating`. Everything that the file held is
compared row by row, pages and tree are checked on a fresh connection, and only then the copy
takes its name. The original stays as `<file>.before-<n>` until the new file was closed in order
and, opened again, found whole. Cut off anywhere, the file of before stands, or the new one does.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import cipher, durable, schemas, soundness
from workbench.vault.cipher import Connection
from workbench.vault.copying import copy_pages
from workbench.vault.errors import DamagedFileError
from workbench.vault.schemas import Kind

_MAKING, _BEFORE = ".migrating", ".before-"
_LOGS = ("-wal", "-shm", "-journal")
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
_COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"


def _nothing(_connection: Connection) -> None:
    """The steps were all."""


@dataclass(frozen=True, slots=True)
class Home:
    """A database file: where it lies, what errors call it, and its key (a fresh buffer a call)."""

    path: Path
    kind: Kind
    name: str
    file_key: Callable[[], bytearray]
    pulse: Pulse = no_pulse
    fill: Callable[[Connection], None] = _nothing
    """Puts in, after the steps, what SQL alone cannot make. Once more is nothing."""

    def open(self) -> Connection:
        return self._open(self.path)

    def open_making(self) -> Connection:
        return self._open(self.making)

    @property
    def making(self) -> Path:
        return self.path.with_name(self.path.name + _MAKING)

    def before(self, version: int) -> Path:
        return self.path.with_name(f"{self.path.name}{_BEFORE}{version}")

    def befores(self) -> Iterator[Path]:
        """The originals that are still kept. Asked by name: a folder may hold ten thousand."""
        for version in range(1, schemas.NEWEST[self.kind]):
            if self.before(version).exists():
                yield self.before(version)

    def _open(self, path: Path) -> Connection:
        newest = schemas.NEWEST[self.kind]
        return cipher.open_file(path, self.file_key(), name=self.name, newest=newest)


def open_current(home: Home) -> Connection:
    """Open a file in the format of today, whichever it is in.

    Raises:
        DamagedFileError, NewerFormatError; DiskFullError, DiskError: it is as it was.
    """
    kept = list(home.befores())
    was_closed = not _log(home.path).exists()
    connection = home.open()
    try:
        version = schemas.version(connection, name=home.name)
        if version == schemas.NEWEST[home.kind]:
            if kept and was_closed:
                _let_go_if_whole(home, connection)
            return connection
    except BaseException:
        connection.close()
        raise
    _migrate(home, connection, version)
    return home.open()


def _let_go_if_whole(home: Home, connection: Connection) -> None:
    """The new file was closed in order and is whole: the originals may go."""
    if soundness.faults(connection, name=home.name, pulse=home.pulse):
        raise DamagedFileError(file=home.name)
    let_go(home)


def let_go(home: Home) -> None:
    """The originals go: the file is known to be whole."""
    with durable.explained():
        kept = list(home.befores())
        for path in kept:
            path.unlink(missing_ok=True)
        if kept:
            durable.sync_folder(home.path.parent)


def _migrate(home: Home, source: Connection, version: int) -> None:
    """`source` is open, and is closed here."""
    _sweep(home)
    try:
        try:
            _copy(home, source)
            _check(home, source)
        finally:
            cipher.close_file(source, name=home.name)
        _keep(home, version)
        _put_in_place(home)
    except BaseException:
        _sweep(home)
        raise


def _copy(home: Home, source: Connection) -> None:
    copy_pages(source, home.making, home.file_key(), home.name, home.pulse)
    target = home.open_making()
    try:
        schemas.bring_up_to_date(target, home.kind, name=home.name)
        with cipher.transaction(target, name=home.name):
            home.fill(target)
        cipher.close_file(target, name=home.name)
    except BaseException:
        target.close()
        raise
    durable.sync_file(home.making)
    with durable.explained():
        durable.sync_folder(home.path.parent)


def _check(home: Home, source: Connection) -> None:
    """On a fresh connection: whole, of today's format, and every row of before is in it."""
    copy = home.open_making()
    try:
        is_whole = not soundness.faults(copy, name=home.name, pulse=home.pulse)
        is_today = schemas.version(copy, name=home.name) == schemas.NEWEST[home.kind]
        is_same = (
            is_whole and is_today and _hashes(home, source, source) == _hashes(home, source, copy)
        )
    finally:
        cipher.close_file(copy, name=home.name)
    if not is_same:
        raise DamagedFileError(file=home.name)


def _hashes(home: Home, before: Connection, of: Connection) -> dict[str, str]:
    """A hash of every table that `before` has, in its columns and the order of its key."""
    found: dict[str, str] = {}
    for (table,) in before.execute(_TABLES).fetchall():
        columns = before.execute(_COLUMNS, (table,)).fetchall()
        keys = [f'"{name}"' for name, place in sorted(columns, key=lambda c: c[1]) if place]
        names = ", ".join(f'"{name}"' for name, _ in columns)
        order = ", ".join(keys) or "rowid"
        digest = hashlib.sha256()
        query = f'SELECT {names} FROM "{table}" ORDER BY {order}'  # noqa: S608  names of our own schema
        with soundness.pulsing(of, home.pulse):
            for row in of.execute(query):
                home.pulse()
                _add(digest, row)
        found[table] = digest.hexdigest()
    return found


def _add(digest: "hashlib._Hash", row: tuple[object, ...]) -> None:
    """A row in such a way that no two rows look alike; long content as it is, without a copy."""
    digest.update(b"%d|" % len(row))
    for value in row:
        content = value if isinstance(value, bytes) else repr(value).encode()
        digest.update(b"%s %d|" % (type(value).__name__.encode(), len(content)))
        digest.update(content)


def _keep(home: Home, version: int) -> None:
    """The original under a second name; both are the same file until the first is replaced."""
    kept = home.before(version)
    with durable.explained():
        kept.unlink(missing_ok=True)  # of an attempt that was cut off: what `path` still holds
        try:
            os.link(home.path, kept)
        except OSError:  # a file system without second names
            shutil.copyfile(home.path, kept)
            durable.sync_file(kept)
        durable.sync_folder(home.path.parent)


def _put_in_place(home: Home) -> None:
    """The copy is the file. A log of the file of before would be read into it: there is none."""
    with durable.explained():
        for ending in _LOGS:
            _drop_empty(home.path.with_name(home.path.name + ending))
            _drop_empty(home.making.with_name(home.making.name + ending))
        durable.sync_folder(home.path.parent)
        home.making.replace(home.path)
        durable.sync_folder(home.path.parent)


def _drop_empty(log: Path) -> None:
    if not log.is_file():
        return
    if log.stat().st_size and not log.name.endswith("-shm"):
        raise DamagedFileError(file=log.name)
    log.unlink()


def _sweep(home: Home) -> None:
    """What a cut-off attempt left never took effect."""
    with durable.explained():
        for ending in ("", *_LOGS):
            home.making.with_name(home.making.name + ending).unlink(missing_ok=True)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
