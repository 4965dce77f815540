# SPDX-License-Identifier: EUPL-1.2
"""A vault put in the place of another by renames; the other stays, under another name.

`<vault>.restoring`          being made; worth nothing
`<vault>.restored-<stamp>`   whole and verified: from this name on the change is decided
`<vault>.replaced-<stamp>`   what lay there before

Cut off between two renames, the next start finishes what was decided.
"""

import re
import shutil
from contextlib import suppress
from pathlib import Path

from workbench.vault import durable

_MAKING, _READY = ".restoring", ".restored-"
REPLACED = ".replaced-"
_STAMP = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


def making(target: Path) -> Path:
    """Where the new vault is made, beside the place that it is for."""
    return target.with_name(target.name + _MAKING)


def replaced_name(target: Path, stamp: str) -> str:
    """What the folder that lies there now will be called."""
    return target.name + REPLACED + stamp


def is_empty(target: Path) -> bool:
    """A folder with nothing in it is in nobody's way."""
    return target.is_dir() and not any(target.iterdir())


def begin(target: Path) -> Path:
    """An empty folder to make it in; what a cut-off attempt left there goes."""
    aside = making(target)
    with durable.explained():
        if aside.exists():
            shutil.rmtree(aside)
        durable.make_folders(aside.parent)
        durable.make_folder(aside)
        durable.sync_folder(aside.parent)
    return aside


def decide(target: Path, stamp: str) -> None:
    """It is whole: from now on it will be the vault."""
    with durable.explained():
        making(target).replace(target.with_name(target.name + _READY + stamp))
        durable.sync_folder(target.parent)


def settle(target: Path) -> bool:
    """Finish a change that was decided; whether there was one. Called before a vault is opened."""
    ready = _ready(target)
    if ready is None:
        return False
    stamp = ready.name.removeprefix(target.name + _READY)
    with durable.explained(), suppress(FileNotFoundError):  # another process has just done it
        if is_empty(target):
            target.rmdir()
        if target.exists():
            target.replace(target.with_name(replaced_name(target, stamp)))
            durable.sync_folder(target.parent)
        ready.replace(target)
        durable.sync_folder(target.parent)
    return True


def abandon(target: Path) -> None:
    """Nothing comes of it: what was made so far goes."""
    with suppress(OSError):
        shutil.rmtree(making(target))


def _ready(target: Path) -> Path | None:
    prefix = target.name + _READY
    try:
        found = [path for path in target.parent.iterdir() if path.name.startswith(prefix)]
    except OSError:  # a folder that cannot be listed has nothing of ours to finish
        return None
    stamped = [path for path in found if _STAMP.fullmatch(path.name.removeprefix(prefix))]
    return max(stamped, default=None)
