# SPDX-License-Identifier: EUPL-1.2
"""The page about the person: folded, and with each of its sections open."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import about_person_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case


def _folded() -> QWidget:
    bench = Bench()
    return in_window(about_person_page(bench, filled_case(bench)))


PAGES = (("about-person", _folded),)
