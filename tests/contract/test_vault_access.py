# SPDX-License-Identifier: EUPL-1.2
"""`vault users`, `vault grant`, `vault revoke`: what they print, refuse and leave."""

import stat

import pytest

from tests.contract.running import readable_by_others

REASON = ("--reason", "vikariat")


@pytest.fixture
def shelter(orgs):
    """A vault with one akt, and the option that unlocks it."""
    return orgs.vault("shelter"), orgs.key("shelter")


@pytest.fixture
def berit(program, shelter, tmp_path):
    """A colleague at place 2: the id, and the option that unlocks as her."""
    folder, key = shelter
    out = tmp_path / "berit"
    verb = ("vault", "users", "add", folder, *key, "--name", "Berit Påhittad")
    roles = ("--roles", "practitioner,reviewer", "--new-passphrase-out", out)
    told = program(*verb, *roles).printed()
    assert told.keys() == {"user", "place", "roles"}
    assert (told["place"], told["roles"]) == (2, ["practitioner", "reviewer"])
    return told["user"], ("--passphrase-file", out, "--place", "2")


def test_a_new_user_has_a_private_passphrase_and_unlocks_with_it(program, shelter, berit):
    folder, key = shelter
    user, own = berit
    out = own[1]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert len(out.read_text(encoding="utf-8").split()) == 5
    listed = program("vault", "users", "list", folder, *own).printed()
    assert listed["rekey_due"] == 0
    assert [(one["place"], one["name"]) for one in listed["users"]][1:] == [(2, "Berit Påhittad")]
    assert [one["user"] for one in listed["users"]][1:] == [user]
    assert program("vault", "users", "list", folder, *key).printed() == listed
    assert readable_by_others(folder) == []


def test_a_grant_opens_an_akt_and_revoking_it_closes_it(program, orgs, shelter, berit):
    folder, key = shelter
    user, own = berit
    who = [
        one["user"] for one in program("vault", "users", "list", folder, *key).printed()["users"]
    ]
    case = ("--case", orgs.case)
    verified = ("vault", "verify", folder)
    assert len(program(*verified, *own).printed()["cases"]) == 1
    told = program("vault", "grant", folder, *key, *case, "--user", user, *REASON).printed()
    assert told == {"case": orgs.case, "user": user, "readers": who}
    assert len(program(*verified, *own).printed()["cases"]) == 2
    told = program("vault", "revoke", folder, *key, *case, "--to-place", "2", *REASON).printed()
    assert told == {"case": orgs.case, "user": user, "readers": who[:1]}
    assert len(program(*verified, *own).printed()["cases"]) == 1
    assert program(*verified, *key).printed()["ok"] is True


def test_an_akt_may_be_named_by_its_number(program, orgs, shelter, berit):
    folder, key = shelter
    for number, code in (("2026-0001", ""), ("1999-0001", "VAULT-007")):
        verb = ("vault", "grant", folder, *key, "--number", number, "--to-place", "2", *REASON)
        done = program(*verb)
        if code:
            assert done.refusal() == code
        else:
            assert done.printed()["case"] == orgs.case


def test_who_has_no_key_grants_nothing_whatever_their_roles(program, orgs, shelter, tmp_path):
    folder, key = shelter
    out = tmp_path / "all"
    every = "administrator,practitioner,reviewer,method-owner,exchange,log-reviewer"
    program("vault", "users", "add", folder, *key, "--name", "Adam", "--roles", every,
            "--new-passphrase-out", out).printed()  # fmt: skip
    assert len(out.read_text(encoding="utf-8").split()) == 6
    own = ("--passphrase-file", out, "--place", "2")
    verb = ("vault", "grant", folder, *own, "--case", orgs.case, "--to-place", "2", *REASON)
    assert program(*verb).refusal() == "VAULT-007"


def test_a_removed_user_is_out_and_what_they_could_copy_is_said(program, orgs, shelter, berit):
    folder, key = shelter
    user, own = berit
    case = ("--case", orgs.case)
    program("vault", "grant", folder, *key, *case, "--user", user, *REASON).printed()
    told = program("vault", "users", "remove", folder, *key, "--user", user, *REASON).printed()
    assert told == {"user": user, "could_copy": 1, "left_to_recovery": []}
    assert program("vault", "users", "list", folder, *own).refusal() == "VAULT-001"
    listed = program("vault", "users", "list", folder, *key).printed()
    assert (len(listed["users"]), listed["rekey_due"]) == (1, 1)
    again = program("vault", "users", "remove", folder, *key, "--user", user, *REASON)
    assert again.refusal() == "VAULT-023"
    assert program("vault", "verify", folder, *key).printed()["ok"] is True


def test_the_last_administrator_and_the_last_reader_stay(program, orgs, shelter, berit, tmp_path):
    folder, key = shelter
    user, own = berit
    remove = ("vault", "users", "remove", folder)
    assert program(*remove, *key, "--to-place", "1", *REASON).refusal() == "VAULT-021"
    assert program(*remove, *own, "--to-place", "1", *REASON).refusal() == "VAULT-007"
    verb = ("vault", "revoke", folder, *key, "--case", orgs.case, "--to-place", "1", *REASON)
    assert program(*verb).refusal() == "VAULT-022"
    every = "administrator,practitioner,reviewer,method-owner,exchange,log-reviewer"
    roles = ("vault", "users", "roles", folder, *key, "--user", user, "--roles", every)
    assert program(*roles).printed()["roles"] == every.split(",")
    assert program(*remove, *own, "--to-place", "1", *REASON).refusal() == "VAULT-022"
    left = program(*remove, *own, "--to-place", "1", *REASON, "--to-recovery").printed()
    assert left["left_to_recovery"] == ["2026-0001"]


def test_a_new_passphrase_is_drawn_and_the_old_one_is_void(program, shelter, berit, tmp_path):
    folder, key = shelter
    _user, own = berit
    out = tmp_path / "new"
    verb = ("vault", "users", "passphrase", folder, *key, "--to-place", "2")
    options = ("--old-passphrase-file", own[1], "--new-passphrase-out", out)
    assert program(*verb, *options).printed()["place"] == 2
    assert program("vault", "users", "list", folder, *own).refusal() == "VAULT-001"
    program("vault", "users", "list", folder, "--passphrase-file", out, "--place", "2").printed()
    other = ("--old-passphrase-file", own[1], "--new-passphrase-out", tmp_path / "other")
    assert program(*verb, *other).refusal() == "VAULT-001"
    assert not (tmp_path / "other").exists()


def test_a_place_that_is_taken_leaves_no_passphrase(program, shelter, berit, tmp_path):
    folder, key = shelter
    verb = ("vault", "users", "add", folder, *key, "--name", "Cilla", "--roles", "practitioner")
    out = ("--new-passphrase-out", tmp_path / "cilla")
    assert program(*verb, "--to-place", "2", *out).refusal() == "VAULT-023"
    assert not (tmp_path / "cilla").exists()
    assert program(*verb, "--new-passphrase-out", berit[1][1]).refusal() == "VAULT-015"


@pytest.mark.parametrize(
    "wrong",
    [
        ("grant", "--number", "1", "--user", "x" * 64, *REASON),
        ("grant", "--case", "no-uuid", "--to-place", "2", *REASON),
        ("grant", "--case", "x", "--number", "1", "--to-place", "2", *REASON),
        ("revoke", "--number", "1", "--to-place", "2"),
        ("users", "remove", "--to-place", "2", "--reason", " "),
        ("users", "roles", "--to-place", "2", "--roles", "boss"),
        ("users", "add", "--name", "", "--roles", "reviewer", "--new-passphrase-out", "x"),
        ("users", "add", "--name", "A", "--to-place", "100", "--roles", "reviewer",
         "--new-passphrase-out", "x"),
        ("users", "vanish"),
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_2(program, shelter, wrong):
    folder, key = shelter
    verb = ("vault", *wrong[:2]) if wrong[0] == "users" else ("vault", wrong[0])
    rest = wrong[2:] if wrong[0] == "users" else wrong[1:]
    assert program(*verb, folder, *key, *rest).code == 2
