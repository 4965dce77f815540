# SPDX-License-Identifier: EUPL-1.2
"""The settings of a database that is open, asked again."""

from workbench.vault.cipher import READ_BACK, Connection

_NEVER_TOLD = frozenset({"PRAGMA temp_store"})
"""The authorizer denies it, also to who only asks: nobody can have changed it."""


def changed_settings(connection: Connection) -> tuple[str, ...]:
    """What SQLCipher now reads back otherwise than it was set, by the names of its pragmas."""
    asked = ((pragma, expected) for pragma, expected in READ_BACK if pragma not in _NEVER_TOLD)
    return tuple(
        pragma.removeprefix("PRAGMA ")
        for pragma, expected in asked
        if connection.execute(pragma).fetchone() != (expected,)
    )
