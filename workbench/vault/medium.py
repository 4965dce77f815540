# SPDX-License-Identifier: EUPL-1.2
"""A medium: a disk or stick that holds copies of a vault, and what lies where on it.

<medium>/varn-copies/<vault id>/
  medium.id      a random id of its own
  ring/          vault.slots, and the keys files as they were at the last visit
  vault.erased   what was erased for ever; it only grows
  generations/   <stamp>-<random>/ with the encrypted files and `manifest`, their signed list

A copy becomes one by its last rename, and so does a ring: whatever is cut off leaves the copies
and the ring of before. Nothing is written over.
"""

import errno
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from workbench.crypto.labels import Signed
from workbench.domain.ids import Ids, UserId, VaultId
from workbench.services.ports import Member
from workbench.vault import durable, erased_list, manifests, signed
from workbench.vault.carrying import on_medium
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import (
    DamagedCopyError,
    DamagedFileError,
    MediumError,
    NewerFormatError,
    NoCopyError,
)
from workbench.vault.manifests import Manifest
from workbench.vault.signed import Id

FOLDER = "varn-copies"
NOTE = "medium.id"
RING = "ring"
GENERATIONS = "generations"
_NEW, _NEXT, _OLD = ".new", ".next", ".old"
_PART, _GONE = ".part", ".gone"
_GENERATION = re.compile(manifests.GENERATION)
_UNDONE = re.compile(rf"{manifests.GENERATION}\.(part|gone)")
_VAULT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    fmt: Literal["varn.medium/1"] = "varn.medium/1"
    vault: Id
    medium: Id


@dataclass(frozen=True, slots=True)
class Medium:
    """The folder of one vault on a medium."""

    folder: Path
    id: str
    vault: VaultId

    @property
    def generations(self) -> Path:
        return self.folder / GENERATIONS

    @property
    def ring(self) -> Path:
        """The ring that holds: a finished next one before the one that it replaces."""
        ways = (RING + _NEXT, RING, RING + _OLD)
        return next((self.folder / name for name in ways if (self.folder / name).is_dir()),
                    self.folder / RING)  # fmt: skip

    @property
    def new_ring(self) -> Path:
        """Where the next ring is written."""
        return self.folder / (RING + _NEW)

    def part(self, generation: str) -> Path:
        """Where a copy is written until it is one."""
        return self.generations / (generation + _PART)

    def copy(self, generation: str) -> Path:
        return self.generations / generation

    def names(self) -> tuple[str, ...]:
        """The finished copies, newest first."""
        with on_medium():
            found = [path.name for path in self.generations.glob("*") if path.is_dir()]
        return tuple(sorted(filter(_GENERATION.fullmatch, found), reverse=True))

    def newest(self, wanted: str = "") -> str:
        """A copy by its name, or the newest.

        Raises:
            NoCopyError: there is none.
        """
        names = self.names()
        if not names or (wanted and wanted not in names):
            raise NoCopyError
        return wanted or names[0]

    def manifest(self, generation: str, members: tuple[Member, ...]) -> Manifest:
        """The list of a copy, signed by a member of this vault.

        Raises:
            DamagedCopyError, NewerFormatError, MediumError.
        """
        name = f"{generation}/{manifests.FILE}"
        body, payload, signature = manifests.read(self.copy(generation) / manifests.FILE, name)
        public = next((m.public for m in members if m.user == body.signed_by), b"")
        if (body.vault, body.generation, body.medium) != (self.vault, generation, self.id):
            raise DamagedCopyError(file=name)
        if not signed.is_signed_by(public, Signed.COPY, payload, signature):
            raise DamagedCopyError(file=name)
        return body

    def erasures(self, members: tuple[Member, ...]) -> Erasures:
        """What the medium's own list says was erased.

        Raises:
            DamagedCopyError: there is a list that does not count.
        """
        try:
            with on_medium():
                found = erased_list.read(self.folder / erased_list.FILE, self.vault, members)
        except DamagedFileError:
            raise DamagedCopyError(file=erased_list.FILE) from None
        return found.erasures if found is not None else Erasures()

    def note_erasures(self, erasures: Erasures, user: UserId, seed: bytearray) -> None:
        """Write the list, which only grows."""
        if erasures.takings:
            with on_medium():
                path = self.folder / erased_list.FILE
                erased_list.write(path, self.vault, erasures, user, seed)

    def finish_ring(self) -> None:
        """The new ring is whole: from now on it holds, whatever happens in between."""
        with on_medium():
            durable.sync_folder(self.new_ring)
            self._rename(RING + _NEW, RING + _NEXT)

    def swap_ring(self) -> None:
        """Put the finished next ring in the place of the one before. Done again, it is done."""
        current, following = self.folder / RING, self.folder / (RING + _NEXT)
        if not following.is_dir():
            return
        with on_medium():
            if current.is_dir():
                self._clear(RING + _OLD)
                self._rename(RING, RING + _OLD)
            self._rename(RING + _NEXT, RING)
            self._clear(RING + _OLD)

    def finish_copy(self, generation: str) -> None:
        """The copy is whole: from now on it is one."""
        with on_medium():
            self.part(generation).replace(self.copy(generation))
            durable.sync_folder(self.generations)

    def drop_copy(self, generation: str) -> None:
        """Take an old copy away; first it stops being one."""
        with on_medium():
            gone = self.generations / (generation + _GONE)
            self.copy(generation).replace(gone)
            durable.sync_folder(self.generations)
            shutil.rmtree(gone)

    def tidy(self) -> None:
        """Finish or clear what was cut off. Finished copies and the ring in force stay."""
        self.swap_ring()
        with on_medium():
            self._clear(RING + _NEW)
            if (self.folder / RING).is_dir():
                self._clear(RING + _OLD)
            for path in self.generations.glob("*"):
                if _UNDONE.fullmatch(path.name):
                    shutil.rmtree(path)

    def _rename(self, old: str, new: str) -> None:
        (self.folder / old).replace(self.folder / new)
        durable.sync_folder(self.folder)

    def _clear(self, name: str) -> None:
        if (self.folder / name).is_dir():
            shutil.rmtree(self.folder / name)


def find(root: Path, vault: VaultId) -> Medium | None:
    """What a medium holds of a vault. `root` is the folder that `varn-copies` lies in."""
    folder = _root(root) / FOLDER / vault
    with on_medium():
        if not (folder / NOTE).is_file():
            return None
        untrusted = signed.read_file(folder / NOTE)
    try:
        note = signed.read_plain(untrusted, _Note)
    except signed.NewerError:
        raise NewerFormatError(file=NOTE) from None
    except signed.NotOursError:
        raise DamagedCopyError(file=NOTE) from None
    if note.vault != vault:
        raise DamagedCopyError(file=NOTE)
    return Medium(folder, note.medium, vault)


def the_one(root: Path, vault: str = "") -> Medium:
    """The copies of the only vault on a medium, or of the one that is named.

    Raises:
        NoCopyError: there are none, or of several vaults.
    """
    vaults = [VaultId(vault)] if vault else list(vaults_on(root))
    found = find(root, vaults[0]) if len(vaults) == 1 else None
    if found is None:
        raise NoCopyError
    return found


def prepare(root: Path, vault: VaultId, ids: Ids) -> Medium:
    """The same, made if it is not there yet, and tidied."""
    root = _root(root)
    folder = root / FOLDER / vault
    with on_medium():
        (root / FOLDER).mkdir(mode=durable.PRIVATE_FOLDER, exist_ok=True)
        folder.mkdir(mode=durable.PRIVATE_FOLDER, exist_ok=True)
        (folder / GENERATIONS).mkdir(mode=durable.PRIVATE_FOLDER, exist_ok=True)
        if any(each.is_symlink() for each in (root / FOLDER, folder, folder / GENERATIONS)):
            raise MediumError(errno=errno.ELOOP)  # it leads elsewhere, where nothing is tidied
        for above in (root, root / FOLDER):
            durable.sync_folder(above)
    if not (folder / NOTE).is_file():
        note = signed.plain_file(_Note(vault=vault, medium=ids.new_uuid()))
        with on_medium():
            durable.replace(folder / NOTE, note)
    found = find(root, vault)
    if found is None:
        raise NoCopyError
    found.tidy()
    return found


def vaults_on(root: Path) -> Iterator[VaultId]:
    """Which vaults a medium holds copies of."""
    with on_medium():
        for folder in sorted((_root(root) / FOLDER).glob("*")):
            if _VAULT.fullmatch(folder.name) and (folder / NOTE).is_file():
                yield VaultId(folder.name)


def generation_name(made: str, ids: Ids) -> str:
    """`20261122T011000Z-<random>`: names that every file system takes, in order of time."""
    return made.replace("-", "").replace(":", "") + "-" + ids.random_bytes(4).hex()


def _root(chosen: Path) -> Path:
    """Who looks for the copies may well choose the folder that they see them in."""
    if chosen.name == FOLDER:
        return chosen.parent
    return chosen.parent.parent if chosen.parent.name == FOLDER else chosen
