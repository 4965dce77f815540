# SPDX-License-Identifier: EUPL-1.2
"""What a user is shown of the records of an akt: each entry read once, each kind gathered once.

What was gathered of a kind is given again until an entry of that kind comes. It is remembered by
what was withheld: nothing that was gathered for other eyes is given.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TypeVar, cast

from workbench.domain.ids import EntryId, RecordId
from workbench.domain.journal import Entry, Key, Record
from workbench.services.records import blinding, bodies
from workbench.services.records.folded import Folded
from workbench.services.records.recorded import Recorded

T = TypeVar("T")
Withheld = frozenset[RecordId]


class Shown:
    """The records of the journal that it is made of, and of what is taken in afterwards.

    `records` is their fold. `withheld` are the assessments that the user does not see yet.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.records = Folded(entries)
        self._values: dict[EntryId, object | None] = {}
        self._gathered: dict[tuple[type[Any], Withheld], tuple[Recorded[Any], ...]] = {}

    def all(self, of: type[T], withheld: Withheld) -> tuple[Recorded[T], ...]:
        """Every record of a kind that holds, in the order in which it was first entered."""
        known = self._gathered.get((of, withheld))
        if known is None:
            found = self.records.of_kind(bodies.name_of(of)).values()
            known = tuple(one for record in found for one in self._shown(record, of, withheld))
            self._gathered[of, withheld] = known
        return known

    def find(self, of: type[T], record: RecordId, withheld: Withheld) -> Recorded[T] | None:
        """One record as it stands, or None when it was withdrawn or never was."""
        known = self.records.get(Key(bodies.name_of(of), record))
        return next(iter(self._shown(known, of, withheld)), None) if known is not None else None

    def take(self, entries: Iterable[Entry]) -> None:
        """Entries that now stand in the journal too."""
        new = tuple(entries)
        self.records.take(new)
        kinds = {entry.key.kind for entry in new}
        for of, withheld in tuple(self._gathered):
            if bodies.name_of(of) in kinds:
                del self._gathered[of, withheld]

    def value(self, entry: Entry) -> object | None:
        """What an entry holds, read once; None for tombstones and what cannot be read."""
        if entry.id not in self._values:
            self._values[entry.id] = _read(entry)
        return self._values[entry.id]

    def _shown(self, record: Record, of: type[T], withheld: Withheld) -> list[Recorded[T]]:
        values = ((head, self.value(head)) for head in record.heads)
        return [
            Recorded(
                record=record.key.record,
                value=blinding.without_links(value, withheld),
                entry=head.id,
                author=head.header.author,
                recorded_at=head.header.recorded_at,
                versions=len(record.history),
                is_disputed=record.is_disputed,
            )
            for head, value in values
            if isinstance(value, of) and not blinding.tells_of(value, withheld)
        ]


def _read(entry: Entry) -> object | None:
    known = bodies.KINDS.get(entry.header.kind)
    if known is None or entry.is_tombstone:
        return None
    with suppress(bodies.UnreadableError):
        return cast("object", bodies.read(entry, known))
    return None
