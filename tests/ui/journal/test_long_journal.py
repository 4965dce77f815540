# SPDX-License-Identifier: EUPL-1.2
"""A long journal: a stretch at a time, a note of 100 000 characters, and the search by keyboard."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.case_pages import journal_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.incidents import Incident
from workbench.domain.subject import Note
from workbench.services.records.akt import Draft
from workbench.ui.places import Place
from workbench.ui.writing.record_list import RecordBlock

pytestmark = pytest.mark.ui


def _of(bench: Bench, count: int):
    case = bench.begin()
    bench.akt(case).enter(*(Draft(Note(f"Anteckning {n}.")) for n in range(count)))
    return case


def _texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_of_many_notes_one_stretch_is_built_and_keys_turn_to_the_next(qtbot) -> None:
    bench = Bench()
    page = journal_page(bench, _of(bench, 75))
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert len(page.findChildren(RecordBlock)) == 30
    assert "1–30 of 75, the newest first" in _texts(page)
    hands.push("older")
    hands.push("older")
    shown = _texts(page)
    assert "Anteckning 0." in shown
    assert "Anteckning 74." not in shown
    assert "61–75 of 75, the newest first" in shown


def test_a_word_is_sought_and_its_note_comes_into_sight_and_into_focus(qtbot) -> None:
    bench = Bench()
    page = journal_page(bench, _of(bench, 75))
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.write("search", "Anteckning 7.")
    hands.press(Qt.Key.Key_Return)
    assert "1 place" in _texts(page)
    hands.push("row-0")
    assert "Anteckning 7." in _texts(page)
    assert hands.here.isVisible()
    page.empty()
    assert page.search.field.text() == ""
    assert not page.findChildren(QWidget, "row-0")[0].isVisible()


def test_what_was_found_elsewhere_in_the_akt_leads_there(qtbot) -> None:
    bench = Bench()
    case = _of(bench, 1)
    bench.akt(case).enter(Draft(Incident("2026-11-01", "physical", 3, "Han slog sönder dörren.")))
    page = journal_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.write("search", "dörren")
    hands.press(Qt.Key.Key_Return)
    hands.push("row-0")
    assert bench.went == [Place("incidents", case)]


def _median_key(field: QWidget) -> float:
    """Seconds from a key to the screen, in the middle of twenty."""
    took = []
    for _key in range(20):
        began = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_X)
        QApplication.processEvents()
        took.append(time.perf_counter() - began)
    return sorted(took)[len(took) // 2]


def test_a_note_of_100_000_characters_is_written_without_a_slow_key_and_read_folded(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = journal_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    field = hands.tab_to("field-text")
    empty = _median_key(field)
    field.setPlainText("\n".join(["Hon berättade om hösten och om huset. " * 20] * 140))
    page.flush()
    field.moveCursor(field.textCursor().MoveOperation.End)
    assert _median_key(field) < 10 * empty + 0.016
    hands.enter_in_journal()
    (note,) = bench.akt(case).all(Note)
    assert len(note.value.text) > 100_000
    assert max(len(said) for said in _texts(page)) < 4000
    hands.push(f"read-{note.record}")
    assert page.findChild(QWidget, f"whole-{note.record}").toPlainText() == note.value.text
