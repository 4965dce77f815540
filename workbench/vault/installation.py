# SPDX-License-Identifier: EUPL-1.2
"""What this installation knows of itself and of the vaults it has opened, outside any vault.

A device id, and per vault the last seen generation and register revision, so that an older
folder put back on the same machine is noticed. No person, no case, no key.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
import platformdirs

from workbench.domain.ids import DeviceId, Ids, VaultId, is_uuid4
from workbench.vault import durable
from workbench.vault.signed import Count, Id, plain_file

ENVIRONMENT = "VARN_STATE_DIR"
_APP = "varn"
_DEVICE = "device"
_SEEN = ".seen"

T = TypeVar("T")


class Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far a vault had come when it was last open here."""

    fmt: Literal["varn.seen/1"] = "varn.seen/1"
    vault: Id
    generation: Count
    revision: Count


def state_folder(given: Path | None) -> Path:
    """Where this installation keeps its own state: as given, as VARN_STATE_DIR says, or usual."""
    if given is not None:
        return given
    named = os.environ.get(ENVIRONMENT)
    return Path(named) if named else platformdirs.user_state_path(_APP, appauthor=False)


@dataclass(frozen=True, slots=True)
class Installation:
    """This installation's own state."""

    folder: Path

    def device(self, ids: Ids) -> DeviceId:
        """This machine's id, made at the first call."""
        path = self.folder / _DEVICE
        if path.is_file():
            known = path.read_text(encoding="ascii", errors="replace").strip()
            if is_uuid4(known):
                return DeviceId(known)
        made = ids.new_uuid()
        self._put(path, made.encode("ascii") + b"\n")
        return DeviceId(made)

    def seen(self, vault: VaultId) -> Seen | None:
        """What was seen of a vault; None when it never was, or the note cannot be read."""
        return self.read(vault + _SEEN, Seen)

    def remember(self, seen: Seen) -> None:
        """Note how far a vault has come."""
        self.put(seen.vault + _SEEN, seen)

    def lock_note(self, vault: VaultId) -> Path:
        """The file that says since when, and by which device, a vault is open."""
        return self.folder / (vault + ".lock")

    def read(self, name: str, of: type[T]) -> T | None:
        """A note, or None when there is none that can be read. Notes are advice, not truth."""
        try:
            return msgspec.json.decode((self.folder / name).read_bytes(), type=of)
        except (OSError, ValueError):  # not there, or not what we write
            return None

    def put(self, name: str, note: msgspec.Struct) -> None:
        """Write a note in the place of the one before."""
        self._put(self.folder / name, plain_file(note))

    def drop(self, name: str) -> None:
        """Remove a note if there is one."""
        with durable.explained():
            (self.folder / name).unlink(missing_ok=True)

    def _put(self, path: Path, content: bytes) -> None:
        with durable.explained():
            durable.make_folders(self.folder)
        durable.replace(path, content)
