# SPDX-License-Identifier: EUPL-1.2
"""Where the command `workbench` begins. The window must not wait for the verbs' parsers.

Measured: going through `main` makes the unlock page's first paint a tenth later.
"""

import gc
import sys
from importlib import import_module


def run() -> int:
    """Open the window (`workbench`, `workbench run DIR`), or do a verb; return the exit code."""
    given = sys.argv[1:]
    is_window = given[:1] in ([], ["run"])
    if is_window:
        gc.disable()  # nothing is rubbish yet; the window collects on its own thread from then on
    module = "workbench.cli.running" if is_window else "workbench.cli.main"
    code: int = import_module(module).run(given)
    return code
