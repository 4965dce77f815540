# SPDX-License-Identifier: EUPL-1.2
"""A stick that is pulled out in the middle of an operation, and what must be there afterwards.

From the n-th call on, nothing that the program writes arrives and nothing is made durable: the
system answers with an input/output error, as for a device that is gone. The answers come from
strace. Then the stick is put back, and the vault is opened again.
"""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterable
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


def pullings(names: Iterable[str], folder: Path, at: int) -> dict[str, Pulled]:
    """These operations, each with the stick pulled out at its own `at`-th call."""
    prepared = {name: _prepared(name, folder / name) for name in names}
    done = subprocess.run(
        ["strace", "-f", "-qq", "--seccomp-bpf", "-o", os.devnull, "-e", f"trace={_CALLS}",
         "-e", f"inject={_CALLS}:error=EIO:when={at}+", sys.executable, "-c", _CHILD,
         *(word for name in prepared for word in (name, str(folder / name), prepared[name].code))],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {
        name: _pulled(name, at, folder / name, prepared[name], done.stderr) for name in prepared
    }


def _prepared(name: str, folder: Path) -> Workplace:
    (folder / "at").mkdir(parents=True)
    (folder / "told").write_bytes(b"")
    place = Workplace(folder / "at", seed="prepared")
    find(name).prepare(place)
    return place


def _pulled(name: str, at: int, folder: Path, prepared: Workplace, told: str) -> Pulled:
    lines = [json.loads(line) for line in (folder / "told").read_text("utf-8").splitlines()]
    code, said = f"a process that died: {told[-1500:]}", lines
    if lines and lines[-1][0] == "code":
        code, said = lines[-1][1], lines[:-1]
    place = Workplace(folder / "at", seed="pulled again", code=prepared.code)
    return Pulled(at, code, said, tuple(broken(name, place, said)))


def main(*given: str) -> None:
    """Under strace: a child for each operation, whose calls are counted from its first on."""
    for name, folder, recovery in zip(given[::3], given[1::3], given[2::3], strict=True):
        child = os.fork()
        if child == 0:
            _work(name, Path(folder), recovery)
        os.waitpid(child, 0)


def _work(name: str, folder: Path, recovery: str) -> None:
    """Every word and the last code on a line of its own."""
    with (folder / "told").open("ab", buffering=0) as out:

        def say(*words: object) -> None:
            out.write(json.dumps([str(word) for word in words]).encode() + b"\n")

        try:
            find(name).work(Workplace(folder / "at", seed="pulled", code=recovery), say)
        except WorkbenchError as error:
            say("code", error.code)
        except BaseException:  # noqa: BLE001  whatever it is, this child ends here and says so
            traceback.print_exc()
            os._exit(1)
        else:
            say("code", DONE)
    os._exit(0)
