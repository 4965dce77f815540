# SPDX-License-Identifier: EUPL-1.2
"""The akter of a vault as files: made, opened once each, held against the register, closed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from workbench.domain.ids import CaseId
from workbench.domain.working import WorkingRow
from workbench.vault import cipher, link_key
from workbench.vault.casefile import Notes, OpenCase, OpenFile
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import NoAccessError, OlderCopyError
from workbench.vault.journal_store import Law
from workbench.vault.keychain import Keychain
from workbench.vault.layout import FilePair, Layout
from workbench.vault.register import Register, Tail
from workbench.vault.seen_heads import SeenHeads
from workbench.vault.witnessing import NOBODY, witness
from workbench.vault.working_store import WorkingStore


@dataclass(slots=True)
class Shelf:
    """Every akt, the organisation akt (`house`) among them."""

    layout: Layout
    keychain: Keychain
    register: Register
    house: CaseId
    erasures: Erasures = field(default_factory=Erasures)
    see_to_key: Callable[[CaseId], None] = lambda _case: None
    """Called with each akt once it is open: changes its key if that is due."""
    seen: SeenHeads | None = None
    takes_older_house: bool = False
    """Whether somebody has said why an older organisation akt is to be gone on with."""
    taken_older: tuple[str, ...] = ()
    """What was taken so."""
    notes: Notes | None = None
    wrote: Callable[[CaseId], None] = lambda _case: None
    """Called with each akt whose row in the register was written by this."""
    _open: dict[CaseId, OpenFile] = field(default_factory=dict)

    def files(self, case: CaseId) -> FilePair:
        """Where an akt lies."""
        return self.layout.house() if case == self.house else self.layout.case(case)

    def law(self, case: CaseId) -> Law:
        """By what an emptied entry of an akt is judged. In the log nothing is emptied."""
        if case == self.house:
            return Law(NOBODY)
        listed, own = self.erasures.entries_of(case), self.erasures.own_of(case)
        return Law(witness(lambda: self.keychain.members), listed, own)

    def open(self, case: CaseId, *, read_only: bool = False) -> OpenCase:
        """A handle on an akt.

        `read_only` opens an akt that is an older copy than the register knows; it cannot then
        be written to. Otherwise such an akt is refused.

        Raises:
            NoAccessError, DamagedFileError, BrokenChainError, NewerFormatError, OlderCopyError.
        """
        file = self._open.get(case)
        if file is None:
            file = self._open_file(case, read_only=read_only)
            self._open[case] = file
            if not read_only:
                self._see_to_key(file)
            file.tell_notes()
        return OpenCase(file, self._let_go)

    @contextmanager
    def set_aside(self, case: CaseId) -> Iterator[None]:
        """Nobody has the akt's file open within the block; whoever had it goes on afterwards."""
        file = self._open.get(case)
        if file is None:
            yield
            return
        file.close()
        try:
            yield
        finally:
            try:
                connection = self.keychain.connect(case, self.files(case))
                file.continue_on(connection, self.law(case), self.keychain.pulse)
            except BaseException:
                del self._open[case]
                raise

    def tail(self, case: CaseId) -> Tail:
        """Where an akt's journal ends now, opening it if need be.

        Raises:
            OlderCopyError: it is open to be read only.
        """
        handle = self.open(case)
        try:
            _refuse_older(self._open[case], read_only=False)
            return _tail_of(self._open[case])
        finally:
            handle.close()

    def working_rows(self, case: CaseId) -> tuple[WorkingRow, ...]:
        """What the user has not entered in an akt, which is looked into and not laid open.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        user, file = self.keychain.user, self._open.get(case)
        if file is not None:
            return file.working.of(user)
        files = self.files(case)
        connection = self.keychain.connect(case, files)
        try:
            return WorkingStore(connection, name=files.name).of(user)
        finally:
            cipher.close_file(connection, name=files.name)

    def link_key(self, case: CaseId) -> bytearray:
        """What an akt's pseudonyms are made with, in a buffer that is the caller's to clear.

        Raises:
            NoAccessError, DamagedFileError, NewerFormatError.
        """
        file, files = self._open.get(case), self.files(case)
        if file is not None:
            return link_key.read(file.connection, name=files.name)
        connection = self.keychain.connect(case, files)
        try:
            return link_key.read(connection, name=files.name)
        finally:
            cipher.close_file(connection, name=files.name)

    def heard(self, case: CaseId) -> Tail:
        """Where the register last heard that the journal ended.

        Raises:
            NoAccessError: no such akt.
        """
        if case == self.house:
            return self.register.house()
        row = self.register.row(case)
        if row is None:
            raise NoAccessError
        return row.tail

    def drop(self, case: CaseId) -> None:
        """Let go of an akt that is being erased, whoever holds a handle."""
        file = self._open.pop(case, None)
        if file is not None:
            file.connection.close()

    def close(self) -> None:
        """Close what is still open; the first failure is raised when all are closed."""
        failure: Exception | None = None
        for file in list(self._open.values()):
            try:
                self._put_back(file)
            except Exception as error:  # noqa: BLE001  each file is closed, then it is told
                failure = failure or error
        if failure is not None:
            raise failure

    def _open_file(self, case: CaseId, *, read_only: bool) -> OpenFile:
        heard, files = self.heard(case), self.files(case)
        connection = self.keychain.connect(case, files)
        try:
            pulse = self.keychain.pulse
            file = OpenFile(connection, case, self.law(case), name=files.name, pulse=pulse)
            file.is_older_copy = self._is_older(file, heard)
            if file.is_older_copy and case == self.house and self.takes_older_house:
                self._take_older_house(file)
            _refuse_older(file, read_only=read_only)
            file.take_out_revived()
            file.notes = self.notes if case != self.house else None
        except BaseException:
            connection.close()
            raise
        return file

    def _is_older(self, file: OpenFile, heard: Tail) -> bool:
        """Whether the register, or this installation, knows an entry that is not in it."""
        seen = self.seen.of(file.case) if self.seen is not None else None
        heads = (heard.head, seen.head if seen is not None else None)
        return any(head is not None and head not in file.journal for head in heads)

    def _take_older_house(self, file: OpenFile) -> None:
        self.register.advance_house(_tail_of(file))
        self.taken_older = (*self.taken_older, file.name)
        file.is_older_copy = False

    def _see_to_key(self, file: OpenFile) -> None:
        try:
            self.see_to_key(file.case)
        except BaseException:
            if self._open.pop(file.case, None) is not None:
                file.close()
            raise

    def _let_go(self, file: OpenFile) -> None:
        file.handles -= 1
        if file.handles == 0 and self._open.get(file.case) is file:
            self._put_back(file)

    def _put_back(self, file: OpenFile) -> None:
        del self._open[file.case]
        try:
            self._advance(file)
        finally:
            file.close()

    def _advance(self, file: OpenFile) -> None:
        tail = _tail_of(file)
        if file.is_older_copy:
            return
        if self.seen is not None:
            self.seen.saw(file.case, tail)
        if self.heard(file.case) == tail:
            return
        if file.case == self.house:
            self.register.advance_house(tail)
        else:
            self.register.advance(file.case, tail)
            self.wrote(file.case)


def _refuse_older(file: OpenFile, *, read_only: bool) -> None:
    if file.is_older_copy and not read_only:
        raise OlderCopyError(file=file.name)


def _tail_of(file: OpenFile) -> Tail:
    return Tail(file.journal.head(), len(file.journal))
