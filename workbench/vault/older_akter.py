# SPDX-License-Identifier: EUPL-1.2
"""Akter that are damaged in the copy that is put back, taken from older copies of that medium.

Each from the newest older copy in which its bytes are what was written and, for who can open it,
pages and journal hold. The register is told that it ends earlier: it may not find out by itself,
and take it for a file that somebody put in its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId
from workbench.services.copies_ports import AktOfCopy, Watch
from workbench.vault import durable
from workbench.vault.carrying import Carrier, on_medium
from workbench.vault.comparing import database_of
from workbench.vault.errors import MediumError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.looking import looking_as
from workbench.vault.manifests import CopiedAkt, CopiedFile, Manifest
from workbench.vault.refilling import Refill
from workbench.vault.register import Tail


@dataclass(frozen=True, slots=True)
class _Older:
    """An akt in an older copy: its files there, and where its journal ends."""

    manifest: Manifest
    copied: tuple[CopiedFile, ...]
    tail: Tail


@dataclass(frozen=True, slots=True)
class OlderAkter:
    """Fills what is missing in a vault aside. `inside` is that vault, open."""

    inside: Inside
    refill: Refill
    watch: Watch

    def names(self, cases: Iterable[CaseId]) -> tuple[AktOfCopy, ...]:
        """What they are called."""
        return tuple(AktOfCopy(case, self._number(case)) for case in sorted(cases))

    def fill(self, cases: Iterable[CaseId]) -> tuple[tuple[AktOfCopy, ...], tuple[AktOfCopy, ...]]:
        """Take these from older copies: (those that were found there, those that are left out).

        Raises:
            MediumError, DiskFullError, DiskError.
        """
        found: list[AktOfCopy] = []
        left_out: list[AktOfCopy] = []
        for akt in self.names(cases):
            self.refill.set_aside(self.inside.shelf.files(akt.case).name)
            older = next(self._whole(akt.case), None)
            if older is None:
                left_out.append(akt)
            else:
                self._carry(older)
                found.append(self._told(akt, older))
            self.watch.pulse()
        with durable.explained():
            durable.sync_folder(self.inside.layout.cases)
        return tuple(found), tuple(left_out)

    def _whole(self, case: CaseId) -> Iterator[_Older]:
        """The older copies that have it, newest first. What cannot be believed is passed over."""
        refill = self.refill
        for generation in refill.medium.names():
            if generation >= refill.manifest.generation:
                continue
            try:
                manifest = refill.medium.manifest(generation, refill.members)
                yield from self._in(manifest, case)
            except MediumError:
                raise
            except WorkbenchError:
                continue

    def _in(self, manifest: Manifest, case: CaseId) -> Iterator[_Older]:
        name = self.inside.shelf.files(case).name
        akt = next((each for each in manifest.akter if each.case == case), None)
        copied = tuple(file for file in manifest.files if database_of(file.name) == name)
        if akt is None or not copied or name in manifest.damaged:
            return
        if all(self._is_as_written(manifest, file) for file in copied):
            yield _Older(manifest, copied, self._tail(manifest, akt))

    def _is_as_written(self, manifest: Manifest, file: CopiedFile) -> bool:
        path = self.refill.medium.copy(manifest.generation) / file.name
        if not path.is_file():
            return False
        back = Carrier(self.watch, 0).read_back(path)
        return (back.size, back.sha256) == (file.size, file.sha256)

    def _tail(self, manifest: Manifest, akt: CopiedAkt) -> Tail:
        """Where it ends; of another user's akt, by the word of the copy's list."""
        medium, case = self.refill.medium, CaseId(akt.case)
        looking = looking_as(self.inside, self.watch)
        files = looking.files(case, medium.copy(manifest.generation), medium.ring)
        try:
            return looking.into(case, files, None)
        except NoAccessError:
            return Tail(EntryId(akt.head) if akt.head else None, akt.entries)

    def _carry(self, older: _Older) -> None:
        copy = self.refill.medium.copy(older.manifest.generation)
        carrier = Carrier(self.watch, 0, reading=on_medium, writing=durable.explained)
        try:
            for file in older.copied:
                carrier.carry(copy / file.name, self.inside.layout.folder / file.name)
            carrier.settle()
        finally:
            carrier.close()

    def _told(self, akt: AktOfCopy, older: _Older) -> AktOfCopy:
        """The register knows from now on where it ends; `pending` until somebody opens it."""
        inside, heard = self.inside, self.inside.shelf.heard(akt.case)
        if heard != older.tail:
            inside.register.announce(akt.case)
            inside.register.advance(akt.case, older.tail)
        inside.keychain.forget(akt.case)
        return replace(
            akt,
            generation=older.manifest.generation,
            made=older.manifest.made,
            missing=max(0, heard.count - older.tail.count),
        )

    def _number(self, case: CaseId) -> str:
        """Of one's own akter only, as everywhere; recovery may know all of them."""
        inside = self.inside
        row, user = inside.register.row(case), inside.keychain.user
        is_own = inside.keychain.reads_for_all or user in inside.register.grants.users(case)
        return row.number if row is not None and is_own else ""
