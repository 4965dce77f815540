# SPDX-License-Identifier: EUPL-1.2
"""The akt by keyboard alone."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton

from tests.support.case_pages import case_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.keyboard import Keyboard
from workbench.domain.subject import Subject
from workbench.ui.case.contact import SHOWN_MS
from workbench.ui.places import Place


def _shown(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _open(qtbot, *, filled: bool = True):
    bench = Bench()
    case = filled_case(bench) if filled else bench.begin()
    page = case_page(bench, case)
    qtbot.addWidget(page)
    return bench, case, page


def test_the_code_word_and_the_name_are_never_on_screen_together(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    hands = Keyboard(page)
    assert "Kim Påhittad" in _shown(page)
    assert "Har du kvar min bok?" not in _shown(page)
    hands.push("safe-contact")
    assert "Har du kvar min bok?" in _shown(page)
    assert "Kim" not in _shown(page)
    assert "Kim" not in page.header.caption.text()
    hands.push("safe-contact")
    assert "Kim Påhittad" in _shown(page)
    assert "Har du kvar min bok?" not in _shown(page)


def test_the_safe_contact_hides_by_itself(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    page.show()
    page.contact.turn.click()
    assert page.contact._clock.interval() == SHOWN_MS == 20_000
    assert page.contact._clock.isSingleShot()
    page.contact._clock.setInterval(1)
    page.contact._clock.start()
    qtbot.waitUntil(lambda: not page.contact.is_open())
    assert "Har du kvar min bok?" not in _shown(page)


def test_changing_the_subject_does_not_bring_the_name_beside_the_code_word(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    page.show()
    page._about.change.click()
    page.contact.turn.click()
    assert not page.subject.isVisible()
    page.contact.turn.click()
    assert page.subject.isVisible()


def test_what_is_left_to_do_stands_under_the_loop_before_all_the_ways(qtbot) -> None:
    _bench, _case, page = _open(qtbot, filled=False)
    page.resize(1166, 712)
    page.show()
    qtbot.wait(1)
    left, way = (page.findChild(QPushButton, name) for name in ("row-left-0", "way-journal"))
    assert left.mapTo(page, QPoint()).y() < way.mapTo(page, QPoint()).y()


def test_a_step_a_duty_and_a_way_lead_on_by_keyboard(qtbot) -> None:
    bench, case, page = _open(qtbot, filled=False)
    hands = Keyboard(page)
    hands.push("step-protection")
    hands.push("way-journal")
    hands.push("row-left-0")
    hands.push("back")
    assert bench.went == [
        Place("protection", case),
        Place("journal", case),
        Place("protection", case),
        Place("register"),
    ]


def test_whom_it_is_about_is_written_by_keyboard_with_a_doubtful_number(qtbot) -> None:
    bench, case, page = _open(qtbot, filled=False)
    hands = Keyboard(page)
    hands.push("change-subject")
    hands.write("field-name", "Kim")
    hands.write("field-personal_number", "19900101-0018")
    page.flush()
    assert "typing error" in _shown(page)
    hands.enter_in_journal()
    assert bench.akt(case).all(Subject)[-1].value.personal_number == "19900101-0018"
    assert not page.subject.isVisible()
    assert "Kim" in _shown(page)


def test_the_time_line_can_be_read_as_a_table(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("as-table")
    assert page._line._table.isVisible()
    assert len(page._vm.marks) == 7
    assert page._line._table.rows.rowCount() == 7 + len(page._vm.silences) == 8
