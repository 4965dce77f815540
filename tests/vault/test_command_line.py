# SPDX-License-Identifier: EUPL-1.2
"""The vault verbs with the real passphrase cost: what only a real process and cost show.

The contract itself is tried in tests/contract/.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REFUSAL = re.compile(r"([A-Z]+-[0-9]{2,3}) \S.*")
PASS = ("--passphrase-file", "pass.txt")
# 100 MiB more than the program has when all of it is loaded: too little for 256 MiB.
LIMITED = """
import resource, sys
from pathlib import Path
from workbench.cli.main import run
pages = int(Path("/proc/self/statm").read_text().split()[0])
limit = pages * resource.getpagesize() + (100 << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
sys.exit(run())
"""


@dataclass
class Done:
    exit_code: int
    out: str
    err: str

    @property
    def code(self) -> str:
        found = REFUSAL.fullmatch(self.err.splitlines()[-1])
        assert found is not None, self.err
        return found[1]


@dataclass
class Desk:
    """A folder with a passphrase file, and the command."""

    root: Path

    def run(self, *arguments: str) -> Done:
        return self.python("-m", "workbench", *arguments)

    def python(self, *arguments: str) -> Done:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "VARN_STATE_DIR": str(self.root / "state"), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            umask=0o022,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def create(self, folder: str = "vault", recovery: str = "recovery.txt") -> Done:
        names = ("--org", "Exempeljouren", "--user", "Alex Exempel")
        return self.run(
            "vault", "create", folder, *names, *PASS, "--recovery-out", recovery, "--json"
        )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("made"))
    (desk.root / "pass.txt").write_text("körsbär lampa torsdag granit vinter älv\n")
    done = desk.create()
    assert (done.exit_code, done.err) == (0, "")
    return desk


@pytest.fixture
def copied(made: Desk, tmp_path: Path) -> Desk:
    """A vault of one's own to damage."""
    shutil.copytree(made.root, tmp_path / "copy")
    return Desk(tmp_path / "copy")


def test_the_recovery_code_is_private_and_counts_as_proven(made):
    code = made.root / "recovery.txt"
    assert stat.S_IMODE(code.stat().st_mode) == 0o600
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}\n", code.read_text())
    info = json.loads(made.run("vault", "info", "vault", "--json").out)
    assert info["generation"] == 2
    assert info["kdf"] == [{"m_kib": 262_144, "t": 3, "p": 4}]


def test_what_is_made_is_private_whatever_the_umask(made):
    for path in (made.root / "vault").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_an_unsafe_place_is_refused_before_anything_is_made(made):
    done = made.create(folder="Dropbox/vault", recovery="r2.txt")
    assert (done.exit_code, done.out, done.code) == (1, "", "VAULT-012")
    assert not (made.root / "r2.txt").exists()
    assert not (made.root / "Dropbox").exists()


def test_a_slot_that_asks_for_less_than_the_program_allows_is_refused(copied):
    path = copied.root / "vault" / "vault.slots"
    path.write_bytes(path.read_bytes().replace(b'"m_kib":262144', b'"m_kib":262143'))
    assert copied.run("vault", "verify", "vault", *PASS).code == "VAULT-003"
    assert copied.run("vault", "info", "vault").code == "VAULT-004"


def test_damage_to_the_register_is_printed(copied):
    (copied.root / "vault" / "register.db").write_bytes(b"")
    done = copied.run("vault", "verify", "vault", *PASS, "--json")
    assert (done.exit_code, done.code) == (1, "VAULT-006")
    assert json.loads(done.out) == {"ok": False, "cases": []}


def test_without_the_memory_the_program_says_so_and_does_not_crash(made):
    done = made.python("-c", LIMITED, "vault", "verify", "vault", *PASS, "--lang", "en")
    assert (done.exit_code, done.out, done.code) == (1, "", "VAULT-013")
    assert "256 MiB" in done.err


def test_a_place_that_is_nobodys_costs_the_same_derivation(made):
    verify = ("vault", "verify", "vault", *PASS, "--place", "7")
    assert made.run(*verify).code == "VAULT-001"
    # Only a derivation that is really run can lack memory.
    assert made.python("-c", LIMITED, *verify).code == "VAULT-013"


def test_no_name_that_was_given_stands_in_any_file(made):
    for path in made.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Exempeljouren" not in content, path
            assert b"Alex Exempel" not in content, path
