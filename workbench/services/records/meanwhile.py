# SPDX-License-Identifier: EUPL-1.2
"""What somebody else entered of a record while one's own change of it was left unentered."""

from typing import Any

from workbench.domain.ids import RecordId
from workbench.domain.journal import Entry
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt


def entered_meanwhile(akt: Akt, of: type[Any], record: RecordId) -> tuple[Entry, ...]:
    """Versions by others, entered since the first of one's own typing, oldest first."""
    rows = working.rows_of(akt, bodies.name_of(of), record)
    if not rows:
        return ()
    since = min(row.updated_at for row in rows)
    return tuple(
        entry
        for entry in akt.history(of, record)
        if entry.header.author != akt.user and entry.header.recorded_at >= since
    )
