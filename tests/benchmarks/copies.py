# SPDX-License-Identifier: EUPL-1.2
"""A backup of 1 000 akter, made, read back and opened, against copying and hashing the bytes.

The floor does what a careful `cp` would: copy each file, fsync it, SHA-256 it. `python -m
tests.benchmarks.copies` prints the figure alone.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.vault import Figure, take_turns, workplace
from tests.vault.making import Workplace, Writer
from workbench.services.copies_ports import Watch
from workbench.vault.unlocked import UnlockedVault

AKTER, ENTRIES = 1000, 60
ROUNDS = 3
_CHUNK = 1024 * 1024
_LEFT_OUT = frozenset({"mailbox.keys"})


def measure() -> Iterable[Figure]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio."""
    with workplace() as place:
        vault = place.create()
        _fill(place, vault)
        yield (
            f"backup + verify of {AKTER} akter",
            "copy, fsync, SHA-256",
            *_copies(place, vault),
            2.0,
        )
        vault.close()


def _fill(place: Workplace, vault: UnlockedVault) -> None:
    for n in range(AKTER):
        akt = Writer(vault, vault.new_case(f"2026-{n:04}"), place.around)
        akt.file.append(akt.run([{"text": "ett svar " * 12, "n": at} for at in range(ENTRIES)]))
        akt.file.close()


def _copies(place: Workplace, vault: UnlockedVault) -> tuple[float, float]:
    medium, bare = place.root / "medium", place.root / "bare"
    medium.mkdir()

    def ours(_n: int) -> None:
        place.clock.step(minutes=1)
        made = vault.copies.make(medium, Watch(), allows_same_disk=True)
        assert made.copy.opened == AKTER + 1

    def theirs(_n: int) -> None:
        bare.mkdir()
        for path in _files(place.folder):
            _copy(path, bare / path.name)

    def clear() -> None:
        if bare.is_dir():
            shutil.rmtree(bare)
        os.sync()

    return take_turns(theirs, ours, ROUNDS, between=clear)


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in found if path.name not in _LEFT_OUT]


def _copy(path: Path, to: Path) -> None:
    digest = hashlib.sha256()
    with path.open("rb") as read, to.open("xb") as write:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            write.write(chunk)
        write.flush()
        os.fsync(write.fileno())


if __name__ == "__main__":
    for name, against, floor, own, target in measure():
        print(
            f"{name}: {own:.2f} s, {against} {floor:.2f} s, {own / floor:.2f}x (at most {target})"
        )
