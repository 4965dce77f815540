# SPDX-License-Identifier: EUPL-1.2
"""The journal by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import journal_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.subject import Note
from workbench.services.records import working
from workbench.ui.places import Place


def test_a_note_is_written_entered_corrected_and_its_history_read_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = journal_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.write("field-text", "Han har ringt 2 nätter.")
    hands.write("field-source", "Kim")
    hands.enter_in_journal()
    (note,) = bench.akt(case).all(Note)
    assert note.value == Note("Han har ringt 2 nätter.", "", "Kim")
    hands.push(f"change-{note.record}")
    assert hands.here.objectName() == "field-text"
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("field-text", "Han har ringt 3 nätter.")
    hands.write("field-reason", "Jag hörde fel.")
    hands.push("enter")
    hands.push("history")
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("2 nätter" in text for text in shown)
    assert any("Jag hörde fel." in text for text in shown)
    hands.push("back")
    assert bench.went == [Place("case", case)]


def test_tab_leaves_the_text_and_is_not_typed(qtbot) -> None:
    bench = Bench()
    page = journal_page(bench, bench.begin())
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.write("field-text", "a")
    hands.press(Qt.Key.Key_Tab)
    assert hands.here.objectName() == "field-day"


def test_what_is_typed_is_durable_within_a_second_without_leaving_the_field(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = journal_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    with qtbot.waitSignal(page.saved, timeout=1000):
        hands.write("field-text", "Hon ringde")
    assert [each.kind for each in working.unentered(bench.akt(case))] == ["note"]


def test_a_missing_note_is_asked_for_in_place_and_the_field_gets_the_focus(qtbot) -> None:
    bench = Bench()
    page = journal_page(bench, bench.begin())
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("enter")
    assert hands.here.objectName() == "field-text"
    assert page.note.findChild(QLabel, "missing").isVisible()
    hands.write("field-text", "x")
    page.flush()
    assert not page.note.findChild(QLabel, "missing").isVisible()
