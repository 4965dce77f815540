# SPDX-License-Identifier: EUPL-1.2
"""New secrets go to files that are reserved before there is anything to lose."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workbench.vault import durable


@contextmanager
def reserved(*paths: Path) -> Iterator[tuple[Path, ...]]:
    """New private files; those that nothing came into are gone again afterwards.

    Raises:
        NotEmptyError: one is there already; DiskFullError, DiskError.
    """
    with ExitStack() as undo:
        for path in paths:
            durable.reserve(path)
            undo.callback(_remove_empty, path)
        yield paths


def put_down(path: Path, secret: str) -> str:
    """Write a secret on one line, durably; what it reads as when it is read back."""
    durable.fill(path, secret.encode("utf-8") + b"\n")
    return path.read_text(encoding="utf-8").removesuffix("\n")


def _remove_empty(path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        path.unlink()
