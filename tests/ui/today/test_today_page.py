# SPDX-License-Identifier: EUPL-1.2
"""Idag by keyboard alone."""

from PySide6.QtCore import QPoint, QRegularExpression, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.support.case_pages import today_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.keyboard import Keyboard
from workbench.services.records import working
from workbench.ui.places import Place


def test_somebody_comes_two_presses_later_there_is_an_akt_and_skydd_nu(qtbot) -> None:
    bench = Bench()
    page = today_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("somebody-comes")
    assert hands.here.objectName() == "begin"
    hands.press(Qt.Key.Key_Space)
    (row,) = bench.vault.cases()
    assert bench.went == [Place("arrival", row.case)]
    assert hands.here is page.start, "back on Idag the large button stands there again"


def test_another_time_can_be_given_and_a_wrong_one_is_asked_for_again(qtbot) -> None:
    bench = Bench()
    page = today_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("somebody-comes")
    hands.tab_to("event-time")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("event-time", "nyss")
    hands.press(Qt.Key.Key_Return)
    assert bench.vault.cases() == ()
    assert page.isVisible()
    hands.push("cancel")
    assert page.start.isVisible()


def test_every_row_opens_its_place(qtbot) -> None:
    bench = Bench()
    case = filled_case(bench)
    page = today_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("row-late-0")
    hands.push("row-reassessments-0")
    assert bench.went == [Place("scenarios", case), Place("choose-instrument", case)]


def test_what_is_half_done_stands_before_what_is_due_later(qtbot) -> None:
    bench = Bench()
    case = filled_case(bench)
    typed = working.Field("note", bench.ids.new_uuid(), "text")
    working.type_field(bench.akt(case), typed, "x")
    page = today_page(bench)
    qtbot.addWidget(page)
    page.show()
    rows = [row.objectName() for row in page.findChildren(QPushButton, QRegularExpression("^row-"))]
    by_height = sorted(rows, key=lambda n: page.findChild(QPushButton, n).mapTo(page, QPoint()).y())
    assert by_height.index("row-late-0") < by_height.index("row-unentered-0")
    assert by_height.index("row-unentered-0") < by_height.index("row-reassessments-0")


def test_no_name_is_on_the_page(qtbot) -> None:
    bench = Bench()
    filled_case(bench)
    page = today_page(bench)
    qtbot.addWidget(page)
    assert not any("Kim" in label.text() for label in page.findChildren(QLabel))


def test_a_first_timer_is_told_where_to_begin(qtbot) -> None:
    page = today_page(Bench())
    qtbot.addWidget(page)
    page.show()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("Press the large button" in text for text in shown)
