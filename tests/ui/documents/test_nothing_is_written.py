# SPDX-License-Identifier: EUPL-1.2
"""The real program reads documents in and shows them: nothing of them lies on the disk in clear."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import outside_files as made
from tests.tools import ROOT

pytestmark = pytest.mark.ui
PLANTED = "KANARIEFAGEL bor i Provby"
FILES = {
    "a.pdf": made.pdf(PLANTED, "Sida tva"),
    "b.txt": f"{PLANTED}\nRad två".encode(),
    "c.docx": made.word(made.document_xml(PLANTED, "Stycke två")),
    "d.png": made.png(300, 200),
}
_CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.support.real_program import found, running
from workbench.services.facts import documents_in
from workbench.ui.kit import theme
from workbench.ui.places import Place

app = QApplication([])
theme.apply(app, dark=False)
office, case = found(Path(sys.argv[1]))
told = []
with running(app, office, case) as program:
    program.unlock()
    for path in sorted(Path(sys.argv[2]).iterdir()):
        page = program.open(Place("documents", case))
        program.shell.frame().dialogs.answer_next(path)
        page.choose.click()
        program.wait(lambda page=page: page.said.isVisibleTo(page))
        program.settle()
        path.unlink()
        for name, text in (("title", path.name), ("came_from", "Polisen"), ("way", "medium")):
            page.said._typed(name, text)
        page.said.enter_button.click()
        program.settle()
    kept = program.on_vault(lambda: documents_in.documents(program.program._session.akt(case)))
    for each in kept:
        page = program.open(Place("document", case, each.record))
        program.wait(lambda page=page: page.reader.pane is not None)
        pane = page.reader.pane
        page.reader.turn(1)
        page.reader.cite.click()
        told.append([each.value.number, each.value.title, pane.count()])
    program.lock(program.press_f12)
    told.append(pane.count())
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def life(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A home of its own for a child that reads four documents in, looks at each and locks."""
    home = tmp_path_factory.mktemp("home")
    for name in ("tmp", "stick"):
        (home / name).mkdir()
    for name, content in FILES.items():
        (home / "stick" / name).write_bytes(content)
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    around = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_"))}
    around |= {name: str(home / name.lower()) for name in names} | {
        "TMPDIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-c", _CHILD, str(home / "at"), str(home / "stick")]
    said = subprocess.run(
        command, cwd=ROOT, env=around, capture_output=True, text=True, check=False, timeout=240
    )
    return home, said


def test_four_documents_are_read_in_shown_and_let_go_of_at_lock(life):
    _home, said = life
    assert said.returncode == 0, said.stderr
    *shown, left = json.loads(said.stdout)
    assert shown == [[1, "a.pdf", 2], [2, "b.txt", 2], [3, "c.docx", 2], [4, "d.png", 1]]
    assert left == 0


def test_no_file_but_those_of_the_vault_is_there_and_none_tells_of_them(life):
    home, _said = life
    files = [path for path in home.rglob("*") if path.is_file()]
    outside = [path.relative_to(home).parts for path in files]
    assert [parts for parts in outside if parts[:2] not in (("at", "vault"), ("at", "state"))] == []
    for path in files:
        content = path.read_bytes()
        assert PLANTED.encode() not in content, path.name
        assert b"IHDR" not in content, path.name
        assert b"Polisen" not in content, path.name
