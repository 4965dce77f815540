# SPDX-License-Identifier: EUPL-1.2
"""Whether what is written somewhere is encrypted on its way to the disk. Linux only.

The kernel tells it: a device-mapper volume of dm-crypt has a uuid that begins with CRYPT-, and
`slaves` leads from a volume to what it lies on (LVM on LUKS, RAID, bcache). A partition of a disk
that encrypts itself looks plain: its drive does not tell the kernel.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Cover = Literal["encrypted", "plain", "unknown"]
_CRYPT = "CRYPT-"
_DEEPEST = 16
_ENCRYPTED_FOLDERS = frozenset({"fuse.gocryptfs", "fuse.cryfs", "fuse.encfs", "ecryptfs"})
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class System:
    """Where the kernel tells of itself; tests build trees of their own."""

    proc: Path = Path("/proc")
    sys: Path = Path("/sys")


@dataclass(frozen=True, slots=True)
class _Mount:
    device: str
    at: str
    kind: str
    source: str


def cover_of_folder(folder: Path, system: System) -> Cover:
    """What lies between a folder and its disk; "unknown" where the kernel does not tell."""
    mount = _mount_of(Path(os.path.realpath(folder)), system)
    if mount is None:
        return "unknown"
    if mount.kind in _ENCRYPTED_FOLDERS:
        return "encrypted"
    return _cover_of(_device_folder(mount, system), system, 0)


def cover_of_device(node: str, system: System) -> Cover:
    """The same for a device by its file below /dev, like a swap partition."""
    return _cover_of(_by_node(node, system), system, 0)


def _cover_of(device: Path | None, system: System, depth: int) -> Cover:
    """Encrypted if it is itself, or if everything below it is."""
    if device is None or depth > _DEEPEST:
        return "unknown"
    if text_of(device / "dm" / "uuid").startswith(_CRYPT):
        return "encrypted"
    backing = text_of(device / "loop" / "backing_file")
    if backing:
        return cover_of_folder(Path(backing).parent, system)
    below = [_cover_of(each, system, depth + 1) for each in _slaves(device)]
    if not below:
        return "plain" if (device / "dev").is_file() else "unknown"
    return _worst(below)


def _worst(covers: list[Cover]) -> Cover:
    if "plain" in covers:
        return "plain"
    return "unknown" if "unknown" in covers else "encrypted"


def _slaves(device: Path) -> list[Path]:
    """What a volume lies on; for a partition, what its disk lies on."""
    disk = device.resolve().parent if (device / "partition").is_file() else device
    try:
        return sorted((disk / "slaves").iterdir())
    except OSError:
        return []


def _device_folder(mount: _Mount, system: System) -> Path | None:
    """By number; some file systems (btrfs) have a number of their own, then by name."""
    by_number = system.sys / "dev" / "block" / mount.device
    if by_number.exists():
        return by_number
    return _by_node(mount.source, system) if mount.source.startswith("/") else None


def _by_node(node: str, system: System) -> Path | None:
    """/dev/sda2, /dev/dm-0, or /dev/mapper/NAME where nobody made that a link."""
    known = system.sys / "class" / "block"
    device = known / Path(os.path.realpath(node)).name
    if device.exists():
        return device
    named = (
        each for each in known.glob("dm-*") if text_of(each / "dm" / "name") == Path(node).name
    )
    return next(named, None)


def _mount_of(place: Path, system: System) -> _Mount | None:
    """The mount that a place lies on: the longest, and of two at one point the later."""
    above = [mount for mount in _mounts(system) if place.is_relative_to(mount.at)]
    ranked = max(enumerate(above), key=lambda found: (len(found[1].at), found[0]), default=None)
    return ranked[1] if ranked is not None else None


def _mounts(system: System) -> list[_Mount]:
    lines = text_of(system.proc / "self" / "mountinfo").splitlines()
    return [_mount(line) for line in lines if " - " in line]


def _mount(line: str) -> _Mount:
    before, _dash, after = line.partition(" - ")
    front, back = before.split(" "), after.split(" ")
    return _Mount(front[2], plain_name(front[4]), back[0], plain_name(back[1]))


def plain_name(text: str) -> str:
    """A path as the kernel lists it, blanks and the like no longer escaped."""
    return _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), text)


def text_of(path: Path) -> str:
    """A small file of the kernel's, or nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape").strip()
    except OSError:
        return ""
