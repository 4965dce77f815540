# SPDX-License-Identifier: EUPL-1.2
"""The figures of a run, put between the two marks of docs/evidence.md.

Each campaign has its own section with its own date and commit: a run of one campaign replaces
that section and leaves the others as they were. Nothing tells where or on whose machine it ran.
"""

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.evidence.campaign import Row

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "evidence.md"
BEGIN, END = "<!-- evidence: begin -->\n", "<!-- evidence: end -->\n"
_PACKAGES = ("cryptography", "sqlcipher3", "pyrage", "hypothesis")
_HEADING = "### "


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, of what, how and on what a run was made."""

    day: str
    commit: str
    command: str
    machine: str

    @classmethod
    def now(cls, names: Sequence[str], scale: float) -> "Circumstances":
        day = datetime.now(UTC).strftime("%Y-%m-%d")
        return cls(day, _commit(), _command(names, scale), _machine())

    def line(self) -> str:
        return f"{self.day}, commit {self.commit}, `{self.command}`; {self.machine}."


def section(name: str, rows: Sequence[Row], around: Circumstances, *, of: int) -> str:
    """One campaign's heading, circumstances and table; `of`: how many rows a whole run gives."""
    lines = [f"{_HEADING}{name}", "", around.line(), ""]
    if len(rows) < of:
        lines += [f"Cut off after {len(rows)} of {of}.", ""]
    lines += ["| what | how many | result | seconds |", "|---|---|---|---|"]
    lines += [f"| {r.promise} | {r.how_many} | {r.result} | {r.seconds:.0f} |" for r in rows]
    return "\n".join(lines) + "\n"


def write(page: Path, sections: Mapping[str, str]) -> None:
    """Replace these sections between the marks; what stands outside them stays."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    inside, after = rest.split(END)
    merged = _sections(inside) | sections
    body = "\n".join(merged[name] for name in sorted(merged))
    page.write_text(f"{before}{BEGIN}\n{body}\n{END}{after}", encoding="utf-8")


def _sections(inside: str) -> dict[str, str]:
    parts = ("\n" + inside).split("\n" + _HEADING)[1:]
    return {part.split("\n", 1)[0]: _HEADING + part.rstrip("\n") + "\n" for part in parts}


def _commit() -> str:
    head = _git("rev-parse", "--short=10", "HEAD")
    changed = _git("status", "--porcelain", "--", "workbench", "resources", "tests")
    return f"{head} with changes" if changed else head


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()


def _command(names: Sequence[str], scale: float) -> str:
    arguments = [*names, *([] if scale == 1 else ["--scale", f"{scale:g}"])]
    return f'make evidence ARGS="{" ".join(arguments)}"' if arguments else "make evidence"


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {_system()}; {packages}"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
