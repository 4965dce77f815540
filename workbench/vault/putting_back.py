# SPDX-License-Identifier: EUPL-1.2
"""One akt put back from a copy, when its file here is damaged. The damaged file stays beside it.

The newest copy counts in which this user can open the akt whole. One that ends before what the
register knows is taken only by somebody who accepts that, and is told to the register.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.crypto import kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label
from workbench.crypto.seeds import name_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import PutBack, Watch, WholeCopy
from workbench.vault import (
    casefile,
    cipher,
    durable,
    exporting,
    keyrings,
    medium,
    reading,
    schemas,
    signed,
    soundness,
    swapping,
)
from workbench.vault.carrying import Carrier, on_medium
from workbench.vault.errors import (
    DamagedCopyError,
    DamagedFileError,
    MediumError,
    NoAccessError,
    NoCopyError,
    OlderCopyError,
    ShorterCopyError,
)
from workbench.vault.exporting import Export
from workbench.vault.inside import Inside
from workbench.vault.layout import FilePair
from workbench.vault.looking import looking_as
from workbench.vault.manifests import CopiedFile, Manifest
from workbench.vault.medium import Medium
from workbench.vault.register import Tail


@dataclass(frozen=True, slots=True)
class Whole:
    """A copy in which an akt is whole. `is_shorter`: it ends before what the register knows."""

    manifest: Manifest
    files: FilePair
    copied: tuple[CopiedFile, ...]
    tail: Tail
    is_shorter: bool


class PuttingBack:
    """Puts one akt back."""

    def __init__(self, inside: Inside, found: Medium, case: CaseId, watch: Watch) -> None:
        self._inside, self._medium, self._case, self._watch = inside, found, case, watch
        self._files = inside.shelf.files(case)
        self._looking = looking_as(inside, watch)

    def find(self) -> WholeCopy | None:
        """The newest copy in which it is whole."""
        whole = self._newest_whole()
        if whole is None:
            return None
        manifest = whole.manifest
        return WholeCopy(
            self._medium.id, manifest.generation, manifest.made, whole.tail.count, whole.is_shorter
        )

    def run(self, *, accepts_shorter: bool) -> PutBack:
        """Put it back from there.

        Raises:
            NoCopyError, ShorterCopyError; DamagedCopyError, MediumError, DiskError: nothing was
            replaced.
        """
        whole = self._newest_whole()
        if whole is None:
            raise NoCopyError
        if whole.is_shorter and not accepts_shorter:
            raise ShorterCopyError(file=self._files.name)
        heard = self._inside.shelf.heard(self._case)
        left_aside = self._replace(whole)
        if whole.is_shorter:
            self._inside.register.announce(self._case)
            self._inside.register.advance(self._case, whole.tail)
            if self._inside.shelf.seen is not None:
                self._inside.shelf.seen.saw(self._case, whole.tail)
        missing = max(0, heard.count - whole.tail.count)
        generation = whole.manifest.generation
        return PutBack(self._case, generation, whole.tail.count, missing, left_aside)

    def _newest_whole(self) -> Whole | None:
        if self._case in self._inside.shelf.erasures.cases:
            return None
        return next((w for name in self._medium.names() for w in self._wholly_in(name)), None)

    def _wholly_in(self, generation: str) -> Iterator[Whole]:
        """The copy if the akt is whole in it. One that cannot be believed is passed over."""
        try:
            members = self._inside.keychain.members
            manifest = self._medium.manifest(generation, members)
            files = self._looking.files(
                self._case, self._medium.copy(generation), self._medium.ring
            )
            copied = tuple(
                file for file in manifest.files if file.name.removesuffix("-wal") == files.name
            )
            self._compare(copied, generation)
            yield self._whole(manifest, self._opened_by(files), copied)
        except MediumError:
            raise
        except WorkbenchError:
            return

    def _opened_by(self, files: FilePair) -> FilePair:
        """The file with keys that this user opens: the ring's, or else the vault's own.

        Who came back by the recovery code is another user than the ring knows. What is done with
        the vault's key is no more than with the ring's: it counts where the copy opens by it. No
        other key of that file is believed (`_as_the_copy_proves`).
        """
        try:
            wipe(*self._looking.keys(self._case, files))
        except NoAccessError:
            return FilePair(files.database, self._files.keys, files.name)
        return files

    def _compare(self, copied: tuple[CopiedFile, ...], generation: str) -> None:
        carrier = Carrier(self._watch, 0)
        for file in copied:
            back = carrier.read_back(self._medium.copy(generation) / file.name)
            if (back.size, back.sha256) != (file.size, file.sha256):
                raise DamagedCopyError(file=f"{generation}/{file.name}")
        if not copied:
            raise NoCopyError

    def _whole(self, manifest: Manifest, files: FilePair, copied: tuple[CopiedFile, ...]) -> Whole:
        heard = self._inside.shelf.heard(self._case).head
        try:
            tail = self._looking.into(self._case, files, heard)
        except OlderCopyError:
            tail = self._looking.into(self._case, files, None)
            return Whole(manifest, files, copied, tail, is_shorter=True)
        return Whole(manifest, files, copied, tail, is_shorter=False)

    def _replace(self, whole: Whole) -> str:
        """The copy beside the file, under a key of today, looked at afresh; then its name."""
        aside = self._files.database.with_name(self._files.database.name + swapping.MAKING)
        keys = self._looking.keys(self._case, whole.files)
        try:
            reading.remove_with_log(aside)
            self._carry(whole, aside)
            key = self._under_today(aside, keys, whole)
            self._require_whole(aside, key, whole.tail)
            self._inside.shelf.drop(self._case)
            return swapping.take_place(aside, self._files.database, self._stamp())
        finally:
            wipe(*keys)
            with suppress(WorkbenchError):
                reading.remove_with_log(aside)

    def _carry(self, whole: Whole, aside: Path) -> None:
        carrier = Carrier(self._watch, 0, reading=on_medium, writing=durable.explained)
        folder = self._medium.copy(whole.manifest.generation)
        try:
            for file in whole.copied:
                ending = reading.WAL if file.name.endswith(reading.WAL) else ""
                carrier.carry(folder / file.name, aside.with_name(aside.name + ending))
            carrier.settle()
        finally:
            carrier.close()

    def _under_today(self, aside: Path, keys: tuple[bytearray, ...], whole: Whole) -> bytearray:
        """The key that the file is under; it was changed to today's if it was an earlier one."""
        fitting = next((key for key in keys if _is_under(aside, key)), None)
        if fitting is None:
            raise DamagedFileError(file=self._files.name)
        if whole.files.keys == self._files.keys:
            return self._as_the_copy_proves(fitting)
        today = self._keys_of_today(whole)
        if any(name_of(key) == name_of(fitting) for key in today):
            return fitting
        export = Export(aside, today[0], self._files.name, schemas.NEWEST["case"])
        vault, name = self._inside.vault, self._files.name
        source = casefile.connect(aside, fitting, vault, self._case, name=name)
        try:
            exporting.make(export, source, self._watch.pulse)
        finally:
            cipher.close_file(source, name=name)
        exporting.put_in_place(export)
        return today[0]

    def _as_the_copy_proves(self, fitting: bytearray) -> bytearray:
        """The key stays where only the vault's own keys file opened the copy.

        Nothing beside it says who made its other keys, or whether it is the one of today: a later
        key may be a stranger's, and an old file may name who was removed. So the copy goes under
        none of them, and the akt's key is due for a change.
        """
        self._inside.keychain.forget(self._case)
        self._inside.register.grants.mark_rekey([self._case], is_due=True)
        return fitting

    def _keys_of_today(self, whole: Whole) -> tuple[bytearray, ...]:
        """By the vault's own keys file, which is put back from the ring if it is damaged.

        So it is if its key was made by who could not open the akt at the last visit: nothing that
        is whole here proves the key, and it would be a stranger's to read. Who had a grant then
        may have none now: the akt's key is due for a change.
        """
        keychain, keys = self._inside.keychain, self._files.keys
        with suppress(DamagedFileError):
            if self._is_by_a_reader(whole):
                return keychain.keys(self._case, self._files)
        content = signed.plain_file(keyrings.read(whole.files.keys, name=self._files.keys_name))
        if keys.is_file():
            with durable.explained():
                keys.replace(keys.with_name(keys.name + swapping.DAMAGED + self._stamp()))
        durable.replace(keys, content)
        keychain.forget(self._case)
        self._inside.register.grants.mark_rekey([self._case], is_due=True)
        return keychain.keys(self._case, self._files)

    def _is_by_a_reader(self, whole: Whole) -> bool:
        today = self._inside.keychain.ring(self._case, self._files)
        before = keyrings.read(whole.files.keys, name=self._files.keys_name)
        makers = {granted.to for granted in today.grants if granted.to == granted.by}
        return makers <= {granted.to for granted in before.grants}

    def _require_whole(self, aside: Path, key: bytearray, tail: Tail) -> None:
        """On a fresh connection: pages, tree, and as many entries as the copy had."""
        vault, name = self._inside.vault, self._files.name
        connection = casefile.connect(aside, key, vault, self._case, name=name)
        try:
            is_whole = not soundness.faults(connection, name=name, pulse=self._watch.pulse)
            is_whole = is_whole and reading.tail_of(connection, name) == tail
        finally:
            cipher.close_file(connection, name=name)
        if not is_whole:
            raise DamagedFileError(file=name)

    def _stamp(self) -> str:
        return medium.generation_name(self._inside.now(), self._inside.ids)


def _is_under(database: Path, key: bytearray) -> bool:
    raw = kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)
    try:
        return cipher.begins_with_salt(database, bytes(raw[-cipher.SALT_BYTES :]))
    finally:
        wipe(raw)
