# SPDX-License-Identifier: EUPL-1.2
"""`vault create | info | verify`: keys and types, refusals, nothing overwritten, one owner."""

import json
import os
import re
import subprocess

import pytest

from tests.contract.running import SHA256, UUID4, Done, beside_the_log, readable_by_others, tree
from workbench.cli.inputs import read_passphrase
from workbench.vault.errors import UnreadableInputError

FOUND = ("--org", "Jouren Påhittet", "--user", "Sten Skyddsson")


@pytest.fixture
def secret(tmp_path):
    """A passphrase file whose first line is the passphrase."""
    path = tmp_path / "passphrase"
    path.write_text("granit körsbär lampa vinter\nthis is not it\n", encoding="utf-8")
    return ("--passphrase-file", path)


def create(program, folder, secret, recovery, **how):
    return program("vault", "create", folder, *FOUND, *secret, "--recovery-out", recovery, **how)


def test_a_vault_is_made_described_and_verified(real_program, secret, tmp_path):
    program = real_program
    folder, recovery = tmp_path / "vault", tmp_path / "recovery"
    made = create(program, folder, secret, recovery).printed()
    assert made.keys() == {"vault", "format"}
    assert made["format"] == "varn.vault/1"
    assert UUID4.fullmatch(made["vault"])

    info = program("vault", "info", folder).printed()
    assert info == {
        "format": "varn.vault/1",
        "vault": made["vault"],
        "generation": info["generation"],
        "slots": 1,
        "kdf": [{"m_kib": 256 * 1024, "t": 3, "p": 4}],
        "in_use": False,
    }
    assert type(info["generation"]) is int
    assert "Sten" not in json.dumps(info)
    assert "Jouren" not in json.dumps(info)

    verified = program("vault", "verify", folder, *secret).printed()
    assert verified.keys() == {"ok", "cases"}
    assert verified["ok"] is True
    (house,) = verified["cases"]
    assert house.keys() == {"case", "entries", "head", "first_bad"}
    assert (type(house["entries"]), house["first_bad"]) == (int, None)
    assert UUID4.fullmatch(house["case"])
    assert SHA256.fullmatch(house["head"])

    assert readable_by_others(folder) == []
    assert recovery.stat().st_mode & 0o777 == 0o600
    assert re.fullmatch(r"([0-9A-Z]{4}-){8}[0-9A-Z]{4}\n", recovery.read_text())


def test_verify_lists_the_akt_before_the_organisations_own(orgs, program):
    cases = program("vault", "verify", orgs.vault("shelter"), *orgs.key("shelter")).printed()[
        "cases"
    ]
    assert [case["case"] == orgs.case for case in cases] == [True, False]


def test_creating_overwrites_nothing(program, secret, tmp_path):
    held, free = tmp_path / "held", tmp_path / "free"
    held.mkdir()
    (held / "letter.txt").write_text("mine")
    assert create(program, held, secret, tmp_path / "r1").refusal() == "VAULT-015"
    assert tree(held).keys() == {"letter.txt"}
    assert not (tmp_path / "r1").exists()

    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert create(program, free, secret, taken).refusal() == "VAULT-015"
    assert taken.read_text() == "mine"
    assert not free.exists()

    a_file = tmp_path / "file"
    a_file.write_text("mine")
    assert create(program, a_file, secret, tmp_path / "r2").code == 1
    assert a_file.read_text() == "mine"
    assert not (tmp_path / "r2").exists()


def test_creating_where_the_recovery_code_cannot_be_kept_makes_no_vault(program, secret, tmp_path):
    nowhere = tmp_path / "absent" / "recovery"
    refused = create(program, tmp_path / "vault", secret, nowhere)
    assert refused.refusal().startswith("VAULT-")
    assert not (tmp_path / "vault").exists()


def test_a_vault_may_be_made_in_an_empty_folder_that_exists(program, secret, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir(mode=0o755)
    create(program, folder, secret, tmp_path / "r").printed()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert readable_by_others(folder) == []


def test_a_folder_that_is_refused_keeps_its_mode(program, secret, tmp_path):
    held = tmp_path / "held"
    held.mkdir()
    held.chmod(0o755)
    (held / "letter.txt").write_text("mine")
    assert create(program, held, secret, tmp_path / "r").refusal() == "VAULT-015"
    assert held.stat().st_mode & 0o777 == 0o755


def test_a_machine_without_the_memory_is_told_so_and_nothing_is_made(
    real_program, secret, tmp_path
):
    verb = ["vault", "create", tmp_path / "vault", *FOUND, *secret]
    verb += ["--recovery-out", tmp_path / "r", "--json"]
    made = subprocess.run(
        ["bash", "-c", 'ulimit -v 250000; exec "$@"', "bash", *real_program.command(*verb)],
        env=real_program.environment, capture_output=True, check=False,
    )  # fmt: skip
    done = Done(made.returncode, made.stdout, made.stderr.decode())
    assert done.refusal() == "VAULT-013"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "passphrase"]


@pytest.mark.parametrize("option", ["--org", "--user"])
def test_a_vault_needs_names(program, secret, tmp_path, option):
    named = {"--org": "Jouren", "--user": "Sten", "--recovery-out": tmp_path / "r"} | {option: " "}
    options = [part for pair in named.items() for part in pair]
    done = program("vault", "create", tmp_path / "vault", *options, *secret)
    assert (done.code, done.out) == (2, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "passphrase"]


def test_names_that_are_not_utf8_are_kept_as_replacement_characters(program, secret, tmp_path):
    folder = tmp_path / "vault"
    verb = ["vault", "create", folder, "--org", b"J\xff", "--user", b"\xfe\xfe", *secret]
    program(*verb, "--recovery-out", tmp_path / "r").printed()
    digits = program("card", "export", folder, tmp_path / "card", *secret).printed()["digits"]
    assert re.sub(r"\D", "", digits).isdigit()


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"first\n", "first"),
        (b"first", "first"),
        (b"first\r\nsecond\n", "first"),
        ("\ufefffirst\n".encode(), "first"),
        (b" first \n", " first "),
        (b"first\x0csecond\n", "first\x0csecond"),
        ("first\u2028second\x85\n".encode(), "first\u2028second\x85"),
    ],
)
def test_the_passphrase_is_the_first_line_and_nothing_else(tmp_path, content, passphrase):
    (tmp_path / "p").write_bytes(content)
    assert read_passphrase(tmp_path / "p") == passphrase


def test_every_verb_reads_the_same_passphrase_from_a_file(program, tmp_path):
    odd = tmp_path / "odd"
    odd.write_bytes("\ufeffett\x0c\u2028två \r\nnot this\n".encode())
    secret, folder = ("--passphrase-file", odd), tmp_path / "vault"
    create(program, folder, secret, tmp_path / "r").printed()
    program("card", "export", folder, tmp_path / "card", *secret).printed()
    program("vault", "verify", folder, *secret).printed()
    odd.write_bytes(b"ett")
    assert program("vault", "verify", folder, *secret).refusal() == "VAULT-001"


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n", b"\nsecond\n", b"\xff\n", b"x" * 5000])
def test_a_file_without_a_passphrase_on_its_first_line_is_refused(tmp_path, content):
    (tmp_path / "p").write_bytes(content)
    with pytest.raises(UnreadableInputError):
        read_passphrase(tmp_path / "p")


@pytest.mark.parametrize("name", ["absent", "folder", b"\xff", "x" * 300])
def test_a_passphrase_file_that_cannot_be_read_is_refused(program, orgs, tmp_path, name):
    (tmp_path / "folder").mkdir()
    path = bytes(tmp_path) + b"/" + name if isinstance(name, bytes) else tmp_path / name
    vault = orgs.vault("stranger")
    for verb in (
        ["vault", "verify", vault],
        ["card", "export", vault, tmp_path / "card"],
    ):
        assert program(*verb, "--passphrase-file", path).refusal() == "VAULT-020"


@pytest.fixture
def pipe(tmp_path):
    """A pipe that nobody writes to: whoever opens it to read waits for ever."""
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_pipe_or_device_is_no_passphrase_file(program, orgs, pipe, tmp_path):
    vault = orgs.vault("stranger")
    for path in (pipe, "/dev/zero"):
        for verb in (
            ["vault", "verify", vault],
            ["vault", "create", tmp_path / "new", *FOUND, "--recovery-out", tmp_path / "r"],
            ["card", "export", vault, tmp_path / "card"],
            ["bundle", "open", orgs.bundle, "--vault", vault],
        ):
            assert program(*verb, "--passphrase-file", path).refusal() == "VAULT-020", verb
    assert not (tmp_path / "new").exists()


def test_a_pipe_or_device_is_no_file_to_read(program, orgs, pipe):
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    for path in (pipe, "/dev/zero"):
        for verb in (
            ["card", "import", vault, path, *key],
            ["bundle", "inspect", path],
            ["bundle", "open", path, "--vault", vault, *key],
        ):
            assert program(*verb).refusal() == "FILE-001", verb


@pytest.mark.parametrize("place", ["0", "100", "-1", "999999999999", "1.5", "one", ""])
def test_a_place_that_no_vault_has_is_a_wrong_usage(program, orgs, tmp_path, place):
    key, vault = orgs.key("stranger"), orgs.vault("stranger")
    for verb in (["vault", "verify", vault], ["card", "export", vault, tmp_path / "card"]):
        done = program(*verb, *key, f"--place={place}")
        assert (done.code, done.out) == (2, b"")
    assert not list(program.state.rglob("*.tries"))


@pytest.mark.parametrize("name", ["absent", "file", "empty", b"\xff", "file/inside"])
def test_what_is_no_vault_is_refused_by_every_verb(program, secret, orgs, tmp_path, name):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    folder = bytes(tmp_path) + b"/" + name if isinstance(name, bytes) else tmp_path / name
    before = tree(tmp_path / "empty")
    for verb in (
        ["vault", "info", folder],
        ["vault", "verify", folder, *secret],
        ["card", "export", folder, tmp_path / "card", *secret],
        ["card", "import", folder, orgs.root / "stranger.card", *secret],
        ["bundle", "open", orgs.bundle, "--vault", folder, *secret],
    ):
        assert program(*verb).refusal() == "VAULT-014", verb
    assert tree(tmp_path / "empty") == before
    assert not (tmp_path / "card").exists()


def test_a_path_longer_than_the_system_takes_is_refused(program, tmp_path):
    assert program("vault", "info", tmp_path / ("x" * 300)).refusal() in ("VAULT-014", "VAULT-019")


def test_wrong_passphrases_are_refused_and_then_made_to_wait(program, orgs, tmp_path):
    (tmp_path / "wrong").write_text("wrong\n")
    folder = orgs.vault("stranger")
    verb = ("vault", "verify", folder, "--passphrase-file", tmp_path / "wrong")
    codes = [program(*verb).refusal() for _ in range(5)]
    assert codes == ["VAULT-001"] * 5
    (noted,) = [path for path in program.state.iterdir() if b"varn.tries" in path.read_bytes()]
    tries = json.loads(noted.read_bytes())
    assert tries["count"] == 5
    noted.write_text(json.dumps(tries | {"count": 20}))  # so that no slow machine outwaits it
    assert program(*verb).refusal() == "VAULT-002"
    assert program("vault", "verify", folder, *orgs.key("stranger")).refusal() == "VAULT-002"


def test_an_unknown_place_is_refused_like_a_wrong_passphrase(program, orgs):
    verb = ("vault", "verify", orgs.vault("stranger"), *orgs.key("stranger"), "--place", "7")
    assert program(*verb).refusal() == "VAULT-001"
    assert program(*verb[:-1], "99").refusal() == "VAULT-001"


def test_a_second_process_is_refused_and_the_vault_is_said_to_be_in_use(program, orgs, tmp_path):
    folder = orgs.vault("stranger")
    holder = subprocess.Popen(
        [*program.command()[:1], "-c", HOLD, folder, orgs.key("stranger")[1]],
        env=program.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout.readline() == b"open\n"
        assert program("vault", "info", folder).printed()["in_use"] is True
        before = tree(folder)
        for verb in (
            ["vault", "verify", folder],
            ["card", "export", folder, tmp_path / "card"],
            ["bundle", "open", orgs.bundle, "--vault", folder],
        ):
            assert program(*verb, *orgs.key("stranger")).refusal() == "VAULT-011"
        assert tree(folder) == before
        holder.stdin.close()
    assert program("vault", "info", folder).printed()["in_use"] is False
    program("vault", "verify", folder, *orgs.key("stranger")).printed()


HOLD = """
import sys
from pathlib import Path
from tests.contract import cheaply
from workbench.app.opening import open_session
from workbench.cli.inputs import read_passphrase
passphrase = read_passphrase(Path(sys.argv[2]))
session = open_session(Path(sys.argv[1]), 1, passphrase, cheaply.surroundings())
print("open", flush=True)
sys.stdin.read()
session.close()
"""


def test_a_killed_owner_leaves_the_vault_free(program, orgs):
    folder = orgs.vault("stranger")
    holder = subprocess.Popen(
        [*program.command()[:1], "-c", HOLD, folder, orgs.key("stranger")[1]],
        env=program.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout.readline() == b"open\n"
        holder.kill()
    assert program("vault", "info", folder).printed()["in_use"] is False
    program("vault", "verify", folder, *orgs.key("stranger")).printed()


def test_damage_is_printed_with_its_akt_and_exits_one(program, orgs):
    path = orgs.vault("shelter") / "cases" / f"{orgs.case}.db"
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    done = program("vault", "verify", orgs.vault("shelter"), *orgs.key("shelter"))
    assert done.refusal_after_printing().startswith("VAULT-")
    told = done.object()
    assert told["ok"] is False
    damaged, house = told["cases"]
    assert damaged["case"] == orgs.case
    assert house["first_bad"] is None


def test_an_akt_whose_grants_were_taken_out_is_named_and_exits_one(program, orgs):
    path = orgs.vault("shelter") / "cases" / f"{orgs.case}.keys"
    content = json.loads(path.read_bytes()) | {"grants": []}
    path.write_bytes(
        json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii") + b"\n"
    )
    done = program("vault", "verify", orgs.vault("shelter"), *orgs.key("shelter"))
    assert done.refusal_after_printing() == "VAULT-006"
    assert f"cases/{orgs.case}.keys" in done.err
    told = done.object()
    assert told["ok"] is False
    assert orgs.case in [case["case"] for case in told["cases"]]


@pytest.mark.parametrize("file", ["vault.slots", "register.db", "house.keys"])
def test_no_cut_file_of_a_vault_makes_the_program_fail_unexpectedly(program, orgs, file):
    path = orgs.vault("stranger") / file
    path.write_bytes(path.read_bytes()[:100])
    for verb in (
        ["vault", "info", orgs.vault("stranger")],
        ["vault", "verify", orgs.vault("stranger"), *orgs.key("stranger")],
    ):
        done = program(*verb)
        if done.code:
            assert done.refusal_after_printing().startswith("VAULT-"), done.err


def test_no_verb_takes_a_passphrase_from_its_environment(program, orgs):
    program.extra["WORKBENCH_PASSPHRASE"] = "tofs karneval sjumil bläck"
    assert program("vault", "verify", orgs.vault("stranger")).code == 2


def test_verifying_writes_nothing_but_that_the_vault_was_unlocked(program, orgs):
    program("vault", "verify", orgs.vault("shelter"), *orgs.key("shelter")).printed()
    before = beside_the_log(orgs.vault("shelter"))
    program("vault", "verify", orgs.vault("shelter"), *orgs.key("shelter")).printed()
    assert beside_the_log(orgs.vault("shelter")) == before
