# SPDX-License-Identifier: EUPL-1.2
"""Each import contract, broken once on purpose in a copy, is found broken, and it alone."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE
from tests.tools import ROOT

LAYERS = "Imports only go down; adapters do not know each other"
CYCLES = "No cycles between siblings, at any depth"
QT = "Qt stays in ui"
PRESENTERS = "Presenters are plain Python"
DOMAIN = "Domain is standard library only"
SERVICES = "Services stay pure"
SQL = "Only vault speaks SQL"
CRYPTO = "Only crypto touches the cryptography package"
NETWORK = "Nothing talks to the network"

# One bad line at the end of one file, and the contracts that must say so. A file low in the house
# that imports an upper room ties the two into a ring, which is a second contract's matter.
BROKEN = [
    ("vault/errors.py", "import workbench.bundles.errors", {LAYERS}),
    ("bundles/errors.py", "import workbench.vault.errors", {LAYERS}),
    ("reports/text.py", "import workbench.ui.places", {LAYERS}),
    ("machine/volumes.py", "import workbench.vault.errors", {LAYERS}),
    ("ui/triggers/buses.py", "import workbench.machine.capture", {LAYERS}),
    ("services/changes.py", "import workbench.app.system", {LAYERS, CYCLES}),
    ("domain/clock.py", "import workbench.services.changes", {LAYERS, CYCLES}),
    ("instruments/errors.py", "import workbench.instruments.catalogue", {CYCLES}),
    ("services/changes.py", "from PySide6 import QtCore", {QT}),
    ("words.py", "import shiboken6", {QT}),
    ("machine/capture.py", "from PySide6 import QtCore", {QT}),
    ("ui/unlock/presenter.py", "from PySide6 import QtWidgets", {PRESENTERS}),
    ("domain/ids.py", "import msgspec", {DOMAIN}),
    ("domain/ids.py", "import subprocess", {DOMAIN}),
    ("services/changes.py", "import reportlab", {SERVICES}),
    ("services/changes.py", "import subprocess", {SERVICES}),
    ("bundles/errors.py", "import sqlcipher3", {SQL}),
    ("instruments/errors.py", "import sqlite3", {SQL}),
    ("vault/errors.py", "import cryptography", {CRYPTO}),
    ("machine/volumes.py", "import cryptography", {CRYPTO}),
    ("machine/volumes.py", "import sqlite3", {SQL}),
    ("app/system.py", "from cryptography.hazmat.primitives import hashes", {CRYPTO}),
    ("words.py", "import socket", {NETWORK}),
    ("cli/verb.py", "import http.client", {NETWORK}),
    ("ui/places.py", "from ssl import SSLContext", {NETWORK}),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "workbench", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def broken_contracts(root: Path) -> set[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    made = subprocess.run(
        [linter, "--no-cache"], cwd=root, capture_output=True, text=True, check=False,
        env={"PATH": "", "PYTHONPATH": str(root), "COLUMNS": "200"},
    )  # fmt: skip
    lines = made.stdout.splitlines()
    judged = [line for line in lines if line.endswith((" KEPT", " BROKEN"))]
    assert len(judged) == len(contracts()), made.stdout + made.stderr
    return {line.removesuffix(" BROKEN") for line in judged if line.endswith(" BROKEN")}


def contracts() -> list[str]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in table["tool"]["importlinter"]["contracts"]]


def test_every_contract_is_kept(copy):
    assert broken_contracts(copy) == set()


@pytest.mark.parametrize(("file", "line", "broken"), BROKEN)
def test_a_bad_import_breaks_its_contract(copy, file, line, broken):
    path = copy / "workbench" / file
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\n" + line + "\n", encoding="utf-8")
    try:
        assert broken_contracts(copy) == broken
    finally:
        path.write_text(before, encoding="utf-8")


def test_every_contract_has_an_import_that_breaks_it():
    assert set().union(*(broken for _file, _line, broken in BROKEN)) == set(contracts())
