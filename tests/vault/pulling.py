# SPDX-License-Identifier: EUPL-1.2
"""A stick that is pulled out in the middle of an operation, and what must be there afterwards.

From the n-th call on, nothing that the program writes arrives and nothing is made durable: the
system answers with an input/output error, as for a device that is gone. The answers come from
strace. Then the stick is put back, and the vault is opened again.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.vault.killing import broken
from tests.vault.making import Workplace
from tests.vault.operations import Said, find
from workbench.domain.errors import WorkbenchError

ROOT = Path(__file__).parents[2]
TOLD = frozenset({"VAULT-019", "VAULT-028"})
"""The disk of the vault does not answer; the medium of the copies does not."""
DONE = ""
_CALLS = "pwrite64,fsync,fdatasync,ftruncate,rename,renameat2,link,unlink,mkdir"
_CHILD = "import sys; from tests.vault import pulling; pulling.main(*sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What came of an operation whose stick was pulled out at its `at`-th call."""

    at: int
    code: str
    said: Said
    broken: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that was promised and does not hold."""
        if self.code in {*TOLD, DONE}:
            return self.broken
        return (f"told {self.code} for a stick that is gone", *self.broken)


def pullings(name: str, folder: Path, calls: Iterable[int]) -> Iterator[Pulled]:
    """Operation `name`, the stick pulled out at each of these calls, until it is done before."""
    master = folder / "master"
    master.mkdir(parents=True)
    prepared = Workplace(master, seed="prepared")
    find(name).prepare(prepared)
    for at in calls:
        root = folder / "at"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(master, root)
        code, said = _worked(name, root, prepared.code, at)
        place = Workplace(root, seed="pulled again", code=prepared.code)
        yield Pulled(at, code, said, tuple(broken(name, place, said)))
        if code == DONE:
            return


def _worked(name: str, root: Path, recovery: str, at: int) -> tuple[str, list[list[str]]]:
    """The code that the work ended with, and what it said before."""
    told = root.parent / "told"
    told.write_bytes(b"")
    done = subprocess.run(
        ["strace", "-f", "-qq", "--seccomp-bpf", "-o", os.devnull, "-e", f"trace={_CALLS}",
         "-e", f"inject={_CALLS}:error=EIO:when={at}+",
         sys.executable, "-c", _CHILD, name, str(root), recovery, str(told)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    if not lines or lines[-1][0] != "code":
        return f"a process that died: {done.stderr[-1500:]}", lines
    return lines[-1][1], lines[:-1]


def main(name: str, root: str, recovery: str, told: str) -> None:
    """In the child: work, every word and the last code on a line of its own."""
    with Path(told).open("ab", buffering=0) as out:

        def say(*words: object) -> None:
            out.write(json.dumps([str(word) for word in words]).encode() + b"\n")

        try:
            find(name).work(Workplace(Path(root), seed="pulled", code=recovery), say)
        except WorkbenchError as error:
            say("code", error.code)
        else:
            say("code", DONE)
