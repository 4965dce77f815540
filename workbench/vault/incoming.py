# SPDX-License-Identifier: EUPL-1.2
"""What arrived: sealed files kept as they came, and a place for what was decrypted of them.

A staging file's key lives in memory only and its content is never committed, so that what a
crash leaves behind opens for nobody.
"""

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO

from workbench.crypto import kdf
from workbench.crypto.clearing import take
from workbench.crypto.labels import Label
from workbench.crypto.seeds import SEED_BYTES, wipe
from workbench.domain.ids import Ids
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import cipher, durable, schemas
from workbench.vault.cipher import Connection

_SAFE_NAME = re.compile(r"[0-9a-z][0-9a-z._-]{0,99}")
_PART = ".part"
_STAGING = ".staging"
_CHUNK_BYTES = 1024 * 1024
_WRITE = "INSERT INTO chunk (object, content) VALUES (?, ?)"
_READ = "SELECT content FROM chunk WHERE object = ? ORDER BY position"


def keep(
    folder: Path, untrusted_file: BinaryIO, name: str, ids: Ids, pulse: Pulse = no_pulse
) -> Path:
    """Keep an arrived file under its name, or under its hash when the name is not a plain one.

    The same name with the same bytes is kept once; with other bytes, beside it.
    """
    part = folder / (ids.new_uuid() + _PART)
    try:
        digest = _copy(untrusted_file, part, pulse)
        kept = _free_name(folder, name, digest)
        with durable.explained():
            part.replace(kept)
            durable.sync_folder(folder)
    finally:
        with durable.explained():
            part.unlink(missing_ok=True)
    return kept


def sweep(folder: Path) -> None:
    """Remove what a crash left: unfinished copies, and staging files that nobody can open."""
    with durable.explained():
        folder.mkdir(mode=durable.PRIVATE_FOLDER, exist_ok=True)  # no backup holds this folder
        for path in folder.iterdir():
            if path.name.endswith(_PART) or _STAGING in path.name:
                path.unlink(missing_ok=True)


class StagingFile:
    """Satisfies `services.ports.Staging`."""

    def __init__(self, folder: Path, ids: Ids, pulse: Pulse = no_pulse) -> None:
        self._pulse = pulse
        self._name = ids.new_uuid() + _STAGING
        self._path = folder / self._name
        self._connection = self._create(take(ids.random_bytes(SEED_BYTES)))
        with cipher.translated(self._name):
            self._connection.execute("BEGIN IMMEDIATE")

    @property
    def is_dropped(self) -> bool:
        return self._connection is None

    def write(self, object_id: int, chunk: bytes) -> None:
        self._require_there()
        self._pulse()
        with cipher.translated(self._name):
            self._connection.execute(_WRITE, (object_id, chunk))

    def read(self, object_id: int) -> bytes:
        self._require_there()
        with cipher.translated(self._name):
            rows = self._connection.execute(_READ, (object_id,)).fetchall()
        return b"".join(content for (content,) in rows)

    def drop(self) -> None:
        """Key and file gone. Twice is once."""
        if self._connection is None:
            return
        self._connection.close()
        self._connection = None
        with durable.explained():
            for ending in ("", "-wal", "-shm", "-journal"):
                self._path.with_name(self._name + ending).unlink(missing_ok=True)

    def _require_there(self) -> None:
        if self._connection is None:
            raise ValueError("the staging file was dropped")

    def _create(self, key: bytearray) -> Connection:
        file_key = kdf.derive_buffer(key, Label.STAGING, size_bytes=cipher.RAW_KEY_BYTES)
        wipe(key)
        connection = cipher.create_file(self._path, file_key, name=self._name)
        schemas.bring_up_to_date(connection, "staging", name=self._name)
        return connection


def _copy(untrusted_file: BinaryIO, part: Path, pulse: Pulse) -> str:
    digest = hashlib.sha256()
    durable.reserve(part)
    with durable.explained(), part.open("wb") as out:
        while chunk := untrusted_file.read(_CHUNK_BYTES):
            pulse()
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _free_name(folder: Path, name: str, digest: str) -> Path:
    plain = name if _SAFE_NAME.fullmatch(name) and not name.endswith(_PART) else digest + ".age"
    wanted = folder / plain
    if not wanted.exists() or _digest(wanted) == digest:
        return wanted
    return folder / f"{digest}.age"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
