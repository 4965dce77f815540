# SPDX-License-Identifier: EUPL-1.2
"""The engine is changed in every way that mutmut knows; its own unit tests must notice.

Each module is changed in a copy of the tree, in memory where there is room. A change that no
test can notice, because the program does the same, counts as unnoticed all the same.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.evidence import engine
from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory

ROOT = Path(__file__).parents[2]
LOWEST = 85
COPIED = ("workbench", "resources", "tools", "tests", "pyproject.toml")
KILLED, SURVIVED = (1, 3), 0
_CONFIGURED = """
[tool.mutmut]
source_paths = ["workbench/instruments/"]
only_mutate = {only}
also_copy = ["workbench/", "resources/", "tools/"]
pytest_add_cli_args = ["-q", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["{tests}", "--deselect={timed}"]
"""


def trial(part: Part, modules: tuple[str, ...]) -> Tally:
    """Every change to these modules; of each module at least so many per cent must be noticed."""
    del part
    with folder_in_memory() as folder:
        return judged(outcomes(folder, engine.files(modules)), modules)


def judged(found: Mapping[str, int | None], modules: tuple[str, ...]) -> Tally:
    """The verdict, module by module."""
    tally = Tally()
    tally.looked_at = len(found)
    tally.counts.update(_said(code) for code in found.values())
    for module in modules:
        own = {name: code for name, code in found.items() if f".{module}." in name}
        share = 100 * sum(code in KILLED for code in own.values()) // max(len(own), 1)
        tally.counts[f"% of {module}"] = share
        if share < LOWEST and own:
            left = sorted(name for name, code in own.items() if code not in KILLED)
            tally.breach(f"{share} % of {len(own)} in {module}: {', '.join(left)}")
    return tally


def outcomes(folder: Path, files: list[str]) -> dict[str, int | None]:
    """Change by change: what the tests ended with, None for one that they never met."""
    for name in COPIED:
        _copy(ROOT / name, folder / name)
    only = json.dumps(files)
    told = _CONFIGURED.format(only=only, tests=engine.TESTS, timed=engine.TIMED)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as configured:
        configured.write(told)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1)]
    around = os.environ | engine.UNHURRIED | {"PYTHONPATH": ""}
    subprocess.run(command, cwd=folder, env=around, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, int | None] = {}
    for file in files:
        meta = folder / "mutants" / f"{file}.meta"
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
    else:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))


def _said(code: int | None) -> str:
    if code in KILLED:
        return "noticed"
    return "unnoticed" if code == SURVIVED else f"ended with {code}"


NAMED = ("rules", "scoring", "checks", "forms")
BESIDE = tuple(name for name in engine.MODULES if name not in NAMED)
CAMPAIGNS = tuple(
    Campaign(
        f"of every change to {what}, {LOWEST} % are noticed in each",
        1,
        partial(trial, modules=modules),
        1,
    )
    for what, modules in (
        (", ".join(NAMED), NAMED),
        (f"the {len(BESIDE)} modules that they are made of", BESIDE),
    )
)
