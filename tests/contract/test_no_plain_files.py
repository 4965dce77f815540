# SPDX-License-Identifier: EUPL-1.2
"""A pipe or a device where a file is meant is refused at once: nobody waits for who never writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT

PATIENCE_S = 60
DA = "danger-assessment@weighted-20"


def _pipe(at: Path) -> Path:
    os.mkfifo(at)
    return at


def _device(at: Path) -> Path:
    at.symlink_to("/dev/zero")
    return at


def done(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "workbench", *map(str, arguments), "--json"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=PATIENCE_S, check=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("make", [_pipe, _device])
def test_answers_and_definitions_are_read_from_plain_files_only(tmp_path: Path, make):
    scored = done("score", DA, make(tmp_path / "answers.json"))
    assert (scored.returncode, scored.stdout) == (1, b"")
    assert scored.stderr.startswith(b"ANSWERS-004 ")
    checked = done("instruments", "check", make(tmp_path / "instrument.toml"))
    assert checked.returncode == 1
    assert b"INSTR-" in checked.stdout
