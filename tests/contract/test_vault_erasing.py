# SPDX-License-Identifier: EUPL-1.2
"""`vault erase`, `vault export-open`: what they print, refuse and leave."""

import json

import pytest

from tests.contract.running import readable_by_others

SAID = ("--ground", "own-rule", "--reason", "egen regel", "--no-exceptions", "--seen-open")


@pytest.fixture
def shelter(orgs):
    return orgs.vault("shelter"), orgs.key("shelter")


@pytest.fixture
def second(program, shelter, tmp_path):
    """A colleague at place 2, who can open no akt; the options with which they approve."""
    folder, key = shelter
    out = tmp_path / "berit"
    program("vault", "users", "add", folder, *key, "--name", "Berit Påhittad",
            "--roles", "practitioner", "--new-passphrase-out", out).printed()  # fmt: skip
    return ("--second-place", "2", "--second-passphrase-file", out)


def erase(program, shelter, orgs, *options, level="E1", said=SAID):
    folder, key = shelter
    named = ("--case", orgs.case, "--level", level)
    return program("vault", "erase", folder, *key, *named, *said, *options)


def left(orgs):
    return sorted(path.name for path in orgs.vault("shelter").rglob(f"{orgs.case}*"))


def test_an_akt_is_hidden_and_shown_again(program, shelter, orgs):
    said = ("--reason", "avslutad")
    told = erase(program, shelter, orgs, level="E0", said=said).printed()
    assert told == {"case": orgs.case, "level": "E0", "state": "hidden"}
    told = erase(program, shelter, orgs, "--show-again", level="E0", said=said).printed()
    assert told["state"] == "shown"
    assert len(left(orgs)) == 2


def test_two_people_erase_an_akt_and_get_a_certificate(program, shelter, orgs, second, tmp_path):
    paper = tmp_path / "bevis.pdf"
    told = erase(program, shelter, orgs, *second, "--certificate", paper).printed()
    assert told.keys() == {"case", "level", "state", "approval", "surviving", "certificate"}
    assert (told["level"], told["state"], told["approval"]) == ("E1", "erased", "two-people")
    assert told["surviving"].keys() == {
        "bundles",
        "papers",
        "open_copies",
        "media",
        "left_aside",
        "talks",
    }
    assert told["surviving"]["bundles"] == 1
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.stat().st_mode & 0o777 == 0o600
    assert left(orgs) == []
    folder, key = shelter
    (house,) = program("vault", "verify", folder, *key).printed()["cases"]
    assert house["first_bad"] is None
    assert erase(program, shelter, orgs, *second).refusal() == "VAULT-007"
    assert readable_by_others(folder) == []


def test_nobody_erases_alone_where_there_is_a_colleague(program, shelter, orgs, second):
    assert erase(program, shelter, orgs).refusal() == "VAULT-031"
    assert len(left(orgs)) == 2


@pytest.mark.parametrize("missing", ["--no-exceptions", "--ground", "--reason"])
def test_nothing_is_erased_before_everything_was_answered(program, shelter, orgs, second, missing):
    said = [*SAID]
    at = said.index(missing)
    if missing == "--no-exceptions":
        del said[at]
    else:
        said[at + 1] = " "
    assert erase(program, shelter, orgs, *second, said=said).refusal() == "VAULT-035"
    assert len(left(orgs)) == 2


def test_the_only_user_proposes_and_may_not_confirm_on_the_same_day(program, orgs, tmp_path):
    folder, key = orgs.vault("shelter"), orgs.key("shelter")
    told = erase(program, (folder, key), orgs).printed()
    assert told == {"case": orgs.case, "level": "E1", "state": "proposed"}
    (tmp_path / "code").write_text("AAAA-BBBB\n")
    confirm = ("--recovery-file", tmp_path / "code")
    assert erase(program, (folder, key), orgs, *confirm).refusal() == "VAULT-033"
    assert len(left(orgs)) == 2


def test_an_urgent_exception_says_so(program, shelter, orgs):
    told = erase(program, shelter, orgs, "--urgent", "Han är på väg hit").printed()
    assert told["approval"] == "urgent"
    assert left(orgs) == []


def test_usage(program, shelter, orgs, second):
    folder, key = shelter
    for wrong in (["--level", "E2"], ["--level", "E1", "--case", "x", "--number", "y"]):
        assert program("vault", "erase", folder, *key, *wrong, "--reason", "x").code == 2


def test_an_open_copy_holds_the_akt_and_is_its_owners_only(program, shelter, orgs, tmp_path):
    folder, key = shelter
    out = tmp_path / "copy"
    told = program(
        "vault", "export-open", folder, *key, "--out", out, "--reason", "arkiv"
    ).printed()
    assert told.keys() == {"folder", "cases", "skipped", "files"}
    assert told["folder"] == str(out)
    (akt,) = told["cases"]
    assert (akt["case"], akt["folder"], told["skipped"]) == (orgs.case, "2026-0001", [])
    assert sum(path.is_file() for path in out.rglob("*")) == told["files"]
    read = json.loads((out / "2026-0001" / "case.json").read_text(encoding="utf-8"))
    assert len(read["entries"]) == akt["entries"]
    assert readable_by_others(out) == []
    again = program("vault", "export-open", folder, *key, "--out", out, "--reason", "arkiv")
    assert again.refusal() == "FILE-002"


def test_an_open_copy_needs_a_reason_and_own_akter(program, shelter, orgs, tmp_path):
    folder, key = shelter
    verb = ("vault", "export-open", folder, *key, "--out", tmp_path / "copy")
    assert program(*verb, "--reason", " ").refusal() == "VAULT-035"
    foreign = ("--case", "0c0ffee0-0000-4000-8000-00000000c0de")
    assert program(*verb, "--reason", "arkiv", *foreign).refusal() == "VAULT-007"
    assert not (tmp_path / "copy").exists()
