# SPDX-License-Identifier: EUPL-1.2
"""In the register: an akt whose key is due for a change, and what follows the change."""

from collections.abc import Iterable

from workbench.domain.ids import CaseId, UserId
from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE, count_up
from workbench.vault.register_grants import DROP_ALL, MARK, PUT

_IS_DUE = "SELECT rekey_due FROM case_row WHERE case_id = ?"
_RESEAL = "UPDATE case_row SET summary = ? WHERE case_id = ?"


class RegisterRekeys:
    """The register's rows, as they are met while an akt's key is changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_due(self, case: CaseId) -> bool:
        with cipher.translated(FILE):
            found = self._connection.execute(_IS_DUE, (case,)).fetchone()
        return found is not None and bool(found[0])

    def reseal(self, case: CaseId, sealed: bytes) -> None:
        """The same summary under another key."""
        with count_up(self._connection) as connection:
            connection.execute(_RESEAL, (sealed, case))

    def done(self, case: CaseId, users: Iterable[UserId]) -> None:
        """An akt has another key, and these users have it."""
        with count_up(self._connection) as connection:
            connection.execute(DROP_ALL, (case,))
            connection.executemany(PUT, [(case, user) for user in users])
            connection.execute(MARK, (0, case))
