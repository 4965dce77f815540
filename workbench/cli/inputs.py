# SPDX-License-Identifier: EUPL-1.2
"""What verbs read from outside: passphrase files, vaults, other files."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.app.opening import open_session, system_surroundings
from workbench.crypto.passphrases import canonical
from workbench.domain.file_errors import (
    FileExistsAlreadyError,
    UnreadableFileError,
    UnwritableFileError,
)
from workbench.machine.hardening import harden_process
from workbench.services.akter.session import Session
from workbench.vault.errors import UnreadableInputError

LARGEST_SMALL = 1024 * 1024
_FIRST_PLACE = 1
_LAST_PLACE = 99
_LONGEST_PASSPHRASE = 4096


def add_passphrase_file(parser: argparse.ArgumentParser) -> None:
    """Who unlocks, and with what. Passphrases never come from arguments or the environment."""
    parser.add_argument("--passphrase-file", type=Path, required=True, metavar="F")
    parser.add_argument(
        "--place", type=place_number, default=_FIRST_PLACE, help="place number, default 1"
    )


def place_number(text: str) -> int:
    """A place number from an argument."""
    place = int(text)
    if not _FIRST_PLACE <= place <= _LAST_PLACE:
        raise argparse.ArgumentTypeError(f"places are {_FIRST_PLACE} to {_LAST_PLACE}")
    return place


def require_file(path: Path) -> None:
    """See that a file can be read.

    Raises:
        UnreadableFileError: it is not there, is no plain file, or may not be read.
    """
    try:
        with _opened(path):
            pass
    except OSError:
        raise UnreadableFileError(name=path.name) from None


def read_untrusted(path: Path) -> bytes:
    """A small file's bytes, whatever they are; never more than a little past `LARGEST_SMALL`.

    Raises:
        UnreadableFileError: it is not there, is no plain file, or may not be read.
    """
    try:
        with _opened(path) as file:
            return file.read(LARGEST_SMALL + 1)
    except OSError:
        raise UnreadableFileError(name=path.name) from None


def read_passphrase(path: Path) -> str:
    """The first line of a file, without its line end; this process shuts its memory first.

    Every verb that unlocks anything comes by here.

    Raises:
        UnreadableInputError: no such plain file, not UTF-8, or nothing on its first line.
    """
    harden_process()
    try:
        with _opened(path) as file:
            line = file.readline(_LONGEST_PASSPHRASE + 1)
        passphrase = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnreadableInputError from None
    if not passphrase or len(line) > _LONGEST_PASSPHRASE:
        raise UnreadableInputError
    return canonical(passphrase)


def _opened(path: Path) -> BinaryIO:
    """A plain file. Looked at before it is opened: opening a pipe waits for who writes to it."""
    if not path.is_file():
        raise OSError(path.name)
    return path.open("rb")


def write_new(path: Path, content: bytes) -> Path:
    """Write a new file, readable by its owner only; return its absolute path.

    Raises:
        FileExistsAlreadyError, UnwritableFileError.
    """
    try:
        with path.open("xb") as file:
            _pour(path, file, content)
    except FileExistsError:
        raise FileExistsAlreadyError(name=path.name) from None
    except OSError:
        raise UnwritableFileError(name=path.name) from None
    return path.absolute()


def _pour(path: Path, file: BinaryIO, content: bytes) -> None:
    """All of it or no file."""
    try:
        file.write(content)
        file.flush()
    except OSError:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def unlocked(folder: Path, args: argparse.Namespace) -> Iterator[Session]:
    """A session on a vault, closed whatever happens."""
    passphrase = read_passphrase(args.passphrase_file)
    session = open_session(folder, args.place, passphrase, system_surroundings())
    try:
        yield session
    finally:
        session.close()
