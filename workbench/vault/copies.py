# SPDX-License-Identifier: EUPL-1.2
"""Copies of the vault on other disks: made, looked at, opened later by who could not before.

The facet `copies` of an unlocked vault. Satisfies `services.copies_ports.Copies`.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from workbench.domain.clock import moment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import (
    AktState,
    CopyChecked,
    CopyListed,
    CopyMade,
    MediumSeen,
    Watch,
)
from workbench.vault import carrying, manifests, medium, places
from workbench.vault.carrying import Carrier, on_medium
from workbench.vault.errors import (
    DamagedCopyError,
    MediumError,
    NoAccessError,
    NoCopyError,
    SameDiskError,
)
from workbench.vault.inside import Inside
from workbench.vault.looking import looking_as
from workbench.vault.making_copies import Making
from workbench.vault.manifests import CopiedAkt, Manifest
from workbench.vault.medium import Medium

_KEPT = timedelta(days=90)
_ALWAYS_KEPT = 2


class Copies:
    """What an unlocked vault can do with its copies."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

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
        erasures = inside.shelf.erasures.joined(onto.erasures(inside.keychain.members))
        onto.note_erasures(erasures, inside.keychain.user, inside.keychain.signing)
        generation = medium.generation_name(inside.now(), inside.ids)
        made = Making(inside, onto, generation, watch, erasures.cases).run()
        return replace(made, rotated_out=self._rotate(onto))

    def check(self, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
        """See `services.copies_ports.Copies.check`."""
        found = self._medium(folder)
        name = found.newest(generation)
        manifest = self._manifest(found, name)
        compare(found, manifest, watch)
        states = [self._opens(found, manifest, akt, watch) for akt in manifest.akter]
        damaged = [self._file(akt) for akt, state in zip(manifest.akter, states, strict=True)
                   if state == "damaged"]  # fmt: skip
        return CopyChecked(
            found.id, name, states.count("opened"), states.count("hash-only"), tuple(damaged)
        )

    def _medium(self, folder: Path) -> Medium:
        found = medium.find(folder, self._inside.vault)
        if found is None:
            raise NoCopyError
        return found

    def _manifest(self, of: Medium, generation: str) -> Manifest:
        return of.manifest(generation, self._inside.keychain.members)

    def _opens(self, found: Medium, manifest: Manifest, akt: CopiedAkt, watch: Watch) -> AktState:
        looking, case = looking_as(self._inside, watch), CaseId(akt.case)
        files = looking.files(case, found.copy(manifest.generation), found.ring)
        watch.pulse()
        try:
            looking.into(case, files, manifests.head_of(akt))
        except NoAccessError:
            return "hash-only"
        except MediumError:
            raise
        except WorkbenchError:
            return "damaged"
        return "opened"

    def _file(self, akt: CopiedAkt) -> str:
        return self._inside.shelf.files(CaseId(akt.case)).name

    def _rotate(self, onto: Medium) -> tuple[str, ...]:
        """Old copies go, now that a new one was opened; the last two good ones never do."""
        good = [each for each in self._believed(onto) if not each.damaged]
        kept = {each.generation for each in good[:_ALWAYS_KEPT]}
        now = self._inside.clock.now()
        gone = [e.generation for e in good if e.generation not in kept and _is_old(e, now)]
        with suppress(MediumError):  # the new copy is made, whatever becomes of the old ones
            for generation in gone:
                onto.drop_copy(generation)
        return tuple(gone)

    def _believed(self, onto: Medium) -> Sequence[Manifest]:
        found: list[Manifest] = []
        for generation in onto.names():
            with suppress(DamagedCopyError):
                found.append(self._manifest(onto, generation))
        return found


def compare(found: Medium, manifest: Manifest, watch: Watch) -> None:
    """Every byte of a copy against its list.

    Raises:
        DamagedCopyError: naming the first file that is not what was written.
    """
    carrier = Carrier(watch, sum(file.size for file in manifest.files))
    folder = found.copy(manifest.generation)
    for file in manifest.files:
        name = f"{manifest.generation}/{file.name}"
        if not (folder / file.name).is_file():
            raise DamagedCopyError(file=name)
        carried = carrier.read_back(folder / file.name)
        if (carried.size, carried.sha256) != (file.size, file.sha256):
            raise DamagedCopyError(file=name)


def _is_old(manifest: Manifest, now: datetime) -> bool:
    try:
        return moment(manifest.made) + _KEPT < now
    except ValueError:  # a day that never was
        return False
