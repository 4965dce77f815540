# SPDX-License-Identifier: EUPL-1.2
"""A folder filled from a copy and its ring: ciphertext only, every byte against the signed list."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.services.copies_ports import Watch
from workbench.services.ports import Member
from workbench.vault import (
    carrying,
    comparing,
    durable,
    keyrings,
    mailboxes,
    reading,
    rings,
    signed,
)
from workbench.vault.carrying import Carrier, on_medium
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import DamagedCopyError
from workbench.vault.keyrings import KeysBody
from workbench.vault.layout import Layout
from workbench.vault.manifests import CopiedFile, Manifest
from workbench.vault.medium import Medium
from workbench.vault.swapping import DAMAGED

_DATABASE = ".db"
"""What a damaged file is called: its name, this, and when it was put beside its place."""


@dataclass(slots=True)
class Refill:
    """Fills `aside` from one copy. `replaced`: the vault whose place it takes, if there is one.

    `without`: grants that were not restored, because the vault that is replaced had taken them
    away since. `keyless`: akter that no ring has keys to. `damaged`: databases of akter that are
    not what was written there; they lie beside their place, and nothing stands in it.
    """

    medium: Medium
    manifest: Manifest
    aside: Layout
    members: tuple[Member, ...]
    erasures: Erasures
    watch: Watch
    replaced: Layout | None = None
    without: dict[CaseId, set[UserId]] = field(default_factory=dict)
    keyless: list[CaseId] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Every file that was not erased since, with its keys.

        Raises:
            DamagedCopyError, DamagedRegisterCopyError: there is no register or no organisation
            akt to be had; MediumError, NoRoomError, DiskError.
        """
        kept = [file for file in self.manifest.files if not self._is_erased(file.name)]
        carrying.require_room(self.aside.folder, sum(file.size for file in kept))
        with durable.explained():
            durable.make_folder(self.aside.cases)
            durable.make_folder(self.aside.incoming)
        total = 2 * sum(file.size for file in kept)
        carrier = Carrier(self.watch, total, reading=on_medium, writing=durable.explained)
        try:
            self._files(kept, carrier)
            self._keys(kept, carrier)
        finally:
            carrier.close()
        with durable.explained():
            durable.sync_folder(self.aside.cases)

    def require_whole(self, numbers: Mapping[CaseId, str]) -> None:
        """See that no akt of the copy is damaged. `numbers`: what own akter are called.

        Raises:
            UnsoundCopyError: naming those that are.
        """
        comparing.refuse(
            self.medium, self.manifest, self.members, self.damaged, self.watch, numbers
        )

    def set_aside(self, database: str) -> None:
        """A damaged file keeps another name, for whoever wants to read what is left of it."""
        self.damaged.add(database)
        place = self.aside.folder / database
        kept = place.with_name(f"{place.name}{DAMAGED}{self.manifest.generation}")
        with durable.explained():
            for ending in (reading.WAL, "-shm", ""):
                beside = place.with_name(place.name + ending)
                if beside.is_file():
                    beside.replace(kept.with_name(kept.name + ending))

    def erased(self) -> int:
        """How many akter of the copy stay erased."""
        return sum(CaseId(akt.case) in self.erasures.cases for akt in self.manifest.akter)

    def carry_exchange_keys(self) -> bool:
        """The organisation's own keys for bundles, from the vault that is replaced."""
        if self.replaced is None:
            return False
        with suppress(WorkbenchError):
            vault = self.medium.vault
            mailboxes.read(self.replaced.folder, self.members, vault)
            content = (self.replaced.folder / mailboxes.FILE).read_bytes()
            durable.write_new(self.aside.folder / mailboxes.FILE, content)
            return True
        return False

    def carry_arrivals(self) -> None:
        """Sealed files that wait to be opened are in no copy: they come along."""
        if self.replaced is None:
            return
        carrier = carrying.Carrier(self.watch, 0, writing=durable.explained)
        try:
            for path in filter(Path.is_file, sorted(self.replaced.incoming.glob("*.age"))):
                with suppress(WorkbenchError):
                    carrier.carry(path, self.aside.incoming / path.name)
            carrier.settle()
        finally:
            carrier.close()

    def _is_erased(self, name: str) -> bool:
        return any(case in name for case in self.erasures.cases)

    def _files(self, kept: list[CopiedFile], carrier: Carrier) -> None:
        differing = {file.name for file in kept if not self._carried(file, carrier)}
        carrier.settle()
        damaged = {comparing.database_of(name) for name in differing}
        if not all(map(comparing.is_akt, damaged)):
            self.damaged |= damaged
            self.require_whole({})
        for name in sorted(damaged):
            self.set_aside(name)
        for file in kept:
            if comparing.database_of(file.name) in damaged:
                continue
            back = carrier.read_back(self.aside.folder / file.name)
            if (back.size, back.sha256) != (file.size, file.sha256):
                raise DamagedCopyError(file=file.name)

    def _carried(self, file: CopiedFile, carrier: Carrier) -> bool:
        """Whether it is there, and what was written."""
        source = self.medium.copy(self.manifest.generation) / file.name
        with on_medium():
            if not source.is_file():
                return False
        carried = carrier.carry(source, self.aside.folder / file.name)
        return (carried.size, carried.sha256) == (file.size, file.sha256)

    def _keys(self, kept: list[CopiedFile], carrier: Carrier) -> None:
        databases = {file.name for file in kept if file.name.endswith(_DATABASE)}
        found: set[str] = set()
        for name in rings.keys_names(self.medium.ring):
            database = name.removesuffix(rings.KEYS) + _DATABASE
            if database in databases:
                found.add(database)
                carrier.put(self._of_today(name), self.aside.folder / name)
        carrier.settle()
        lacking = databases - found - {"register.db"}
        self.keyless += [CaseId(Path(name).stem) for name in sorted(lacking)]

    def _of_today(self, name: str) -> bytes:
        """A keys file of the ring, without whom the vault that is replaced had left out since."""
        with on_medium():
            content = signed.read_file(self.medium.ring / name)
        if self.replaced is None:
            return content
        with suppress(WorkbenchError, ValueError):
            body = signed.read_plain(content, KeysBody)
            today = keyrings.read(self.replaced.folder / name, name=name)
            keyrings.require_whole(today, self.members, name=name)
            readers = {granted.to for granted in today.grants}
            gone = {UserId(granted.to) for granted in body.grants} - readers
            if gone and (today.vault, today.case) == (body.vault, body.case):
                self.without[CaseId(body.case)] = gone
                return signed.plain_file(rings.only_for(body, readers))
        return content
