# SPDX-License-Identifier: EUPL-1.2
"""Whether what lies in memory can come to lie in clear on a disk. Linux only."""

import re
from pathlib import Path
from typing import Literal

from workbench.machine.volumes import (
    Cover,
    System,
    cover_of_device,
    cover_of_folder,
    plain_name,
    text_of,
)

Swap = Literal["none", "protected", "plain", "unknown"]
_ZRAM = re.compile(r"zram\d+")


def swap_of(system: System) -> Swap:
    """The worst of what the kernel swaps to; compressed memory is no disk."""
    if not (system.proc / "swaps").is_file():
        return "unknown"
    lines = text_of(system.proc / "swaps").splitlines()[1:]
    covers = {_cover(line, system) for line in lines if line.strip()}
    if not covers:
        return "none"
    if "plain" in covers:
        return "plain"
    return "unknown" if "unknown" in covers else "protected"


def _cover(line: str, system: System) -> Cover:
    where, kind = line.split()[:2]
    node = plain_name(where)
    name = node.rpartition("/")[2]
    if _ZRAM.fullmatch(name):
        return _cover_of_zram(name, system)
    if kind == "partition":
        return cover_of_device(node, system)
    return cover_of_folder(Path(node).parent, system)


def _cover_of_zram(name: str, system: System) -> Cover:
    """Memory, unless it writes what is cold to a device."""
    behind = text_of(system.sys / "class" / "block" / name / "backing_dev")
    return cover_of_device(behind, system) if behind not in ("", "none") else "encrypted"
