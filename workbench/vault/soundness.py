# SPDX-License-Identifier: EUPL-1.2
"""Whether a database file is whole: every page proves itself, and its trees hold.

Both are long for a big file, and a lock may come at any time, so both go by small steps.
SQLCipher's own check of pages is one call that nothing ends; the pages are proven here instead, by
the same proof. SQLite's check of trees asks after every page of a tree whether to go on; what one
text or attachment fills is one such step.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.crypto.database_pages import PAGE_BYTES, PageProof
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import durable
from workbench.vault.cipher import FOLD, Connection, translated

_A_PAGE, _A_MOMENT = 1, 200  # SQLite's steps between two pulses: in a check, and in reading
_LOCK_PAGE = 0x40000000 // PAGE_BYTES + 1  # SQLite never writes to it
_PAGES = 256


def faults(connection: Connection, *, name: str, pulse: Pulse = no_pulse) -> bool:
    """Whether pages or trees are damaged, once the log is folded in.

    Raises:
        what `pulse` raises; DamagedFileError, DiskError.
    """
    with translated(name):
        connection.execute(FOLD).fetchall()
    pages = _proven(connection.path, connection.proof, pulse)
    return not pages or not _has_whole_trees(connection, name, pulse)


def has_faults_in_copy(connection: Connection, *, name: str, pulse: Pulse = no_pulse) -> bool:
    """The same of a copy without a log, at half the price.

    SQLite's check reads, and SQLCipher so authenticates, every page but those on the free list;
    the pages are proven by themselves where there are such.
    """
    if not _has_whole_trees(connection, name, pulse):
        return True
    with translated(name):
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    return bool(free) and not _proven(connection.path, connection.proof, pulse)


@contextmanager
def pulsing(connection: Connection, pulse: Pulse, steps: int = _A_MOMENT) -> Iterator[None]:
    """Statements within the block call `pulse` as they go on; what it raises ends them.

    Only for reading: a statement that is ended has done nothing.
    """
    if pulse is no_pulse:
        yield
        return
    raised: list[BaseException] = []

    def beat() -> int:
        try:
            pulse()
        except BaseException as error:  # noqa: BLE001  raised again as soon as SQLite has let go
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(beat, steps)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _has_whole_trees(connection: Connection, name: str, pulse: Pulse) -> bool:
    with pulsing(connection, pulse, _A_PAGE), translated(name):
        found: list[tuple[str]] = connection.execute("PRAGMA integrity_check").fetchall()
    return found == [("ok",)]


def _proven(path: Path, proof: PageProof, pulse: Pulse) -> bool:
    """Whether the file is made of pages that prove themselves, and of nothing else."""
    number = 0
    with durable.explained(), path.open("rb") as file:
        while page := file.read(PAGE_BYTES):
            number += 1
            if number % _PAGES == 0:
                pulse()
            if number != _LOCK_PAGE and not proof.holds(number, page):
                return False
    return number > 0
