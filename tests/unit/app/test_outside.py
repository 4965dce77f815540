# SPDX-License-Identifier: EUPL-1.2
"""A new file beyond the vault is wholly there or not there, and never over another."""

import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workbench.app.outside import Disk
from workbench.domain.file_errors import FileExistsAlreadyError, UnwritableFileError

PLAIN = b"PLAIN SECRET " * 10_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and modes are POSIX")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process can grow past `size`: the system itself refuses, as a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def test_a_new_file_holds_what_was_given_to_it(tmp_path: Path) -> None:
    path = Disk().write_new(tmp_path, "b.pdf", PLAIN)
    assert (path, path.read_bytes()) == (tmp_path / "b.pdf", PLAIN)


@posix
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = Disk().write_new(tmp_path, "b.pdf", PLAIN)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


@posix
def test_no_part_of_a_paper_is_left_when_the_disk_fills(tmp_path: Path) -> None:
    with room_for(65_536), pytest.raises(UnwritableFileError):
        Disk().write_new(tmp_path, "b.pdf", PLAIN)
    assert list(tmp_path.iterdir()) == []
    assert Disk().write_new(tmp_path, "b.pdf", PLAIN).read_bytes() == PLAIN


def test_a_file_that_exists_stands_untouched(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"annat")
    with pytest.raises(FileExistsAlreadyError):
        Disk().write_new(tmp_path, "b.pdf", PLAIN)
    assert (tmp_path / "b.pdf").read_bytes() == b"annat"


@posix
def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsAlreadyError):
        Disk().write_new(tmp_path, "b.pdf", PLAIN)
    assert not (tmp_path / "elsewhere").exists()
    assert (tmp_path / "b.pdf").is_symlink()


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFileError):
        Disk().write_new(tmp_path / "gone", "b.pdf", PLAIN)
