# SPDX-License-Identifier: EUPL-1.2
"""The log that a crash leaves: a damaged one is told, a last write that a power cut tore is not."""

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest

from workbench.vault import write_log
from workbench.vault.errors import DamagedFileError

HEADER_BYTES, FRAME_BYTES = 32, 24 + 4096


@pytest.fixture(scope="module")
def crashed(tmp_path_factory) -> Path:
    """A database and its log as a crash leaves them: a few writes, none folded in."""
    folder = tmp_path_factory.mktemp("log")
    connection = sqlite3.connect(folder / "open.db", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE t (x BLOB)")
    for size in (10, 10_000, 20, 30_000, 40, 50):
        connection.execute("INSERT INTO t VALUES (zeroblob(?))", (size,))
    for name in ("open.db", "open.db-wal"):
        shutil.copy(folder / name, folder / name.replace("open", "crashed"))
    connection.close()
    return folder / "crashed.db"


@pytest.fixture
def log(crashed: Path, tmp_path: Path) -> Path:
    """A copy of its log, to be damaged."""
    return Path(shutil.copy(f"{crashed}-wal", tmp_path / "case.db-wal"))


def told(log: Path) -> str:
    """The file that is said to be damaged; "" for none."""
    try:
        write_log.require_whole(log.with_name("case.db"), name="cases/case.db")
    except DamagedFileError as error:
        return str(error.facts["file"])
    return ""


def last_write(content: bytes) -> int:
    """Where the last write begins: after the last but one frame that ends a write."""
    starts = range(HEADER_BYTES, len(content), FRAME_BYTES)
    ends = [at + FRAME_BYTES for at in starts if any(content[at + 4 : at + 8])]
    return ends[-2]


def test_a_log_that_a_crash_left_is_whole(log: Path):
    assert len(log.read_bytes()) > 15 * FRAME_BYTES
    assert told(log) == ""


def test_no_log_or_an_empty_one_is_whole(log: Path):
    log.write_bytes(b"")
    assert told(log) == ""
    log.unlink()
    assert told(log) == ""


@pytest.mark.parametrize("is_in_last_write", [False, True])
def test_any_changed_bit_is_told(log: Path, is_in_last_write):
    whole = log.read_bytes()
    border = last_write(whole) * 8
    bits = range(border, len(whole) * 8) if is_in_last_write else range(border)
    for bit in Random(1).sample(bits, 400):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        log.write_bytes(damaged)
        assert told(log) == "cases/case.db-wal", f"byte {bit // 8}, bit {bit % 8}"


def test_a_changed_bit_of_a_frames_head_in_the_last_write_is_told(log: Path):
    whole = log.read_bytes()
    start = len(whole) - FRAME_BYTES
    for bit in range(start * 8, (start + 24) * 8):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        log.write_bytes(damaged)
        assert told(log) == "cases/case.db-wal", f"byte {bit // 8 - start}, bit {bit % 8}"


def test_a_changed_block_of_a_page_before_the_last_write_is_told(log: Path):
    whole = log.read_bytes()
    for start in range(HEADER_BYTES, last_write(whole), FRAME_BYTES):
        at = start + 600
        log.write_bytes(whole[:at] + b"\xaa" * 512 + whole[at + 512 :])
        assert told(log) == "cases/case.db-wal", start


def test_a_last_write_that_is_torn_or_cut_anywhere_is_that_of_a_power_cut(log: Path):
    whole = log.read_bytes()
    begun = last_write(whole)
    for seed in range(100):
        chance, torn = Random(seed), bytearray(whole)
        for sector in range(-(-begun // 512), len(whole) // 512):
            if chance.random() < 0.5:
                torn[sector * 512 : (sector + 1) * 512] = bytes(512)
        log.write_bytes(torn[: chance.randint(begun, len(whole))])
        assert told(log) == "", seed


def test_what_an_earlier_use_of_the_log_left_at_its_end_is_nothing(log: Path):
    whole = log.read_bytes()
    salted = bytearray(whole[last_write(whole) :])
    for at in range(0, len(salted), FRAME_BYTES):
        salted[at + 8 : at + 16] = b"earlier!"
    log.write_bytes(whole + salted * 3)
    assert told(log) == ""
