# SPDX-License-Identifier: EUPL-1.2
"""The lock of the real program on a real vault, against the limits that it promises.

A process of its own, offscreen. "Floor" is the limit here, so a ratio under one keeps it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
BLANK_S, WIPED_S, ALWAYS_S = 0.100, 0.300, 2.0


def measure() -> Iterator[tuple[str, str, float, float, float]]:
    """(name, limit's name, limit in seconds, ours in seconds, target ratio)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.benchmarks.lock", folder]
        around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        said = subprocess.run(
            command, cwd=ROOT, env=around, capture_output=True, text=True, check=True
        )
    blank, wiped, busy_blank, busy_wiped = json.loads(said.stdout.splitlines()[-1])
    yield ("lock at rest: window blank", "promised", BLANK_S, blank, 1.0)
    yield ("lock at rest: keys wiped", "promised", WIPED_S, wiped, 1.0)
    yield ("lock while long work runs: window blank", "promised", BLANK_S, busy_blank, 1.0)
    yield ("lock while long work runs: keys wiped", "promised", ALWAYS_S, busy_wiped, 1.0)


def _main(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.support.real_program import RealProgram, found, running
    from workbench.ui.kit import theme
    from workbench.ui.places import Place

    app = QApplication([])
    theme.apply(app, dark=False)

    def long(program: RealProgram) -> None:
        while True:
            program.program.jobs.pulse()
            sum(range(100_000))

    def busy(program: RealProgram) -> None:
        program.program.jobs.run(lambda: long(program), done=print, failed=print)
        program.press_f12()

    with running(app, *found(folder / "at")) as program:
        figures = []
        for trigger in (program.press_f12, lambda: busy(program)):
            taken = []
            for _round in range(ROUNDS):
                program.unlock()
                program.open(Place("journal", program.case))
                taken.append(program.lock(trigger))
            figures += [
                statistics.median(each.blank_s for each in taken),
                statistics.median(each.wiped_s for each in taken),
            ]
    print(json.dumps(figures))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
