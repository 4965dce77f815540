# SPDX-License-Identifier: EUPL-1.2
"""register.db: akter by number, head and count, one sealed summary each; contact cards."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.crypto import kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.vault import cipher, migrating, schemas
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE, count_up
from workbench.vault.errors import DamagedFileError
from workbench.vault.migrating import Home
from workbench.vault.register_cards import RegisterCards
from workbench.vault.register_grants import DROP_ALL, PUT, RegisterGrants
from workbench.vault.register_own import RegisterOwn
from workbench.vault.register_pins import RegisterPins
from workbench.vault.register_rekeys import RegisterRekeys
from workbench.vault.slots import SlotsBody

__all__ = ["FILE", "Register", "StoredRow", "Tail", "create", "open_register"]

_BEGIN = (
    "INSERT INTO standing (one, vault, revision, grants_known, slots_generation, slots_hash)"
    " VALUES (1, ?, 0, 1, ?, ?)"
)
_BEGIN_HOUSE = "INSERT INTO house_row (one, case_id, head, entries) VALUES (1, ?, NULL, 0)"
_STANDING = "SELECT vault, revision FROM standing"
_COLUMNS = "SELECT case_id, number, head, entries, pending, summary FROM case_row"
_ROWS = _COLUMNS + " ORDER BY position DESC"
_ROW = _COLUMNS + " WHERE case_id = ?"
_ADD = "INSERT INTO case_row (case_id, number, head, entries, pending) VALUES (?, ?, NULL, 0, 0)"
_REMOVE = "DELETE FROM case_row WHERE case_id = ?"
_ANNOUNCE = "UPDATE case_row SET pending = 1 WHERE case_id = ?"
_MIRROR = "UPDATE case_row SET head = ?, entries = ?, summary = ?, pending = 0 WHERE case_id = ?"
_ADVANCE = "UPDATE case_row SET head = ?, entries = ? WHERE case_id = ?"
_HOUSE = "SELECT head, entries FROM house_row"
_ADVANCE_HOUSE = "UPDATE house_row SET head = ?, entries = ?"


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a journal ended when the register last heard."""

    head: EntryId | None
    count: int


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row as stored: the summary still sealed."""

    case: CaseId
    number: str
    tail: Tail
    is_pending: bool
    sealed: bytes | None


class Register:
    """The open register."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @property
    def connection(self) -> Connection:
        """The file that the register is, from when it is set on: as such under another key."""
        return self._connection

    @connection.setter
    def connection(self, connection: Connection) -> None:
        self._connection = connection
        self.cards = RegisterCards(connection)
        self.grants = RegisterGrants(connection)
        self.rekeys = RegisterRekeys(connection)
        self.pins = RegisterPins(connection)
        self.own = RegisterOwn(connection)

    def revision(self) -> int:
        """How often the register was written."""
        with cipher.translated(FILE):
            revision: int = self._connection.execute(_STANDING).fetchone()[1]
        return revision

    def rows(self) -> tuple[StoredRow, ...]:
        """Newest first."""
        with cipher.translated(FILE):
            return tuple(_stored(row) for row in self._connection.execute(_ROWS).fetchall())

    def row(self, case: CaseId) -> StoredRow | None:
        with cipher.translated(FILE):
            found = self._connection.execute(_ROW, (case,)).fetchone()
        return _stored(found) if found is not None else None

    def add(self, case: CaseId, number: str, *users: UserId) -> None:
        """A new akt, and who has a grant to it."""
        with count_up(self._connection) as connection:
            connection.execute(_ADD, (case, number))
            connection.executemany(PUT, [(case, user) for user in users])

    def remove(self, case: CaseId) -> None:
        """An akt that was erased; who had a grant to it goes too, and out of the log as well."""
        with count_up(self._connection) as connection:
            connection.execute(_REMOVE, (case,))
            connection.execute(DROP_ALL, (case,))
        self.fold_log()

    def fold_log(self) -> None:
        """What was taken out or written over leaves the log of this file too."""
        cipher.fold_log(self._connection, name=FILE)

    def announce(self, case: CaseId) -> None:
        self._write(_ANNOUNCE, (case,))

    def mirror(self, case: CaseId, tail: Tail, sealed: bytes) -> None:
        self._write(_MIRROR, (tail.head, tail.count, sealed, case))

    def advance(self, case: CaseId, tail: Tail) -> None:
        self._write(_ADVANCE, (tail.head, tail.count, case))

    def house(self) -> Tail:
        with cipher.translated(FILE):
            return Tail(*self._connection.execute(_HOUSE).fetchone())

    def advance_house(self, tail: Tail) -> None:
        self._write(_ADVANCE_HOUSE, (tail.head, tail.count))

    def close(self) -> None:
        cipher.close_file(self._connection, name=FILE)

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with count_up(self._connection) as connection:
            connection.execute(statement, values)


def create(folder: Path, key: bytearray, body: SlotsBody, slots_hash: str) -> None:
    """Make the register of a new vault, which belongs to this vault.slots."""
    connection = cipher.create_file(folder / FILE, _file_key(key), name=FILE)
    schemas.bring_up_to_date(connection, "register", name=FILE)
    with cipher.transaction(connection, name=FILE):
        connection.execute(_BEGIN, (body.vault, body.generation, slots_hash))
        connection.execute(_BEGIN_HOUSE, (body.house,))
    cipher.close_file(connection, name=FILE)


def open_register(folder: Path, keys: tuple[bytearray, ...], vault: VaultId) -> Register:
    """Open the register of a vault with the key that fits (two while it is rotated).

    Raises:
        DamagedFileError: another key, another vault's, or damaged pages.
        NewerFormatError: written by a later version.
    """
    return Register(connect(folder, keys, vault))


def connect(folder: Path, keys: tuple[bytearray, ...], vault: VaultId) -> Connection:
    """The same, bare."""
    for key in keys[:-1]:
        try:
            return _open(folder, key, vault)
        except DamagedFileError:
            continue
    return _open(folder, keys[-1], vault)


def is_under(folder: Path, key: bytearray) -> bool:
    """Whether the register's file is under this key, as its first bytes tell."""
    file_key = _file_key(key)
    try:
        return cipher.begins_with_salt(folder / FILE, bytes(file_key[-cipher.SALT_BYTES :]))
    finally:
        wipe(file_key)


def _open(folder: Path, key: bytearray, vault: VaultId) -> Connection:
    home = Home(folder / FILE, "register", FILE, lambda: _file_key(key))
    connection = migrating.open_current(home)
    try:
        _identify(connection, vault)
    except BaseException:
        connection.close()
        raise
    return connection


def _identify(connection: Connection, vault: VaultId) -> None:
    with cipher.translated(FILE):
        found = connection.execute(_STANDING).fetchone()
    if found is None or found[0] != vault:
        raise DamagedFileError(file=FILE)


def _file_key(key: bytearray) -> bytearray:
    return kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)


def _stored(row: tuple[Any, ...]) -> StoredRow:
    case, number, head, entries, pending, sealed = row
    return StoredRow(CaseId(case), number, Tail(head, entries), bool(pending), sealed)
