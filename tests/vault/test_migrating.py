# SPDX-License-Identifier: EUPL-1.2
"""A file of an earlier format comes to today's by a verified copy; the original is kept till then."""

import json
import os
import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.vault.damage import flip
from tests.vault.making import Workplace
from workbench.domain.ids import CaseId
from workbench.vault import cipher, link_key, migrating, schemas
from workbench.vault.errors import DamagedFileError, NewerFormatError
from workbench.vault.migrating import Home

V1 = Path(__file__).parents[1] / "vaults" / "v1"
KEY = bytes(range(48))


def fresh() -> bytearray:
    return bytearray(KEY)


def register_1(folder: Path, rows: int = 300) -> Home:
    """A register of format 1 with akter in it."""
    home = Home(folder / "register.db", "register", "register.db", fresh)
    connection = cipher.create_file(home.path, fresh(), name=home.name)
    connection.executescript(schemas.step("register", 1))
    with cipher.transaction(connection, name=home.name):
        connection.execute("INSERT INTO standing (one, vault, revision) VALUES (1, 'v', 7)")
        connection.executemany(
            "INSERT INTO case_row (case_id, number, head, entries, pending, summary)"
            " VALUES (?, ?, ?, ?, 0, ?)",
            [(f"id {n}", f"2026-{n:04}", "h" * 64, n, bytes(300)) for n in range(rows)],
        )
    cipher.close_file(connection, name=home.name)
    return home


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(home: Home) -> list[tuple]:
    connection = migrating.open_current(home)
    try:
        return connection.execute(
            "SELECT case_id, number, head, entries, summary FROM case_row ORDER BY position"
        ).fetchall()
    finally:
        cipher.close_file(connection, name=home.name)


def test_every_row_is_there_and_the_original_is_kept(tmp_path: Path):
    home = register_1(tmp_path)
    original = home.path.read_bytes()
    rows = content(home)
    assert [row[1] for row in rows] == [f"2026-{n:04}" for n in range(300)]
    assert names(tmp_path) == ["register.db", "register.db.before-1"]
    assert home.before(1).read_bytes() == original
    connection = home.open()
    assert schemas.version(connection, name="") == schemas.NEWEST["register"]
    connection.close()


def test_the_original_goes_once_the_new_file_was_closed_and_found_whole(tmp_path: Path):
    home = register_1(tmp_path)
    first = migrating.open_current(home)
    assert home.before(1).exists()
    again = migrating.open_current(home)  # a second handle, while the first is open
    again.close()
    assert home.before(1).exists()
    cipher.close_file(first, name=home.name)
    content(home)
    assert names(tmp_path) == ["register.db"]


def test_the_original_stays_when_the_new_file_is_damaged(tmp_path: Path):
    home = register_1(tmp_path)
    content(home)
    flip(home.path, home.path.stat().st_size - 3000)
    with pytest.raises(DamagedFileError):
        content(home)
    assert home.before(1).exists()


@pytest.mark.parametrize("left", ["half a copy", "a copy", "a second name", "a log of the copy"])
def test_whatever_a_cut_off_attempt_left_the_next_one_succeeds(tmp_path: Path, left: str):
    home = register_1(tmp_path)
    if left == "half a copy":
        home.making.write_bytes(home.path.read_bytes()[:5000])
    elif left == "a copy":
        shutil.copyfile(home.path, home.making)
    elif left == "a second name":
        os.link(home.path, home.before(1))
    else:
        home.making.with_name(home.making.name + "-wal").write_bytes(bytes(5000))
    assert len(content(home)) == 300
    assert len(content(home)) == 300
    assert names(tmp_path) == ["register.db"]


def test_a_log_of_the_original_is_folded_in_first(tmp_path: Path):
    home = register_1(tmp_path)
    connection = home.open()
    with cipher.transaction(connection, name=home.name):
        connection.execute("UPDATE case_row SET number = 'i loggen' WHERE position = 1")
    for ending in ("", "-wal"):
        shutil.copyfile(f"{home.path}{ending}", tmp_path / f"kept{ending}")
    connection.close()
    for ending in ("", "-wal"):
        (tmp_path / f"kept{ending}").replace(f"{home.path}{ending}")
    assert content(home)[0][1] == "i loggen"
    assert not home.path.with_name("register.db-wal").exists()


def spoiling(statement: str) -> Callable[..., None]:
    """A step that loses something on the way."""
    done = schemas.bring_up_to_date

    def spoilt(connection, kind, *, name):
        done(connection, kind, name=name)
        connection.execute(statement)

    return spoilt


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM case_row WHERE position = 3",
        "UPDATE case_row SET head = NULL WHERE position = 3",
        "UPDATE case_row SET summary = x'00' WHERE position = 3",
        "UPDATE standing SET revision = revision + 1",
        "PRAGMA user_version = 1",
    ],
)
def test_a_step_that_changes_what_was_there_is_refused(tmp_path, monkeypatch, statement):
    home = register_1(tmp_path)
    original = home.path.read_bytes()
    monkeypatch.setattr(schemas, "bring_up_to_date", spoiling(statement))
    with pytest.raises(DamagedFileError):
        content(home)
    assert names(tmp_path) == ["register.db"]
    assert home.path.read_bytes() == original


def test_a_file_system_without_second_names_keeps_a_copy(tmp_path, monkeypatch):
    home = register_1(tmp_path)
    original = home.path.read_bytes()

    def refused(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    assert len(content(home)) == 300
    assert home.before(1).read_bytes() == original


def test_a_newer_format_is_not_touched(tmp_path: Path):
    home = register_1(tmp_path)
    connection = home.open()
    connection.execute("PRAGMA user_version = 99")
    cipher.close_file(connection, name=home.name)
    original = home.path.read_bytes()
    with pytest.raises(NewerFormatError):
        content(home)
    assert (names(tmp_path), home.path.read_bytes()) == (["register.db"], original)


def test_a_vault_of_format_1_comes_to_today_s_and_keeps_its_content(place: Workplace):
    facts = json.loads((V1 / "content.json").read_text(encoding="utf-8"))
    shutil.copytree(V1 / "vault", place.folder)
    vault = place.unlock(facts["passphrase"])
    assert (place.folder / "register.db.before-1").read_bytes() == (
        V1 / "vault" / "register.db"
    ).read_bytes()
    assert [row.case for row in vault.cases()] == facts["cases"][::-1]
    vault.close()
    for _time in range(2):  # brought over, closed in order; then opened again and found whole
        vault = place.unlock(facts["passphrase"])
        counts = [len(vault.open_case(CaseId(case)).entries()) for case in facts["cases"]]
        assert counts == [4, 20]
        vault.close()
    assert not list(place.folder.rglob("*.before-*"))


# --- every step ----------------------------------------------------------------------------------


def holds_grants(connection) -> None:
    """register 2: what there was is there, and what is new is empty."""
    assert connection.execute("SELECT count(*) FROM grant_row").fetchone() == (0,)
    found = "SELECT grants_known, slots_generation, slots_hash, slots_next FROM standing"
    assert connection.execute(found).fetchone() == (0, 0, "", "")
    assert connection.execute("SELECT sum(rekey_due) FROM case_row").fetchone() == (0,)


def holds_own_notes(connection) -> None:
    """register 3: nothing typed is known of any user."""
    assert connection.execute("SELECT count(*) FROM own_note").fetchone() == (0,)


def has_room_for_a_link_key(connection) -> None:
    """case 2: one link key, and none that is too short."""
    assert connection.execute("SELECT count(*) FROM link").fetchone() == (0,)
    with pytest.raises(dbapi2.IntegrityError):
        connection.execute("INSERT INTO link (one, key) VALUES (1, x'00')")
    link_key.put(connection, bytearray(range(32)))
    link_key.put(connection, bytearray(32))  # once more is nothing
    assert link_key.read(connection, name="") == bytes(range(32))


def holds_own_marks(connection) -> None:
    """register 4: nobody has noted which list of users they saw last."""
    assert connection.execute("SELECT count(*) FROM own_mark").fetchone() == (0,)


STEPS = {
    ("case", 2): has_room_for_a_link_key,
    ("register", 2): holds_grants,
    ("register", 3): holds_own_notes,
    ("register", 4): holds_own_marks,
}


@pytest.mark.parametrize("number", [n for kind, n in sorted(STEPS) if kind == "case"])
def test_a_step_of_an_akt_makes_of_a_full_file_what_it_says(tmp_path: Path, number):
    connection = cipher.create_file(tmp_path / "a.db", fresh(), name="a.db")
    connection.executescript(schemas.step("case", 1))
    connection.execute("INSERT INTO identity (one, vault, case_id) VALUES (1, 'v', 'c')")
    for step in range(2, number + 1):
        connection.executescript(schemas.step("case", step))
    STEPS["case", number](connection)
    assert connection.execute("SELECT * FROM identity").fetchall() == [(1, "v", "c")]
    cipher.close_file(connection, name="a.db")


@pytest.mark.parametrize(
    ("kind", "number"), [step for step in sorted(STEPS) if step[0] == "register"]
)
def test_a_step_makes_of_a_full_file_what_it_says(tmp_path: Path, kind, number):
    home = register_1(tmp_path)
    connection = home.open()
    for step in range(2, number + 1):
        connection.executescript(schemas.step(kind, step))
    STEPS[kind, number](connection)
    assert connection.execute("SELECT count(*) FROM case_row").fetchone() == (300,)
    cipher.close_file(connection, name=home.name)


def test_every_step_has_a_test():
    files = resources.files("workbench.vault") / "schema"
    steps = {tuple(path.name.removesuffix(".sql").rsplit("_", 1)) for path in files.iterdir()}
    later = {(kind, int(number)) for kind, number in steps if int(number) > 1}
    assert later == STEPS.keys()
    assert {
        kind: max(n for k, n in [*later, (kind, 1)] if k == kind) for kind in schemas.NEWEST
    } == (schemas.NEWEST)
