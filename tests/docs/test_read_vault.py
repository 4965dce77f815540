# SPDX-License-Identifier: EUPL-1.2
"""The reader in docs/formats reads what the program wrote, and imports nothing of the program."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.support.many_cases import add_reader
from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE, Workplace, writer
from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.canonical import canonical_bytes
from workbench.services.access_ports import NewUser
from workbench.services.jobs import no_pulse
from workbench.vault import slots
from workbench.vault.history import Author, Deed

ROOT = Path(__file__).parents[2]
READER = ROOT / "docs" / "formats" / "read_vault.py"
VAULTS = sorted(path.parent for path in (ROOT / "tests" / "vaults").glob("*/content.json"))
OTHER = "lykta bro moln sten norr"


def read(folder: Path, secret: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it as a stranger would: from elsewhere, isolated from the project."""
    return subprocess.run(
        [sys.executable, "-I", str(READER), str(folder), *arguments],
        input=secret, capture_output=True, text=True, check=False, cwd=folder.parent,
        env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip


def lines(done: subprocess.CompletedProcess[str]) -> list[dict]:
    assert done.stderr == ""
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(line["signed"] for line in found)
    return found


def written(office: Office) -> dict[str, list[str]]:
    """What the program itself says that there is: entries by file."""
    vault = office.desk.vault
    told = {"house.db": [entry.id for entry in office.desk.house.file.entries()]}
    for row in vault.own.rows():
        file = vault.open_case(row.case)
        told[f"{row.case}.db"] = [entry.id for entry in file.entries()]
        file.close()
    return told


def by_file(found: list[dict]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for line in found:
        told.setdefault(line["file"], []).append(line["entry"])
    return told


@pytest.fixture
def office(tmp_path) -> Office:
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def test_it_is_short_and_stands_on_its_own():
    source = READER.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else alias.name).partition(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported - sys.stdlib_module_names == {"cryptography", "sqlcipher3"}


def test_a_new_vault_is_read_by_passphrase_and_by_recovery_code(tmp_path):
    place = Workplace(tmp_path)
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("Hon ringde.", "Hon ringde igen.")
    case = akt.file.case
    vault.close()
    for secret, arguments in ((PASSPHRASE, ["--cheap"]), (place.code, ["--recovery"])):
        found = lines(read(place.folder, secret, *arguments))
        told = [line["body"]["text"] for line in found if line["file"] == f"{case}.db"]
        assert told == ["Hon ringde.", "Hon ringde igen."]


@pytest.mark.parametrize("kept", VAULTS, ids=lambda path: path.name)
def test_every_released_vault_is_read_whole(kept: Path, tmp_path):
    facts = json.loads((kept / "content.json").read_text(encoding="utf-8"))
    folder = tmp_path / "vault"
    shutil.copytree(kept / "vault", folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    place = str(facts["place"])
    found = lines(read(folder, facts["passphrase"], "--cheap", "--place", place))
    assert {line["header"]["case"] for line in found} >= set(facts["cases"])
    assert lines(read(folder, facts["recovery_code"], "--recovery")) == found
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_each_user_reads_their_own_and_the_house_and_is_told_of_what_they_cannot(office: Office):
    mine, shared = office.begin(), office.begin("Vera Exempel")
    add_reader(office.session, NewUser(2, OTHER, ("practitioner",), CHEAP), [shared])
    office.session.put_away()
    told = written(office)
    office.session.close()
    assert by_file(lines(read(office.place.folder, PASSPHRASE, "--cheap"))) == told
    other = read(office.place.folder, OTHER, "--cheap", "--place", "2")
    assert other.returncode == 1
    assert f"cases/{mine}: {mine}.keys: no grant to this reader" in other.stderr
    seen = by_file([json.loads(line) for line in other.stdout.splitlines()])
    assert seen == {name: ids for name, ids in told.items() if name != f"{mine}.db"}


def test_after_a_user_was_removed_and_keys_were_changed_it_reads_on_and_they_do_not(
    office: Office,
):
    shared = office.begin()
    user = add_reader(office.session, NewUser(2, OTHER, ("practitioner",), CHEAP), [shared])
    office.session.put_away()
    access = office.desk.vault.access
    access.remove_user(user, lambda _count: None, no_pulse, to_recovery=False)
    office.akt(shared)
    office.relock()
    told = written(office)
    office.session.close()
    assert by_file(lines(read(office.place.folder, PASSPHRASE, "--cheap"))) == told
    assert "nobody has place 2" in read(office.place.folder, OTHER, "--place", "2").stderr


def test_a_vault_cut_off_with_its_log_beside_it_is_read_with_its_last_entry(tmp_path):
    place = Workplace(tmp_path)
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("sista")
    cut_off = tmp_path / "cut-off"
    shutil.copytree(place.folder, cut_off)
    vault.close()
    found = lines(read(cut_off, PASSPHRASE, "--cheap"))
    assert found[-1]["body"] == {"text": "sista"}


@pytest.mark.parametrize(
    ("secret", "arguments", "told"),
    [
        ("fel ord", ["--cheap"], "the passphrase does not open"),
        (PASSPHRASE, [], "the passphrase's cost is outside the limits"),
        ("0000-0000-0000-0000-0000-0000-0000-0000-0001", ["--recovery"], "mistyped"),
        ("kort", ["--recovery"], "not a recovery code"),
    ],
)
def test_what_does_not_open_is_refused_in_words(tmp_path, secret, arguments, told):
    place = Workplace(tmp_path)
    place.create().close()
    done = read(place.folder, secret, *arguments)
    assert done.returncode != 0
    assert told in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("name", ["vault.slots", "house.keys", "register.db", "house.db"])
def test_a_changed_byte_is_never_read_over(tmp_path, name):
    place = Workplace(tmp_path)
    place.create().close()
    path = place.folder / name
    content = bytearray(path.read_bytes())
    content[1000] ^= 1  # of a database, in the page that every reader reads
    path.write_bytes(content)
    done = read(place.folder, PASSPHRASE, "--cheap")
    assert done.returncode != 0
    assert done.stderr


def test_a_list_that_is_not_what_its_history_comes_to_is_never_read_over(tmp_path):
    """Somebody who is no administrator signs a list in which they are one."""
    place = Workplace(tmp_path)
    vault = place.create()
    new = NewUser(2, OTHER, ("practitioner",), CHEAP)
    vault.access.add_user(new, lambda _user: None)
    vault.close()
    vault = place.unlock(OTHER, place=2)
    body, seed = vault._inside.body, bytes(vault._keychain.signing)
    vault.close()
    me, roles = body.users[-1], ("administrator",)
    higher = (*body.users[:-1], msgspec.structs.replace(me, roles=roles))
    by_me = slots.after(body, Author(me.user, seed), Deed("roles", me.user, roles=roles))
    good = (place.folder / slots.FILE).read_bytes()
    for steps in (body.history, by_me, body.history[:-1]):
        forged = msgspec.structs.replace(body, users=higher, history=steps, signed_by=me.user)
        (place.folder / slots.FILE).write_bytes(slots.file_of(forged, seed))
        done = read(place.folder, PASSPHRASE, "--cheap")
        assert done.returncode == 1
        assert done.stderr.startswith("vault.slots: ")
    (place.folder / slots.FILE).write_bytes(good)
    assert lines(read(place.folder, place.code, "--recovery")) == []


def test_a_list_of_another_version_is_not_read_as_one_of_today(tmp_path):
    place = Workplace(tmp_path)
    vault = place.create()
    body, seed = vault._inside.body, vault._keychain.signing
    path, content = place.folder / slots.FILE, msgspec.to_builtins(body) | {"fmt": "varn.slots/3"}
    payload = canonical_bytes(content)
    signature = ed25519.sign(seed, ed25519.pae(Signed.SLOTS, payload)).hex().encode()
    vault.close()
    path.write_bytes(payload + b"\n" + signature + b"\n")
    done = read(place.folder, PASSPHRASE, "--cheap")
    assert (done.returncode, done.stderr) == (1, "vault.slots: of another version\n")
