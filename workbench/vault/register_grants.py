# SPDX-License-Identifier: EUPL-1.2
"""In the register: who has a grant to which akt, and whose key is due for a change.

The grants themselves stand in the keys files. These rows spare a user from reading every keys
file to find the own ones, and hold each user's own sealed copy of the keys they have opened.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager

from workbench.domain.ids import CaseId, UserId
from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE, count_up

_IS_KNOWN = "SELECT grants_known FROM standing"
_NOW_KNOWN = "UPDATE standing SET grants_known = 1"
_OF = "SELECT case_id, cached FROM grant_row WHERE user = ?"
PUT = "INSERT OR IGNORE INTO grant_row (case_id, user, cached) VALUES (?, ?, NULL)"
_DROP = "DELETE FROM grant_row WHERE case_id = ? AND user = ?"
DROP_ALL = "DELETE FROM grant_row WHERE case_id = ?"
_CACHE = "UPDATE grant_row SET cached = ? WHERE case_id = ? AND user = ?"
_DUE = "SELECT case_id FROM case_row WHERE rekey_due = 1"
_USERS = "SELECT user FROM grant_row WHERE case_id = ? ORDER BY user"
MARK = "UPDATE case_row SET rekey_due = ? WHERE case_id = ?"
_UNCACHE = "UPDATE grant_row SET cached = NULL WHERE case_id = ?"
_UNCACHE_ALL = (
    "UPDATE grant_row SET cached = NULL WHERE case_id IN (SELECT value FROM json_each(?))"
)


class RegisterGrants:
    """The register's rows about grants."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def are_known(self) -> bool:
        """Whether the rows were filled from the keys files of before there were rows."""
        with cipher.translated(FILE):
            return bool(self._connection.execute(_IS_KNOWN).fetchone()[0])

    def fill(self, granted: Iterable[tuple[CaseId, UserId]]) -> None:
        """Note every grant that the keys files hold, once."""
        with self._writing() as connection:
            connection.executemany(PUT, list(granted))
            connection.execute(_NOW_KNOWN)

    def of(self, user: UserId) -> Mapping[CaseId, bytes | None]:
        """The akter that a user has a grant to, each with their own sealed copy of its key."""
        with cipher.translated(FILE):
            return {
                CaseId(case): cached
                for case, cached in self._connection.execute(_OF, (user,)).fetchall()
            }

    def users(self, case: CaseId) -> tuple[UserId, ...]:
        """Who is to have a grant to an akt: whoever changes its key leaves out all others."""
        with cipher.translated(FILE):
            found = self._connection.execute(_USERS, (case,)).fetchall()
        return tuple(UserId(row[0]) for row in found)

    def shared_with(self, user: UserId, others: Iterable[UserId]) -> frozenset[CaseId]:
        """Of the akter of a user, those to which one of the others has a grant too."""
        own = self.of(user).keys()
        return frozenset(case for other in others for case in own & self.of(other).keys())

    def put(self, case: CaseId, *users: UserId) -> None:
        with self._writing() as connection:
            connection.executemany(PUT, [(case, user) for user in users])

    def drop(self, case: CaseId, user: UserId) -> None:
        with self._writing() as connection:
            connection.execute(_DROP, (case, user))

    def end(self, case: CaseId, user: UserId) -> None:
        """A user's grant ends: from now on the akt's key is due for a change."""
        with self._writing() as connection:
            connection.execute(_DROP, (case, user))
            connection.execute(MARK, (1, case))
            connection.execute(_UNCACHE, (case,))

    def cache(self, user: UserId, sealed: Mapping[CaseId, bytes]) -> None:
        """Keep a user's own sealed copies. Not counted: losing them loses nothing."""
        with cipher.transaction(self._connection, name=FILE) as connection:
            connection.executemany(_CACHE, [(blob, case, user) for case, blob in sealed.items()])

    def rekey_due(self) -> frozenset[CaseId]:
        """Akter whose key a removed user may have."""
        with cipher.translated(FILE):
            found = self._connection.execute(_DUE).fetchall()
        return frozenset(CaseId(row[0]) for row in found)

    def mark_rekey(self, cases: Iterable[CaseId], *, is_due: bool) -> None:
        """Set or lift the mark; either way, nobody's sealed copy is believed any more."""
        marked = list(cases)
        with self._writing() as connection:
            connection.executemany(MARK, [(int(is_due), case) for case in marked])
            connection.execute(_UNCACHE_ALL, (json.dumps(marked),))  # one look at every row

    def _writing(self) -> AbstractContextManager[Connection]:
        return count_up(self._connection)
