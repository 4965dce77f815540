# SPDX-License-Identifier: EUPL-1.2
"""The power goes: every disk that an operation could leave behind, rebuilt and looked at.

    trace = record("enter", folder)          # the operation once, under strace
    for state in states(trace, seed=1):      # each moment, and each way to lose what was not synced
        ...check("enter", state, folder)

What a disk may do, at each moment: keep or drop each write that no fsync of its file has followed
yet, keep only some of its 512-byte sectors, and so keep later writes without earlier ones; and
forget what was made, renamed or removed in a folder since the last fsync of that folder. Within
one folder names are forgotten from the newest on, as file systems with a journal do; the names of
two folders, and names and content, know nothing of each other. A name that is kept may point at
an empty file. A rename is whole or not at all.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.vault import tracing
from tests.vault.disk import KEPT, LOST, TORN, Disk, Tree
from tests.vault.making import Workplace
from tests.vault.operations import Said, command, find
from tests.vault.tracing import Event
from workbench.domain.errors import WorkbenchError

# What becomes of unsynced content, and of unsynced names. The first is a kill; the rest is power.
WAYS = ((KEPT, KEPT), (LOST, KEPT), (LOST, LOST), (KEPT, LOST), *[(TORN, TORN)] * 4)


@dataclass(frozen=True, slots=True)
class Trace:
    """An operation as the disk saw it: what lay there before, and everything asked of it since."""

    before: Tree
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A disk after `moment` events: files by path (None is a folder), and what had been said."""

    moment: int
    way: int
    tree: Tree
    said: Said

    def digest(self) -> bytes:
        """The same for two states that are the same to whoever opens them."""
        whole = sha256(repr(self.said).encode())
        for path in sorted(self.tree):
            content = self.tree[path]
            whole.update(repr((path, content and sha256(content).digest())).encode())
        return whole.digest()


def record(name: str, folder: Path, *, seed: str = "varn") -> Trace:
    """Prepare operation `name` in `folder`, then do it once under strace."""
    place = Workplace(folder, seed=f"{seed} before")
    find(name).prepare(place)
    before, log = read_tree(folder), folder.parent / f"{folder.name}.strace"
    tracing.run(command(name, folder, seed, is_endless=False), log)
    asked = tuple(tracing.events(log, folder))
    log.unlink()
    disk = Disk(before)
    for event in asked:
        disk.ask(event)
    if {p: c for p, c in disk.tree().items() if not p.endswith("-shm")} != {
        p: c for p, c in read_tree(folder).items() if not p.endswith("-shm")
    }:
        raise AssertionError("the rebuilt disk is not the one that the program left")
    return Trace(before, asked)


def read_tree(folder: Path) -> Tree:
    """Everything below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def states(trace: Trace, seed: int = 0, *, every: int = 1, first: int = 0) -> Iterator[State]:
    """The disks that the power may leave: at every `every`th moment from `first`, in all WAYS.

    A state that is the same as an earlier one is given once. Nothing is random but for what
    `seed` says.
    """
    disk, seen = Disk(trace.before), set[bytes]()
    said: list[tuple[str, ...]] = []
    for moment in range(len(trace.events) + 1):
        if moment % every == first:
            for state in _states_at(moment, disk, tuple(said), seed):
                if (digest := state.digest()) not in seen:
                    seen.add(digest)
                    yield state
        if moment < len(trace.events):
            event = trace.events[moment]
            if event.does == "say":
                said += [tuple(line.split()) for line in event.data.decode().splitlines()]
            disk.ask(event)


def moments(trace: Trace, *, every: int = 1, first: int = 0) -> int:
    """How many moments `states` looks at."""
    return len(range(first, len(trace.events) + 1, every))


def told(trace: Trace, state: State) -> str:
    """Where a state comes from, in words: for who has to find out what is wrong."""
    content, names = WAYS[state.way]
    last = trace.events[state.moment - 1] if state.moment else Event("nothing")
    asked = f"{last.does} {last.path or last.data.decode().strip()}"
    return f"moment {state.moment} after {asked!r}, content {content}, names {names}"


def _states_at(moment: int, disk: Disk, said: Said, seed: int) -> Iterator[State]:
    for way, (content, names) in enumerate(WAYS):
        chance = Random(f"{seed} {moment} {way}")
        yield State(moment, way, disk.left(content, names, chance), said)


def check(name: str, state: State, folder: Path) -> list[str]:
    """Rebuild a disk in `folder` and open what is on it: every promise that does not hold."""
    rebuild(state, folder)
    place = Workplace(folder, seed=f"after {state.moment} {state.way}")
    try:
        return list(find(name).broken(place, state.said))
    except WorkbenchError as refusal:
        return [f"unreadable: {refusal.code} {refusal.facts}"]
    except AssertionError as fault:
        return [str(fault)]


def rebuild(state: State, folder: Path) -> None:
    """Lay a state down in `folder`, in the place of whatever lies there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for path, content in sorted(state.tree.items()):
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)
