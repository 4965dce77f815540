# SPDX-License-Identifier: EUPL-1.2
"""The journal of one akt in its file: read whole and checked, then only appended to."""

from collections.abc import Sequence

from workbench.domain.chain import check_chain, find_fault
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import Entry, MalformedEntryError
from workbench.vault.cipher import Connection, translated
from workbench.vault.errors import BrokenChainError, MisfitEntryError
from workbench.vault.headers import read_header

_SIGNATURE_BYTES = 64
_SELECT = "SELECT id, header, signature, salt, body, cosignatures FROM entry ORDER BY position"
_INSERT = (
    "INSERT INTO entry (position, id, header, signature, salt, body, cosignatures)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class JournalStore:
    """The entries of one akt, as read and as appended since."""

    def __init__(self, connection: Connection, case: CaseId, *, name: str) -> None:
        """Read every entry and check every hash and link.

        Raises:
            BrokenChainError: naming the first entry that does not hold.
        """
        self._connection, self._case, self._name = connection, case, name
        self._entries = read_entries(connection, name=name)
        report = check_chain(self._entries, case)
        if report.fault is not None:
            fault = report.fault
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

    def check_fit(self, entries: Sequence[Entry]) -> None:
        """Whether these entries continue the journal.

        Raises:
            MisfitEntryError: one does not, or is there already.
        """
        known = set(self._known)
        for entry in entries:
            why = "known" if entry.id in known else find_fault(entry, self._case, known)
            if why is not None:
                raise MisfitEntryError(why=why)
            known.add(entry.id)

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


def read_entries(connection: Connection, *, name: str) -> list[Entry]:
    """Every entry in order of storage, unchecked.

    Raises:
        BrokenChainError: a header that is none.
    """
    with translated(name):
        rows = connection.execute(_SELECT).fetchall()
    entries: list[Entry] = []
    for stored, header, signature, salt, body, cosignatures in rows:
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
