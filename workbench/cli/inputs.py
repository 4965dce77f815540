# SPDX-License-Identifier: EUPL-1.2
"""What verbs read from outside: passphrase files, vaults, other files."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from workbench.app.opening import open_session, system_surroundings
from workbench.domain.errors import WorkbenchError
from workbench.services.session import Session

_FOUNDERS_PLACE = 1
_BOM = "\ufeff"


class UnreadableFileError(WorkbenchError):
    """A file named on the command line cannot be read."""

    code: ClassVar[str] = "FILE-001"


class FileExistsAlreadyError(WorkbenchError):
    """A file to be written exists: nothing is overwritten."""

    code: ClassVar[str] = "FILE-002"


class UnwritableFileError(WorkbenchError):
    """A file cannot be written where it was asked for."""

    code: ClassVar[str] = "FILE-003"


def add_passphrase_file(parser: argparse.ArgumentParser) -> None:
    """Passphrases come from files, never from arguments or the environment."""
    parser.add_argument("--passphrase-file", type=Path, required=True, metavar="F")


def read_untrusted(path: Path) -> bytes:
    """A file's bytes, whatever they are.

    Raises:
        UnreadableFileError: it is not there or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError:
        raise UnreadableFileError(name=path.name) from None


def read_passphrase(path: Path) -> str:
    """The first line of a file, without its line end."""
    try:
        text = read_untrusted(path).decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableFileError(name=path.name) from None
    lines = text.removeprefix(_BOM).splitlines()
    return lines[0] if lines else ""


def write_new(path: Path, content: bytes) -> Path:
    """Write a new file, readable by its owner only; return its absolute path.

    Raises:
        FileExistsAlreadyError, UnwritableFileError.
    """
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise FileExistsAlreadyError(name=path.name) from None
    except OSError:
        raise UnwritableFileError(name=path.name) from None
    return path.absolute()


@contextmanager
def unlocked(folder: Path, passphrase_file: Path) -> Iterator[Session]:
    """A session on a vault, closed whatever happens."""
    passphrase = read_passphrase(passphrase_file)
    session = open_session(folder, _FOUNDERS_PLACE, passphrase, system_surroundings())
    try:
        yield session
    finally:
        session.close()
