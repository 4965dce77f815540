# SPDX-License-Identifier: EUPL-1.2
"""The one door to SQLCipher: settings that are asserted, pragmas that are denied."""

import re
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.vault.damage import outcome
from workbench.vault import cipher, soundness
from workbench.vault.errors import DamagedFileError, DiskError, DiskFullError
from workbench.vault.settings_now import changed_settings

ROOT = Path(__file__).parents[3]
KEY = bytes(range(48))


@pytest.fixture
def connection(tmp_path: Path):
    opened = cipher.create_file(tmp_path / "x.db", bytearray(KEY), name="x.db")
    opened.execute("CREATE TABLE note (text TEXT) STRICT")
    opened.execute("PRAGMA user_version = 1")
    yield opened
    opened.close()


def reopened(path: Path, key: bytes = KEY) -> cipher.Connection:
    return cipher.open_file(path, bytearray(key), name=path.name, newest=1)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("cipher_memory_security", "1"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("mmap_size", 0),
        ("cache_size", -2048),
        ("cipher_page_size", "4096"),
    ],
)
def test_every_setting_reads_back_as_asked(connection, pragma, value):
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA key = 'x'", "PRAGMA rekey = 'x'", "PRAGMA temp_store = 1", "PRAGMA TEMP_STORE = 2"],
)
def test_pragmas_that_would_undo_the_encryption_are_denied(connection, statement):
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        connection.execute(statement)


def test_a_transaction_is_all_or_nothing(connection):
    def half() -> None:
        with cipher.transaction(connection, name="x"):
            connection.execute("INSERT INTO note VALUES ('a')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
    assert not connection.in_transaction
    with cipher.transaction(connection, name="x"):
        connection.execute("INSERT INTO note VALUES ('b')")
    assert connection.execute("SELECT text FROM note").fetchall() == [("b",)]


def test_the_file_opens_with_its_key_and_with_no_other(connection, tmp_path):
    path = tmp_path / "x.db"
    cipher.close_file(connection, name="x")
    reopened(path).close()
    for wrong in (bytes(48), bytes(32) + KEY[32:], KEY[:32] + bytes(16)):
        before = path.read_bytes()
        with pytest.raises(DamagedFileError):
            reopened(path, wrong)
        assert path.read_bytes() == before


def test_the_key_buffer_is_cleared_whether_it_fits_or_not(connection, tmp_path):
    cipher.close_file(connection, name="x")
    for key in (bytearray(KEY), bytearray(b"\x01" * 48)):
        with suppress(DamagedFileError):
            cipher.open_file(tmp_path / "x.db", key, name="x", newest=1).close()
        assert key == bytes(48)


def test_nothing_of_a_new_file_is_plain(connection, tmp_path):
    connection.execute("INSERT INTO note VALUES ('KANARIE')")
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert b"KANARIE" not in content
        assert not content.startswith(b"SQLite format 3")
    assert (tmp_path / "x.db").read_bytes()[:16] == KEY[32:]


def test_a_plain_database_is_not_opened_and_not_changed(tmp_path):
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE note (text TEXT)")
    plain.close()
    before = (tmp_path / "plain.db").read_bytes()
    key = bytearray(32) + before[:16]  # even with the right "salt"
    with pytest.raises(DamagedFileError):
        cipher.open_file(tmp_path / "plain.db", key, name="plain.db", newest=1)
    assert (tmp_path / "plain.db").read_bytes() == before


def test_a_file_without_a_schema_of_ours_is_not_opened(tmp_path):
    cipher.create_file(tmp_path / "x.db", bytearray(KEY), name="x").close()
    assert outcome(lambda: reopened(tmp_path / "x.db")) == "VAULT-006"
    assert outcome(lambda: reopened(tmp_path / "none.db")) == "VAULT-006"
    assert not (tmp_path / "none.db").exists()


def test_closing_folds_the_log_into_the_file(connection, tmp_path):
    connection.execute("INSERT INTO note VALUES ('a')")
    assert (tmp_path / "x.db-wal").stat().st_size > 0
    cipher.close_file(connection, name="x")
    assert [path.name for path in tmp_path.iterdir()] == ["x.db"]


def test_the_log_is_folded_in_also_while_someone_else_reads(connection, tmp_path):
    reader = reopened(tmp_path / "x.db")
    connection.execute("INSERT INTO note VALUES ('a')")
    cipher.close_file(connection, name="x")
    assert (tmp_path / "x.db-wal").stat().st_size == 0
    reader.close()


def test_damaged_pages_are_found_after_a_checkpoint(connection, tmp_path):
    connection.execute("INSERT INTO note VALUES (?)", ("a" * 30_000,))
    assert not soundness.faults(connection, name="x")
    cipher.close_file(connection, name="x")
    content = bytearray((tmp_path / "x.db").read_bytes())
    content[4096 * 3 + 100] ^= 1
    (tmp_path / "x.db").write_bytes(content)
    damaged = reopened(tmp_path / "x.db")
    assert soundness.faults(damaged, name="x")
    damaged.close()


def test_a_file_cut_by_whole_pages_is_found_too(connection, tmp_path):
    connection.execute("INSERT INTO note VALUES (?)", ("a" * 30_000,))
    cipher.close_file(connection, name="x")
    content = (tmp_path / "x.db").read_bytes()
    (tmp_path / "x.db").write_bytes(content[: -4096 * 2])
    assert outcome(lambda: reopened(tmp_path / "x.db")) == "VAULT-006"


def test_refusals_of_the_system_have_our_codes(connection, tmp_path):
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError), cipher.transaction(connection, name="x"):
        connection.execute("INSERT INTO note VALUES (?)", ("a" * 30_000,))
    with pytest.raises(DiskError), cipher.translated("x"):
        raise dbapi2.OperationalError("disk I/O error")


def test_only_this_module_connects_and_no_sql_is_built_from_strings():
    for path in (ROOT / "workbench").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "cipher.py":
            assert "dbapi2" not in text, path
        for call in re.findall(r"\.execute(?:many|script)?\(\s*(f[\"']|[^)]*\.format\()", text):
            raise AssertionError(f"{path}: {call}")


def test_settings_that_were_changed_since_are_named_and_others_are_not(connection):
    assert changed_settings(connection) == ()
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA trusted_schema=ON")
    assert changed_settings(connection) == ("trusted_schema", "synchronous")
