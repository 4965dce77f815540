# SPDX-License-Identifier: EUPL-1.2
"""The main job, headless: every step, both vaults, both papers, no network, nothing overwritten."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.contract.running import readable_by_others, tree
from tests.reliability.conftest import demo, environment
from tests.reliability.leaks import page_text, read_files
from tests.tools import require

STEPS = (
    "vault_create", "cards", "case_open", "own_appraisal", "danger_assessment", "freda", "sara_sv",
    "judgement", "scenarios", "measures", "plans", "pdf", "seal", "open", "verify",
)  # fmt: skip


def run(command, home, **how):
    return subprocess.run(
        command,
        env=environment(home),
        cwd=home,
        capture_output=True,
        check=False,
        timeout=60,
        **how,
    )


def verb(home, *arguments):
    """Another verb of the command line; its JSON."""
    made = run([sys.executable, "-m", "workbench", *arguments, "--json"], home)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def text_of(pdf: Path) -> str:
    made = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    flat = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return (made.stdout + b"\n" + flat.stdout).decode()


def test_every_step_is_told_with_its_seconds(played):
    told = played.told
    assert told.keys() == {
        "ok", "steps", "pdfs", "bundle", "sender_vault", "receiver_vault",
        "sender_passphrase_file", "receiver_passphrase_file", "planted",
    }  # fmt: skip
    assert told["ok"] is True
    assert tuple(told["steps"]) == STEPS
    assert all(type(took) is float and took >= 0 for took in told["steps"].values())
    assert told["steps"]["vault_create"] > 0.2  # two real key derivations
    assert len(played.out.splitlines()) == 1
    assert played.err == b""


def test_what_is_told_stands_where_it_is_told_to(played):
    told, root = played.told, played.root
    for key in ("bundle", "sender_vault", "receiver_vault"):
        assert Path(told[key]).is_relative_to(root)
        assert Path(told[key]).exists()
    for key in ("sender_passphrase_file", "receiver_passphrase_file"):
        file = Path(told[key])
        assert file.read_text().strip()
        assert file.stat().st_mode & 0o777 == 0o600
        assert "demonstration" in (file.parent / "README.txt").read_text()
    assert len(played.pdfs) == 2
    assert all(re.fullmatch(r"[a-z2-7]{16}\.pdf", pdf.name) for pdf in played.pdfs)
    assert readable_by_others(root) == []


def test_the_two_passphrases_open_the_two_vaults_and_both_verify(played):
    for party in ("sender", "receiver"):
        folder = played.told[f"{party}_vault"]
        key = ("--passphrase-file", played.told[f"{party}_passphrase_file"])
        found = verb(played.home, "vault", "verify", folder, *key)
        assert found["ok"] is True
        assert len(found["cases"]) == 2
        assert all(case["entries"] and not case["first_bad"] for case in found["cases"])
        (kdf,) = verb(played.home, "vault", "info", folder)["kdf"]
        assert kdf["m_kib"] >= 256 * 1024


def test_every_planted_string_stands_on_paper(played):
    require("pdftotext")
    words = page_text({pdf: text_of(pdf) for pdf in played.pdfs})
    planted = played.told["planted"]
    assert len(planted) >= 5
    assert len(set(planted)) == len(planted)
    assert [text for text in planted if text not in words] == []
    assert any(re.fullmatch(r"\d{8}-000\d", text) for text in planted)  # a number nobody has
    assert any(re.fullmatch(r"070-174 06 \d\d", text) for text in planted)


def test_both_papers_are_sound(played):
    require("qpdf")
    for pdf in played.pdfs:
        checked = subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_what_the_person_must_not_be_found_by_is_on_no_paper(played):
    require("pdftotext")
    words = page_text({pdf: text_of(pdf) for pdf in played.pdfs})
    for never in ("blåbärssylt", "Väskan", "Hans syster", "förskolan till"):
        assert never not in words


def test_the_bundle_tells_nothing_but_that_it_is_one(played):
    seen = verb(played.home, "bundle", "inspect", played.told["bundle"])
    assert (seen["profile"], len(seen["stanzas"])) == ("H", 4)
    assert len(set(seen["stanzas"])) == 1
    assert seen["mtime"].startswith("1980-01-01T")


def test_the_receiver_already_knows_the_bundle(played):
    opened = verb(
        played.home, "bundle", "open", played.told["bundle"],
        "--vault", played.told["receiver_vault"],
        "--passphrase-file", played.told["receiver_passphrase_file"],
    )  # fmt: skip
    assert opened["state"] == "already-known"
    assert [each["role"] for each in opened["objects"]] == ["record", "render"]


def test_no_internet_socket_is_opened(played):
    assert "execve" not in played.trace
    assert [line for line in played.trace.splitlines() if "AF_INET" in line] == []


def test_no_window_means_no_qt(played):
    paths = read_files(played.trace)
    assert "sqlcipher3" in paths
    assert "PySide6" not in paths
    assert "libQt6" not in paths


def test_it_runs_where_there_is_no_network_at_all(tmp_path):
    require("unshare")
    empty = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]
    made = run([*empty, *demo("--out", tmp_path / "made")], tmp_path)
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["ok"] is True


def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path):
    foreign = tmp_path / "foreign"
    (foreign / "papers").mkdir(parents=True)
    (foreign / "papers" / "mine.txt").write_text("mine")
    a_file, link = tmp_path / "file", tmp_path / "link"
    a_file.write_text("mine")
    link.symlink_to(foreign)
    (tmp_path / "home").mkdir()
    before = tree(tmp_path)
    for out in (foreign, a_file, link):
        made = run(demo("--out", out), tmp_path / "home")
        assert made.returncode == 1
        assert json.loads(made.stdout) == {"ok": False, "step": "", "code": "DEMO-001"}
        assert made.stderr.decode().splitlines()[-1].startswith("DEMO-001 ")
    assert tree(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file" / "inside", Path("/proc/demo"), tmp_path / ("x" * 300)):
        made = run(demo("--out", out), tmp_path)
        assert made.returncode == 1
        assert made.stderr.decode().splitlines()[-1].startswith("FILE-003 "), made.stderr


def test_a_run_replaces_the_one_before_in_the_usual_place_also_one_that_was_killed(tmp_path):
    root = tmp_path / "build" / "demo"
    first = json.loads(run(demo(), tmp_path).stdout)
    assert Path(first["bundle"]).is_relative_to(root)
    _kill_when_it_has_begun(tmp_path, root)
    last = json.loads(run(demo(), tmp_path).stdout)
    assert last["ok"] is True
    assert not Path(first["bundle"]).exists()
    assert len(list((root / "papers").iterdir())) == 2
    assert len(list((root / "stick").iterdir())) == 1
    assert len(list((root / "shelter" / "cases").glob("*.db"))) == 1


def _kill_when_it_has_begun(home, root):
    before = _vaults(root)
    begun = subprocess.Popen(demo(), env=environment(home), cwd=home, stdout=subprocess.PIPE)
    with begun:
        deadline = time.monotonic() + 30
        while _vaults(root) in (before, set()):
            assert time.monotonic() < deadline
        begun.send_signal(signal.SIGKILL)


def _vaults(root):
    """The akter and other random names below a vault: another run has others.

    The run may take the folder away while it is being listed: then there are none yet.
    """
    try:
        return {path.name for path in (root / "shelter" / "cases").iterdir()}
    except FileNotFoundError:
        return set()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("raise KeyError('Alma Exempelgren')", "BUG-001"),
        ("raise acts.StepFailedError(step='seal')", "DEMO-002"),
    ],
)
def test_a_step_that_fails_is_told_with_its_code(tmp_path, fault, code):
    (tmp_path / "broken.py").write_text(_BROKEN.format(fault=fault))
    made = run(
        [sys.executable, tmp_path / "broken.py", *demo("--out", tmp_path / "made")[3:]], tmp_path
    )
    assert made.returncode == 1
    assert json.loads(made.stdout) == {"ok": False, "step": "seal", "code": code}
    assert made.stderr.decode().splitlines()[-1].startswith(f"{code} ")
    assert b"Alma" not in made.stderr
    assert b"Traceback" not in made.stderr


_BROKEN = """
import sys
from tests.contract import cheaply
from workbench.cli import main
from workbench.cli.demo import acts, play

def fail(*_):
    {fault}

play._seal = fail
sys.exit(main.run())
"""
