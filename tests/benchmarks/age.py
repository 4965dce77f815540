# SPDX-License-Identifier: EUPL-1.2
"""Sealing and opening 100 MiB against pyrage, and how much memory that takes.

Both sides get the same bytes, the same X25519 key and the same kind of file object, and take
turns, so that a slow moment of the machine hits both. Figures are medians of nine.
"""

import io
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyrage

from workbench.bundles import age
from workbench.bundles.recipients import X25519Identity

ROOT = Path(__file__).parents[2]
SIZE = 100 * 1024 * 1024
ROUNDS = 9
SEAL_TARGET = 0.9
OPEN_TARGET = 0.8
MOST_GROWTH_BYTES = 32 * 1024 * 1024

# Linux keeps the high-water mark across exec, so the child asks for its own and not for its
# parent's. It runs once over a few bytes first: imports and buffers are no growth.
_CHILD = """
import os, pathlib, sys
from workbench.bundles import age, profile
from workbench.crypto import hybrid

folder, size = pathlib.Path(sys.argv[1]), int(sys.argv[2])
seed = os.urandom(32)

def peak():
    status = pathlib.Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024

def run(name, size):
    with (folder / (name + ".age")).open("xb") as out:
        writer = profile.hybrid_writer(out, [hybrid.public_key(seed)], os.urandom)
        with (folder / name).open("w+b") as source:
            source.truncate(size)
            while part := source.read(1 << 20):
                writer.write(part)
        writer.finish()
    with (folder / (name + ".age")).open("rb") as source, open(os.devnull, "wb") as out:
        assert profile.open_bundle(source, [seed]).payload.copy_to(out) == size

run("small", 200_000)
before = peak()
run("large", size)
print(peak() - before)
"""


def measure() -> Iterable[tuple[str, str, float, float, float]]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio."""
    plaintext = os.urandom(SIZE)
    seal_floor, seal_ours, open_floor, open_ours = [], [], [], []
    key = X25519Identity(os.urandom(32))
    theirs = pyrage.x25519.Identity.from_str(key.text())
    for _ in range(ROUNDS):
        sealed = io.BytesIO()
        source = io.BytesIO(plaintext)
        seal_floor.append(
            _seconds(lambda s=source, o=sealed: pyrage.encrypt_io(s, o, [theirs.to_public()]))
        )
        source, ours = io.BytesIO(plaintext), io.BytesIO()
        seal_ours.append(
            _seconds(lambda s=source, o=ours: age.seal(s, o, [key.recipient()], os.urandom))
        )
        for file, act, seconds in (
            (ours, lambda s, o: pyrage.decrypt_io(s, o, [theirs]), open_floor),
            (sealed, lambda s, o: age.open_all(s, o, [key]), open_ours),
        ):
            file.seek(0)
            out = io.BytesIO()
            seconds.append(_seconds(lambda a=act, f=file, o=out: a(f, o)))
            assert out.getvalue() == plaintext
    middle = statistics.median
    yield (
        "age seal 100 MiB",
        "pyrage encrypt_io",
        middle(seal_floor),
        middle(seal_ours),
        SEAL_TARGET,
    )
    yield (
        "age open 100 MiB",
        "pyrage decrypt_io",
        middle(open_floor),
        middle(open_ours),
        OPEN_TARGET,
    )


def memory_growth(folder: Path, size: int = SIZE) -> int:
    """By how many bytes a process grows while it seals and opens a file of `size` bytes."""
    command = [sys.executable, "-c", _CHILD, str(folder), str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


def _seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin
