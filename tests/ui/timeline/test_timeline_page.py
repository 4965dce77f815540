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
from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.incidents import Incident
from workbench.domain.life_events import LifeEvent
from workbench.domain.subject import ProtectionNow, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.records.akt import Draft
from workbench.ui.case.timeline import silent_in, time_line
from workbench.ui.places import Place
from workbench.ui.writing import moments


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


def test_an_arrival_and_a_place_are_marks_to_the_minute_without_room_or_name(qtbot) -> None:
    bench = Bench()
    case = bench.begin("Kim Påhittad")
    akt = bench.akt(case)
    akt.enter(
        Draft(Arrival("2026-11-21T22:10:00Z", room="R4", placed_by="Bo Jour")),
        Draft(ProtectionNow("yes", "Han vet", observed_at="2026-11-20", shelter="declined")),
        Draft(ProtectionNow("yes", "Han vet", "Taxi", "2026-11-21", "accepted")),
        Draft(ProtectionNow("no", "Lugnt nu", observed_at="2026-11-22")),
    )
    marks = time_line(akt, bench.session.desk.catalogue, "2026-11-22")
    placed = [(each.when, each.place.page) for each in marks if each.lane == "life"]
    assert [page for _when, page in placed] == ["arrival", "protection", "protection"]
    assert placed[0][0] == moments.day_and_time("2026-11-21T22:10:00Z")
    said = " ".join(each.label for each in marks)
    assert len({each.label for each in marks}) == 3
    assert not any(secret in said for secret in ("R4", "Bo Jour", "Kim", "Taxi"))


def test_a_childs_arrival_is_a_mark_in_the_childs_own_akt(qtbot) -> None:
    bench = Bench()
    akt = bench.session.begin(NewCase(Subject("", role="child")))
    akt.enter(Draft(ChildArrival("2026-11-21T22:10:00Z")))
    (mark,) = time_line(akt, bench.session.desk.catalogue, "2026-11-22")
    assert (mark.lane, mark.place) == ("life", Place("arrival", akt.case))


def test_many_on_one_day_are_counted_and_each_is_reached_and_read_out(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    night = [Incident("2026-11-14", "physical", at, f"Nummer {at}") for at in (2, 3, 4, 5, 3)]
    bench.akt(case).enter(*map(Draft, night), Draft(Incident("2026-01-02", "threat", 1, "Sms")))
    page = timeline_page(bench, case)
    qtbot.addWidget(page)
    Keyboard(page)
    picture = page.line._lanes
    qtbot.waitUntil(lambda: picture.width() > 600)
    for _zoom in range(3):
        assert picture.picture._piles.counts() == (5,)
        picture.zoom(20.0)
    of_night = [mark for mark in picture.marks if mark.day.day == 14]
    assert len(of_night) == 5
    assert all("(one of 5 that day)" in mark.name() for mark in of_night)
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    read = set()
    for _mark in picture.marks:
        read.add(picture.accessibleName())
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert len(read) == len(picture.marks)
    assert sum("one of 5 that day" in name for name in read) == 5


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
