# SPDX-License-Identifier: EUPL-1.2
"""The one door to SQLCipher: no database file is opened in any other way.

The key never stands in SQL text; the settings are read back, not trusted; and a file that
turned out to be plain SQLite is never written to.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from workbench.crypto.database_pages import PageProof
from workbench.crypto.seeds import wipe
from workbench.domain.errors import WorkbenchError
from workbench.vault import durable, write_log
from workbench.vault.errors import (
    DamagedFileError,
    DiskError,
    DiskFullError,
    NewerFormatError,
)

Connection = Any  # sqlcipher3 has no types
SALT_BYTES = 16
RAW_KEY_BYTES = 32 + SALT_BYTES
_PLAIN = b"SQLite format 3\0"
_HEX = b"0123456789abcdef"
_PRAGMA = 19  # SQLITE_PRAGMA, the authorizer's action code
_DENIED = frozenset({"key", "rekey", "temp_store", "hexkey", "hexrekey"})
_BEFORE_THE_KEY = ("PRAGMA cipher_log_level=NONE", "PRAGMA cipher_memory_security=ON")
_AFTER_THE_KEY = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA mmap_size=0",
    "PRAGMA cache_size=-2048",
)
_FOR_READING = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-2048",
)
_TOUCH = "SELECT count(*) FROM sqlite_schema"  # makes the log's shared memory now, not later
_AS_READ_BACK = (
    ("PRAGMA cipher_status", "1"),
    ("PRAGMA cipher_memory_security", "1"),
    ("PRAGMA foreign_keys", 1),
    ("PRAGMA secure_delete", 1),
    ("PRAGMA temp_store", 0),
    ("PRAGMA trusted_schema", 0),
    ("PRAGMA cell_size_check", 1),
    ("PRAGMA journal_mode", "wal"),
    ("PRAGMA synchronous", 2),
    ("PRAGMA mmap_size", 0),
    ("PRAGMA cache_size", -2048),
)
READ_BACK = _AS_READ_BACK
FOLD = "PRAGMA wal_checkpoint(TRUNCATE)"
_FULL = frozenset({"SQLITE_FULL"})
_FULL_TEXT = "database or disk is full"  # `backup` gives no code
_CLOSED_TEXT = "Cannot operate on a closed database."  # a file that a disk did not let us reopen
_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_READING_READ_BACK = (
    ("PRAGMA cipher_status", "1"),
    ("PRAGMA cipher_memory_security", "1"),
    ("PRAGMA temp_store", 0),
    ("PRAGMA trusted_schema", 0),
    ("PRAGMA cell_size_check", 1),
    ("PRAGMA mmap_size", 0),
)


class Keyed(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that knows its file, and the proof of its pages (`vault.soundness`)."""

    path: Path
    proof: PageProof | None = None

    def close(self) -> None:
        if self.proof is not None:
            self.proof.close()
        super().close()


class SettingsError(AssertionError):
    """SQLCipher did not take a setting: a bug, or a library that is not ours."""


def create_file(path: Path, key: bytearray, *, name: str) -> Connection:
    """Make a database file that is not there yet, empty, and open it.

    `key` is 48 bytes, raw key and salt, and is cleared. `name` is what an error calls the file.

    Raises:
        NotEmptyError: it is there.
    """
    durable.reserve(path)
    return _connect(path, key, name, newest=0)


def open_file(path: Path, key: bytearray, *, name: str, newest: int) -> Connection:
    """Open an existing database file; `newest` is the schema version that this program knows.

    The result commits on its own; transactions are written out.

    Raises:
        DamagedFileError: not a database under this key, or not there, or the log beside it is
            damaged; nothing was written.
        NewerFormatError: a later schema; nothing was written.
    """
    try:
        if not begins_with_salt(path, bytes(key[-SALT_BYTES:])):
            raise DamagedFileError(file=name)
        write_log.require_whole(path, name=name)
    except WorkbenchError:
        wipe(key)
        raise
    connection = _connect(path, key, name, newest=newest)
    if _single(connection, "PRAGMA user_version") == 0:
        connection.close()
        raise DamagedFileError(file=name)
    return connection


def open_unchanging(path: Path, key: bytearray, *, name: str, newest: int) -> Connection:
    """Open a copy that nobody writes to, for reading: no byte changes, no file appears beside it.

    What is in a log beside the file is not seen. `key` is cleared.

    Raises:
        DamagedFileError: not a database under this key, or not there.
        NewerFormatError: a later schema.
    """
    if not begins_with_salt(path, bytes(key[-SALT_BYTES:])):
        wipe(key)
        raise DamagedFileError(file=name)
    uri = path.absolute().as_uri() + "?mode=ro&immutable=1"
    with translated(name):
        connection = dbapi2.connect(
            uri, uri=True, isolation_level=None, cached_statements=8, factory=Keyed
        )
        try:
            _unlock(connection, path, key)
            _refuse_newer(connection, newest, name)
            _set(connection, _FOR_READING, _READING_READ_BACK)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, key: bytearray, name: str, *, newest: int) -> Connection:
    try:
        return _connect_keyed(path, key, name, newest=newest)
    except DiskError:
        # SQLite says only "I/O error" when there is no room for its shared memory.
        if durable.is_full(path.parent):
            raise DiskFullError from None
        raise


def _connect_keyed(path: Path, key: bytearray, name: str, *, newest: int) -> Connection:
    with translated(name):
        connection = dbapi2.connect(
            str(path), isolation_level=None, cached_statements=64, factory=Keyed
        )
        try:
            _unlock(connection, path, key)
            _refuse_newer(connection, newest, name)
            _settle(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def close_file(connection: Connection, *, name: str) -> None:
    """Fold the write-ahead log into the file and close."""
    with translated(name):
        try:
            connection.execute(FOLD).fetchall()
        finally:
            connection.close()


def fold_log(connection: Connection, *, name: str) -> None:
    """Fold the write-ahead log into the file and empty it: what was taken away leaves it too.

    Raises:
        DiskError: something still reads the log. What was committed is durable all the same.
    """
    with translated(name):
        (is_busy, _frames, _folded) = connection.execute(FOLD).fetchone()
    if is_busy:
        raise DiskError(sqlite="SQLITE_BUSY")


@contextmanager
def transaction(connection: Connection, *, name: str) -> Iterator[Connection]:
    """All or nothing; durable when the block has ended."""
    with translated(name):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn SQLite's refusals into ours."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = getattr(error, "sqlite_errorname", "") or ""
        if code in _FULL or str(error) == _FULL_TEXT:
            raise DiskFullError from None
        if code.startswith(_DAMAGED):
            raise DamagedFileError(file=name) from None
        if isinstance(error, dbapi2.OperationalError) or str(error) == _CLOSED_TEXT:
            raise DiskError(sqlite=code) from None
        raise


def _unlock(connection: Connection, path: Path, key: bytearray) -> None:
    connection.path, connection.proof = path.absolute(), PageProof(key)
    for pragma in _BEFORE_THE_KEY:
        connection.execute(pragma)
    literal = _literal(key)
    wipe(key)
    connection.set_key(literal)
    wipe(literal)
    connection.execute("PRAGMA cipher_compatibility=4")


def _literal(key: bytearray) -> bytearray:
    """x'<96 hex>' without a copy that cannot be cleared: a buffer that grows leaves some behind."""
    literal = bytearray(len(b"x''") + 2 * len(key))
    literal[:2], literal[-1:] = b"x'", b"'"
    for at, byte in enumerate(key):
        literal[2 + 2 * at], literal[3 + 2 * at] = _HEX[byte >> 4], _HEX[byte & 15]
    return literal


def _refuse_newer(connection: Connection, newest: int, name: str) -> None:
    if _single(connection, "PRAGMA user_version") > newest:
        raise NewerFormatError(file=name)


def _settle(connection: Connection, path: Path) -> None:
    _set(connection, _AFTER_THE_KEY, _AS_READ_BACK)
    if _beginning(path) == _PLAIN:
        raise SettingsError("the file is not encrypted")


def _set(
    connection: Connection, pragmas: Iterable[str], read_back: Iterable[tuple[str, object]]
) -> None:
    for pragma in pragmas:
        connection.execute(pragma).fetchall()
    connection.execute(_TOUCH).fetchall()
    for pragma, expected in read_back:
        if _single(connection, pragma) != expected:
            raise SettingsError(pragma)
    connection.set_authorizer(_allow)


def _allow(action: int, first: str | None, *_rest: object) -> int:
    if action == _PRAGMA and first is not None and first.lower() in _DENIED:
        return int(dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK)


def begins_with_salt(path: Path, salt: bytes) -> bool:
    """SQLCipher does not look at a salt that it was given, so we do."""
    return path.is_file() and _beginning(path) == salt


def _beginning(path: Path) -> bytes:
    with durable.explained(), path.open("rb") as file:
        return file.read(SALT_BYTES)


def _single(connection: Connection, pragma: str) -> Any:  # noqa: ANN401  a setting is text or a number
    row = connection.execute(pragma).fetchone()
    return row[0] if row is not None else None
