# SPDX-License-Identifier: EUPL-1.2
"""A copy put back aside, opened, counted, and put away again: the proof that it could be used."""

import shutil
from contextlib import suppress
from pathlib import Path

from workbench.crypto.clearing import wipe
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import AktState, CopyChecked, Watch
from workbench.vault import durable, manifests, old_register, reading, register
from workbench.vault.errors import MediumError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.layout import Layout
from workbench.vault.looking import looking_as
from workbench.vault.manifests import CopiedAkt, Manifest
from workbench.vault.medium import Medium
from workbench.vault.refilling import Refill

_PREFIX = ".varn-rehearsal-"


def rehearse(inside: Inside, found: Medium, manifest: Manifest, watch: Watch) -> CopyChecked:
    """Fill a folder beside the vault from a copy, open what this user can, remove the folder.

    Raises:
        DamagedCopyError, MediumError, NoRoomError, DiskError; what `watch.pulse` raises.
    """
    aside = inside.layout.folder.parent / (_PREFIX + inside.vault)
    sweep(aside)
    with durable.explained():
        durable.make_folder(aside)
    try:
        members, erasures = inside.keychain.members, inside.shelf.erasures
        refill = Refill(found, manifest, Layout(aside), members, erasures, watch)
        refill.run()
        refill.require_whole(inside.register.own.numbers())
        _open_register(inside, found, aside)
        return look_into_all(inside, manifest, (aside, aside), watch)
    finally:
        sweep(aside)


def sweep(aside: Path) -> None:
    """What a rehearsal left that was cut off: ciphertext."""
    if aside.is_dir() and not aside.is_symlink():
        with suppress(OSError):
            shutil.rmtree(aside)


def look_into_all(
    inside: Inside, manifest: Manifest, places: tuple[Path, Path], watch: Watch
) -> CopyChecked:
    """Every akt of a copy, as far as this user can open it. `places`: databases, and keys."""
    states: list[tuple[CopiedAkt, AktState]] = []
    for akt in manifest.akter:
        if CaseId(akt.case) not in inside.shelf.erasures.cases:
            states.append((akt, _state(inside, akt, places, watch)))
        watch.pulse()
    found = [state for _akt, state in states]
    return CopyChecked(
        medium=manifest.medium,
        generation=manifest.generation,
        opened=found.count("opened"),
        hash_only=found.count("hash-only"),
        damaged=tuple(
            inside.shelf.files(CaseId(akt.case)).name for akt, s in states if s == "damaged"
        ),
    )


def _state(inside: Inside, akt: CopiedAkt, places: tuple[Path, Path], watch: Watch) -> AktState:
    looking, case = looking_as(inside, watch), CaseId(akt.case)
    try:
        looking.into(case, looking.files(case, *places), manifests.head_of(akt))
    except NoAccessError:
        return "hash-only"
    except MediumError:
        raise
    except WorkbenchError:
        return "damaged"
    return "opened"


def _open_register(inside: Inside, found: Medium, aside: Path) -> None:
    """Under a key of today or an earlier one.

    Raises:
        DamagedFileError: no key opens it.
    """
    then = old_register.keys_then(found, inside.keychain, inside.register_keys)
    try:
        keys = (*inside.register_keys, *then)
        if reading.has_log(aside / register.FILE):
            register.connect(aside, keys, inside.vault).close()
        reading.revision_of(aside / register.FILE, keys, inside.vault)
    finally:
        wipe(*then)
