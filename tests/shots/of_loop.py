# SPDX-License-Identifier: EUPL-1.2
"""What is left to do, what is outdated, reports of concern, scenarios with and without measures."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import (
    case_page,
    concern_page,
    outdated_page,
    scenarios_page,
    today_page,
)
from tests.support.desk import Bench
from tests.support.outdated_case import outdated_case


def _shot(make, *, under: str = "cases") -> QWidget:
    bench = Bench()
    case = outdated_case(bench)
    return in_window(make(bench, case), under)


PAGES = (
    ("loop-case", lambda: _shot(case_page)),
    ("loop-outdated", lambda: _shot(outdated_page)),
    ("loop-concern", lambda: _shot(concern_page)),
    ("loop-scenarios", lambda: _shot(scenarios_page)),
    ("loop-today", lambda: _shot(lambda bench, _case: today_page(bench), under="today")),
)
