# SPDX-License-Identifier: EUPL-1.2
"""One run of the demo, every system call that writes or connects noted."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.reliability.leaks import FILES, WRITES
from tests.tools import ROOT, require

_LONGEST_STRING = "4000000"


@dataclass(frozen=True)
class Played:
    """What a run printed, wrote and called."""

    told: dict
    out: bytes
    err: bytes
    root: Path
    home: Path
    trace: str

    @property
    def pdfs(self) -> list[Path]:
        return [Path(name) for name in self.told["pdfs"]]


def environment(home: Path) -> dict[str, str]:
    """A home of its own, so that all that is written is seen; no display, no compiled modules."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def demo(*options: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "workbench", "demo", "--no-window", *options]


@pytest.fixture(scope="session")
def played(tmp_path_factory) -> Played:
    require("strace")
    home = tmp_path_factory.mktemp("home")
    root, log = home / "made", tmp_path_factory.mktemp("trace") / "log"
    calls = f"trace=%network,{WRITES},{FILES}"
    made = subprocess.run(
        ["strace", "-f", "-qq", "-xx", "-s", _LONGEST_STRING, "-e", calls, "-o", log,
         *demo("--out", root)],
        env=environment(home), cwd=home, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    told = json.loads(made.stdout.splitlines()[-1])
    trace = log.read_text(encoding="ascii")
    log.unlink()
    return Played(told, made.stdout, made.stderr, root, home, trace)
