# SPDX-License-Identifier: EUPL-1.2
"""One copy of a vault on a medium, from the first byte to the last rename.

Register first, then each database; hashed on the way, made durable, read back from the medium,
compared, and opened there by whoever makes it. The ring of keys is finished before the copy is,
so that no finished copy lacks its keys. Until its last rename it is no copy, and what was there
before is as it was.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.services.copies_ports import AktState, CopyMade, Watch
from workbench.vault import (
    carrying,
    cipher,
    durable,
    manifests,
    medium,
    reading,
    register,
    rings,
)
from workbench.vault.alongside import Alongside
from workbench.vault.carrying import Carried, Carrier, on_medium
from workbench.vault.errors import DamagedCopyError, DiskError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.layout import CASES
from workbench.vault.looking import CopyLook, Wanted
from workbench.vault.manifests import CopiedAkt, CopiedFile, Manifest
from workbench.vault.medium import Medium
from workbench.vault.register import Tail
from workbench.vault.rings import Ring

_MARGIN_BYTES = 1024 * 1024


@dataclass(slots=True)
class Making:
    """The making of one copy. Used once."""

    inside: Inside
    medium: Medium
    generation: str
    watch: Watch
    erased: frozenset[CaseId]
    _damaged: set[str] = field(default_factory=set)
    _carried: dict[str, Carried] = field(default_factory=dict)

    def run(self) -> CopyMade:
        """Make it.

        Raises:
            TooManyAkterError, MediumError, NoRoomError, DamagedCopyError: what was written did not
            come back.
        """
        manifests.require_readable(len(self.inside.register.rows()))
        self._fold_logs()
        sources = dict(self._sources())
        names = filter(self._is_kept, rings.keys_names(self.inside.layout.folder))
        copies = tuple(map(self.medium.copy, self.medium.names()))
        before = rings.Before(self.medium.ring, copies, self._is_kept)
        ring = rings.of_today(self.inside, before, names)
        total = sum(path.stat().st_size for path in sources.values()) + ring.size_bytes
        carrying.require_room(self.medium.folder, total + _MARGIN_BYTES)
        try:
            manifest = self._copy(sources, ring, total)
        except Cancelled:
            raise  # a lock waits; the next visit clears up
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(self.medium.part(self.generation))
            raise
        return CopyMade(self.medium.id, manifest.listed(), self._for_whom(manifest))

    def _copy(self, sources: Mapping[str, Path], ring: Ring, total: int) -> Manifest:
        wanted = dict(self._wanted())
        look = CopyLook(self.inside, self._part, wanted, self._carried)
        self._begin()
        with Alongside(look.at) as beside:
            carrier = Carrier(self.watch, 2 * total, settled=self._asking(beside))
            try:
                self._carry(sources, carrier)
                self._write_ring(ring, Carrier(Watch(self.watch.pulse), 0))
                carrier.count(2 * ring.size_bytes)
            finally:
                carrier.close()
            found = {n: self._told(n, t, carrier) for n, t in beside.answers(self.watch.pulse)}
        manifest = self._manifest(tuple(self._akter(wanted, found)))
        self._sign(manifest)
        self.medium.finish_ring()
        self.medium.finish_copy(self.generation)
        self.medium.swap_ring()
        return manifest

    def _for_whom(self, manifest: Manifest) -> tuple[UserId, ...]:
        """Users who can open what this one could not."""
        inside = self.inside
        seated = {member.user for member in inside.keychain.members if member.place}
        users: set[UserId] = set()
        for akt in manifest.akter:
            if akt.state == "hash-only":
                case = CaseId(akt.case)
                users.update(inside.keychain.readers(case, inside.shelf.files(case)))
        return tuple(sorted(users & seated))

    @property
    def _part(self) -> Path:
        return self.medium.part(self.generation)

    def _fold_logs(self) -> None:
        """Bring what lies in logs into the files that this user can open.

        The other logs, which only a cut-off program leaves, are copied as they are.
        """
        inside, folder = self.inside, self.inside.layout.folder
        if reading.has_log(folder / register.FILE):
            register.open_register(folder, inside.register_keys, inside.vault).close()
        for case in self._cases():
            files = inside.shelf.files(case)
            if reading.has_log(files.database):
                with suppress(WorkbenchError):
                    connection = inside.keychain.connect(case, files)
                    cipher.close_file(connection, name=files.name)
            self.watch.pulse()

    def _cases(self) -> Iterator[CaseId]:
        yield CaseId(self.inside.body.house)
        yield from (row.case for row in self.inside.register.rows())

    def _sources(self) -> Iterator[tuple[str, Path]]:
        folder = self.inside.layout.folder
        names = [register.FILE, "house.db"]
        names += [f"{CASES}/{path.name}" for path in sorted((folder / CASES).glob("*.db"))]
        for name in filter(self._is_kept, names):
            if reading.has_log(folder / name):
                yield name + reading.WAL, folder / (name + reading.WAL)
            if (folder / name).is_file():
                yield name, folder / name

    def _is_kept(self, name: str) -> bool:
        return not any(case in name for case in self.erased)

    def _wanted(self) -> Iterator[tuple[str, Wanted]]:
        """By file: what is expected there, and with which keys. Asked on the vault's own thread."""
        inside, rows = self.inside, {row.case: row.tail for row in self.inside.register.rows()}
        for case in self._cases():
            files = inside.shelf.files(case)
            heard = rows[case] if case in rows else inside.register.house()
            try:
                # The ring's keys files hold every grant of the vault's own, compared by byte.
                yield files.name, Wanted(case, heard, inside.keychain.keys(case, files))
            except NoAccessError:
                yield files.name, Wanted(case, heard, ())
            except WorkbenchError:
                self._damaged.add(files.name)
                yield files.name, Wanted(case, heard, ())
            self.watch.pulse()

    def _begin(self) -> None:
        with on_medium():
            for folder in (self._part, self.medium.new_ring):
                durable.make_folder(folder)
                durable.make_folder(folder / CASES)

    def _asking(self, beside: Alongside[Tail | None]) -> Callable[[Path], None]:
        """Whatever is on the medium is looked at; a log comes before its database."""

        def ask(settled: Path) -> None:
            name = settled.relative_to(self._part).as_posix()
            if name in self._carried:
                beside.ask(name)

        return ask

    def _carry(self, sources: Mapping[str, Path], carrier: Carrier) -> None:
        """Every file; one that this computer's own disk does not give any more is left out."""
        for name, path in sources.items():
            try:
                self._carried[name] = carrier.carry(path, self._part / name)
            except DiskError:
                if name == register.FILE:
                    raise
                self._damaged.add(name)
        carrier.settle()
        with on_medium():
            for name in self._damaged - self._carried.keys():
                (self._part / name).unlink(missing_ok=True)
            durable.sync_folder(self._part / CASES)

    def _write_ring(self, ring: Ring, carrier: Carrier) -> None:
        new = self.medium.new_ring
        for name, content in ring.files.items():
            carrier.put(content, new / name)
        carrier.settle()
        with on_medium():
            durable.sync_folder(new / CASES)
        for name, content in ring.files.items():
            if carrier.read_back(new / name) != carrying.as_carried(content):
                raise DamagedCopyError(file=f"{medium.RING}/{name}")

    def _told(self, name: str, tail: Tail | None, carrier: Carrier) -> Tail | None:
        carrier.count(self._carried[name].size)
        return tail

    def _akter(
        self, wanted: Mapping[str, Wanted], found: Mapping[str, Tail | None]
    ) -> Iterator[CopiedAkt]:
        for name, akt in wanted.items():
            tail, state = found.get(name), self._state(name, akt, found)
            self._damaged.update([name] if state == "damaged" else [])
            told = tail or akt.heard
            yield CopiedAkt(case=akt.case, head=told.head or "", entries=told.count, state=state)

    def _state(self, name: str, akt: Wanted, found: Mapping[str, Tail | None]) -> AktState:
        if name in self._damaged or name not in self._carried:
            return "damaged"
        if not akt.keys:
            return "hash-only"
        return "opened" if found[name] is not None else "damaged"

    def _manifest(self, akter: tuple[CopiedAkt, ...]) -> Manifest:
        inside = self.inside
        return Manifest(
            vault=inside.vault,
            medium=self.medium.id,
            generation=self.generation,
            made=inside.now(),
            device=inside.device,
            slots_generation=inside.body.generation,
            revision=inside.register.revision(),
            files=tuple(
                CopiedFile(name=name, size=was.size, sha256=was.sha256)
                for name, was in self._carried.items()
            ),
            akter=akter,
            damaged=tuple(sorted(self._damaged)),
            signed_by=inside.keychain.user,
        )

    def _sign(self, manifest: Manifest) -> None:
        content = manifests.file_of(manifest, self.inside.keychain.signing)
        with on_medium():
            durable.write_new(self._part / manifests.FILE, content)
            if (self._part / manifests.FILE).read_bytes() != content:
                raise DamagedCopyError(file=manifests.FILE)
