# SPDX-License-Identifier: EUPL-1.2
"""`vault drill|recover|recovery-code`: what they print, what they refuse, what they leave."""

import stat
from pathlib import Path

import pytest

from tests.contract.running import tree


@pytest.fixture
def stranger(orgs):
    """A vault with one user, its key, and the file with its recovery code."""
    return orgs.vault("stranger"), orgs.key("stranger"), orgs.root / "recovery"


def test_a_drill_says_what_it_opened_and_changes_no_akt(program, orgs, stranger):
    folder, key, code = stranger
    told = program("vault", "drill", folder, "--recovery-file", code, *key).printed()
    assert told.pop("entries") > 0
    assert told == {"ok": True, "codes": "one", "opened": 0, "uncovered": [], "faulty": []}
    assert [path.name for path in orgs.root.iterdir() if path.name.startswith(".varn-drill")] == []


def test_a_damaged_akt_fails_the_drill_and_is_named(program, orgs, tmp_path):
    folder, key = orgs.vault("shelter"), orgs.key("shelter")
    program("vault", "recovery-code", folder, *key, "--out", tmp_path / "code").printed()
    path = folder / "cases" / f"{orgs.case}.db"
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    done = program("vault", "drill", folder, "--recovery-file", tmp_path / "code", *key)
    assert done.refusal_after_printing() == "VAULT-039"
    told = done.object()
    assert told["ok"] is False
    assert len(told["faulty"]) == 1


def test_recovering_gives_a_place_a_new_passphrase_in_a_private_file(program, stranger, tmp_path):
    folder, key, code = stranger
    out = tmp_path / "new"
    verb = ("vault", "recover", folder, "--recovery-file", code, "--place", "1")
    told = program(*verb, "--new-passphrase-out", out).printed()
    assert told.keys() == {"vault", "place", "closed"}
    assert (told["place"], told["closed"]) == (1, [])
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert len(out.read_text(encoding="utf-8").split()) == 6
    assert program("vault", "verify", folder, *key).refusal() == "VAULT-001"
    program("vault", "verify", folder, "--passphrase-file", out).printed()
    card = tmp_path / "card"
    digits = program("card", "export", folder, card, "--passphrase-file", out).printed()["digits"]
    assert len(digits) == 40


def test_a_mistyped_code_and_anothers_code_are_told_apart_and_change_nothing(
    program, orgs, stranger, tmp_path
):
    folder, key, code = stranger
    right = code.read_text(encoding="ascii").strip()
    (tmp_path / "typo").write_text(right[:-1] + ("2" if right[-1] != "2" else "3"))
    program("vault", "recovery-code", orgs.vault("shelter"), *orgs.key("shelter"),
            "--out", tmp_path / "other").printed()  # fmt: skip
    before = tree(folder)
    for file, refusal in (("typo", "VAULT-016"), ("other", "VAULT-017")):
        given = ("--recovery-file", tmp_path / file)
        verb = ("vault", "recover", folder, *given, "--place", "1")
        assert program(*verb, "--new-passphrase-out", tmp_path / "out").refusal() == refusal
        assert not (tmp_path / "out").exists()
    twice = ("--recovery-file", code, "--recovery-file", code)
    verb = ("vault", "recover", folder, *twice, "--place", "1")
    assert program(*verb, "--new-passphrase-out", tmp_path / "out").refusal() == "VAULT-036"
    assert tree(folder) == before
    assert program("vault", "drill", folder, "--recovery-file", tmp_path / "typo", *key).refusal()


def test_three_codes_replace_one_and_two_of_them_open(program, stranger, tmp_path):
    folder, key, code = stranger
    outs = [tmp_path / name for name in ("one", "two", "three")]
    told = program(
        "vault", "recovery-code", folder, *key, "--two-of-three",
        "--out", outs[0], "--out2", outs[1], "--out3", outs[2],
    ).printed()  # fmt: skip
    assert told == {"codes": "two-of-three", "uncovered": 0}
    drill = ("vault", "drill", folder, *key, "--recovery-file")
    assert program(*drill, code).refusal() == "VAULT-036"
    assert program(*drill, outs[0], "--recovery-file", outs[0]).refusal() == "VAULT-037"
    assert program(*drill, outs[2], "--recovery-file", outs[0]).printed()["codes"] == "two-of-three"


def test_the_files_for_three_codes_must_be_named(program, stranger, tmp_path):
    folder, key, _code = stranger
    done = program(
        "vault", "recovery-code", folder, *key, "--two-of-three", "--out", tmp_path / "o"
    )
    assert done.code == 2
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("taken", ["one", "three"])
def test_a_file_that_is_there_is_never_written_over(program, stranger, tmp_path: Path, taken):
    folder, key, code = stranger
    (tmp_path / taken).write_text("mine")
    outs = [tmp_path / name for name in ("one", "two", "three")]
    verb = (
        "vault", "recovery-code", folder, *key, "--two-of-three",
        "--out", outs[0], "--out2", outs[1], "--out3", outs[2],
    )  # fmt: skip
    assert program(*verb).refusal() == "VAULT-015"
    assert (tmp_path / taken).read_text() == "mine"
    assert [path.name for path in outs if path.exists()] == [taken]
    program("vault", "drill", folder, *key, "--recovery-file", code).printed()
