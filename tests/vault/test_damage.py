# SPDX-License-Identifier: EUPL-1.2
"""A cut, changed, foreign or newer file: its own code, the other akter as they were, and
everything back when the good file is put back."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.vault.damage import TEXTS, Written, copy_of, cut, flip, outcome, with_sql, written
from tests.vault.making import Workplace
from workbench.services.ports import CaseReport
from workbench.vault import checking, schemas

SPOTS = [0, 1, 15, 16, 100, 1000, 4095, 4096, 6000, 9000, 12288, 20000, -1, -100, -4000]
_AGAIN = (
    "INSERT INTO entry SELECT 3, id, header, signature, salt, body, cosignatures"
    " FROM entry WHERE position = 2"
)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return written(Workplace(tmp_path_factory.mktemp("master")))


@pytest.fixture
def vault(master: Written, tmp_path: Path) -> Written:
    return copy_of(master, tmp_path)


def healed(vault: Written) -> bool:
    vault.heal()
    return vault.read() == TEXTS and vault.read_other() == TEXTS


@pytest.mark.parametrize("at", SPOTS)
def test_a_changed_bit_in_an_akt_is_refused_and_the_others_open(vault, at):
    flip(vault.database, at, bit=at % 8)
    assert outcome(vault.read) in {"VAULT-006", ""}
    reports = verify(vault)
    assert reports[vault.case] == "damaged"
    assert vault.read_other() == TEXTS
    assert healed(vault)


@pytest.mark.parametrize("size", [0, 10, 512, 4096, 4096 * 2, 4096 * 3 - 7, 4096 * 4])
def test_a_cut_akt_is_refused_and_the_others_open(vault, size):
    cut(vault.database, size)
    assert outcome(vault.read) == "VAULT-006"
    assert verify(vault)[vault.case] == "damaged"
    assert vault.read_other() == TEXTS
    assert healed(vault)


def test_a_missing_akt_is_refused(vault):
    vault.database.unlink()
    assert outcome(vault.read) == "VAULT-006"
    assert not vault.database.exists()
    assert vault.read_other() == TEXTS


def test_another_akt_under_this_name_is_refused(vault):
    other = vault.folder / "cases" / f"{vault.other}"
    shutil.copy(other.with_suffix(".db"), vault.database)
    assert outcome(vault.read) == "VAULT-006"
    shutil.copy(other.with_suffix(".keys"), vault.keys)
    assert outcome(vault.read) == "VAULT-006"
    assert healed(vault)


def test_a_plain_database_is_no_akt_and_is_not_written_to(vault):
    vault.database.unlink()
    plain = sqlite3.connect(vault.database)
    plain.execute("CREATE TABLE entry (id TEXT)")
    plain.commit()
    plain.close()
    before = vault.database.read_bytes()
    assert outcome(vault.read) == "VAULT-006"
    assert vault.database.read_bytes() == before


@pytest.mark.parametrize("at", [0, 2, 40, 300, 1500, 2900, 4000, -2, -1])
def test_a_changed_bit_in_a_keys_file_is_refused(vault, at):
    flip(vault.keys, at, bit=2)
    first_grant_ends = len(vault.keys.read_bytes()) // 2
    if 0 <= at < first_grant_ends or at < 0:
        # The second half is recovery's grant: it does not stand in the user's way, but the
        # file is read strictly, so that any spoilt structure shows at once.
        assert outcome(vault.read) in {"VAULT-006", "VAULT-007", ""}
    assert vault.read_other() == TEXTS
    assert healed(vault)


def test_any_changed_letter_of_the_own_grant_is_refused(vault):
    content = json.loads(vault.keys.read_bytes())
    own = next(grant for grant in content["grants"] if grant["to"] != "recovery")
    for field, value in own.items():
        changed = json.loads(vault.keys.read_bytes())
        grant = next(each for each in changed["grants"] if each["to"] != "recovery")
        grant[field] = spoilt(value)
        put(vault, changed)
        assert outcome(vault.read) in {"VAULT-006", "VAULT-007"}, field
        vault.heal()
    assert vault.read() == TEXTS


def spoilt(value):
    if isinstance(value, dict):
        return {name: spoilt(inner) for name, inner in value.items()}
    if isinstance(value, int):
        return value + 1
    if "T" in value:
        return value.replace("2026", "2027")
    return ("0" if value[0] != "0" else "1") + value[1:]


def put(vault: Written, content: object) -> None:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    vault.keys.write_text(text + "\n", encoding="utf-8")


@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_cut_keys_file_is_refused(vault, size):
    cut(vault.keys, size)
    assert outcome(vault.read) == "VAULT-006"
    assert verify(vault)[vault.case] == "damaged-keys"
    assert vault.read_other() == TEXTS
    assert healed(vault)


@pytest.mark.parametrize("left", [[], ["recovery"]])
def test_an_akt_whose_grants_were_taken_out_is_damaged_and_does_not_vanish(vault, left):
    """It needs no key to take a grant out of the file; every akt is granted to somebody."""
    content = json.loads(vault.keys.read_bytes())
    content["grants"] = [grant for grant in content["grants"] if grant["to"] in left]
    put(vault, content)
    assert outcome(vault.read) == "VAULT-006"
    opened = vault.place.unlock()
    assert {row.case for row in opened.cases()} == {vault.case, vault.other}
    assert [(each.case, told(each)) for each in opened.verify() if each.why] == [
        (vault.case, ("VAULT-006", f"cases/{vault.case}.keys"))
    ]
    opened.close()


def test_verify_misses_the_grant_to_recovery_and_opening_gives_it_back(vault):
    content = json.loads(vault.keys.read_bytes())
    content["grants"] = [grant for grant in content["grants"] if grant["to"] != "recovery"]
    put(vault, content)
    assert verify(vault)[vault.case] == "damaged-keys"
    assert vault.read() == TEXTS
    assert verify(vault)[vault.case] == ""


def test_verify_reads_the_keys_again_and_believes_nothing_from_memory(vault):
    opened = vault.place.unlock()
    opened.open_case(vault.case).close()
    cut(vault.keys, 100)
    assert {each.case: each.why for each in opened.verify()}[vault.case] == "damaged-keys"
    opened.close()


def test_the_keys_of_another_akt_under_this_name_are_refused_before_they_open_anything(vault):
    shutil.copy(vault.folder / "cases" / f"{vault.other}.keys", vault.keys)
    opened = vault.place.unlock()
    assert outcome(lambda: opened.case_link_key(vault.case)) == "VAULT-006"
    assert opened.case_link_key(vault.other)
    opened.close()
    assert verify(vault)[vault.case] == "damaged-keys"


@pytest.mark.parametrize(("ending", "why"), [(".db", "damaged"), (".keys", "damaged-keys")])
def test_a_missing_file_is_told_by_verify(vault, ending, why):
    vault.database.with_suffix(ending).unlink()
    assert verify(vault)[vault.case] == why


def test_a_keys_file_of_a_later_version_is_not_touched(vault):
    content = json.loads(vault.keys.read_bytes())
    content["fmt"] = "varn.keys/2"
    content["more"] = 1
    put(vault, content)
    before = vault.bytes()
    assert outcome(vault.read) == "VAULT-010"
    assert vault.read_other() == TEXTS
    assert verify(vault)[vault.case] == "newer-format"
    opened = vault.place.unlock()
    assert {row.case for row in opened.cases()} == {vault.case, vault.other}
    opened.close()
    assert vault.bytes()[f"cases/{vault.case}.keys"] == before[f"cases/{vault.case}.keys"]


@pytest.mark.parametrize("name", ["cases", "house.db", "register.db"])
def test_a_database_of_a_later_version_is_not_touched(vault, name):
    path = vault.database if name == "cases" else vault.folder / name
    later = 1 + max(schemas.NEWEST.values())
    with_sql(vault, path, (f"PRAGMA user_version = {later}", ()))
    before = path.read_bytes()

    def act():
        opened = vault.place.unlock()
        try:
            opened.house()
            opened.open_case(vault.case)
        finally:
            opened.close()

    assert outcome(act) == "VAULT-010"
    assert path.read_bytes() == before


@pytest.mark.parametrize("at", SPOTS)
def test_a_changed_bit_in_the_register_never_passes_for_its_content(vault, at):
    flip(vault.folder / "register.db", at, bit=at % 8)
    assert outcome(vault.read) in {"VAULT-006", ""}
    assert healed(vault)


@pytest.mark.parametrize("size", [0, 100, 4096, 4096 * 2])
def test_a_cut_register_is_refused(vault, size):
    cut(vault.folder / "register.db", size)
    assert outcome(vault.read) == "VAULT-006"
    assert healed(vault)


@pytest.mark.parametrize("name", ["house.db", "house.keys"])
def test_damage_to_the_organisation_akt_leaves_the_akter_readable(vault, name):
    cut(vault.folder / name, 700)
    assert vault.read() == TEXTS
    opened = vault.place.unlock()
    assert outcome(opened.house) == "VAULT-006"
    opened.close()
    assert healed(vault)


@pytest.mark.parametrize("spoil", ["cut", "flip", "missing", "foreign"])
def test_damage_to_the_mailbox_keys_stops_bundles_and_nothing_else(vault, spoil):
    path = vault.folder / "mailbox.keys"
    if spoil == "cut":
        cut(path, 1000)
    elif spoil == "flip":
        flip(path, 900)
    elif spoil == "foreign":
        other = written(Workplace(vault.place.root / "other", seed="other"))
        shutil.copy(other.folder / "mailbox.keys", path)
    else:
        path.unlink()
    opened = vault.place.unlock()
    assert outcome(opened.exchange_keys) == "VAULT-006"
    opened.close()
    assert vault.read() == TEXTS


def test_an_entry_that_was_changed_under_the_right_key_is_named(vault):
    with_sql(
        vault,
        vault.database,
        ("UPDATE entry SET body = ? WHERE position = 1", (b'{"text":"fredag"}',)),
    )
    assert outcome(vault.read) == "VAULT-008"
    assert verify(vault)[vault.case] == "body-hash"
    opened = vault.place.unlock()
    (report,) = [each for each in opened.verify() if each.case == vault.case]
    opened.close()
    vault.heal()
    opened = vault.place.unlock()
    assert report.first_bad == opened.open_case(vault.case).entries()[1].id
    opened.close()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE entry SET header = CAST('{}' AS BLOB) WHERE position = 1", "malformed-header"),
        ("UPDATE entry SET id = 'ff' WHERE position = 0", "header-hash"),
        ("UPDATE entry SET salt = zeroblob(32) WHERE position = 2", "body-hash"),
        ("DELETE FROM entry WHERE position = 1", "parents"),
        ("DELETE FROM entry WHERE position = 0", "parents"),
        (_AGAIN, "twice"),
    ],
)
def test_each_break_of_the_chain_has_its_word(vault, statement, why):
    with_sql(vault, vault.database, (statement, ()))
    assert outcome(vault.read) == "VAULT-008"
    assert verify(vault)[vault.case] == why


def test_an_entry_that_was_emptied_under_the_right_key_is_refused_and_named(vault):
    """Only an entry that says so empties another: whoever does otherwise hides what it said."""
    (_first, second, _third) = entries_of(vault)
    with_sql(
        vault, vault.database, ("UPDATE entry SET salt = NULL, body = NULL WHERE position = 1", ())
    )
    assert outcome(vault.read) == "VAULT-008"
    opened = vault.place.unlock()
    (report,) = [each for each in opened.verify() if each.case == vault.case]
    opened.close()
    assert (report.why, report.first_bad) == ("purged", second)


def entries_of(vault) -> list[str]:
    opened = vault.place.unlock()
    found = [entry.id for entry in opened.open_case(vault.case).entries()]
    opened.close()
    return found


def test_a_tail_taken_off_under_the_right_key_is_an_older_copy(vault):
    with_sql(vault, vault.database, ("DELETE FROM entry WHERE position = 2", ()))
    assert outcome(vault.read) == "VAULT-005"
    assert verify(vault)[vault.case] == "older-copy"


def test_a_signature_that_is_not_the_authors_is_found_by_verify(vault):
    with_sql(
        vault, vault.database, ("UPDATE entry SET signature = ? WHERE position = 1", (bytes(64),))
    )
    assert vault.read() == TEXTS
    assert verify(vault)[vault.case] == "signature"


def test_a_cosignature_too_many_is_found_at_opening(vault):
    """Whoever has the akt's key can write signatures that no header asks for."""
    with_sql(
        vault,
        vault.database,
        ("UPDATE entry SET cosignatures = signature WHERE position = 1", ()),
    )
    assert outcome(vault.read) == "VAULT-008"
    assert verify(vault)[vault.case] == "cosigners"


def test_an_akt_with_another_identity_inside_is_refused(vault):
    with_sql(vault, vault.database, ("UPDATE identity SET case_id = 'another'", ()))
    assert outcome(vault.read) == "VAULT-006"


def told(report: CaseReport) -> tuple[str, object]:
    """The code, and the file that is named."""
    error = checking.error_of(report, f"cases/{report.case}.db")
    assert error is not None
    return error.code, error.facts["file"]


def verify(vault: Written) -> dict[str, str]:
    """What verify says of each akt."""
    opened = vault.place.unlock()
    try:
        return {report.case: report.why for report in opened.verify()}
    finally:
        opened.close()
