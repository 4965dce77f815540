# SPDX-License-Identifier: EUPL-1.2
"""In the register: contact cards, the own one and others'."""

from workbench.services.ports import StoredCard
from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE, count_up

_ALL = "SELECT card, content, state, since FROM card ORDER BY since, card"
_PUT = (
    "INSERT INTO card (card, content, state, since) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (card) DO UPDATE SET state = excluded.state, since = excluded.since"
)


class RegisterCards:
    """The register's rows of contact cards."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[StoredCard, ...]:
        with cipher.translated(FILE):
            return tuple(StoredCard(*row) for row in self._connection.execute(_ALL).fetchall())

    def put(self, card: StoredCard) -> None:
        with count_up(self._connection) as connection:
            connection.execute(_PUT, (card.card, card.content, card.state, card.since))
