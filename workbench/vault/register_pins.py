# SPDX-License-Identifier: EUPL-1.2
"""In the register: which vault.slots belongs to it.

A former administrator still has the key that signed earlier lists, and could sign a list of their
own. They do not have the register's key of today; so the register says which list holds.
"""

from dataclasses import dataclass

from workbench.vault import cipher
from workbench.vault.cipher import Connection
from workbench.vault.counting import FILE, count_up

_READ = "SELECT slots_generation, slots_hash, slots_next FROM standing"
_NEXT = "UPDATE standing SET slots_next = ?"
_SETTLE = "UPDATE standing SET slots_generation = ?, slots_hash = ?, slots_next = ''"


@dataclass(frozen=True, slots=True)
class Pin:
    """What the register knows of vault.slots; hashes are "" where nothing was noted.

    `next_hash`: the list that was being written; it, too, may stand there after a crash.
    """

    generation: int
    hash: str
    next_hash: str


class RegisterPins:
    """The register's word on vault.slots."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> Pin:
        with cipher.translated(FILE):
            return Pin(*self._connection.execute(_READ).fetchone())

    def announce(self, next_hash: str) -> None:
        """Before a new list is written."""
        with count_up(self._connection) as connection:
            connection.execute(_NEXT, (next_hash,))

    def settle(self, generation: int, hash_: str) -> None:
        """When it stands there."""
        with count_up(self._connection) as connection:
            connection.execute(_SETTLE, (generation, hash_))
