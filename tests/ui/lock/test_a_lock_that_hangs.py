# SPDX-License-Identifier: EUPL-1.2
"""What will not close in two seconds ends with the process; in a process of its own."""

import os
import subprocess
import sys
import time

import pytest

from tests.tools import ROOT

LOCK_S, SLACK_S = 2.0, 6.0
LEFT_AT_ONCE = 3
_CHILD = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.support.real_program import RealProgram, found, running
from workbench.app.window import Trial
from workbench.ui.kit import theme

app = QApplication([])
theme.apply(app, dark=False)
office, case = found(Path(sys.argv[1]) / "at")
with running(app, office, case, Trial()) as program:
    program.unlock()
    {hang}
    print("locks", flush=True)
    program.press_f12()
    program.wait(lambda: False)
"""
HANGS = {
    "work on the vault's thread that never pulses": (
        "program.program.jobs.run(lambda: time.sleep(60), done=print, failed=print)"
    ),
    "a page that hangs while it hands out what was typed": (
        "program.shell.page().flush = lambda: time.sleep(60)"
    ),
}


@pytest.mark.parametrize("hang", HANGS.values(), ids=HANGS)
def test_the_process_ends_two_seconds_after_the_lock(tmp_path, hang):
    command = [sys.executable, "-c", _CHILD.format(hang=hang), str(tmp_path)]
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=around, stdout=pipe, text=True) as child:
        assert child.stdout.readline() == "locks\n"
        begun = time.perf_counter()
        code = child.wait(timeout=60)
        taken = time.perf_counter() - begun
    assert code == LEFT_AT_ONCE
    assert LOCK_S / 2 < taken < LOCK_S + SLACK_S
