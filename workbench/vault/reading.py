# SPDX-License-Identifier: EUPL-1.2
"""Looking into the akter of a copy as one user, without changing a byte of it.

A copy without a log is opened where it lies, as a file that nobody writes to. One that came with
a log (its vault was cut off, and nobody had opened it since) is looked at in a scratch place.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from workbench.crypto import kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label
from workbench.domain.chain import check_chain
from workbench.domain.ids import CaseId, EntryId, VaultId
from workbench.services.copies_ports import Watch
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import (
    carrying,
    casefile,
    cipher,
    counting,
    durable,
    keyrings,
    schemas,
    soundness,
)
from workbench.vault.carrying import Carrier
from workbench.vault.cipher import Connection
from workbench.vault.errors import BrokenChainError, DamagedFileError, OlderCopyError
from workbench.vault.journal_store import read_entries
from workbench.vault.keychain import Keychain
from workbench.vault.layout import FilePair, Layout
from workbench.vault.register import Tail

WAL = "-wal"
_SCRATCH = ".staging"  # what a crash leaves is swept at the next unlock, as other such files are

_COUNT = "SELECT count(*), ifnull(max(position), -1) FROM entry"
_NEWEST = "SELECT id FROM entry ORDER BY position DESC LIMIT 1"
_HAS = "SELECT 1 FROM entry WHERE id = ?"
_STANDING = "SELECT vault, revision FROM standing"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks: their keychain; where scratch files may lie; the organisation akt's id."""

    keychain: Keychain
    scratch: Path
    house: CaseId
    carrier: Callable[[], Carrier]
    pulse: Pulse = no_pulse

    def files(self, case: CaseId, copy: Path, ring: Path) -> FilePair:
        """An akt's file in a copy, and its keys in the ring."""
        pair = _pair(Layout(copy), case, self.house)
        return FilePair(pair.database, _pair(Layout(ring), case, self.house).keys, pair.name)

    def into(self, case: CaseId, files: FilePair, heard: EntryId | None) -> Tail:
        """Where the copy's journal ends: pages, tree, hashes and links hold, and `heard` is in it.

        Raises:
            NoAccessError, DamagedFileError, BrokenChainError, NewerFormatError, OlderCopyError.
        """
        with self._at(files) as opened:
            keys = self.keys(case, opened)
            try:
                return self._first_that_fits(keys, lambda key: self._tail(opened, key, case, heard))
            finally:
                wipe(*keys)

    def counted(
        self, case: CaseId, files: FilePair, keys: tuple[bytearray, ...], heard: EntryId | None
    ) -> Tail:
        """The same without reading every entry: for a copy whose bytes were just compared.

        Pages and tree hold, the entries are as many as the last one's place says, and `heard` is
        one of them. `keys` are borrowed.

        Raises:
            DamagedFileError, NewerFormatError, OlderCopyError.
        """
        with self._at(files) as opened:
            return self._first_that_fits(keys, lambda key: self._count(opened, key, case, heard))

    def keys(self, case: CaseId, files: FilePair) -> tuple[bytearray, ...]:
        """The akt's keys as a keys file gives them, wherever it lies. The caller wipes them.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        keychain, body = self.keychain, keyrings.read(files.keys, name=files.keys_name)
        if (body.vault, body.case) != (keychain.vault, case):
            raise DamagedFileError(file=files.keys_name)
        return keyrings.open_keys(body, keychain.opener, name=files.keys_name)

    def _first_that_fits(self, keys: tuple[bytearray, ...], look: Callable[[bytearray], T]) -> T:
        for key in keys[:-1]:
            with suppress(DamagedFileError):
                return look(key)
        return look(keys[-1])

    def _tail(self, files: FilePair, key: bytearray, case: CaseId, heard: EntryId | None) -> Tail:
        connection = self._connect(files, key, case)
        try:
            if soundness.has_faults_in_copy(connection, name=files.name, pulse=self.pulse):
                raise DamagedFileError(file=files.name)
            return self._read(connection, case, heard, files.name)
        finally:
            connection.close()

    def _count(self, files: FilePair, key: bytearray, case: CaseId, heard: EntryId | None) -> Tail:
        connection = self._connect(files, key, case)
        try:
            if soundness.has_faults_in_copy(connection, name=files.name, pulse=self.pulse):
                raise DamagedFileError(file=files.name)
            return _counted(connection, heard, files.name)
        finally:
            connection.close()

    def _read(self, connection: Connection, case: CaseId, heard: EntryId | None, name: str) -> Tail:
        entries = read_entries(connection, name=name, pulse=self.pulse)
        report = check_chain(entries, case, self.pulse)
        if report.fault is not None:
            fault = report.fault
            raise BrokenChainError(
                file=name, entry=fault.entry, position=fault.position, why=fault.why
            )
        if heard is not None and heard not in {entry.id for entry in entries}:
            raise OlderCopyError(file=name)
        return Tail(report.head, report.count)

    def _connect(self, files: FilePair, key: bytearray, case: CaseId) -> Connection:
        connect = casefile.connect if log_of(files.database).exists() else casefile.connect_copy
        return connect(files.database, key, self.keychain.vault, case, name=files.name)

    @contextmanager
    def _at(self, files: FilePair) -> Iterator[FilePair]:
        """The file where it can be opened: in its place, or with its log in a scratch place."""
        if not log_of(files.database).exists():
            yield files
            return
        name = files.database.stem + _SCRATCH
        scratch = FilePair(self.scratch / name, files.keys, files.name)
        carrier = self.carrier()
        try:
            carrier.carry(files.database, scratch.database)
            carrier.carry(log_of(files.database), log_of(scratch.database))
            carrier.settle()
            yield scratch
        finally:
            carrier.close()
            remove_with_log(scratch.database)


def revision_of(database: Path, keys: tuple[bytearray, ...], vault: VaultId) -> int:
    """How often the register of a copy was written: its pages and its tree hold.

    Raises:
        DamagedFileError: it is not this vault's, or none of `keys` opens it.
        NewerFormatError.
    """
    for key in keys:
        raw = kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)
        newest = schemas.NEWEST["register"]
        with suppress(DamagedFileError):
            connection = cipher.open_unchanging(database, raw, name=counting.FILE, newest=newest)
            try:
                return _revision(connection, vault)
            finally:
                connection.close()
    raise DamagedFileError(file=counting.FILE)


def tail_of(connection: Connection, name: str) -> Tail:
    """Where an open file's journal ends, without reading it."""
    return _counted(connection, None, name)


def log_of(database: Path) -> Path:
    """Where the write-ahead log of a database lies."""
    return database.with_name(database.name + WAL)


def has_log(database: Path) -> bool:
    """Whether something is in its log that is not yet in the database."""
    log = log_of(database)
    return log.is_file() and log.stat().st_size > 0


def remove_with_log(database: Path) -> None:
    """Remove a scratch database, and what SQLite keeps beside it."""
    with durable.explained():
        for ending in ("", WAL, "-shm", "-journal"):
            database.with_name(database.name + ending).unlink(missing_ok=True)


def to_scratch(watching: Watch) -> Carrier:
    """A carrier of files from a medium to the vault's own disk."""
    return Carrier(watching, 0, reading=carrying.on_medium, writing=durable.explained)


def _revision(connection: Connection, vault: VaultId) -> int:
    with cipher.translated(counting.FILE):
        found = connection.execute(_STANDING).fetchone()
    if (
        soundness.has_faults_in_copy(connection, name=counting.FILE)
        or found is None
        or found[0] != vault
    ):
        raise DamagedFileError(file=counting.FILE)
    revision: int = found[1]
    return revision


def _counted(connection: Connection, heard: EntryId | None, name: str) -> Tail:
    with cipher.translated(name):
        count, last = connection.execute(_COUNT).fetchone()
        newest = connection.execute(_NEWEST).fetchone()
        head = EntryId(newest[0]) if newest is not None else None
        if heard not in (None, head) and not connection.execute(_HAS, (heard,)).fetchone():
            raise OlderCopyError(file=name)
    if count != last + 1:
        raise DamagedFileError(file=name)
    return Tail(head, count)


def _pair(layout: Layout, case: CaseId, house: CaseId) -> FilePair:
    return layout.house() if case == house else layout.case(case)
