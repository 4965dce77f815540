# SPDX-License-Identifier: EUPL-1.2
"""An operation that ends after its first durable step, its second, and so on to its last.

A step is a write that was made durable, a change of a name, or a committed transaction. Unlike
`killing.py` no moment is left to chance, and none between two steps is met.

The operation runs once. What a process that ended there would have left is copied after each step,
by another process: one that closes a file gives up its own locks on it.
"""

import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.vault.making import Workplace
from tests.vault.operations import Said, find
from workbench.domain.errors import WorkbenchError
from workbench.vault import cipher

ROOT = Path(__file__).parents[2]
CHILD = "import sys; from tests.vault import dying; dying.main(*sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Death:
    """After how many steps it ended, what it had said, and what does not hold since."""

    steps: int
    said: Said
    broken: tuple[str, ...]


def deaths(name: str, root: Path, *, every: int = 1) -> Iterator[Death]:
    """Operation `name`, ended after every so manieth of its steps and after the last."""
    subprocess.run([sys.executable, "-c", CHILD, name, str(root)], cwd=ROOT, check=True)
    steps = int((root / "steps").read_text())
    for n in range(1, steps + 1):
        place = Workplace(root / f"{n}", seed=f"after {n}")
        if n % every == 0 or n == steps:
            said = [line.split() for line in (root / f"{n}.said").read_text().splitlines()]
            yield Death(n, said, tuple(_broken(name, place, said)))
        shutil.rmtree(place.root)


def main(name: str, root: str) -> None:
    """In a child: do it once, and after each step copy what lies there and what was said."""
    folder, said = Path(root), list[str]()
    place = Workplace(folder / "begun", seed="begun")
    place.root.mkdir(parents=True)
    find(name).prepare(place)
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        _in_another_process(lambda: _keep(folder, steps, said))

    _count(step)
    find(name).work(place, lambda *words: said.append(" ".join(str(word) for word in words)))
    (folder / "steps").write_text(f"{steps}")


def _broken(name: str, place: Workplace, said: Said) -> list[str]:
    try:
        return list(find(name).broken(place, said))
    except (WorkbenchError, AssertionError) as refused:
        return [f"{type(refused).__name__}: {refused}"]


def _keep(folder: Path, n: int, said: list[str]) -> None:
    shutil.copytree(folder / "begun", folder / f"{n}")
    (folder / f"{n}.said").write_text("\n".join(said))


def _in_another_process(work: Callable[[], None]) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  whatever it is, this process ends here and says so
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if status:
        raise AssertionError("what lay there could not be copied")


def _count(step: Callable[[], None]) -> None:
    """Let `step` be called after each durable step of this process."""

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def acting(*args: Any, **named: Any) -> Any:
            result = act(*args, **named)
            step()
            return result

        return acting

    committing = cipher.transaction

    @contextmanager
    def transaction(connection: Any, *, name: str) -> Iterator[Any]:
        with committing(connection, name=name) as begun:
            yield begun
        step()

    os.fsync = counted(os.fsync)
    for changing in ("replace", "unlink"):
        setattr(Path, changing, counted(getattr(Path, changing)))
    cipher.transaction = transaction
    cipher.close_file = counted(cipher.close_file)
