# SPDX-License-Identifier: EUPL-1.2
"""The time line of an akt: read, walked and written by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.support.case_pages import timeline_page
from tests.support.dated_case import EVENTS, INCIDENTS, dated_case
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.life_events import LifeEvent
from workbench.ui.case.timeline import silent_in, time_line
from workbench.ui.places import Place


@pytest.fixture
def opened(qtbot):
    bench = Bench()
    case = dated_case(bench)
    page = timeline_page(bench, case)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return bench, case, page


def test_everything_with_a_day_is_a_mark_and_a_row_of_the_table(opened) -> None:
    bench, case, page = opened
    shown = page.line._lanes.marks
    times = [mark.time() for mark in shown]
    for each in (*INCIDENTS, *EVENTS):
        assert any(each.day in time for time in times)
    marks = time_line(bench.akt(case), bench.session.desk.catalogue, "2026-11-22")
    silent = silent_in(bench.akt(case), marks, bench.clock.today())
    page.findChild(QPushButton, "as-table").click()
    assert len(shown) == len(marks) + len(silent) == page.line._table.rows.rowCount()
    assert silent


def test_each_mark_is_reached_by_an_arrow_and_read_out_with_its_time(opened, qtbot) -> None:
    _bench, _case, page = opened
    picture = page.line._lanes
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    read = []
    for at in range(len(picture.marks)):
        name = picture.accessibleName()
        assert name.startswith(f"Time line, {at + 1} of {len(picture.marks)}: ")
        read.append(name.partition(": ")[2])
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert read == [mark.name() for mark in picture.marks]
    assert any(each.startswith("ca 2023: ") for each in read)
    assert picture.accessibleDescription()


def test_enter_on_a_mark_goes_where_it_is_written(opened, qtbot) -> None:
    bench, case, page = opened
    picture = page.line._lanes
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert bench.went[-1] == Place("incidents", case)


def test_an_event_of_the_life_is_written_by_keyboard_and_may_lie_ahead(opened) -> None:
    bench, case, page = opened
    hands = Keyboard(page)
    hands.push("new-event")
    hands.tab_to("field-kind")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("field-day", "2027-02")
    hands.write("field-what", "Flyttar till egen bostad")
    hands.enter_in_journal()
    assert bench.akt(case).all(LifeEvent)[-1].value == LifeEvent(
        "2027-02", "separation", "Flyttar till egen bostad"
    )
    assert not page.life.isVisible()
    assert any(mark.time() == "2027-02" for mark in page.line._lanes.marks)


def test_every_control_has_a_name_and_tab_reaches_the_picture_once(opened) -> None:
    _bench, _case, page = opened
    assert nameless(page) == []
    assert reached_by_tab(page).count(page.line._lanes) == 1
