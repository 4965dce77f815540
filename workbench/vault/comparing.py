# SPDX-License-Identifier: EUPL-1.2
"""Every byte of a copy against its signed list, and what is said when some of it does not hold."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Watch
from workbench.services.ports import Member
from workbench.vault import reading
from workbench.vault.carrying import Carrier
from workbench.vault.errors import (
    DamagedCopyError,
    DamagedRegisterCopyError,
    MediumError,
    UnsoundCopyError,
)
from workbench.vault.layout import CASES
from workbench.vault.manifests import Manifest
from workbench.vault.medium import Medium

_DAY = 10


def compare(
    found: Medium,
    manifest: Manifest,
    members: tuple[Member, ...],
    watch: Watch,
    numbers: Mapping[CaseId, str],
) -> None:
    """See that every file of a copy is what was written. `numbers`: what own akter are called.

    Raises:
        UnsoundCopyError: naming every akt that is not; DamagedRegisterCopyError,
        DamagedCopyError: register or organisation akt are not; MediumError.
    """
    refuse(found, manifest, members, differing(found, manifest, watch), watch, numbers)


def differing(found: Medium, manifest: Manifest, watch: Watch) -> tuple[str, ...]:
    """The databases of a copy that are not what was written, or whose logs are not, by name."""
    carrier = Carrier(watch, sum(file.size for file in manifest.files))
    folder = found.copy(manifest.generation)
    damaged: set[str] = set()
    for file in manifest.files:
        is_there = (folder / file.name).is_file()
        back = carrier.read_back(folder / file.name) if is_there else None
        if back is None or (back.size, back.sha256) != (file.size, file.sha256):
            damaged.add(database_of(file.name))
    return tuple(sorted(damaged))


def refuse(
    found: Medium,
    manifest: Manifest,
    members: tuple[Member, ...],
    damaged: Iterable[str],
    watch: Watch,
    numbers: Mapping[CaseId, str],
) -> None:
    """Say what these damaged files mean; nothing when there are none.

    Raises:
        as `compare`.
    """
    names = sorted(damaged)
    vital = next((name for name in names if not is_akt(name)), None)
    if vital is not None:
        raise _without_vital(found, manifest, members, vital, watch)
    if names:
        cases = (CaseId(Path(name).stem) for name in names)
        akter = ", ".join(numbers.get(case, case) for case in cases)
        file = f"{manifest.generation}/{names[0]}"
        raise UnsoundCopyError(count=len(names), akter=akter, file=file)


def database_of(name: str) -> str:
    """The database that a file of a copy belongs to: its log is part of it."""
    return name.removesuffix(reading.WAL)


def is_akt(name: str) -> bool:
    """Whether a copy can do without this file."""
    return name.startswith(f"{CASES}/")


def _without_vital(
    found: Medium, manifest: Manifest, members: tuple[Member, ...], vital: str, watch: Watch
) -> DamagedCopyError:
    file = f"{manifest.generation}/{vital}"
    older = _next_whole(found, manifest, members, watch)
    if older is None:
        return DamagedCopyError(file=file)
    return DamagedRegisterCopyError(file=file, older=older.generation, made=older.made[:_DAY])


def _next_whole(
    found: Medium, manifest: Manifest, members: tuple[Member, ...], watch: Watch
) -> Manifest | None:
    for generation in found.names():
        if generation >= manifest.generation:
            continue
        try:
            older = found.manifest(generation, members)
            if not differing(found, older, watch):
                return older
        except MediumError:
            raise
        except WorkbenchError:
            continue
    return None
