# SPDX-License-Identifier: EUPL-1.2
"""Small files are wholly there or not there, and are never written over unasked."""

import stat
from pathlib import Path

import pytest

from tests.vault.damage import outcome
from workbench.vault import durable


def test_a_new_file_is_private_and_whole(tmp_path):
    durable.write_new(tmp_path / "a", b"content")
    assert (tmp_path / "a").read_bytes() == b"content"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    (tmp_path / "a").write_bytes(b"mine")
    for write in (lambda: durable.write_new(tmp_path / "a", b"x"),
                  lambda: durable.reserve(tmp_path / "a")):  # fmt: skip
        assert outcome(write) == "VAULT-015"
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_a_replacement_leaves_no_second_file_and_forgives_an_old_attempt(tmp_path):
    durable.replace(tmp_path / "a", b"one")
    (tmp_path / "a.new").write_bytes(b"left by a crash")
    durable.replace(tmp_path / "a", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"two"


def test_a_reserved_file_is_filled(tmp_path):
    durable.reserve(tmp_path / "a")
    durable.fill(tmp_path / "a", b"code")
    assert (tmp_path / "a").read_bytes() == b"code"


def test_a_folder_that_is_not_there_is_a_disk_that_does_not_answer(tmp_path):
    assert outcome(lambda: durable.write_new(tmp_path / "no" / "a", b"x")) == "VAULT-019"


def test_a_disk_without_room_is_full():
    with (
        pytest.raises(durable.DiskFullError),
        durable.explained(),
        Path("/dev/full").open("wb") as full,
    ):
        full.write(b"x" * 100_000)


def test_a_disk_with_room_is_not_full(tmp_path):
    assert not durable.is_full(tmp_path)
