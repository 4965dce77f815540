# SPDX-License-Identifier: EUPL-1.2
"""Where a vault must not lie: on a network file system, or in a folder that a cloud copies.

The file-system test reads /proc/self/mountinfo and so is Linux's. On Windows it knows network
paths by their two leading backslashes; on macOS it knows none. Both are untested.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from workbench.vault.errors import UnsafePlaceError

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "davfs"}
    | {"glusterfs", "fuse.glusterfs", "gfs2", "ocfs2", "coda", "beegfs", "orangefs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.kio-fuse"}
    | {"fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.s3fs", "fuse.curlftpfs"}
)
_SYNCHRONISED = re.compile(
    r"(dropbox|one ?drive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage"
    r"|nextcloud|owncloud|box sync|pcloud ?drive|mega(sync)?|syncthing|tresorit|seafile"
    r"|synologydrive|kdrive|proton ?drive|yandex\.?disk|sharepoint)([ \-(_].*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system."""

    at: str
    kind: str


def refuse_unsafe(folder: Path, mounts: tuple[Mount, ...] | None = None) -> None:
    """See that a vault may lie in `folder` (which need not exist yet).

    Raises:
        UnsafePlaceError: a network file system, or the name of a synchronised folder.
    """
    place = Path(os.path.realpath(folder))
    if str(place).startswith("\\\\"):
        raise UnsafePlaceError(why="network")
    for part in place.parts:
        if _SYNCHRONISED.fullmatch(part):
            raise UnsafePlaceError(why=part)
    kind = _file_system(place, mounts if mounts is not None else read_mounts())
    if kind in _NETWORK:
        raise UnsafePlaceError(why=kind)


def read_mounts() -> tuple[Mount, ...]:
    """What is mounted, as Linux tells it; nothing elsewhere."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    return tuple(parse_mount(line) for line in lines)


def parse_mount(line: str) -> Mount:
    """One line of mountinfo: the mount point (octal escapes undone) and the file system."""
    before, _dash, after = line.partition(" - ")
    point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), before.split(" ")[4])
    return Mount(point, after.split(" ")[0])


def _file_system(place: Path, mounts: tuple[Mount, ...]) -> str:
    above = [mount for mount in mounts if place.is_relative_to(mount.at)]
    # A later line hides an earlier one with the same mount point.
    nearest = max(enumerate(above), key=lambda found: (len(found[1].at), found[0]), default=None)
    return nearest[1].kind if nearest is not None else ""
