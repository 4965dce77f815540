# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own dates by keyboard: begun, settled, moved with a reason, told on Idag."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.desk import Answers
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from tests.unit.services.offices import Office
from workbench.domain.deadlines import Deadline, ReviewDate
from workbench.services.jobs import InlineJobs
from workbench.services.loop import deadlines, house_dates
from workbench.ui.house_dates.page import HouseDatesPage
from workbench.ui.house_dates.presenter import HouseDatesPresenter
from workbench.ui.places import Place
from workbench.ui.today.house import house_duties


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "office")


def _open(qtbot, office: Office) -> tuple[HouseDatesPage, Keyboard]:
    page = HouseDatesPage(
        lambda view: HouseDatesPresenter(
            view, InlineJobs(), office.session, Answers(), lambda _place: None, None
        )
    )
    qtbot.addWidget(page)
    return page, Keyboard(page)


def _day(office: Office) -> str:
    return office.desk.clock.today().isoformat()


def _shown(page: HouseDatesPage) -> str:
    labels = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(each.text() for each in labels)


def _stands(office: Office) -> list[Deadline]:
    return [each.value for each in office.desk.house.all(Deadline)]


def _settle(office: Office, hands: Keyboard, act: str) -> None:
    (waits,) = house_dates.waiting(office.desk)
    hands.push(f"change-{waits.record or waits.key}")
    hands.tab_to("choice-done")
    hands.press({"done": Qt.Key.Key_1, "moved": Qt.Key.Key_2}[act])


def test_one_is_begun_with_its_day_and_why_and_waits_on_idag_without_the_words(
    qtbot, office
) -> None:
    page, hands = _open(qtbot, office)
    assert nameless(page) == []
    hands.push("add-deadline")
    assert "Nothing about a person" in _shown(page)
    hands.tab_to("field-rule")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("field-day", _day(office))
    hands.enter_in_journal()
    assert _stands(office) == [], "without why nothing begins"
    hands.write("field-title", "Larmrutinen brast")
    hands.enter_in_journal()
    (begun,) = _stands(office)
    assert (begun.rule, begun.due, begun.title) == (
        "lex-sarah@2025-09-01",
        _day(office),
        "Larmrutinen brast",
    )
    assert "Larmrutinen brast" in _shown(page)
    assert "to be checked" in _shown(page)
    assert nameless(page) == []
    (told,) = [each for each in house_duties(office.desk) if each.place == Place("house-dates")]
    assert (told.title, told.caption, told.is_late) == ("Lex Sarah report", _day(office), False)


def test_it_is_moved_with_a_reason_and_settled_with_what_was_done(qtbot, office) -> None:
    desk = office.desk
    house_dates.begin(desk, "breach-report", desk.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ"), "X")
    page, hands = _open(qtbot, office)
    _settle(office, hands, "moved")
    hands.enter_in_journal()
    assert "Write why." in _shown(page)
    hands.write("field-words", "Tidigare")
    hands.enter_in_journal()
    assert [(each.due, each.moved_because) for each in _stands(office)] == [
        (_day(office), "Tidigare")
    ]
    _settle(office, hands, "done")
    hands.write("field-words", "Anmäld")
    hands.enter_in_journal()
    (kept,) = _stands(office)
    assert (kept.done_on, kept.outcome) == (_day(office), "Anmäld")
    assert house_dates.waiting(desk) == ()


def test_an_own_date_is_settled_and_what_was_half_written_stands_open_again(qtbot, office) -> None:
    page, hands = _open(qtbot, office)
    hands.push("add-date")
    hands.write("field-day", _day(office))
    hands.write("field-what", "Rutinerna")
    hands.enter_in_journal()
    assert [each.value.what for each in office.desk.house.all(ReviewDate)] == ["Rutinerna"]
    _settle(office, hands, "done")
    page.flush()
    page, hands = _open(qtbot, office)
    assert page.panels["settle"].isVisible()
    hands.enter_in_journal()
    assert [each.state for each in deadlines.deadlines_of(office.desk.house)] == ["done"]
    hands.push("add-deadline")
    hands.write("field-title", "Halvt")
    page.flush()
    office.relock()
    page, _hands = _open(qtbot, office)
    assert page.panels["deadline"].isVisible()
    assert page.panels["deadline"].form.field("title").text() == "Halvt"
