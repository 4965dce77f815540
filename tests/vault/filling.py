# SPDX-License-Identifier: EUPL-1.2
"""A disk that gets full at any write of an operation, and what must be there afterwards.

The disk is a real small one: a tmpfs in a mount namespace of a child process. It hands out whole
pages, so one page more or less of room is one more or less of the writes that can fail. The disk
stays full while the program ends; then somebody makes room, and the vault is opened again.
"""

import json
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.vault.killing import broken
from tests.vault.making import Workplace
from tests.vault.operations import Said, find
from workbench.domain.errors import WorkbenchError

ROOT = Path(__file__).parents[2]
PAGE_BYTES = 4096
FULL = "VAULT-009"
NO_ROOM = "VAULT-029"  # seen before the first write of a copy
DONE = ""
_DISK_KIB = 16 * 1024
_MOUNT = f'mount -t tmpfs -o size={_DISK_KIB}k,mode=700 none "$0" && exec "$@"'
_CHILD = "import sys; from tests.vault import filling; filling.main(*sys.argv[1:])"
_ENOUGH = 4000


class NoNamespaceError(Exception):
    """This machine lets nobody mount a small disk of their own."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What came of an operation with `pages` of room: the code that it ended with, and faults."""

    pages: int
    code: str
    said: Said
    broken: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that was promised and does not hold."""
        if self.code in {FULL, NO_ROOM, DONE}:
            return self.broken
        return (f"told {self.code} for a full disk", *self.broken)


def fillings(name: str, folder: Path, *, every: int = 1, first: int = 0) -> list[Filling]:
    """Operation `name` with ever more room, every `every`th page from `first`, until it is done.

    Raises:
        NoNamespaceError, ChildProcessError.
    """
    disk = folder / "disk"
    disk.mkdir(parents=True, exist_ok=True)
    small = ["unshare", "-rm", "sh", "-c", _MOUNT, str(disk)]
    if subprocess.run([*small, "true"], capture_output=True, check=False).returncode:
        raise NoNamespaceError
    command = [*small, sys.executable, "-c", _CHILD, name, str(folder), str(every), str(first)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ChildProcessError(done.stderr)
    found = (json.loads(line) for line in done.stdout.splitlines())
    return [Filling(pages, code, said, tuple(faults)) for pages, code, said, faults in found]


def main(name: str, folder: str, every: str, first: str) -> None:
    """In the namespace: one line for each filling."""
    for filling in _fillings(name, Path(folder), range(int(first), _ENOUGH, int(every))):
        print(json.dumps([filling.pages, filling.code, filling.said, filling.broken]), flush=True)


def _fillings(name: str, folder: Path, rooms: range) -> Iterator[Filling]:
    disk, master = folder / "disk", folder / "master"
    master.mkdir()
    prepared = Workplace(master, seed="prepared")
    find(name).prepare(prepared)
    for pages in rooms:
        root = disk / "at"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(master, root)
        place = Workplace(root, seed="filled", code=prepared.code)
        ballast = _fill(disk, pages)
        code, said = _worked(name, place, folder / "said")
        ballast.unlink()
        # Other random numbers than the child's, or a new record would be one of its own.
        looking = Workplace(root, seed="looked", code=prepared.code)
        yield Filling(pages, code, said, tuple(broken(name, looking, said)))
        if code == DONE:
            return
    raise AssertionError("it never had room enough")


def _fill(disk: Path, pages: int) -> Path:
    """Take all room but so many pages."""
    ballast = disk / "ballast"
    room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast.write_bytes(bytes(room - pages * PAGE_BYTES))
    return ballast


def _worked(name: str, place: Workplace, told: Path) -> tuple[str, list[list[str]]]:
    """The code that the work ended with, and what it said; in a process of its own."""
    told.write_bytes(b"")
    child = os.fork()
    if child == 0:
        with told.open("ab", buffering=0) as out:
            out.write(json.dumps(["code", _code(name, place, out)]).encode() + b"\n")
        os._exit(0)
    os.waitpid(child, 0)
    lines = [json.loads(line) for line in told.read_text().splitlines()]
    if not lines or lines[-1][0] != "code":
        return "a process that died", lines
    return lines[-1][1], lines[:-1]


def _code(name: str, place: Workplace, out: object) -> str:
    def say(*words: object) -> None:
        line = json.dumps([str(word) for word in words])
        out.write(line.encode() + b"\n")  # type: ignore[attr-defined]

    try:
        find(name).work(place, say)
    except WorkbenchError as error:
        return error.code
    except BaseException as crash:  # noqa: BLE001  whatever it is, it is what we look for
        traceback.print_exc()
        return f"crash {type(crash).__name__}: {crash}"
    return DONE
