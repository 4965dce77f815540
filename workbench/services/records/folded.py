# SPDX-License-Identifier: EUPL-1.2
"""What holds in a journal, kind by kind: a kind is folded when somebody first asks for it.

Most of a long organisation akt is of kinds that an unlock does not need.
"""

from collections.abc import Iterable, Mapping

from workbench.domain.ids import EntryId
from workbench.domain.journal import Entry, Key, Record, fold


class Folded:
    """The records of one akt. The fold knows no order, so that kinds part it cleanly."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._records: dict[str, dict[Key, Record]] = {}
        self.take(entries)

    def of_kind(self, name: str) -> Mapping[Key, Record]:
        """Every record of a kind (its name, without a version)."""
        known = self._records.get(name)
        if known is None:
            known = self._records[name] = fold(self._entries.get(name, ()))
        return known

    def get(self, key: Key) -> Record | None:
        return self.of_kind(key.kind).get(key)

    def heads(self, key: Key) -> tuple[EntryId, ...]:
        """The versions that hold now; () for a record that never was."""
        known = self.get(key)
        return tuple(head.id for head in known.heads) if known is not None else ()

    def all(self) -> Iterable[Record]:
        """Every record of every kind."""
        return (record for name in self._entries for record in self.of_kind(name).values())

    def take(self, entries: Iterable[Entry]) -> None:
        """Entries that now stand in the journal too."""
        for entry in entries:
            name = entry.header.kind.partition("/")[0]
            self._entries.setdefault(name, []).append(entry)
            known = self._records.get(name)
            if known is not None:
                before = known.get(entry.key)
                history = before.history if before is not None else ()
                known.update(fold([*history, entry]))
