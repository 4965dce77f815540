# SPDX-License-Identifier: EUPL-1.2
"""How the register is written: every commit grows its revision, so that an older copy shows."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.vault import cipher
from workbench.vault.cipher import Connection

FILE = "register.db"
_RAISE = "UPDATE standing SET revision = max(revision, ?)"
_COUNT_UP = "UPDATE standing SET revision = revision + 1"


@contextmanager
def count_up(connection: Connection) -> Iterator[Connection]:
    """One counted transaction of the register."""
    with cipher.transaction(connection, name=FILE):
        yield connection
        connection.execute(_COUNT_UP)


def raise_revision(connection: Connection, at_least: int) -> None:
    """After a copy was put back: it counts on from where the vault that it replaces had come."""
    with cipher.transaction(connection, name=FILE):
        connection.execute(_RAISE, (at_least,))
