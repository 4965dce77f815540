# SPDX-License-Identifier: EUPL-1.2
"""What a campaign is, and how one is run: parts of it on every core, at low priority.

A trial function takes the trials of one part and gives a tally. It is deterministic but for
what it is told to be random about, so that a broken promise can be shown again.
"""

import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from workbench.domain.errors import WorkbenchError

NICE = 10
SHOWN = 5
ACCEPTED = "accepted"
_IN_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Part:
    """The trials from `first` up to `stop`, of `total` in the whole campaign."""

    first: int
    stop: int
    total: int

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.stop))


@dataclass(slots=True)
class Tally:
    """What came of some trials: how often each outcome, and every promise that did not hold.

    `looked_at`: how many things, where a trial looks at more than one.
    """

    counts: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    distinct: set[int] = field(default_factory=set)
    looked_at: int = 0

    def note(self, outcome: str) -> None:
        self.counts[outcome] += 1

    def breach(self, example: str) -> None:
        """Something that was promised never to happen, so that it can be done again."""
        self.broken.append(example)

    def saw(self, content: bytes) -> None:
        """Count `content` among the distinct inputs."""
        self.distinct.add(int.from_bytes(sha256(content).digest()[:8], "big"))

    def merge(self, other: "Tally") -> None:
        self.counts += other.counts
        self.broken += other.broken
        self.distinct |= other.distinct
        self.looked_at += other.looked_at


@dataclass(frozen=True, slots=True)
class Campaign:
    """A promise, how many trials it gets (`fewest`: in a short run), and what makes them."""

    promise: str
    total: int
    trial: Callable[[Part], Tally]
    in_one_part: int
    fewest: int = 1

    def scaled(self, scale: float) -> int:
        return max(self.fewest, round(self.total * scale))


@dataclass(frozen=True, slots=True)
class Row:
    """What one campaign found, as it stands in the table."""

    promise: str
    trials: int
    tally: Tally
    seconds: float

    @property
    def holds(self) -> bool:
        return not self.tally.broken

    @property
    def result(self) -> str:
        counted = ", ".join(f"{n} {outcome}" for outcome, n in self.tally.counts.most_common())
        verdict = "holds" if self.holds else f"**{len(self.tally.broken)} broken**"
        return f"{verdict}: {counted}" if counted else verdict

    @property
    def how_many(self) -> str:
        several, many = len(self.tally.distinct), self.tally.looked_at or self.trials
        return f"{many} ({several} distinct)" if several else str(many)


def outcome_of(act: Callable[[], object]) -> str:
    """The code of a refusal, `accepted`, or `crash` and what it was."""
    try:
        act()
    except WorkbenchError as refusal:
        return refusal.code
    except Exception as crash:  # noqa: BLE001  whatever it is, it is what we look for
        return f"crash {type(crash).__name__}"
    return ACCEPTED


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A folder for files that are damaged and mended thousands of times, off the disk if can be."""
    is_roomy = os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ENOUGH_BYTES
    room = _IN_MEMORY if is_roomy else None
    with tempfile.TemporaryDirectory(dir=room) as folder:
        yield Path(folder)


@contextmanager
def pool_of(workers: int) -> Iterator[Executor | None]:
    """Processes of low priority for the parts; none for 0 workers."""
    if workers == 0:
        yield None
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _be_nice) as pool:
        yield pool


def run(campaign: Campaign, scale: float = 1.0, pool: Executor | None = None) -> Row:
    """All trials of a campaign, in the processes of `pool` or in this one."""
    begun, total = time.monotonic(), campaign.scaled(scale)
    tally = Tally()
    for part, each in _tallies(campaign, _parts(total, campaign.in_one_part), pool):
        try:
            tally.merge(each())
        except Exception as failure:  # noqa: BLE001  a campaign that falls over proves nothing
            tally.breach(f"trials {part.first} to {part.stop}: {failure!r}")
    tally.broken.sort()
    return Row(campaign.promise, total, tally, time.monotonic() - begun)


def _parts(total: int, size: int) -> list[Part]:
    size = min(size, -(-total // (os.cpu_count() or 1)))  # a short run also uses every core
    return [Part(at, min(at + size, total), total) for at in range(0, total, size)]


def _tallies(
    campaign: Campaign, parts: list[Part], pool: Executor | None
) -> Iterator[tuple[Part, Callable[[], Tally]]]:
    if pool is None:
        yield from ((part, partial(campaign.trial, part)) for part in parts)
        return
    begun = {pool.submit(campaign.trial, part): part for part in parts}
    yield from ((begun[future], future.result) for future in as_completed(begun))


def _be_nice() -> None:
    os.nice(max(0, NICE - os.nice(0)))
