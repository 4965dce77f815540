# SPDX-License-Identifier: EUPL-1.2
"""In the register: one user's own akter in one reading, and what they have not entered in them.

Also which list of users they saw last. Nothing here is counted: what is lost of it is found again
in the akter, or missed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE

_GRANTS = "SELECT case_id, cached FROM grant_row WHERE user = ?"
_HIGHEST = "SELECT max(position) FROM case_row"
_EVERY = "SELECT position, case_id, number, head, entries, pending, summary FROM case_row"
_CASE = _EVERY + " WHERE case_id = ?"
_GRANT = _GRANTS + " AND case_id = ?"
_FEW = 8
"""Below one in so many the own rows are looked up, else the table is read from end to end: rows
that lie anywhere in it cost a decrypted page each."""
_NUMBERS = "SELECT case_id, number FROM case_row"
_NOTES = "SELECT case_id, sealed FROM own_note WHERE user = ?"
_PUT = (
    "INSERT INTO own_note (user, case_id, sealed) VALUES (?, ?, ?)"
    " ON CONFLICT (user, case_id) DO UPDATE SET sealed = excluded.sealed"
)
_MARK = "SELECT sealed FROM own_mark WHERE user = ?"
_PUT_MARK = (
    "INSERT INTO own_mark (user, sealed) VALUES (?, ?)"
    " ON CONFLICT (user) DO UPDATE SET sealed = excluded.sealed"
)
_DROP_MARKS = "DELETE FROM own_mark"
_DROP = "DELETE FROM own_note WHERE user = ? AND case_id = ?"


@dataclass(slots=True)
class OwnRow:
    """A row of the user's own as stored. `cached`: their own copy of the key to `sealed`."""

    position: int
    case: CaseId
    number: str
    head: EntryId | None
    count: int
    is_pending: bool
    sealed: bytes | None
    cached: bytes | None


class RegisterOwn:
    """The register's rows as one user reads them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, user: UserId) -> list[OwnRow]:
        """Oldest first."""
        with cipher.translated(FILE):
            granted = dict(self._connection.execute(_GRANTS, (user,)).fetchall())
            highest = self._connection.execute(_HIGHEST).fetchone()[0] or 0
            if len(granted) * _FEW < highest:
                found = [self._case(case) for case in granted]
            else:
                found = self._connection.execute(_EVERY).fetchall()
        own = [_row(each, granted[each[1]]) for each in found if each and each[1] in granted]
        own.sort(key=lambda row: row.position)
        return own

    def row(self, user: UserId, case: CaseId) -> OwnRow | None:
        with cipher.translated(FILE):
            granted = self._connection.execute(_GRANT, (user, case)).fetchone()
            found = self._case(case) if granted is not None else None
        return _row(found, granted[1]) if found is not None else None

    def numbers(self) -> Mapping[CaseId, str]:
        """The case number of every akt, own and others'."""
        with cipher.translated(FILE):
            return {CaseId(case): number for case, number in self._connection.execute(_NUMBERS)}

    def notes(self, user: UserId) -> Mapping[CaseId, bytes]:
        with cipher.translated(FILE):
            return {CaseId(c): sealed for c, sealed in self._connection.execute(_NOTES, (user,))}

    def put_note(self, user: UserId, case: CaseId, sealed: bytes | None) -> None:
        """Durable on return; None takes it away."""
        with cipher.transaction(self._connection, name=FILE) as connection:
            if sealed is None:
                connection.execute(_DROP, (user, case))
            else:
                connection.execute(_PUT, (user, case, sealed))

    def mark(self, user: UserId) -> bytes | None:
        """A user's own word on the list of users they saw last."""
        with cipher.translated(FILE):
            found = self._connection.execute(_MARK, (user,)).fetchone()
        return found[0] if found is not None else None

    def put_mark(self, user: UserId, sealed: bytes) -> None:
        """Durable on return."""
        with cipher.transaction(self._connection, name=FILE) as connection:
            connection.execute(_PUT_MARK, (user, sealed))

    def drop_marks(self) -> None:
        """Nobody's stands any more."""
        with cipher.transaction(self._connection, name=FILE) as connection:
            connection.execute(_DROP_MARKS)

    def _case(self, case: CaseId) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._connection.execute(_CASE, (case,)).fetchone()
        return found


def _row(found: tuple[Any, ...], cached: bytes | None) -> OwnRow:
    position, case, number, head, count, pending, sealed = found
    return OwnRow(position, case, number, head, count, bool(pending), sealed, cached)
