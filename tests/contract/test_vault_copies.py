# SPDX-License-Identifier: EUPL-1.2
"""`vault backup|check-backup|restore|salvage`: what they print, what they refuse, what they leave."""

import json
import shutil
import stat

import pytest

from tests.contract.running import UUID4, tree


@pytest.fixture
def medium(tmp_path):
    folder = tmp_path / "medium"
    folder.mkdir()
    return folder


def backup(program, orgs, medium, name="shelter", **how):
    return program(
        "vault", "backup", orgs.vault(name), "--to", medium, "--same-disk", *orgs.key(name), **how
    )


def digits(program, vault, key):
    return program("card", "export", vault, vault.with_suffix(".digits"), *key).printed()["digits"]


def flip(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_backup_says_what_was_opened_and_is_checked_later(program, orgs, medium):
    told = backup(program, orgs, medium).printed()
    assert told.keys() == {
        "medium", "generation", "opened", "hash_only", "damaged", "size", "rotated_out", "held",
    }  # fmt: skip
    assert UUID4.fullmatch(told["medium"])
    assert (told["opened"], told["hash_only"], told["damaged"]) == (2, 0, [])
    key = orgs.key("shelter")
    checked = program("vault", "check-backup", orgs.vault("shelter"), "--from", medium, *key)
    assert checked.printed() == {
        "medium": told["medium"], "generation": told["generation"],
        "opened": 2, "hash_only": 0, "damaged": [],
    }  # fmt: skip


def test_the_vault_s_own_disk_is_refused_unless_it_is_meant(program, orgs, medium):
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    done = program("vault", "backup", vault, "--to", medium, *key)
    assert done.refusal() == "VAULT-027"
    assert tree(medium) == {}
    assert program("vault", "backup", vault, "--to", medium / "gone", *key).refusal() == "VAULT-028"


def test_a_vault_is_put_back_in_the_place_of_the_one_that_is_there(program, orgs, medium):
    made = backup(program, orgs, medium).printed()
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    told = program("vault", "restore", "--from", medium, "--to", vault, *key).printed()
    assert told.keys() == {
        "medium", "generation", "made", "opened", "hash_only", "damaged", "erased", "keyless",
        "exchange", "left_aside", "from_older", "left_out",
    }  # fmt: skip
    assert (told["generation"], told["opened"], told["exchange"]) == (made["generation"], 2, "kept")
    assert (vault.parent / told["left_aside"] / "vault.slots").is_file()
    beside = ("vault", "left-aside", vault, *key)
    (left,) = program(*beside).printed()["left_aside"]
    assert (left["name"], left["kind"]) == (told["left_aside"], "vault")
    assert program(*beside, "--remove", "vault").refusal() == "VAULT-056"
    gone = program(*beside, "--remove", left["name"]).printed()
    assert gone == {"left_aside": [], "removed": [left["name"]]}
    assert not (vault.parent / left["name"]).exists()
    assert program("vault", "verify", vault, *key).printed()["ok"]
    program("card", "export", vault, orgs.root / "again.card", *key).printed()


def test_on_a_new_computer_the_vault_comes_back_and_a_new_card_is_needed(program, orgs, medium):
    vault, key = orgs.root / "new", orgs.key("shelter")
    backup(program, orgs, medium)
    before = digits(program, orgs.vault("shelter"), key)
    told = program("vault", "restore", "--from", medium, "--to", vault, *key).printed()
    assert (told["opened"], told["exchange"], told["left_aside"]) == (2, "new-card", "")
    assert program("vault", "verify", vault, *key).printed()["ok"]
    assert stat.S_IMODE(vault.stat().st_mode) == 0o700
    assert digits(program, vault, key) != before


def test_a_rehearsal_changes_nothing_but_the_log(program, orgs, medium):
    backup(program, orgs, medium)
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    before = {name for name in tree(vault) if not name.startswith(("house", "register"))}
    verb = ("vault", "restore", "--from", medium, "--to", vault, "--rehearse", *key)
    told = program(*verb).printed()
    assert (told["opened"], told["damaged"]) == (2, [])
    assert before <= tree(vault).keys()
    new = orgs.root / "new"
    assert program(*verb[:5], new, *verb[6:]).printed()["opened"] == 2
    assert not new.exists()
    assert [path.name for path in orgs.root.iterdir() if "restor" in path.name] == []


def test_a_changed_copy_is_refused_and_names_the_file(program, orgs, medium):
    made = backup(program, orgs, medium).printed()
    (copy,) = medium.rglob(made["generation"])
    flip(copy / "house.db", 5000)
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    before = tree(vault)
    done = program("vault", "restore", "--from", medium, "--to", vault, *key)
    assert done.refusal() == "VAULT-026"
    assert f"{made['generation']}/house.db" in done.err
    assert tree(vault) == before


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (("--generation", "20200101T000000Z-00000000"), "VAULT-025"),
        (("--vault", "00000000-0000-4000-8000-000000000000"), "VAULT-025"),
        (("--place", "7"), "VAULT-001"),
    ],
)
def test_what_cannot_be_put_back_changes_nothing(program, orgs, medium, how, code):
    backup(program, orgs, medium)
    new, key = orgs.root / "new", orgs.key("shelter")
    done = program("vault", "restore", "--from", medium, "--to", new, *key, *how)
    assert done.refusal() == code
    assert not new.exists()


def test_a_medium_of_two_vaults_wants_to_know_which(program, orgs, medium):
    backup(program, orgs, medium)
    backup(program, orgs, medium, "stranger")
    new, key = orgs.root / "new", orgs.key("stranger")
    verb = ("vault", "restore", "--from", medium, "--to", new, *key)
    assert program(*verb).refusal() == "VAULT-025"
    vault = program("vault", "info", orgs.vault("stranger")).printed()["vault"]
    assert program(*verb, "--vault", vault).printed()["opened"] == 1


def test_a_damaged_akt_is_written_out_as_far_as_it_verifies(program, orgs, tmp_path):
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    database = vault / "cases" / f"{orgs.case}.db"
    content = bytearray(database.read_bytes())
    for page in range(3, 6):
        content[page * 4096 + 100] ^= 1
    database.write_bytes(content)
    out, before = tmp_path / "rest.json", database.read_bytes()
    verb = ("vault", "salvage", vault, "--case", orgs.case, "--out", out, *key)
    told = program(*verb, "--reason", "skadad akt").printed()
    assert told.keys() == {
        "case", "entries", "missing", "bad", "pages", "damaged_pages", "out",
    }  # fmt: skip
    assert (told["damaged_pages"], told["bad"], told["out"]) == (3, 0, str(out))
    written = json.loads(out.read_text(encoding="utf-8"))
    assert len(written["entries"]) == told["entries"] > 0
    assert written["fmt"] == "varn.salvage/1"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert database.read_bytes() == before
    assert program(*verb, "--reason", "igen").refusal() == "FILE-002"


def test_salvage_wants_a_reason_and_an_akt_of_one_s_own(program, orgs, tmp_path):
    vault, key, out = orgs.vault("shelter"), orgs.key("shelter"), tmp_path / "rest.json"
    verb = ("vault", "salvage", vault, "--out", out, *key)
    assert program(*verb, "--case", orgs.case, "--reason", " ").code == 2
    unknown = "00000000-0000-4000-8000-000000000000"
    assert program(*verb, "--case", unknown, "--reason", "x").refusal() == "VAULT-007"
    assert not out.exists()


def test_a_damaged_akt_does_not_stop_a_backup_and_is_told(program, orgs, medium):
    flip(orgs.vault("shelter") / "cases" / f"{orgs.case}.db", 5000)
    done = backup(program, orgs, medium)
    assert done.refusal_after_printing() == "VAULT-006"
    told = done.object()
    assert (told["opened"], told["damaged"]) == (1, [f"cases/{orgs.case}.db"])
    shutil.rmtree(medium)


def test_a_lost_computer_is_restored_with_the_recovery_code_alone(program, orgs, medium, tmp_path):
    new, sheet, out = orgs.root / "lost", orgs.root / "recovery", tmp_path / "new"
    backup(program, orgs, medium, "stranger").printed()
    verb = ("vault", "restore", "--from", medium, "--to", new, "--recovery-file", sheet)
    assert program(*verb).code == 2  # nobody could unlock it
    tried = program(*verb, "--rehearse").printed()
    assert tried["opened"] == 1
    assert not new.exists()
    told = program(*verb, "--new-passphrase-out", out).printed()
    assert told.keys() == {
        "medium", "generation", "made", "opened", "hash_only", "damaged", "erased", "keyless",
        "exchange", "left_aside", "from_older", "left_out", "vault", "place", "closed",
    }  # fmt: skip
    assert (told["place"], told["closed"], told["exchange"]) == (1, [], "new-card")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert program("vault", "verify", new, "--passphrase-file", out).printed()["ok"]
    assert program("vault", "verify", new, *orgs.key("stranger")).refusal() == "VAULT-001"
    wrong = tmp_path / "wrong"
    right = sheet.read_text(encoding="ascii").strip()
    wrong.write_text(right[:-1] + ("0" if right[-1] != "0" else "1"), encoding="ascii")
    verb = ("vault", "restore", "--from", medium, "--to", tmp_path / "n", "--recovery-file", wrong)
    assert program(*verb, "--new-passphrase-out", tmp_path / "p").refusal() == "VAULT-016"
    assert not (tmp_path / "n").exists()
    assert not (tmp_path / "p").exists()


def test_a_damaged_akt_is_named_and_the_rest_is_put_back_for_a_reason(program, orgs, medium):
    vault, key = orgs.vault("shelter"), orgs.key("shelter")
    made = backup(program, orgs, medium).printed()
    (copy,) = medium.glob(f"varn-copies/*/generations/{made['generation']}")
    (akt,) = (copy / "cases").glob("*.db")
    flip(akt, 5000)
    verb = ("vault", "restore", "--from", medium, "--to", vault, *key)
    assert program(*verb).refusal() == "VAULT-060"
    looked = program("vault", "check-backup", vault, "--from", medium, *key)
    assert looked.refusal() == program(*verb, "--rehearse").refusal() == "VAULT-062"
    told = program(*verb, "--without-damaged", "datorn är trasig").printed()
    assert [each["case"] for each in told["left_out"]] == [akt.stem]
    assert told["from_older"] == []
    assert list((vault / "cases").glob(f"{akt.name}.damaged-*"))
