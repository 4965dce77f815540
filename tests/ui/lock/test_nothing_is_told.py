# SPDX-License-Identifier: EUPL-1.2
"""Unlocking and locking leave nothing outside the vault: no log, no title, no list of files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT

NOBODY = "Karin Exempelgren"
_OFFSCREEN = "This plugin does not support propagateSizeHints()"
"""What Qt says of itself where there is no display."""
_CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.support.real_program import found, running
from tests.unit.services.offices import NOBODY
from tests.vault.making import PASSPHRASE
from workbench.ui.kit import theme
from workbench.ui.kit.fields import TextArea
from workbench.ui.places import Place

app = QApplication([])
theme.apply(app, dark=False)
office, case = found(Path(sys.argv[1]))
titles = set()
with running(app, office, case) as program:
    program.shell.windowTitleChanged.connect(titles.add)
    for _round in range(2):
        program.unlock()
        program.open(Place("journal", case)).findChild(TextArea).setPlainText("Han star utanfor")
        program.shell.frame().dialogs.choose_folder("x", got=print)
        titles |= {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()}
        program.lock(program.press_f12)
        titles.add(program.shell.windowTitle())
print(json.dumps(sorted(titles)))
"""


@pytest.fixture(scope="module")
def traces(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A home of its own for a child that unlocks and locks twice; what it said."""
    home = tmp_path_factory.mktemp("home")
    (home / "tmp").mkdir()
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    around = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_"))}
    around |= {name: str(home / name.lower()) for name in names} | {
        "TMPDIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-c", _CHILD, str(home / "at")]
    said = subprocess.run(
        command, cwd=ROOT, env=around, capture_output=True, text=True, check=False, timeout=120
    )
    return home, said


def test_nothing_is_said_on_stderr(traces):
    _home, said = traces
    assert said.returncode == 0, said.stderr
    assert [line for line in said.stderr.splitlines() if line != _OFFSCREEN] == []


def test_the_title_is_the_name_of_the_program_all_the_time(traces):
    _home, said = traces
    assert json.loads(said.stdout) == ["Värn"]


def test_no_file_is_written_but_the_vault_and_this_installations_own_state(traces):
    home, _said = traces
    files = [path.relative_to(home).parts for path in home.rglob("*") if path.is_file()]
    assert files, "no vault was made"
    assert [parts for parts in files if parts[:2] not in (("at", "vault"), ("at", "state"))] == []


def test_no_file_says_whom_it_is_about_or_what_was_typed(traces):
    home, _said = traces
    planted = [text.encode() for text in (NOBODY, "19700101-0004", "Han star utanfor", "körsbär")]
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert [text for text in planted if text in content] == [], path.name
            assert not any(text.decode() in path.name for text in planted)
