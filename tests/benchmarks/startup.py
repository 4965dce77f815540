# SPDX-License-Identifier: EUPL-1.2
"""From process start to the unlock page painted, against an empty window of the same Qt.

Fresh processes, offscreen, the two kinds in turn so that a slow spell of the machine hits both.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
TARGET = 1.5

FLOOR = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow

painted = []

class Window(QMainWindow):
    def paintEvent(self, event):
        painted.append(event)

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
while not painted:
    app.processEvents()
os._exit(0)
"""
OURS = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from workbench.cli.entry import run
from workbench.ui.unlock.page import UnlockPage

def paint(page, event):
    QWidget.paintEvent(page, event)
    leave.start(0)

def go():
    print("Qt" in vars(sys.modules["PySide6.QtCore"]), flush=True)
    os._exit(0)

leave = QTimer()
leave.timeout.connect(go)
UnlockPage.paintEvent = paint
sys.argv[1:] = ["run", "."]  # no vault, and not empty: nothing for first start to begin in
run()
os._exit(1)
"""
"""The real command (`python -m workbench run`); left as soon as the whole page has been painted.

It prints whether Qt's own namespace was named by then: that alone takes 12 ms.
"""


def measure() -> Iterator[tuple[str, str, float, float, float]]:
    """(name, floor's name, floor in seconds, ours in seconds, target ratio)."""
    _run(FLOOR)
    _run(OURS)
    floor, ours = [], []
    for _round in range(ROUNDS):
        floor.append(_run(FLOOR))
        ours.append(_run(OURS))
    yield (
        "process start to unlock page painted",
        "empty QMainWindow",
        statistics.median(floor),
        statistics.median(ours),
        TARGET,
    )


def imports_before_paint(script: str = OURS) -> dict[str, int]:
    """Microseconds that each module that is not Qt's takes of itself before the first paint."""
    child = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", script],
        env=_environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    taken: dict[str, int] = {}
    for line in child.stderr.splitlines():
        if not line.startswith("import time:") or "[us]" in line:
            continue
        own, _all, name = line.removeprefix("import time:").split("|")
        if not name.strip().startswith(("PySide6", "shiboken6")):
            taken[name.strip()] = int(own)
    return taken


def names_all_of_qt() -> bool:
    """Whether anything named Qt's own namespace before the first paint."""
    command = [sys.executable, "-c", OURS]
    done = subprocess.run(command, env=_environment(), cwd=ROOT, capture_output=True, check=True)
    return done.stdout.split() != [b"False"]


def _run(script: str) -> float:
    """Without a time limit: waiting with one polls in steps of up to 50 ms."""
    command, quiet = [sys.executable, "-c", script], subprocess.DEVNULL
    started = time.perf_counter()
    subprocess.run(command, env=_environment(), cwd=ROOT, stdout=quiet, check=True)
    return time.perf_counter() - started


def _environment() -> dict[str, str]:
    """An installed program has its byte code: the first, uncounted run writes it."""
    changed = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "startup"),
    }
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | changed
