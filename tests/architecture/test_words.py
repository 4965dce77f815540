# SPDX-License-Identifier: EUPL-1.2
"""Swedish is complete, nothing in it is stale, and the compiled catalogue is what it gives."""

import subprocess
import sys

from tests.tools import ROOT


def test_every_word_of_the_program_has_its_swedish():
    made = subprocess.run(
        [sys.executable, "tools/words.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
