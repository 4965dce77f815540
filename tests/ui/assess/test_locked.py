# SPDX-License-Identifier: EUPL-1.2
"""A locked assessment is read: calmly, by keys, and nothing in it can be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from tests.support.asking import DA, Assessed
from tests.support.desk import Answers
from tests.support.honour_case import HonourCase
from tests.ui.walk import nameless
from workbench.domain.worksheets import Material
from workbench.services.assess import locking, rating, sheets
from workbench.services.records import working
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.places import Place
from workbench.ui.result.shapes import result_vm
from workbench.ui.worksheet_frame.page import FramePage
from workbench.ui.worksheet_frame.presenter import FramePresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def shown(qtbot, made: Assessed, record, page_of=AssessPage, presenter=AssessPresenter):
    page = page_of(lambda view: presenter(view, made.open, Answers(), made.bench.go, record))
    qtbot.addWidget(page)
    page.resize(1166, 700)
    page.show()
    page.activateWindow()
    return page


def press(qtbot, *keys) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def is_calm(page) -> bool:
    return page.locked.isVisible() and page.locked.property("tone") == "calm"


def test_no_key_of_the_sheet_changes_anything_and_no_error_is_shown(qtbot):
    case = HonourCase()
    case.lock()
    before = sheets.sheet(case.akt, case.desk, case.record)
    page = shown(qtbot, case, case.record)
    qtbot.waitUntil(page.worksheet.hasFocus)
    assert is_calm(page)
    assert page.locked.title.text().startswith("Låst 2026-11-22")
    keys = (KEY.Key_N, KEY.Key_Delete, KEY.Key_F4, KEY.Key_Insert, KEY.Key_F2, KEY.Key_Return)
    press(qtbot, *keys)
    assert page.worksheet.currentIndex().row() == 2  # Enter walked on, and that is all
    press(qtbot, KEY.Key_F3)
    assert page.margin.isVisible()
    assert not page.margin.keep.isVisible()
    assert page.margin.whys["provisional_because"].isReadOnly()
    page.flush()
    assert sheets.sheet(case.akt, case.desk, case.record) == before
    assert working.unentered(case.akt) == ()
    assert not page.banner.isVisible()
    assert not page.enter_button.isVisible()
    assert not page.discard_button.isVisible()
    assert nameless(page) == []


def test_question_by_question_it_is_walked_and_read_to_the_end(qtbot):
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record)
    made.enter(record)
    locking.lock(made.akt, made.desk, record)
    before = sheets.sheet(made.akt, made.desk, record)
    page = shown(qtbot, made, record)
    qtbot.waitUntil(page.questions._on.hasFocus)
    assert is_calm(page)
    press(qtbot, KEY.Key_N, KEY.Key_Delete)
    first = page.questions.text.text()
    press(qtbot, KEY.Key_Space)
    assert page.questions.text.text() != first
    assert page.questions.note.isReadOnly()
    assert page.questions.source.isReadOnly()
    assert sheets.sheet(made.akt, made.desk, record) == before
    assert not page.banner.isVisible()
    page.locked.acted.emit()
    page.locked.acted.emit()  # pressed twice is begun once
    (again,) = rating.ties_to(made.akt, record, "again")
    assert made.bench.went == [Place("assess", made.case, again.value.assessment)] * 2
    assert sheets.sheet(made.akt, made.desk, again.value.assessment).given == {}


def test_why_it_was_ended_incomplete_stands_over_the_questions_and_over_the_result(qtbot):
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record, leaving=("q19", "q20"))
    made.enter(record)
    locking.lock(made.akt, made.desk, record, "Hon måste gå")
    page = shown(qtbot, made, record)
    assert "Avslutad ofullständig: Hon måste gå" in page.locked.detail.text()
    assert "Avslutad ofullständig: Hon måste gå" in result_vm(made.akt, made.desk, record).caption


def test_the_frame_of_a_locked_sheet_shows_what_was_said_and_asks_for_nothing(qtbot):
    case = HonourCase()
    case.lock()
    page = shown(qtbot, case, case.record, FramePage, FramePresenter)
    assert is_calm(page)
    words = "\n".join(label.text() for label in page.findChildren(type(page.locked.title)))
    for told in ("Kan hon bo hemma över jul?", "Skolans anteckningar", "Sedan passet togs"):
        assert told in words
    fields = [w for of in (QLineEdit, QPlainTextEdit, QComboBox) for w in page.findChildren(of)]
    assert not [field for field in fields if field.isVisible()]
    assert nameless(page) == []


def test_what_is_entered_just_after_the_lock_is_refused_and_stays_typed(qtbot):
    case = HonourCase()
    page = shown(qtbot, case, case.record, FramePage, FramePresenter)
    page.source.typed.emit("what", "Ett brev till")
    page.source.typed.emit("kind", "document")
    case.lock()
    before = len(case.akt.all(Material))
    page.source.enter_pressed.emit()
    assert page.banner.isVisible()
    assert "låst" in page.banner.title.text()
    assert len(case.akt.all(Material)) == before
    assert [each.kind for each in working.unentered(case.akt)] == ["material"]
