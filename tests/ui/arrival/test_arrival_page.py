# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes now, by keyboard alone: kept at once, one akt a person, never in the way."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import today_page
from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services.akter import cases
from workbench.services.arrival import arriving
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records import working
from workbench.ui.arrival.page import ArrivalPage
from workbench.ui.arrival.presenter import ArrivalPresenter
from workbench.ui.places import Place


def _open(qtbot, bench: Bench, case: CaseId, *answers: bool | str | None) -> ArrivalPage:
    asks = Answers(*answers)
    page = ArrivalPage(lambda v: ArrivalPresenter(v, bench.open_case(case), asks, bench.go))
    qtbot.addWidget(page)
    return page


def _comes(qtbot) -> tuple[Bench, CaseId]:
    """As from Idag: one press, the time, and the page of the arrival."""
    bench = Bench()
    page = today_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("somebody-comes")
    hands.push("begin")
    place = bench.went[-1]
    assert place.page == "arrival"
    assert place.case is not None
    return bench, place.case


def _seen(page) -> str:
    labels = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(each.text() for each in labels)


def test_the_time_alone_is_enough_and_skydd_nu_is_next(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push("enter-all")
    (arrived,) = bench.akt(case).all(Arrival)
    assert arrived.value == Arrival(arrived.value.at)
    assert working.unentered(bench.akt(case)) == ()
    assert hands.here.objectName() == "to-protection"
    hands.push("to-protection")
    assert bench.went[-1] == Place("protection", case)


def test_an_adult_and_two_children_are_entered_by_keyboard_each_in_their_own_akt(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.write("field-room", "B2")
    hands.write("field-name", "Kim Påhittad")
    for name in ("Lo Låtsas", "Lo Låtsas"):
        hands.push("add-child")
        hands.write("field-name", name)
    page.flush()
    hands.push("enter-all")
    akt = bench.akt(case)
    assert [each.value.room for each in akt.all(Arrival)] == ["B2"]
    assert subject_of(akt).name == "Kim Påhittad"
    own = arriving.came_together(bench.session.desk, akt)
    assert len(own) == 2
    assert {subject_of(bench.akt(each)).name for each in own} == {"Lo Låtsas"}
    assert "2 children have case files of their own" in _seen(page)


def test_a_child_of_whom_nothing_is_known_yet_gets_an_akt_and_the_receipt_is_seen(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    page.resize(1100, 600)
    hands = Keyboard(page)
    hands.push("add-child")
    hands.push("add-child")
    assert page.scrolled() > 0
    hands.push("enter-all")
    assert len(arriving.came_together(bench.session.desk, bench.akt(case))) == 2
    assert "2 children have case files of their own" in _seen(page)
    assert page.scrolled() == 0


def test_a_lock_in_the_middle_loses_nothing(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.write("field-injuries", "Blåmärke på armen")
    hands.push("add-child")
    hands.write("field-needs", "Välling")
    page.flush()  # what a lock does first
    bench.reopen()
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    assert page.panels["adult"].form.field("injuries").toPlainText() == "Blåmärke på armen"
    assert page.panels["child"].form.field("needs").toPlainText() == "Välling"
    hands.push("enter-all")
    (own,) = arriving.came_together(bench.session.desk, bench.akt(case))
    assert bench.akt(own).all(ChildArrival)[0].value.needs == "Välling"


@pytest.mark.parametrize(
    ("time", "told"), [("25:61", "Write the time like this"), ("", "Write the time like this")]
)
def test_what_is_no_time_is_told_where_it_stands_and_nothing_is_entered(qtbot, time, told) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    page.panels["adult"].form.typed.emit("time", time)
    Keyboard(page).push("enter-all")
    assert told in _seen(page)
    assert bench.akt(case).all(Arrival) == ()


def test_a_time_ahead_is_refused_with_words_and_what_was_typed_stays(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    page.panels["adult"].form.typed.emit("day", "2099-01-01")
    Keyboard(page).push("enter-all")
    assert "has not come yet" in _seen(page)
    assert bench.akt(case).all(Arrival) == ()
    assert len(working.unentered(bench.akt(case))) == 1


def test_a_child_that_is_thrown_away_leaves_no_akt(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case, *[True])
    hands = Keyboard(page)
    hands.push("add-child")
    hands.write("field-name", "Lo Låtsas")
    page.flush()
    page.panels["child"].discard_button.click()
    hands.push("enter-all")
    assert arriving.came_together(bench.session.desk, bench.akt(case)) == ()


def test_everything_has_a_name_and_is_reached_by_tab(qtbot) -> None:
    bench, case = _comes(qtbot)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push("add-child")
    assert nameless(page) == []
    reached = {each.objectName() for each in reached_by_tab(page)}
    assert {"field-day", "field-postponed", "add-child", "enter-all", "to-protection"} <= reached


def test_a_doubtful_number_is_said_and_enters(qtbot) -> None:
    bench, case = _comes(qtbot)
    before = bench.begin()
    set_subject(bench.akt(before), Subject("Kim Påhittad", "19900101-0018"))
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.write("field-personal_number", "19900101-0018")
    page.flush()
    assert "a typing error?" in _seen(page)
    assert f"stands in case file {cases.number_of(bench.session.desk, before)}" in _seen(page)
    hands.push("enter-all")
    assert subject_of(bench.akt(case)).personal_number == "19900101-0018"
