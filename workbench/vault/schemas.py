# SPDX-License-Identifier: EUPL-1.2
"""Schemas and their steps: `schema/<kind>_<number>.sql`, counted by `PRAGMA user_version`.

A step is one transaction that also sets the number, so that it is done or not begun. A released
step is never edited.
"""

from importlib import resources
from typing import Literal

from workbench.vault.cipher import Connection, translated

Kind = Literal["case", "register", "staging"]
NEWEST: dict[Kind, int] = {"case": 2, "register": 4, "staging": 1}


def version(connection: Connection, *, name: str) -> int:
    """Which step a file has had last."""
    with translated(name):
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def bring_up_to_date(connection: Connection, kind: Kind, *, name: str) -> None:
    """Run the steps that this file has not had: on a new file, or on a copy (`migrating`)."""
    with translated(name):
        done = connection.execute("PRAGMA user_version").fetchone()[0]
        for number in range(done + 1, NEWEST[kind] + 1):
            try:
                connection.executescript(step(kind, number))
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def step(kind: Kind, number: int) -> str:
    """The SQL of one step."""
    source = resources.files("workbench.vault") / "schema" / f"{kind}_{number:04d}.sql"
    return source.read_text(encoding="utf-8")
