# SPDX-License-Identifier: EUPL-1.2
"""Working rows in an akt's file: one statement, one durable write."""

from collections.abc import Iterable, Sequence

from workbench.domain.ids import RecordId, UserId
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.vault.cipher import Connection, translated

_PUT = (
    "INSERT INTO working (author, kind, record, field, time_column, value, updated_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (author, kind, record, field, time_column)"
    " DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"
)
_DROP = (
    "DELETE FROM working WHERE author = ? AND kind = ? AND record = ? AND field = ?"
    " AND time_column = ?"
)
_DROP_RECORD = "DELETE FROM working WHERE record = ?"
_OF_AUTHOR = (
    "SELECT kind, record, field, time_column, value, updated_at FROM working"
    " WHERE author = ? ORDER BY kind, record, field, time_column"
)


class WorkingStore:
    """The working rows of one akt."""

    def __init__(self, connection: Connection, *, name: str) -> None:
        self._connection, self._name = connection, name

    def of(self, author: UserId) -> tuple[WorkingRow, ...]:
        with translated(self._name):
            rows = self._connection.execute(_OF_AUTHOR, (author,)).fetchall()
        return tuple(
            WorkingRow(WorkingKey(kind, RecordId(record), field, column, author), value, at)
            for kind, record, field, column, value, at in rows
        )

    def put(self, row: WorkingRow) -> None:
        """Durable on return: the statement is its own transaction."""
        with translated(self._name):
            self._connection.execute(_PUT, (*_columns(row.key), row.value, row.updated_at))

    def drop(self, keys: Sequence[WorkingKey]) -> None:
        """Within the caller's transaction."""
        self._connection.executemany(_DROP, [_columns(key) for key in keys])

    def drop_records(self, records: Iterable[RecordId]) -> None:
        """Everybody's rows of these records, within the caller's transaction."""
        self._connection.executemany(_DROP_RECORD, [(record,) for record in records])


def _columns(key: WorkingKey) -> tuple[str, str, str, str, str]:
    return key.author, key.kind, key.record, key.field, key.column
