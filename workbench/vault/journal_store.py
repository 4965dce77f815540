# SPDX-License-Identifier: EUPL-1.2
"""The journal of one akt in its file: read whole and checked, then only appended to.

The one thing that is ever taken from it is the text of an entry, when a purge says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.domain.chain import ChainFault, check_chain, find_fault
from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.domain.journal import Entry, MalformedEntryError
from workbench.domain.purges import PURGED, Witness, first_unlawful, is_purge
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault.cipher import Connection, translated
from workbench.vault.errors import BrokenChainError, MisfitEntryError
from workbench.vault.headers import read_header
from workbench.vault.soundness import pulsing

_SIGNATURE_BYTES = 64
_SELECT = "SELECT id, header, signature, salt, body, cosignatures FROM entry ORDER BY position"
_INSERT = (
    "INSERT INTO entry (position, id, header, signature, salt, body, cosignatures)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_EMPTY = "UPDATE entry SET salt = NULL, body = NULL WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Law:
    """By what an emptied entry is judged. `listed`: what the list of the erased names here.

    `own`: what it names by the word of one user alone; that holds for entries of theirs.
    """

    witness: Witness
    listed: frozenset[EntryId] = frozenset()
    own: frozenset[tuple[UserId, EntryId]] = frozenset()

    def listed_of(self, entries: Sequence[Entry]) -> frozenset[EntryId]:
        """What the list takes away of these: never who took what away."""
        if not (self.own or self.listed):
            return self.listed  # nearly always
        return frozenset(e.id for e in entries if self._names(e) and not is_purge(e))

    def _names(self, entry: Entry) -> bool:
        """One alone takes away what they alone stand for."""
        is_own = not entry.header.cosigners and (entry.header.author, entry.id) in self.own
        return entry.id in self.listed or is_own


class JournalStore:
    """The entries of one akt, as read and as appended since."""

    def __init__(
        self, connection: Connection, case: CaseId, law: Law, *, name: str, pulse: Pulse = no_pulse
    ) -> None:
        """Read every entry; check every hash and link, and that nothing was hidden.

        Raises:
            BrokenChainError: naming the first entry that does not hold.
        """
        self._connection, self._case, self._name, self._law = connection, case, name, law
        self._entries = read_entries(connection, name=name, pulse=pulse)
        fault = check_chain(self._entries, case, pulse).fault or self._unlawful(self._entries)
        if fault is not None:
            raise BrokenChainError(
                file=name, entry=fault.entry, position=fault.position, why=fault.why
            )
        self._known = {entry.id for entry in self._entries}

    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def head(self) -> EntryId | None:
        return self._entries[-1].id if self._entries else None

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry: object) -> bool:
        return entry in self._known

    def revived(self) -> tuple[EntryId, ...]:
        """Entries whose texts were taken away, and which a copy put back has brought again."""
        listed = self._law.listed_of(self._entries)
        return tuple(e.id for e in self._entries if e.id in listed and e.body is not None)

    def check_fit(self, entries: Sequence[Entry], emptying: Sequence[EntryId] = ()) -> None:
        """Whether these entries continue the journal, and may empty what they empty.

        Raises:
            MisfitEntryError: one does not, or is there already, or may not.
        """
        known = set(self._known)
        for entry in entries:
            why = "known" if entry.id in known else find_fault(entry, self._case, known)
            why = why or (PURGED if entry.body is None else None)
            if why is not None:
                raise MisfitEntryError(why=why)
            known.add(entry.id)
        if emptying and self._unlawful([*_emptied(self._entries, set(emptying)), *entries]):
            raise MisfitEntryError(why=PURGED)

    def insert(self, entries: Sequence[Entry]) -> None:
        """Write entries within the caller's transaction; `take` them once it has committed."""
        first = len(self._entries)
        self._connection.executemany(
            _INSERT, [_row(first + at, entry) for at, entry in enumerate(entries)]
        )

    def take(self, entries: Sequence[Entry]) -> None:
        """Know entries that are now durable."""
        self._entries.extend(entries)
        self._known.update(entry.id for entry in entries)

    def empty(self, emptying: Iterable[EntryId]) -> None:
        """Take texts away within the caller's transaction; `forget` them once it has committed."""
        self._connection.executemany(_EMPTY, [(entry,) for entry in emptying])

    def forget(self, emptied: Iterable[EntryId]) -> None:
        """Know no longer what is durably gone."""
        self._entries = _emptied(self._entries, set(emptied))

    def _unlawful(self, entries: Sequence[Entry]) -> ChainFault | None:
        return first_unlawful(entries, self._law.witness, self._law.listed_of(entries))


def read_entries(connection: Connection, *, name: str, pulse: Pulse = no_pulse) -> list[Entry]:
    """Every entry in order of storage, unchecked.

    Raises:
        BrokenChainError: a header that is none.
    """
    with pulsing(connection, pulse), translated(name):
        rows = connection.execute(_SELECT).fetchall()
    entries: list[Entry] = []
    for stored, header, signature, salt, body, cosignatures in rows:
        pulse()
        try:
            parsed = read_header(header)
        except MalformedEntryError:
            raise BrokenChainError(
                file=name, entry=stored, position=len(entries), why="malformed-header"
            ) from None
        # The id is as stored: that it is the hash of the header is for the check to find.
        cosigned = _parted(cosignatures) if cosignatures else ()
        entries.append(Entry(stored, parsed, header, signature, salt, body, cosigned))
    return entries


def _emptied(entries: Iterable[Entry], gone: set[EntryId]) -> list[Entry]:
    return [replace(e, salt=None, body=None) if e.id in gone else e for e in entries]


def _row(position: int, entry: Entry) -> tuple[object, ...]:
    return (
        position,
        entry.id,
        entry.header_bytes,
        entry.signature,
        entry.salt,
        entry.body,
        b"".join(entry.cosignatures),
    )


def _parted(cosignatures: bytes) -> tuple[bytes, ...]:
    return tuple(
        cosignatures[at : at + _SIGNATURE_BYTES]
        for at in range(0, len(cosignatures), _SIGNATURE_BYTES)
    )
