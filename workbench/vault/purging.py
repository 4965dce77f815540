# SPDX-License-Identifier: EUPL-1.2
"""Take the texts of entries out of an akt's file, so that nothing of them is left in it.

The headers stay and the chain verifies. Bodies, salts, working rows of those records, and what
only those entries had attached go in the same commit as the entry that says so; what is freed is
overwritten (`secure_delete`), and the log is folded in and emptied. What a disk keeps of blocks
that were written before is out of our reach.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.ids import EntryId
from workbench.domain.journal import Entry
from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.journal_store import JournalStore
from workbench.vault.working_store import WorkingStore

_ATTACHED = "SELECT sha256 FROM attachment"
_DETACH = "DELETE FROM attachment WHERE sha256 = ?"


@dataclass(frozen=True, slots=True)
class Purging:
    """The parts of one open akt's file."""

    connection: Connection
    journal: JournalStore
    working: WorkingStore
    name: str


def purge(parts: Purging, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
    """Append `entries` and empty others: one commit. The caller has checked that both fit."""
    journal = parts.journal
    gone = [entry for entry in journal.entries() if entry.id in set(emptying)]
    kept = [entry for entry in journal.entries() if entry.id not in set(emptying)]
    with cipher.transaction(parts.connection, name=parts.name) as connection:
        journal.insert(entries)
        journal.empty(emptying)
        parts.working.drop_records({entry.header.record for entry in gone})
        orphans = _only_in(gone, [*kept, *entries], _attached(connection))
        connection.executemany(_DETACH, [(sha256,) for sha256 in orphans])
    journal.take(entries)
    journal.forget(emptying)
    cipher.fold_log(parts.connection, name=parts.name)


def _attached(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute(_ATTACHED).fetchall()]


def _only_in(gone: Iterable[Entry], kept: Iterable[Entry], attached: Sequence[str]) -> list[str]:
    """The attachments that an emptied body names and no other body does."""
    texts = b"\n".join(entry.body for entry in gone if entry.body is not None)
    others = b"\n".join(entry.body for entry in kept if entry.body is not None)
    names = ((sha256, sha256.encode("ascii")) for sha256 in attached)
    return [sha256 for sha256, name in names if name in texts and name not in others]
