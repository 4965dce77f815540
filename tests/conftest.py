# SPDX-License-Identifier: EUPL-1.2
"""Python and Qt in one process of tests, as the program itself has them (docs/adr/0018).

Python collects cyclic rubbish on whatever thread allocates, and in the middle of a paint: a
widget destroyed there is the end of the process. So it is collected between tests, on their
thread. And what Qt gives back too often is held from the start.
"""

import gc

from workbench.ui.kit.singletons import hold_singletons


def pytest_configure() -> None:
    hold_singletons()


def pytest_runtest_setup() -> None:
    gc.disable()


def pytest_runtest_teardown() -> None:
    """The generations whose thresholds were passed, as Python itself would."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [g for g in (0, 1, 2) if counts[g] > thresholds[g]]
    if due:
        gc.collect(due[-1])
