# SPDX-License-Identifier: EUPL-1.2
"""Outside programs that tests compare us with.

Where one is missing the test skips and names it; with CI=true that is a failure, so that no
proof can quietly go missing there.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent
_NPM_FOLDER = ROOT / "build" / "npm"


def require(*programs: str) -> None:
    """Skip (or fail, with CI=true) unless every one of `programs` can be run."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        missing_tool(", ".join(missing))


def missing_tool(what: str) -> NoReturn:
    """Skip, or fail with CI=true, because of `what`."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"missing with CI=true: {what}")
    pytest.skip(f"missing: {what}")


def npm_package(name: str, version: str) -> Path:
    """A folder under build/ in which `import name` works in node; skips without node or net."""
    require("node", "npm")
    folder = _NPM_FOLDER / f"{name}-{version}"
    if not (folder / "node_modules" / name / "package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _npm_install(folder, f"{name}@{version}")
    return folder


def _npm_install(folder: Path, package: str) -> None:
    flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save"]
    command = ["npm", "install", "--prefix", str(folder), *flags, package]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        missing_tool(f"npm package {package} (no answer)")
    else:
        if done.returncode != 0:
            missing_tool(f"npm package {package}")
