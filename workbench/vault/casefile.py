# SPDX-License-Identifier: EUPL-1.2
"""One akt's encrypted file, open: its journal, its working rows, its attachments."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.domain.journal import Entry
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import cipher, durable, link_key, migrating, schemas
from workbench.vault.cipher import Connection
from workbench.vault.errors import DamagedFileError, OlderCopyError
from workbench.vault.journal_store import JournalStore, Law
from workbench.vault.migrating import Home
from workbench.vault.purging import Purging, purge
from workbench.vault.settings_now import changed_settings
from workbench.vault.working_store import WorkingStore

_ATTACH = "INSERT OR IGNORE INTO attachment (sha256, content) VALUES (?, ?)"
_ATTACHMENT = "SELECT content FROM attachment WHERE sha256 = ?"
_ATTACHED = "SELECT sha256 FROM attachment ORDER BY sha256"
_IDENTIFY = "INSERT INTO identity (one, vault, case_id) VALUES (1, ?, ?)"
_IDENTITY = "SELECT vault, case_id FROM identity"


class Notes(Protocol):
    """Who is told what the user has typed in an akt and not entered: `vault.own_cases`."""

    def will_hold(self, row: WorkingRow, case: CaseId, working: WorkingStore) -> None:
        """Before a row is put: a list may tell too much for a moment, never too little."""
        ...

    def holds(self, case: CaseId, working: WorkingStore) -> None:
        """After rows were dropped, and when an akt is opened. Never fails."""
        ...


class OpenFile:
    """One akt's file: opened once, however many handles work on it."""

    def __init__(
        self, connection: Connection, case: CaseId, law: Law, *, name: str, pulse: Pulse = no_pulse
    ) -> None:
        """Read the journal and check every hash and link.

        Raises:
            BrokenChainError: naming the first entry that does not hold.
        """
        self.connection, self.case, self.name = connection, case, name
        self.journal = JournalStore(connection, case, law, name=name, pulse=pulse)
        self.working = WorkingStore(connection, name=name)
        self.is_older_copy = False
        self.handles = 0
        self.notes: Notes | None = None

    def continue_on(self, connection: Connection, law: Law, pulse: Pulse) -> None:
        """From now on the akt is this file: the same content under another key."""
        self.connection = connection
        self.journal = JournalStore(connection, self.case, law, name=self.name, pulse=pulse)
        self.working = WorkingStore(connection, name=self.name)

    def take_out_revived(self) -> None:
        """Texts that were taken away, and came again with a copy put back, go again."""
        revived = self.journal.revived()
        if revived and not self.is_older_copy:
            self.purge((), revived)
        self.journal.forget(revived)

    def purge(self, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
        """Append entries and take texts away, in one commit that leaves nothing of them."""
        purge(Purging(self.connection, self.journal, self.working, self.name), entries, emptying)

    def tell_notes(self) -> None:
        """What the user has not entered, as it stands now."""
        if self.notes is not None and not self.is_older_copy:
            self.notes.holds(self.case, self.working)

    def close(self) -> None:
        """Fold the log in and close."""
        cipher.close_file(self.connection, name=self.name)


class OpenCase:
    """A handle on an open akt. Satisfies `services.ports.CaseFile`."""

    def __init__(self, file: OpenFile, closing: Callable[[OpenFile], None]) -> None:
        self._file, self._closing = file, closing
        self._is_open = True
        file.handles += 1

    @property
    def case(self) -> CaseId:
        return self._file.case

    @property
    def is_older_copy(self) -> bool:
        """Whether the file is behind the register: then nothing can be written to it."""
        return self._file.is_older_copy

    def changed_settings(self) -> tuple[str, ...]:
        """What SQLCipher reads back otherwise than it was set, asked now."""
        return changed_settings(self._file.connection)

    def entries(self) -> tuple[Entry, ...]:
        return self._file.journal.entries()

    def head(self) -> EntryId | None:
        return self._file.journal.head()

    def append(
        self,
        entries: Sequence[Entry],
        *,
        clearing: Sequence[WorkingKey] = (),
        attachments: Mapping[str, bytes] | None = None,
    ) -> None:
        file = self._writable()
        file.journal.check_fit(entries)
        with cipher.transaction(file.connection, name=file.name) as connection:
            file.journal.insert(entries)
            file.working.drop(clearing)
            connection.executemany(_ATTACH, list((attachments or {}).items()))
        file.journal.take(entries)
        if clearing:
            file.tell_notes()

    def purge(self, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
        file = self._writable()
        file.journal.check_fit(entries, emptying)
        file.purge(entries, emptying)
        file.tell_notes()

    def working_rows(self, author: UserId) -> tuple[WorkingRow, ...]:
        return self._file.working.of(author)

    def put_working(self, row: WorkingRow) -> None:
        file = self._writable()
        if file.notes is not None:
            file.notes.will_hold(row, file.case, file.working)
        file.working.put(row)

    def drop_working(self, keys: Sequence[WorkingKey]) -> None:
        file = self._writable()
        with cipher.transaction(file.connection, name=file.name):
            file.working.drop(keys)
        file.tell_notes()

    def attachments(self) -> tuple[str, ...]:
        with cipher.translated(self._file.name):
            rows = self._file.connection.execute(_ATTACHED).fetchall()
        return tuple(row[0] for row in rows)

    def attachment(self, sha256: str) -> bytes:
        with cipher.translated(self._file.name):
            row = self._file.connection.execute(_ATTACHMENT, (sha256,)).fetchone()
        if row is None:
            raise KeyError(sha256)
        content: bytes = row[0]
        return content

    def close(self) -> None:
        """Let go of the file; the last handle closes it. Twice is once."""
        if self._is_open:
            self._is_open = False
            self._closing(self._file)

    def _writable(self) -> OpenFile:
        if self._file.is_older_copy:
            raise OlderCopyError(file=self._file.name)
        return self._file


def create_case_file(
    path: Path, key: bytearray, vault: VaultId, case: CaseId, link: bytearray
) -> None:
    """Make an akt's file that is not there yet. `key` and `link` are the akt's, and are kept."""
    connection = cipher.create_file(path, _file_key(key), name=path.name)
    try:
        schemas.bring_up_to_date(connection, "case", name=path.name)
        with cipher.transaction(connection, name=path.name):
            connection.execute(_IDENTIFY, (vault, case))
            link_key.put(connection, link)
    finally:
        cipher.close_file(connection, name=path.name)
    durable.sync_folder(path.parent)


def connect(path: Path, key: bytearray, vault: VaultId, case: CaseId, *, name: str,
            pulse: Pulse = no_pulse) -> Connection:  # fmt: skip
    """Open an akt's file and see that it is the akt that its name says.

    One of an earlier format is brought to today's first, which is long for a big one.

    Raises:
        DamagedFileError: another key, another akt, or damaged pages.
        NewerFormatError: written by a later version.
    """
    connection = migrating.open_current(_home(path, key, name, pulse))
    try:
        _identify(connection, (vault, case), name)
        link_key.require(connection, name=name)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_copy(
    path: Path, key: bytearray, vault: VaultId, case: CaseId, *, name: str
) -> Connection:
    """The same of a copy, for reading: nothing is changed, and a log beside it is not seen.

    Raises:
        DamagedFileError, NewerFormatError.
    """
    newest = schemas.NEWEST["case"]
    connection = cipher.open_unchanging(path, _file_key(key), name=name, newest=newest)
    try:
        _identify(connection, (vault, case), name)
    except BaseException:
        connection.close()
        raise
    return connection


def let_go_of_before(path: Path, key: bytearray, *, name: str) -> None:
    """The file was made anew and found whole: what a migration kept may go."""
    migrating.let_go(_home(path, key, name, no_pulse))


def _home(path: Path, key: bytearray, name: str, pulse: Pulse) -> Home:
    def fill(new: Connection) -> None:
        link_key.put_derived(new, key)

    return Home(path, "case", name, lambda: _file_key(key), pulse, fill)


def _identify(connection: Connection, expected: tuple[VaultId, CaseId], name: str) -> None:
    with cipher.translated(name):
        found = connection.execute(_IDENTITY).fetchone()
    if found != expected:
        raise DamagedFileError(file=name)


def _file_key(key: bytearray) -> bytearray:
    return kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)
