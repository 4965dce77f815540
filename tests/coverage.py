# SPDX-License-Identifier: EUPL-1.2
"""`make coverage`: every branch of the engine is run by its own unit tests, or it fails.

python -m tests.coverage
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.evidence.engine import TESTS, TIMED, UNHURRIED, files

ROOT = Path(__file__).parents[1]
_PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", TESTS, f"--deselect={TIMED}")


def main() -> int:
    """The number of the exit: that of the tests, or 2 where a branch was not run."""
    include = f"--include={','.join(files())}"
    with tempfile.TemporaryDirectory() as folder:
        around = os.environ | UNHURRIED | {"COVERAGE_FILE": str(Path(folder) / "coverage")}
        for arguments in (
            ("run", "--branch", "--source=workbench.instruments", *_PYTEST),
            ("report", "--fail-under=100", "--show-missing", include),
        ):
            command = [sys.executable, "-m", "coverage", *arguments]
            code = subprocess.run(command, cwd=ROOT, env=around, check=False).returncode
            if code != 0:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
