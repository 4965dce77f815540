# SPDX-License-Identifier: EUPL-1.2
"""Copies of the vault on other disks: made, looked at, opened later by who could not before.

The facet `copies` of an unlocked vault. Satisfies `services.copies_ports.Copies`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.domain.ids import CaseId
from workbench.domain.journal import Entry
from workbench.services.copies_ports import (
    CopyChecked,
    CopyListed,
    CopyMade,
    LeftAside,
    MediumSeen,
    PutBack,
    Salvaged,
    Watch,
    WholeCopy,
)
from workbench.vault import aside, carrying, comparing, medium, places, rehearsing, salvaging
from workbench.vault.carrying import on_medium
from workbench.vault.errors import (
    DamagedCopyError,
    MediumError,
    NoCopyError,
    SameDiskError,
)
from workbench.vault.inside import Inside
from workbench.vault.making_copies import Making
from workbench.vault.manifests import Manifest
from workbench.vault.medium import Medium
from workbench.vault.putting_back import PuttingBack
from workbench.vault.retention import NEWER_KEPT, Now
from workbench.vault.witnessing import witness


class Copies:
    """What an unlocked vault can do with its copies."""

    def __init__(self, inside: Inside, before: Callable[[], Sequence[Entry]]) -> None:
        """`before`: the entries of the organisation akt from before this stretch of work."""
        self._inside, self._before = inside, before

    def look(self, folder: Path) -> MediumSeen | None:
        """See `services.copies_ports.Copies.look`."""
        found = medium.find(folder, self._inside.vault)
        if found is None:
            return None
        listed: list[CopyListed] = []
        unreadable: list[str] = []
        for generation in found.names():
            try:
                listed.append(self._manifest(found, generation).listed())
            except MediumError:
                raise
            except WorkbenchError:
                unreadable.append(generation)
        return MediumSeen(found.id, tuple(listed), tuple(unreadable))

    def make(self, folder: Path, watch: Watch, *, allows_same_disk: bool = False) -> CopyMade:
        """See `services.copies_ports.Copies.make`."""
        inside = self._inside
        inside.require_role("administrator")
        places.refuse_unsafe(folder)
        with on_medium():
            shares = carrying.share_a_disk(folder, inside.layout.folder)
        if shares and not allows_same_disk:
            raise SameDiskError
        onto = medium.prepare(folder, inside.vault, inside.ids)
        erasures = inside.shelf.erasures
        with suppress(DamagedCopyError):  # the vault's own list holds what the medium's did
            erasures = erasures.joined(onto.erasures(inside.keychain.members))
        onto.note_erasures(erasures, inside.keychain.user, inside.keychain.signing)
        generation = medium.generation_name(inside.now(), inside.ids)
        made = Making(inside, onto, generation, watch, erasures.cases).run()
        gone, held = self._rotate(onto, watch)
        return replace(made, rotated_out=gone, held=held)

    def check(self, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
        """See `services.copies_ports.Copies.check`."""
        found = self._medium(folder)
        name = found.newest(generation)
        manifest = self._manifest(found, name)
        inside = self._inside
        numbers = inside.register.own.numbers()
        comparing.compare(found, manifest, inside.keychain.members, watch, numbers)
        return rehearsing.look_into_all(
            self._inside, manifest, (found.copy(name), found.ring), watch
        )

    def rehearse(self, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
        """See `services.copies_ports.Copies.rehearse`."""
        found = self._medium(folder)
        name = found.newest(generation)
        return rehearsing.rehearse(self._inside, found, self._manifest(found, name), watch)

    def find_whole(self, folder: Path, case: CaseId) -> WholeCopy | None:
        """See `services.copies_ports.Copies.find_whole`."""
        found = medium.find(folder, self._inside.vault)
        return PuttingBack(self._inside, found, case, Watch()).find() if found is not None else None

    def put_back(
        self, folder: Path, case: CaseId, watch: Watch, *, accepts_shorter: bool = False
    ) -> PutBack:
        """See `services.copies_ports.Copies.put_back`."""
        putting = PuttingBack(self._inside, self._medium(folder), case, watch)
        return putting.run(accepts_shorter=accepts_shorter)

    def left_aside(self) -> tuple[LeftAside, ...]:
        """See `services.copies_ports.Copies.left_aside`."""
        return aside.left_aside(self._inside.layout)

    def salvage(self, case: CaseId, watch: Watch) -> Salvaged:
        """See `services.copies_ports.Copies.salvage`."""
        return salvaging.read(self._inside, case, watch)

    def _medium(self, folder: Path) -> Medium:
        found = medium.find(folder, self._inside.vault)
        if found is None:
            raise NoCopyError
        return found

    def _manifest(self, of: Medium, generation: str) -> Manifest:
        return of.manifest(generation, self._inside.keychain.members)

    def _rotate(self, onto: Medium, watch: Watch) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Old copies go, now that a new one was opened. Which went, and which are held.

        Those are held that are too old by the clock only, or that too few whole ones follow.
        """
        good = [each for each in self._believed(onto) if not each.damaged]
        members = self._inside.keychain.members
        law = witness(lambda: members)
        now = Now.of(self._inside.clock.now(), self._before(), law)
        old = [each.generation for each in good[NEWER_KEPT:] if now.is_old(each)]
        due = [each.generation for each in good[NEWER_KEPT:] if now.is_known_old(each)]
        gone: list[str] = []
        # The new copy is made, whatever becomes of the old ones: a lock that waits keeps them too.
        with suppress(MediumError, DamagedCopyError, Cancelled):
            newer, quietly = good[1:NEWER_KEPT] if due else (), Watch(watch.pulse)
            if not any(comparing.differing(onto, each, quietly) for each in newer):
                for generation in due:
                    onto.drop_copy(generation)
                    gone.append(generation)
        return tuple(gone), tuple(each for each in old if each not in gone)

    def _believed(self, onto: Medium) -> Sequence[Manifest]:
        found: list[Manifest] = []
        for generation in onto.names():
            with suppress(DamagedCopyError):
                found.append(self._manifest(onto, generation))
        return found
