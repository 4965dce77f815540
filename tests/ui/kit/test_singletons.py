# SPDX-License-Identifier: EUPL-1.2
"""A long night at the keyboard does not end the program under Python 3.11."""

import os
import subprocess
import sys

NIGHT = """
import sys
import time
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from workbench.ui.kit import theme

app = theme.begin(["night"], dark=False)
while sys.version_info < (3, 12) and sys.getrefcount(None) < 1 << 39:
    app.processEvents()
    time.sleep(0.01)


class Sender(QObject):
    said = Signal(str)


sender, widget = Sender(), QWidget()
sender.said.connect(widget.setWindowTitle)
for turn in range(50_000):
    widget.resize(100 + turn % 7, 100)
    widget.parent()
    sender.said.emit("x")
print("morning")
"""


def test_fifty_thousand_calls_of_qt_do_not_end_the_program() -> None:
    """In a process of its own: where it fails, Python itself is aborted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", NIGHT], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout.strip() == "morning", ran.stderr[-500:]
