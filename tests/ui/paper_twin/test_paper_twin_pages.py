# SPDX-License-Identifier: EUPL-1.2
"""The empty form and the filled-in one by keyboard: printed, asked about, keyed in, marked."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.asking import DA, YES, Assessed
from tests.support.desk import Answers
from tests.ui.walk import nameless
from workbench.app.outside import Disk, make_blank
from workbench.domain.disclosures import Printed
from workbench.domain.paper_twins import KeyedIn
from workbench.services.assess import form_marks, keyed_in
from workbench.services.assess.sheets import sheet
from workbench.ui.alongside.comparison import comparison_vm
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.blank_form.page import BlankFormPage
from workbench.ui.blank_form.presenter import in_case, in_library
from workbench.ui.case.overview import overview
from workbench.ui.choose_instrument.page import ChooseInstrumentPage
from workbench.ui.choose_instrument.presenter import ChoosePresenter
from workbench.ui.from_paper.page import FromPaperPage
from workbench.ui.from_paper.presenter import FromPaperPresenter
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.ui.result.shapes import result_vm
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
DASH, MAP = "dash-ric-24", "three-column-map"
KEY_OF_DA = f"{DA}@weighted-20"
OUTSIDE = SimpleNamespace(blank=make_blank, files=Disk())
HAND = "Anna Påhittsson"


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


@pytest.fixture
def made() -> Assessed:
    return Assessed()


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1300, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def asked(qtbot, made, record) -> FromPaperPage:
    return shown(
        qtbot,
        FromPaperPage(lambda v: FromPaperPresenter(v, made.open, Answers(), made.bench.go, record)),
    )


def laid_open(qtbot, made, record) -> AssessPage:
    make = lambda v: AssessPresenter(v, made.open, Answers(), made.bench.go, record)  # noqa: E731
    return shown(qtbot, AssessPage(make))


def fill_in(page: FromPaperPage, mark: str, day: str = "2026-11-20") -> None:
    """As a person does: typed, Tab, typed; Return begins."""
    page.form.focus()
    for text in (mark, day, "2140", HAND):
        QTest.keyClicks(QApplication.focusWidget(), text)
        if text != HAND:
            QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)


def test_a_questionnaire_is_keyed_in_straight_down_and_marked_everywhere(qtbot, made) -> None:
    record, definition = made.begin(DA), made.definition(DA)
    fill_in(asked(qtbot, made, record), form_marks.mark_of(definition).lower())
    assert made.bench.went[-1].page == "assess"
    page = laid_open(qtbot, made, record)
    assert page.worksheet.isVisibleTo(page)
    assert f"antecknat på papper 2026-11-20 21:40 av {HAND}" in page.header.caption.text()
    for item in definition.items:
        key = KEY.Key_F7 if item.id == "q05" else KEY.Key_J if item.id in YES else KEY.Key_N
        QTest.keyClick(page.worksheet, key)
        QTest.keyClick(page.worksheet, KEY.Key_Return)
    assert QApplication.focusWidget() is page.enter_button
    QTest.keyClick(page.worksheet, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored = sheet(made.akt, made.desk, record)
    assert stored.given["q05"].state == "declined"
    assert {item.id for item in definition.items if item.id in YES} == {
        item for item, each in stored.given.items() if each.code == "yes"
    }
    assert {item for item, _column in stored.keyed} == set(stored.given)
    made.say_own()
    made.confirm()
    told = result_vm(made.akt, made.desk, record)
    assert f"Antecknat på papper 2026-11-20 21:40 av {HAND}. Inskrivet 2026-11-" in told.caption
    assert told.instrument.trace
    assert all("antecknat på papper" in line.said for line in told.instrument.trace)
    akt = overview(made.akt, made.desk)
    assert any("antecknat på papper" in link.caption for link in akt.documents)
    second = made.begin(DA)
    made.answer_da(second)
    made.enter(second)
    places = comparison_vm(made.akt, made.desk, record, second).places
    assert all(any("Antecknat på papper" in line for line in p.why) for p in places)


def test_written_answers_are_typed_in_their_own_cell(qtbot, made) -> None:
    record, definition = made.begin(MAP), made.definition(MAP)
    page = laid_open(qtbot, made, record)
    page.switch.click()
    sheet_of = page.worksheet
    row = next(r for r, f in enumerate(sheet_of.sheet.vm.factors) if f.is_written)
    item = definition.by_id[sheet_of.sheet.factor(row).item]
    sheet_of.setCurrentIndex(sheet_of.sheet.index(row, 1))
    sheet_of.setFocus()
    for letter in "Hon sade det":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    qtbot.waitUntil(sheet_of.hasFocus)
    stored = sheet(made.akt, made.desk, record)
    assert stored.given[item.id].code == "Hon sade det"
    beneath = sheet_of.here()[0]
    assert beneath != item.id
    QTest.keyClick(sheet_of, KEY.Key_F9)
    assert sheet(made.akt, made.desk, record).given[beneath].state == "postponed"


def test_no_answer_moves_the_cursor_when_questions_come_and_go(qtbot, made) -> None:
    record = made.begin(DASH)
    page = laid_open(qtbot, made, record)
    page.switch.click()
    seen = []
    for _line in range(12):
        before = page.worksheet.here()
        QTest.keyClicks(page.worksheet, "1")
        seen.append((before, page.worksheet.here()))
        QTest.keyClick(page.worksheet, KEY.Key_Down)
    assert all(before == after for before, after in seen)


def test_paper_of_another_version_is_refused_with_its_code(qtbot, made) -> None:
    record = made.begin(DA)
    page = asked(qtbot, made, record)
    fill_in(page, form_marks.mark_of(made.definition(DASH)))
    assert "dash-ric-24 safelives-24" in page.banner.title.text()
    assert "PAPER-001" in page.banner.detail.text()
    assert not made.bench.went
    assert keyed_in.under_way(made.akt, record) is None
    page.begin_button.setFocus()
    QTest.keyClick(page.begin_button, KEY.Key_Space)
    assert page.focusWidget() is page.begin_button, "the keyboard stays on the page"
    assert nameless(page) == []


def test_paper_of_tomorrow_is_refused(qtbot, made) -> None:
    record = made.begin(DA)
    page = asked(qtbot, made, record)
    fill_in(page, form_marks.mark_of(made.definition(DA)), "2126-11-23")
    assert "PAPER-002" in page.banner.detail.text()


def test_what_lacks_on_a_paper_is_named_as_the_field_is_called(qtbot, made) -> None:
    record = made.begin(DA)
    page = asked(qtbot, made, record)
    fill_in(page, form_marks.mark_of(made.definition(DA)), "i tisdags")
    assert "PAPER-004" in page.banner.detail.text()
    assert "Datum på papperet" in page.banner.title.text()
    assert "written_on" not in page.banner.title.text()
    assert "Blankettens märke" not in page.banner.title.text()


def test_the_empty_form_is_saved_with_a_neutral_name_and_nothing_of_the_case(
    qtbot, made, tmp_path
) -> None:
    make = lambda v: in_case(v, made.open, Answers(tmp_path), made.bench.go, OUTSIDE)  # noqa: E731
    page = shown(qtbot, BlankFormPage(make))
    page.go(KEY_OF_DA)
    assert "20260142" not in page.preview.text.toPlainText()
    assert form_marks.mark_of(made.definition(DA)) in page.preview.text.toPlainText()
    QTest.keyClick(page.save_button, KEY.Key_Space)
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith("f-20261122")
    assert not made.desk.house.all(Printed)
    assert nameless(page) == []


def test_the_focus_stays_at_save_when_it_is_saved(qtbot, made, tmp_path) -> None:
    jobs = made.bench.jobs = QtJobs()
    make = lambda v: in_case(v, made.open, Answers(tmp_path), made.bench.go, OUTSIDE)  # noqa: E731
    page = shown(qtbot, BlankFormPage(make))
    page.activateWindow()
    page.go(KEY_OF_DA)
    qtbot.waitUntil(lambda: page.save_button.isEnabled() and page._presenter._made is not None)
    page.save_button.setFocus()
    QTest.keyClick(page.save_button, KEY.Key_Space)
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()) and page.save_button.isEnabled())
    assert QApplication.focusWidget() is page.save_button
    jobs.stop()


def test_a_form_with_the_cases_name_on_it_is_noted_before_it_is_written(
    qtbot, made, tmp_path
) -> None:
    make = lambda v: in_case(v, made.open, Answers(tmp_path), made.bench.go, OUTSIDE)  # noqa: E731
    page = shown(qtbot, BlankFormPage(make))
    page.go(KEY_OF_DA)
    page.choices.chosen.emit("person")
    assert "Karin Exempel" in page.preview.text.toPlainText()
    page.save_button.click()
    (noted,) = made.desk.house.all(Printed)
    assert (noted.value.case, noted.value.document) == (made.case, "blank-form")
    assert [path.suffix for path in Path(tmp_path).iterdir()] == [".pdf"]


def test_from_the_instruments_no_case_is_offered(qtbot, made) -> None:
    bench = made.bench
    make = lambda v: in_library(v, bench.jobs, bench.session, Answers(), bench.go, OUTSIDE)  # noqa: E731
    page = shown(qtbot, BlankFormPage(make))
    page.go(KEY_OF_DA)
    assert not page.choices.isVisibleTo(page)
    page.header.back.emit()
    assert (bench.went[-1].page, bench.went[-1].record) == ("instrument", KEY_OF_DA)


def test_where_an_instrument_is_chosen_both_papers_are_one_press_away(qtbot, made) -> None:
    make = lambda v: ChoosePresenter(v, made.open, Answers(), made.bench.go)  # noqa: E731
    page = shown(qtbot, ChooseInstrumentPage(make))
    page._presenter.lay_open(KEY_OF_DA)
    page.findChild(Button, f"blank-{KEY_OF_DA}").click()
    assert (made.bench.went[-1].page, made.bench.went[-1].record) == ("blank-form", KEY_OF_DA)
    page.findChild(Button, f"from-paper-{KEY_OF_DA}").click()
    page.context.enter_button.click()
    assert made.bench.went[-1].page == "from-paper"
    assert not made.akt.all(KeyedIn)
