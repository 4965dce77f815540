# SPDX-License-Identifier: EUPL-1.2
"""What putting back has left beside a vault: folders and files that the program does not use.

`<vault>.replaced-<stamp>`                     the vault in whose place a copy was put
`cases/<id>.db.damaged-<stamp>`, `.keys.…`     an akt's file or keys in whose place a copy was put
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from workbench.domain.ids import CaseId
from workbench.services.copies_ports import LeftAside
from workbench.vault import durable
from workbench.vault.layout import Layout
from workbench.vault.replacing import REPLACED
from workbench.vault.swapping import DAMAGED

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}")
_OF_AKT = re.compile(rf"([0-9a-f-]{{36}})\.(db|keys){re.escape(DAMAGED)}(.+?)(-wal|-shm)?")


def left_aside(layout: Layout) -> tuple[LeftAside, ...]:
    """All of it, the oldest first."""
    with durable.explained():
        found = [*_vaults(layout), *_parts_of_akter(layout)]
    return tuple(sorted(found, key=lambda each: (each.since, each.name)))


def paths_of(layout: Layout, name: str) -> tuple[Path, ...]:
    """What is meant by the name of something left aside; nothing for any other name.

    A folder first of all: never through a link.
    """
    if not any(each.name == name for each in left_aside(layout)):
        return ()
    if name.startswith(layout.folder.name + REPLACED):
        return (layout.folder.with_name(name),)
    return tuple(sorted(layout.cases.glob(f"{name}*")))


def _vaults(layout: Layout) -> Iterator[LeftAside]:
    prefix = layout.folder.name + REPLACED
    for path in layout.folder.parent.iterdir():
        stamp = path.name.removeprefix(prefix)
        since = _since(stamp) if path.name.startswith(prefix) else ""
        if since and path.is_dir() and not path.is_symlink():
            sizes = (each.lstat().st_size for each in path.rglob("*") if each.is_file())
            yield LeftAside(path.name, "vault", since, sum(sizes))


def _parts_of_akter(layout: Layout) -> Iterator[LeftAside]:
    for path in layout.cases.glob(f"*{DAMAGED}*"):
        found = _OF_AKT.fullmatch(path.name)
        since = _since(found[3]) if found is not None else ""
        if found is None or not since or found[4] or path.is_symlink():
            continue
        kind: Literal["akt", "keys"] = "akt" if found[2] == "db" else "keys"
        size = sum(each.stat().st_size for each in layout.cases.glob(f"{path.name}*"))
        yield LeftAside(path.name, kind, since, size, CaseId(found[1]))


def _since(stamp: str) -> str:
    """The moment that a stamp says, as records spell it; "" for what is no stamp of ours."""
    found = _STAMP.fullmatch(stamp)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found is not None else ""
