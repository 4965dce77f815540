# SPDX-License-Identifier: EUPL-1.2
"""Every page of an open database into a new file, in small steps, each durable before the next.

The new file is nobody's yet, and whoever makes it takes it away where the copy fails: it needs no
log of its own. So no end of the work is long, neither a log to fold in nor everything to sync.
"""

import os
from pathlib import Path

from workbench.services.jobs import Pulse
from workbench.vault import cipher, durable
from workbench.vault.cipher import Connection

PAGES = 256


def copy_pages(source: Connection, path: Path, key: bytearray, name: str, pulse: Pulse) -> None:
    """Make `path` under `key` (48 bytes, cleared) with all that is in `source`; durable on return.

    Raises:
        what `pulse` raises; DiskFullError, DiskError, DamagedFileError. A part may be left.
    """
    target = cipher.create_file(path, key, name=name)
    try:
        with cipher.translated(name):
            target.execute("PRAGMA journal_mode=OFF").fetchall()
        _pour(source, target, name, pulse)
    finally:
        target.close()
    durable.sync_file(path)
    with durable.explained():
        durable.sync_folder(path.parent)


def _pour(source: Connection, target: Connection, name: str, pulse: Pulse) -> None:
    with durable.explained():
        written = os.open(target.path, os.O_RDWR)

    def settle(*_progress: int) -> None:
        with durable.explained():
            os.fdatasync(written) if hasattr(os, "fdatasync") else os.fsync(written)
        pulse()

    try:
        with cipher.translated(name):
            source.backup(target, pages=PAGES, progress=settle)
    finally:
        os.close(written)
