# SPDX-License-Identifier: EUPL-1.2
"""Children that work in a vault until they are killed, and what must be there afterwards.

A kill shows what the program asked the system to keep, not what a disk keeps when the power goes;
for that see `power.py`.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from tests.vault import operations
from tests.vault.making import Workplace
from tests.vault.operations import Said, find
from workbench.domain.errors import WorkbenchError

ROOT = Path(__file__).parents[2]
SERVING = "from tests.vault import killing; killing.serve()"
GONE = "-gone-"  # no operation says such a word
IN_ONE_VAULT = 4
_NEVER_S = 600.0


@dataclass(frozen=True, slots=True)
class Kill:
    """A child that was killed `after_s` seconds: what it said, and what does not hold since."""

    after_s: float
    said: Said
    broken: tuple[str, ...]

    @property
    def moment(self) -> str:
        """Where it met the child."""
        if any(line[0] == "done" for line in self.said):
            return "after the end"
        return "while working" if len(self.said) > 1 else "before the first word"


class Nursery:
    """A process with everything loaded, that bears a child for each kill in a few milliseconds."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVING],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it has loaded everything
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()

    def killed(self, name: str, root: Path, seed: str, after_s: float) -> list[list[str]]:
        """What a child said, doing operation `name` again and again, until it was killed.

        Raises:
            ChildProcessError: it failed by itself.
        """
        return self._said(name, root, seed, f"{after_s:.6f}", "endless")

    def ended(self, name: str, root: Path, seed: str) -> tuple[list[list[str]], float]:
        """What a child said that did the operation once, and how many seconds it took."""
        begun = time.monotonic()
        said = self._said(name, root, seed, f"{_NEVER_S}", "")
        return said, time.monotonic() - begun

    def _said(self, *order: object) -> list[list[str]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(*order, sep="\t", file=self._process.stdin, flush=True)
        said: list[list[str]] = []
        for line in self._process.stdout:
            words = line.split()
            if words[0] == GONE:
                if words[1] == "1":
                    raise ChildProcessError(f"a child failed after {said}")
                return said
            said.append(words)
        raise ChildProcessError("the nursery is gone")


def kills(
    nursery: Nursery, name: str, folder: Path, numbers: Iterable[int], chance: Random
) -> Iterator[Kill]:
    """Kill operation `name` at random moments, each time by what the last kill left behind."""
    operation = find(name)
    master = _prepared(name, folder / "master")
    longest_s = _session_s(nursery, name, master) * (1.1 if operation.is_once else 2.0)
    said: list[list[str]] = []
    for count, number in enumerate(numbers):
        if operation.is_once or count % IN_ONE_VAULT == 0:
            place, said = _copied(master, folder / "killed", f"vault {number}"), []
        after_s = chance.uniform(0, longest_s)
        heard = nursery.killed(name, place.root, f"child {number}", after_s)
        said += heard
        yield Kill(after_s, heard, tuple(broken(name, place, said)))


def broken(name: str, place: Workplace, said: Said) -> list[str]:
    """Everything that does not hold in what a kill has left: damage, halves, losses."""
    try:
        return list(find(name).broken(place, said))
    except WorkbenchError as refusal:
        return [f"unreadable: {refusal.code} {refusal.facts}"]
    except AssertionError as fault:
        return [str(fault)]


def serve() -> None:
    """The nursery: one order a line; a child's words, then GONE and how it ended."""
    os.write(1, b"loaded\n")
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for order in sys.stdin:
        name, root, seed, after_s, endless = order.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _work(name, root, seed, endless)
        signal.sigtimedwait({signal.SIGCHLD}, float(after_s))
        os.kill(child, signal.SIGKILL)  # one that has ended waits until it is asked about
        _, status = os.waitpid(child, 0)
        signal.sigtimedwait({signal.SIGCHLD}, 0)  # this child's; the next one's counts
        failed = int(os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0)
        os.write(1, f"{GONE} {failed}\n".encode())


def _work(*order: str) -> None:
    try:
        operations.main(*order)
    except BaseException:  # noqa: BLE001  whatever it is, this child ends here and says so
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _session_s(nursery: Nursery, name: str, master: Workplace) -> float:
    place = _copied(master, master.root.parent / "measured", "measured")
    return nursery.ended(name, place.root, "measured child")[1]


def _prepared(name: str, folder: Path) -> Workplace:
    folder.mkdir(parents=True)
    place = Workplace(folder, seed="prepared")
    find(name).prepare(place)
    return place


def _copied(master: Workplace, folder: Path, seed: str) -> Workplace:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(master.root, folder)
    return Workplace(folder, seed=seed, code=master.code)
