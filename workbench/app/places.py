# SPDX-License-Identifier: EUPL-1.2
"""Where the vault of this computer lies: as usual, or where first start put it.

The note of another place lies in the installation's own state; it holds a path and nothing else.
Imports of the vault's room wait until they are needed: the unlock page is painted without them.
"""

import os
from collections.abc import Callable
from pathlib import Path

from workbench.domain.errors import WorkbenchError

_NOTE = "vault-place"
_SLOTS = "vault.slots"
_OWN = "Varn"
_BEGUN = frozenset({"cases", "incoming", "house", "register", "mailbox", "vault"})
"""How names in an unfinished vault begin: enough to ask no more of most folders."""


def usual() -> Path:
    """Where a vault is looked for, and proposed, when nobody says otherwise."""
    home = Path.home() / _OWN
    if is_vault(home):
        return home
    noted = _noted()
    return noted if noted is not None and is_vault(noted) else home


def is_vault(folder: Path) -> bool:
    """Whether a vault seems to lie there; what is in it is not looked at."""
    return (folder / _SLOTS).exists() or _is_put_back(folder)


def is_unborn(folder: Path) -> bool:
    """Whether first start may begin: absent, empty, or with what a start that was cut off left.

    A folder with anything else in it is told.
    """
    try:
        return not any(folder.iterdir()) or is_unfinished(folder)
    except FileNotFoundError:
        return not _is_put_back(folder)
    except OSError:
        return False


def is_unfinished(folder: Path) -> bool:
    """Whether a start that was cut off left its files there, and nothing else lies there."""
    names = {path.name.partition(".")[0] for path in folder.iterdir()} if folder.is_dir() else {""}
    if (folder / _SLOTS).exists() or not names <= _BEGUN:
        return False
    from workbench.vault import unfinished  # noqa: PLC0415

    return unfinished.is_unfinished(folder)


def room_in(chosen: Path) -> Path:
    """The vault's folder in a folder that somebody chose: that one when it is empty."""
    return chosen if is_unborn(chosen) and chosen.exists() else chosen / _OWN


def proposed(wanted: Path, check: Callable[[Path], WorkbenchError | None]) -> Path:
    """`wanted`, or a folder beside the program's own state when that would not be safe."""
    from workbench.vault.installation import state_folder  # noqa: PLC0415

    aside = state_folder(None).parent / _OWN
    return next((place for place in (wanted, aside) if check(place) is None), wanted)


def check_place(folder: Path) -> WorkbenchError | None:
    """Why no vault may be made there, or None. Slow on a place that hangs."""
    from workbench.domain.file_errors import UnwritableFileError  # noqa: PLC0415
    from workbench.vault import errors, places  # noqa: PLC0415

    try:
        places.refuse_unsafe(folder.absolute())
    except WorkbenchError as refused:
        return refused
    if not is_unborn(folder):
        return errors.NotEmptyError()
    standing = next(above for above in (folder, *folder.absolute().parents) if above.exists())
    is_ours = standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)
    return None if is_ours else UnwritableFileError(name=standing.name or str(standing))


def remember(folder: Path, state: Path | None) -> None:
    """Note where the vault lies, unless it is where it is looked for anyway."""
    from workbench.vault.installation import state_folder  # noqa: PLC0415

    note = state_folder(state) / _NOTE
    if folder.absolute() == (Path.home() / _OWN).absolute():
        note.unlink(missing_ok=True)
        return
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(str(folder.absolute()), encoding="utf-8", errors="surrogateescape")


def _is_put_back(folder: Path) -> bool:
    """Where a backup was taking the vault's place and the computer went off, it takes it now."""
    if folder.exists() and any(folder.iterdir()):
        return False
    from workbench.vault import replacing  # noqa: PLC0415

    try:
        return replacing.settle(folder.absolute())
    except WorkbenchError:
        return False


def _noted() -> Path | None:
    from workbench.vault.installation import state_folder  # noqa: PLC0415

    try:
        note = (state_folder(None) / _NOTE).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return Path(note) if note else None
