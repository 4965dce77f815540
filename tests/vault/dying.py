# SPDX-License-Identifier: EUPL-1.2
"""An operation that ends after its first durable step, its second, and so on to its last.

A step is a write that was made durable, a change of a name, or a committed transaction. Unlike
`killing.py` no moment is left to chance, and none between two steps is met.
"""

import os
import shutil
import signal
import subprocess
import sys
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
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Death:
    """After how many steps it ended, what it had said, and what does not hold since."""

    steps: int
    said: Said
    broken: tuple[str, ...]


def deaths(name: str, root: Path) -> Iterator[Death]:
    """Operation `name`, ended after each of its steps, each time in a vault of its own."""
    command = [sys.executable, "-c", CHILD, name, str(root)]
    subprocess.run(command, cwd=ROOT, check=True)
    steps = int((root / "steps").read_text())
    for n in range(1, steps + 1):
        place = Workplace(root / f"{n}", seed=f"after {n}")
        said = [line.split() for line in (root / f"{n}.said").read_text().splitlines()]
        yield Death(n, said, tuple(_broken(name, place, said)))
        shutil.rmtree(place.root)


def main(name: str, root: str) -> None:
    """In a child: bear one grandchild for each step, until one comes to the end."""
    operation, folder = find(name), Path(root)
    begun = Workplace(folder / "begun")
    begun.root.mkdir(parents=True)
    operation.prepare(begun)
    for n in range(1, _MOST):
        place = Workplace(folder / f"{n}", seed=f"step {n}")
        shutil.copytree(begun.root, place.root)
        if not _is_killed(n, lambda place=place, n=n: _work(name, place, folder / f"{n}.said")):
            (folder / "steps").write_text(f"{n - 1}")
            return
    raise AssertionError("an operation without end")


def _broken(name: str, place: Workplace, said: Said) -> list[str]:
    try:
        return list(find(name).broken(place, said))
    except (WorkbenchError, AssertionError) as refused:
        return [f"{type(refused).__name__}: {refused}"]


def _work(name: str, place: Workplace, told: Path) -> None:
    with told.open("w", buffering=1) as file:
        find(name).work(place, lambda *words: print(*words, file=file))


def _is_killed(steps: int, work: Callable[[], None]) -> bool:
    child = os.fork()
    if child == 0:
        _die_after(steps)
        work()
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise AssertionError("it failed by itself")
    return False


def _die_after(steps: int) -> None:
    left = steps

    def step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

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
