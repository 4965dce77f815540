# SPDX-License-Identifier: EUPL-1.2
"""Hundreds of records on a page: a stretch is built, the others are counted and a key away."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.case_pages import incidents_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import reached_by_tab
from workbench.domain.incidents import Incident
from workbench.services.records.akt import Draft
from workbench.ui.writing.record_list import AT_A_TIME, RecordBlock

pytestmark = pytest.mark.ui
LEFT = 7


@pytest.fixture
def opened(qtbot):
    bench = Bench()
    case = bench.begin()
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(2 * AT_A_TIME + LEFT)]
    bench.akt(case).enter(*(Draft(Incident(f"{day}", "threat", 2, f"Hot {day}")) for day in days))
    page = incidents_page(bench, case)
    qtbot.addWidget(page)
    return bench, page, days


def built(page):
    return [block for block in page.findChildren(RecordBlock) if block.isVisible()]


def test_a_stretch_is_built_and_a_key_shows_the_next_and_goes_on_there(opened) -> None:
    _bench, page, days = opened
    hands = Keyboard(page)
    assert len(built(page)) == AT_A_TIME
    more = page.findChild(QPushButton, "more-records")
    assert more.text() == f"Show more ({AT_A_TIME + LEFT} left)"
    hands.push("more-records")
    assert len(built(page)) == 2 * AT_A_TIME
    assert QApplication.focusWidget() in built(page)[AT_A_TIME].findChildren(QPushButton)
    hands.push("more-records")
    assert len(built(page)) == len(days)
    assert not more.isVisible()


def test_the_way_to_more_is_the_last_stop_of_the_list(opened) -> None:
    _bench, page, _days = opened
    page.show()
    stops = reached_by_tab(page)
    last = max(stops.index(w) for b in built(page) for w in b.findChildren(QPushButton))
    assert stops.index(page.findChild(QPushButton, "more-records")) == last + 1


def test_what_was_unfolded_stays_so_when_something_is_entered(opened) -> None:
    bench, page, _days = opened
    hands = Keyboard(page)
    hands.push("more-records")
    case = page._presenter._case.case
    bench.akt(case).enter(Draft(Incident("2026-01-01", "threat", 2, "Nytt")))
    page.refresh()
    QApplication.processEvents()
    assert len(built(page)) == 2 * AT_A_TIME
    more = page.findChild(QPushButton, "more-records")
    assert more.text() == f"Show more ({LEFT + 1} left)"
