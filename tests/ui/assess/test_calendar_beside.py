# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar beside the questions, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.asking import DA, SARA, Assessed
from tests.support.desk import Answers
from tests.support.keyboard import Keyboard
from workbench.domain.incidents import Incident
from workbench.services.assess import results
from workbench.services.assess.sheets import sheet
from workbench.services.loop import planning
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
HIT = Incident("2026-08-12", "physical", 4, "Slog mot huvudet")


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def asked(qtbot, instrument: str = DA, size=(1166, 700)):
    made = Assessed()
    planning.enter_incident(made.akt, HIT)
    record = made.begin(instrument)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    hands = Keyboard(page)
    page.resize(*size)
    QApplication.processEvents()
    return made, record, page, hands


def write_incident(hands: Keyboard) -> None:
    hands.write("field-day", "2026-09")
    hands.tab_to("field-kind")
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    hands.write("field-what", "Sparkade in 1 dörr")
    hands.tab_to("choice-1")
    hands.press(KEY.Key_3)
    hands.enter_in_journal()


def test_a_key_opens_it_and_the_same_key_brings_back_to_the_question(qtbot) -> None:
    made, record, page, hands = asked(qtbot)
    hands.press(KEY.Key_J)
    hands.press(KEY.Key_Down)
    was, text = hands.here.objectName(), page.questions.text.text()
    for back in (KEY.Key_F5, KEY.Key_Escape):
        hands.press(KEY.Key_F5)
        assert page.calendar.isAncestorOf(hands.here)
        hands.press(back)
        assert not page.calendar.isVisible()
        assert hands.here.objectName() == was
        assert page.questions.isAncestorOf(hands.here)
    assert page.questions.text.text() == text
    hands.press(KEY.Key_N)  # the keys pick answers again
    given = sheet(made.akt, made.desk, record).given
    assert (given["q01"].code, given["q02"].code) == ("yes", "no")
    assert made.bench.went == []


def test_an_incident_is_written_beside_the_questions_and_no_answer_with_it(qtbot) -> None:
    made, record, page, hands = asked(qtbot)
    before = sheet(made.akt, made.desk, record).given
    hands.press(KEY.Key_F5)
    hands.press(KEY.Key_Space)
    write_incident(hands)
    assert [each.value.what for each in planning.calendar(made.akt)] == [
        HIT.what,
        "Sparkade in 1 dörr",
    ]
    assert sheet(made.akt, made.desk, record).given == before
    assert page.questions.isVisible()
    assert hands.here.objectName() == "new-incident"  # the form is folded, the list is seen
    hands.press(KEY.Key_Escape)
    assert page.questions.isAncestorOf(hands.here)


def test_no_incident_changes_what_the_assessment_gives(qtbot) -> None:
    made, record, _page, hands = asked(qtbot)
    made.confirm()
    made.say_own()
    made.answer_da(record)
    made.enter(record)
    before = results.outcome(made.akt, made.desk, record)
    hands.press(KEY.Key_F5)
    hands.press(KEY.Key_Space)
    write_incident(hands)
    after = results.outcome(made.akt, made.desk, record)
    assert len(planning.calendar(made.akt)) == 2
    assert after.evaluation == before.evaluation
    assert not after.is_unkept


def test_what_is_half_written_there_is_kept_and_found_again(qtbot) -> None:
    _made, _record, page, hands = asked(qtbot)
    hands.press(KEY.Key_F5)
    hands.press(KEY.Key_Space)
    hands.write("field-what", "Hotade med")
    hands.press(KEY.Key_Escape)
    hands.press(KEY.Key_F5)
    assert page.calendar.content.incident.form.field("what").toPlainText() == "Hotade med"
    assert page.calendar.content.incident.isVisible()


def test_ctrl_enter_beside_the_questions_enters_no_sitting(qtbot) -> None:
    made, record, _page, hands = asked(qtbot)
    hands.press(KEY.Key_J)
    hands.press(KEY.Key_F5)
    hands.press(KEY.Key_Space)
    write_incident(hands)
    assert sheet(made.akt, made.desk, record).unentered
    hands.press(KEY.Key_Escape)
    hands.enter_in_journal()
    assert not sheet(made.akt, made.desk, record).unentered


def test_it_stands_beside_where_there_is_room_and_under_where_there_is_not(qtbot) -> None:
    _made, _record, page, hands = asked(qtbot)
    hands.press(KEY.Key_F5)
    assert page.calendar.x() > page.sides.asked.geometry().right()
    assert page.questions.where.isVisible()
    page.resize(600, 340)
    QApplication.processEvents()
    assert page.calendar.y() > page.sides.asked.geometry().bottom()
    assert page.calendar.width() <= page.width()
    hands.press(KEY.Key_Escape)
    hands.press(KEY.Key_F5)
    shown = page.calendar.content.new
    top = shown.mapTo(page, shown.rect().topLeft()).y()
    assert 0 <= top < page.height()


def test_a_conversation_and_an_instrument_without_it_do_not_offer_it(qtbot) -> None:
    _made, _record, page, hands = asked(qtbot)
    hands.press(KEY.Key_F5)
    page.talk_button.click()
    assert not page.calendar.isVisible()
    hands.press(KEY.Key_F5)
    assert not page.calendar.isVisible()
    _made, _record, page, hands = asked(qtbot, SARA)
    assert not page.door.isVisible()
    hands.press(KEY.Key_F5)
    assert not page.calendar.isVisible()
