# SPDX-License-Identifier: EUPL-1.2
"""`bundle seal | inspect | open`: what is printed, what is refused, and that a vault is as it was."""

import hashlib
from pathlib import Path

import pytest

from tests.contract.conftest import seal_verb
from tests.contract.running import SHA256, UUID4, beside_the_log

_HYBRID = "mlkem768x25519"


def test_a_case_is_sealed_under_a_name_and_date_that_tell_nothing(sealed, program, tmp_path):
    assert sealed.keys() == {"bundle", "bundle_id", "sha256", "size", "objects"}
    path = Path(sealed["bundle"])
    content = path.read_bytes()
    assert path.is_absolute()
    assert path.parent == tmp_path / "stick"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert len(path.stem) == 16
    assert path.stat().st_mode & 0o777 == 0o600
    assert sealed["sha256"] == hashlib.sha256(content).hexdigest()
    assert sealed["size"] == len(content)
    assert [each["role"] for each in sealed["objects"]] == ["record", "render"]
    for each in sealed["objects"]:
        assert each.keys() == {"role", "media", "size", "sha256"}
        assert type(each["size"]) is int
        assert SHA256.fullmatch(each["sha256"])

    seen = program("bundle", "inspect", path).printed()
    assert seen.keys() == {"age", "profile", "stanzas", "size", "sha256", "mtime"}
    assert (seen["profile"], seen["stanzas"]) == ("H", [_HYBRID] * 4)
    assert (seen["size"], seen["sha256"]) == (sealed["size"], sealed["sha256"])
    assert seen["mtime"] == "1980-01-01T00:00:00Z"


def test_a_relative_target_is_printed_as_an_absolute_path(orgs, program):
    (program.home / "stick").mkdir()
    told = program(*seal_verb(orgs, Path("stick"))).printed()
    assert Path(told["bundle"]).is_absolute()
    assert Path(told["bundle"]).is_file()


def test_opening_without_accepting_keeps_only_the_sealed_file(sealed, orgs, program):
    vault = orgs.vault("stranger")
    before = beside_the_log(vault)
    told = program("bundle", "open", sealed["bundle"], "--vault", vault, *orgs.key("stranger"))
    printed = told.printed()
    assert printed.keys() == {"bundle_id", "sender", "state", "case", "objects"}
    assert printed["bundle_id"] == sealed["bundle_id"]
    assert printed["sender"] == orgs.shelter_card
    assert (printed["state"], printed["case"]) == ("quarantined", None)
    assert printed["objects"] == sealed["objects"]
    kept = beside_the_log(vault)
    (new,) = kept.keys() - before.keys()
    assert Path(new).parent == Path("incoming")
    assert kept[new] == sealed["sha256"]
    assert {name: kept[name] for name in before} == before


def test_accepting_adds_one_received_document_and_twice_is_already_known(sealed, orgs, program):
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    verb = ("bundle", "open", sealed["bundle"], "--vault", vault, *key)
    first = program(*verb, "--accept").printed()
    assert first["state"] == "accepted"
    assert UUID4.fullmatch(first["case"])
    verified = program("vault", "verify", vault, *key).printed()
    assert verified["ok"] is True
    (akt,) = [case for case in verified["cases"] if case["case"] == first["case"]]
    assert akt["entries"] == 2  # whom it is about, and what was received
    for again in (verb, (*verb, "--accept")):
        told = program(*again).printed()
        assert (told["state"], told["case"]) == ("already-known", first["case"])
    after = program("vault", "verify", vault, *key).printed()
    assert after["cases"][:-1] == verified["cases"][:-1]
    # The organisation akt, last: two openings of the bundle and this look, an unlock each.
    assert after["cases"][-1]["entries"] == verified["cases"][-1]["entries"] + 3
    assert list((vault / "incoming").iterdir()) == []


def test_a_second_bundle_about_the_person_goes_to_the_same_akt(sealed, orgs, program, tmp_path):
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    second = program(*seal_verb(orgs, tmp_path / "stick", purpose="update")).printed()
    opened = [
        program("bundle", "open", each["bundle"], "--vault", vault, *key, "--accept").printed()
        for each in (sealed, second)
    ]
    assert opened[0]["case"] == opened[1]["case"]
    assert opened[0]["bundle_id"] != opened[1]["bundle_id"]


def test_a_bundle_for_someone_else_leaves_the_vault_as_it_was(orgs, program):
    vault = orgs.vault("stranger")
    before = beside_the_log(vault)
    for accept in ([], ["--accept"]):
        verb = ("bundle", "open", orgs.bundle, "--vault", vault, *orgs.key("stranger"), *accept)
        assert program(*verb).refusal() == "SB-10"
    assert beside_the_log(vault) == before


def test_a_vault_that_never_gave_its_card_away_is_not_given_one_by_a_foreign_bundle(
    orgs, program, tmp_path
):
    key = ("--passphrase-file", orgs.root / "stranger.passphrase")
    made = ("vault", "create", tmp_path / "v", "--org", "D", "--user", "D", *key)
    program(*made, "--recovery-out", tmp_path / "r").printed()
    before = beside_the_log(tmp_path / "v")
    verb = ("bundle", "open", orgs.bundle, "--vault", tmp_path / "v", *key, "--accept")
    assert program(*verb).refusal() == "SB-10"
    assert beside_the_log(tmp_path / "v") == before


def test_a_bundle_from_a_sender_without_a_card_here_is_refused(orgs, program, tmp_path):
    """The municipality knows only the shelter; the stranger is nobody to it."""
    vault, key = orgs.vault("municipality"), orgs.key("municipality")
    card = tmp_path / "municipality.card"
    digits = program("card", "export", vault, card, *key).printed()["digits"]
    there = ("card", "import", orgs.vault("stranger"), card, *orgs.key("stranger"))
    to = program(*there, "--digits", digits).printed()["card"]
    unknown = _sealed_by_the_stranger(orgs, program, tmp_path, to)
    before = beside_the_log(vault)
    for accept in ([], ["--accept"]):
        assert program("bundle", "open", unknown, "--vault", vault, *key, *accept).refusal() == (
            "SB-30"
        )
    assert beside_the_log(vault) == before

    theirs = orgs.root / "stranger.card"
    program("card", "import", vault, theirs, *key).printed()
    before = beside_the_log(vault)
    quarantined = program("bundle", "open", unknown, "--vault", vault, *key, "--accept")
    assert quarantined.refusal() == "SB-36"
    assert beside_the_log(vault) == before
    put_aside = program("bundle", "open", unknown, "--vault", vault, *key)
    assert put_aside.printed()["state"] == "quarantined"
    assert put_aside.err.startswith("SB-36 ")


def _sealed_by_the_stranger(orgs, program, tmp_path, to):
    """The stranger got the shelter's material, and has an akt with a judgement of its own."""
    (tmp_path / "other").mkdir()
    case = _akt_with_judgement(program, orgs)
    verb = seal_verb(
        orgs,
        tmp_path / "other",
        vault=orgs.vault("stranger"),
        passphrase_file=orgs.key("stranger")[1],
        case=case,
        to=to,
    )
    return program(*verb).printed()["bundle"]


_JUDGE = """
import sys
from pathlib import Path
from tests.contract import cheaply
from workbench.app.opening import open_session
from workbench.cli.inputs import read_passphrase
from workbench.domain.assessments import Judgement
from workbench.domain.subject import Subject
from workbench.services.akter import cases
from workbench.services.assess import judging
passphrase = read_passphrase(Path(sys.argv[2]))
session = open_session(Path(sys.argv[1]), 1, passphrase, cheaply.surroundings())
akt = session.begin(cases.NewCase(Subject("Alma Exempelgren")))
judging.enter_judgement(akt, Judgement((), "Hot", "Henne", "Sagt", "Plan", "Inga", "2027-01-01"))
print(akt.case)
session.close()
"""


def _akt_with_judgement(program, orgs):
    import subprocess

    made = subprocess.run(
        [program.command()[0], "-c", _JUDGE, orgs.vault("stranger"), orgs.key("stranger")[1]],
        env=program.environment,
        capture_output=True,
        check=True,
    )
    return made.stdout.decode().strip()


def test_damaged_and_foreign_files_are_refused_and_the_vault_is_as_it_was(
    sealed, orgs, program, tmp_path
):
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    good = Path(sealed["bundle"]).read_bytes()
    payload = good.index(b"\n--- ") + 60
    made = {
        "letter": (b"Hej, jag bifogar filen.\n", "SB-01"),
        "flipped-header": (_flipped(good, 300), "SB-"),
        "flipped-payload": (_flipped(good, payload + 2000), "SB-12"),
        "cut": (good[:-1], "SB-12"),
        "twice": (good + good, "SB-12"),
    }
    before = beside_the_log(vault)
    for name, (content, code) in made.items():
        path = tmp_path / f"{name}.age"
        path.write_bytes(content)
        done = program("bundle", "open", path, "--vault", vault, *key, "--accept")
        assert done.refusal().startswith(code), (name, done.err)
    assert beside_the_log(vault) == before


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("name", ["absent", "folder", b"\xff", "x" * 300, "/dev/null"])
def test_a_bundle_file_that_cannot_be_read_is_refused(orgs, program, tmp_path, name):
    (tmp_path / "folder").mkdir()
    path = bytes(tmp_path) + b"/" + name if isinstance(name, bytes) else tmp_path / name
    assert program("bundle", "inspect", path).refusal() == "FILE-001"
    verb = ("bundle", "open", path, "--vault", orgs.vault("stranger"), *orgs.key("stranger"))
    assert program(*verb).refusal() == "FILE-001"


def test_inspecting_what_is_no_bundle_is_refused(orgs, program, tmp_path):
    for name, content, code in (
        ("empty", b"", "SB-01"),
        ("letter", b"Hej\n", "SB-01"),
        ("card", (orgs.root / "shelter.card").read_bytes(), "SB-01"),
        ("cut", orgs.bundle.read_bytes()[:200], "SB-02"),
    ):
        (tmp_path / name).write_bytes(content)
        assert program("bundle", "inspect", tmp_path / name).refusal() == code


def test_what_cannot_be_sealed_writes_nothing(orgs, program, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "file").write_text("mine")
    unknown_case = "11111111-1111-4111-8111-111111111111"
    for changed, code in (
        ({"to": "0" * 64}, "SB-89"),
        ({"case": unknown_case}, "VAULT-0"),
        ({"out": tmp_path / "absent"}, "SB-71"),
        ({"out": tmp_path / "file"}, "SB-71"),
        ({"vault": tmp_path}, "VAULT-014"),
    ):
        done = program(*seal_verb(orgs, stick, **changed))
        assert done.refusal().startswith(code), (changed, done.err)
    assert list(stick.iterdir()) == []
    assert (tmp_path / "file").read_text() == "mine"


def test_nothing_is_sealed_to_an_unverified_card(orgs, program, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    vault, key = orgs.vault("stranger"), orgs.key("stranger")
    program("card", "export", orgs.vault("municipality"), tmp_path / "m", *orgs.key("municipality"))
    to = program("card", "import", vault, tmp_path / "m", *key).printed()["card"]
    case = _akt_with_judgement(program, orgs)
    verb = seal_verb(orgs, stick, vault=vault, passphrase_file=key[1], case=case, to=to)
    assert program(*verb).refusal() == "SB-60"
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    "changed",
    [{"ground": "because"}, {"purpose": "other"}, {"case": "x"}, {"case": b"\xff"}, {"case": ""}],
)
def test_options_outside_their_closed_sets_are_a_matter_of_usage(orgs, program, tmp_path, changed):
    done = program(*seal_verb(orgs, tmp_path, **changed))
    assert (done.code, done.out) == (2, b"")
