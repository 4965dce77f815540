# SPDX-License-Identifier: EUPL-1.2
"""In a worker of pytest-xdist cyclic rubbish is collected on the thread that runs the tests.

The worker's other thread hears what to run next, and Python collects on whatever thread
allocates: a widget destroyed there is the end of the worker (docs/adr/0018).
"""

import gc
import os

_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ


def pytest_runtest_setup() -> None:
    if _IS_WORKER:
        gc.disable()


def pytest_runtest_teardown() -> None:
    """The generations whose thresholds were passed, as Python itself would."""
    if _IS_WORKER:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [g for g in (0, 1, 2) if counts[g] > thresholds[g]]
        if due:
            gc.collect(due[-1])
