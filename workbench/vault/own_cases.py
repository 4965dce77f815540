# SPDX-License-Identifier: EUPL-1.2
"""A user's own akter in memory. Satisfies `services.own_ports.OwnCases`.

Read at the first listing with the user's own sealed keys to the summaries, without a look at any
keys file; then kept up with what this vault writes, row by row. What somebody else wrote into the
register shows in its revision, and is then read anew as far as it differs. Opening an akt still
reads its keys file and checks the grant: nothing here lets anyone in.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from workbench.crypto.clearing import wipe
from workbench.crypto.seeds import name_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, Ids, RecordId
from workbench.domain.working import WorkingRow
from workbench.services.akter.case_index import CaseIndex
from workbench.services.own_ports import Unentered
from workbench.services.ports import CaseSummary, RegisterRow
from workbench.vault import index_blob, own_seals
from workbench.vault.errors import NoAccessError
from workbench.vault.keychain import Keychain
from workbench.vault.own_seals import OwnSeals
from workbench.vault.register import Register
from workbench.vault.register_own import OwnRow
from workbench.vault.shelf import Shelf
from workbench.vault.working_store import WorkingStore

UNWRAPPED_AT_ONCE = 40
"""Grants new to the user that a listing reads by itself, at half a millisecond each."""
LOOKED_INTO_AT_ONCE = 6
"""Akter that `read_more` looks into: about 50 ms."""
_NOTHING = CaseSummary()


@dataclass(frozen=True, slots=True)
class _Own:
    """A row as stored and as shown. `is_read`: its summary, as far as it can be."""

    stored: OwnRow
    summary: CaseSummary | None
    shown: RegisterRow
    is_read: bool

    @classmethod
    def of(cls, row: OwnRow, summary: CaseSummary | None, *, is_read: bool) -> "_Own":
        is_stale = row.is_pending or summary is None
        known = summary or _NOTHING
        shown = RegisterRow(row.case, row.number, row.head, row.count, known, is_stale)
        return cls(row, summary, shown, is_read)


class OwnCases:
    """The facet of an unlocked vault that knows the user's own akter."""

    def __init__(self, keychain: Keychain, register: Register, shelf: Shelf, ids: Ids) -> None:
        self._keychain, self._register, self._shelf, self._ids = keychain, register, shelf, ids
        self._user = keychain.user
        self._seals = OwnSeals.of(keychain.vault, keychain.user, keychain.wrapping)
        self._own: dict[CaseId, _Own] = {}  # oldest first
        self._listed: tuple[RegisterRow, ...] | None = None
        self._index: CaseIndex | None = None
        self._revision = -1
        self._written: dict[CaseId, int] = {}
        self._unread: dict[CaseId, None] = {}
        self._unlooked: dict[CaseId, bytes] = {}  # with the sealed key to keep afterwards
        self._looked: dict[CaseId, bytes] = {}
        self._met: set[CaseId] = set()
        self._notes: dict[CaseId, tuple[Unentered, ...]] = {}

    def rows(self) -> tuple[RegisterRow, ...]:
        self._catch_up()
        if self._listed is None:
            self._listed = tuple(own.shown for own in reversed(self._own.values()))
        return self._listed

    def row(self, case: CaseId) -> RegisterRow | None:
        self._catch_up()
        own = self._own.get(case)
        return own.shown if own is not None else None

    def find(self, sought: str) -> tuple[RegisterRow, ...]:
        self._catch_up()
        while self._unread:  # a name that was not read yet must not pass for nobody's
            self._unwrap_some()
        if self._index is None:
            self._index = CaseIndex(own.shown for own in self._own.values())
        found = [self._own[case] for case in self._index.find(sought)]
        found.sort(key=lambda own: -own.stored.position)
        return tuple(own.shown for own in found)

    def unentered(self) -> tuple[Unentered, ...]:
        self._catch_up()
        rows = (row for case, notes in self._notes.items() if case in self._own for row in notes)
        return tuple(sorted(rows, key=lambda row: (row.since, row.record)))

    def unread(self) -> int:
        self._catch_up()
        return len(self._unread) + len(self._unlooked)

    def read_more(self) -> None:
        self._catch_up()
        for case in list(self._unlooked)[:LOOKED_INTO_AT_ONCE]:
            with suppress(WorkbenchError):  # its own page tells what is wrong with it
                self._note(case, self._shelf.working_rows(case))
            self._looked[case] = self._unlooked.pop(case)
        self._keep_looked()

    def numbers(self) -> Mapping[CaseId, str]:
        return self._register.own.numbers()

    def wrote(self, case: CaseId) -> None:
        """This vault wrote the akt's row in the register, in one counted transaction."""
        self._written[case] = self._written.get(case, 0) + 1

    def met(self, case: CaseId, key: bytearray) -> None:
        """The akt was opened with this key: a sealed one that is not from it is not believed."""
        own = self._own.get(case)
        cached = own.stored.cached if own is not None else None
        if cached is not None and own_seals.named_in(cached) != name_of(key):
            self._unread[case] = None

    def will_hold(self, row: WorkingRow, case: CaseId, working: WorkingStore) -> None:
        """Satisfies `vault.casefile.Notes`."""
        self._begin()
        if (row.key.kind, row.key.record) not in self._noted(case):
            self._note(case, (*working.of(self._user), row))

    def holds(self, case: CaseId, working: WorkingStore) -> None:
        """Satisfies `vault.casefile.Notes`."""
        with suppress(WorkbenchError):  # the list may tell too much: it is mended at the next open
            self._begin()
            self._note(case, working.of(self._user))
            self._met.add(case)
            if case in self._unlooked:
                self._looked[case] = self._unlooked.pop(case)

    def close(self) -> None:
        """Forget everything. What was read and not looked into is read anew next time."""
        try:
            for case in self._met - self._looked.keys():
                row = self._register.own.row(self._user, case)
                if row is not None and row.cached is None:
                    self._unwrapped(row)
            self._keep_looked()
        finally:
            self._seals.wipe()
            for kept in (self._own, self._unread, self._unlooked, self._looked, self._notes):
                kept.clear()
            self._index = self._listed = None

    def _keep_looked(self) -> None:
        """Seal for the next unlock what this one has read."""
        if self._looked:
            self._register.grants.cache(self._user, self._looked)
            self._looked.clear()

    def _note(self, case: CaseId, rows: Iterable[WorkingRow]) -> None:
        """All that the user has not entered in an akt; durable when it is another list."""
        listed = tuple(_grouped(case, (row for row in rows if row.key.author == self._user)))
        if {(each.kind, each.record) for each in listed} == self._noted(case):
            return
        sealed = self._seals.seal_note(case, listed, self._ids) if listed else None
        self._register.own.put_note(self._user, case, sealed)
        self._notes[case] = listed

    def _noted(self, case: CaseId) -> set[tuple[str, RecordId]]:
        """Of which records the register says that something is not entered."""
        return {(each.kind, each.record) for each in self._notes.get(case, ())}

    def _begin(self) -> None:
        """Read everything once; what was written since matters to lists only."""
        if self._revision < 0:
            self._catch_up()

    def _catch_up(self) -> None:
        """As the register stands: nothing to do, a few rows, or what somebody else wrote."""
        revision = self._register.revision()
        if self._revision < 0 or revision != self._revision + sum(self._written.values()):
            self._read_all()
        else:
            for case in self._written:
                self._put(case, self._register.own.row(self._user, case))
        self._revision = revision
        self._written.clear()
        self._unwrap_some()

    def _read_all(self) -> None:
        if self._revision < 0:
            notes = self._register.own.notes(self._user)
            self._notes = {case: self._seals.open_note(case, note) for case, note in notes.items()}
        before, self._own, self._index, self._listed = self._own, {}, None, None
        self._unread.clear()
        for row in self._register.own.rows(self._user):
            self._take(row, before.get(row.case))

    def _put(self, case: CaseId, row: OwnRow | None) -> None:
        """What stands in the register now, in the place of what was shown."""
        before, self._listed = self._own.get(case), None
        if row is None:
            self._own.pop(case, None)
        else:
            self._take(row, before)
        self._index_again(before, self._own.get(case))

    def _take(self, row: OwnRow, before: _Own | None) -> None:
        """Read a row; a summary that was read before is the same while its seal is."""
        if before is not None and before.is_read and before.stored.sealed == row.sealed:
            is_read, summary = True, before.summary
        else:
            is_read, summary = self._opened(row)
        self._own[row.case] = _Own.of(row, summary, is_read=is_read)
        self._listed = None
        is_kept = row.cached is not None or row.case in self._unlooked or row.case in self._looked
        if not (is_read and is_kept):
            self._unread[row.case] = None

    def _opened(self, row: OwnRow) -> tuple[bool, CaseSummary | None]:
        """By the user's own sealed key: whether it opened, and what it opened."""
        key = self._seals.open_key(row.case, row.cached) if row.cached is not None else None
        if key is None:
            return False, None
        summary = self._unsealed(row, key)
        wipe(key)
        return row.sealed is None or summary is not None, summary

    def _unsealed(self, row: OwnRow, index_key: bytearray) -> CaseSummary | None:
        if row.sealed is None:
            return None
        try:
            return index_blob.unseal_by(index_key, row.sealed, self._keychain.vault, row.case)
        except index_blob.UnreadableBlobError:
            return None

    def _unwrap_some(self) -> None:
        """Read the keys of akter that are new to the user, and what they open."""
        for case in list(self._unread)[:UNWRAPPED_AT_ONCE]:
            del self._unread[case]
            before, self._listed = self._own.get(case), None
            if before is None:
                continue
            try:
                after = self._unwrapped(before.stored)
            except NoAccessError:  # the row says that there is a grant, and there is none
                del self._own[case]
            except WorkbenchError:  # damaged: listed, so that it is missed
                self._own[case] = replace(before, is_read=True)
            else:
                self._own[case] = after
            self._index_again(before, self._own.get(case))

    def _unwrapped(self, row: OwnRow) -> _Own:
        """By the grant in the keys file. The latest key's is kept, once the akt was looked into."""
        keys = self._keychain.keys(row.case, self._shelf.files(row.case))
        summary: CaseSummary | None = None
        for key in reversed(keys):
            index_key = index_blob.key_of(key)
            summary = self._unsealed(row, index_key) or summary
            if key is keys[0]:
                waiting = self._looked if row.case in self._met else self._unlooked
                named = name_of(key)
                waiting[row.case] = self._seals.seal_key(row.case, named, index_key, self._ids)
            wipe(index_key)
        return _Own.of(row, summary, is_read=True)

    def _index_again(self, before: _Own | None, after: _Own | None) -> None:
        if self._index is not None:
            shown = [own.shown if own is not None else None for own in (before, after)]
            self._index.replace(*shown)


def _grouped(case: CaseId, rows: Iterable[WorkingRow]) -> Iterator[Unentered]:
    since: dict[tuple[str, RecordId], str] = {}
    for row in rows:
        about = row.key.kind, row.key.record
        since[about] = min(since.get(about, row.updated_at), row.updated_at)
    for (kind, record), at in sorted(since.items()):
        yield Unentered(case, kind, record, at)
