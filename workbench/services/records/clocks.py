# SPDX-License-Identifier: EUPL-1.2
"""What is said of a clock that went back: the entry stays, and is marked.

Nothing is decided by times: the order of a journal is that of its links.
"""

from collections.abc import Iterable

from workbench.domain.ids import EntryId
from workbench.domain.journal import Entry


def set_back(entries: Iterable[Entry]) -> frozenset[EntryId]:
    """The entries that say an earlier time than an entry that they follow.

    `entries` in order of storage, from the first one on.
    """
    said: dict[EntryId, str] = {}
    found: set[EntryId] = set()
    for entry in entries:
        at = entry.header.recorded_at
        if any(said.get(parent, "") > at for parent in entry.header.parents):
            found.add(entry.id)
        said[entry.id] = at
    return frozenset(found)
