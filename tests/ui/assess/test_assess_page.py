# SPDX-License-Identifier: EUPL-1.2
"""The page of an assessment, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.asking import DA, SARA, YES, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Answer, Coding
from workbench.instruments.answers import ItemAnswer
from workbench.services.assess.sheets import sheet
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.kit.choices import ChoiceButton
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def laid_open(qtbot, instrument: str, *answers, size=(1166, 700)):
    made = Assessed()
    record = made.begin(instrument)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(*answers), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made, record, page


def press(qtbot, key, times: int = 1) -> None:
    for _time in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def type_text(qtbot, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def words_on(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_whole_danger_assessment_by_keys_alone(qtbot) -> None:
    made, _record, page = laid_open(qtbot, DA)
    items = made.definition(DA).items
    for item in items:
        assert page.questions.text.text().startswith(f"{item.number}.")
        press(qtbot, KEY.Key_J if item.id in YES else KEY.Key_N)
        assert page.questions.text.text().startswith(f"{item.number}.")  # a key never moves on
        press(qtbot, KEY.Key_Return)
    assert QApplication.focusWidget() is page.enter_button
    press(qtbot, KEY.Key_Return)
    assert made.akt.all(Answer) == ()  # nothing is entered by one Enter too many
    press(qtbot, KEY.Key_Space)
    assert len(made.akt.all(Answer)) == len(items)
    given = {each.value.item: each.value.choice for each in made.akt.all(Answer)}
    assert given == {item.id: "yes" if item.id in YES else "no" for item in items}
    assert made.bench.went[-1].page == "result"


def test_the_function_keys_say_which_kind_of_no_answer(qtbot) -> None:
    made, record, _page = laid_open(qtbot, DA)
    for key in (KEY.Key_F6, KEY.Key_F7, KEY.Key_F8, KEY.Key_F9):
        press(qtbot, key)
        press(qtbot, KEY.Key_Down)
    given = sheet(made.akt, made.desk, record).given
    assert given["q01"] == ItemAnswer("dont-know")
    assert given["q02"] == ItemAnswer("declined")
    assert "q03" not in given  # not applicable is not offered here
    assert given["q03a"] == ItemAnswer("postponed")


def test_up_goes_back_and_delete_takes_the_answer_back(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    press(qtbot, KEY.Key_J)
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Up)
    assert page.questions.text.text().startswith("1.")
    press(qtbot, KEY.Key_Delete)
    assert sheet(made.akt, made.desk, record).given["q01"] == ItemAnswer("unanswered")
    assert not any(b.isChecked() for b in page.findChildren(ChoiceButton))


def test_single_keys_can_be_switched_off(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    page.questions.single_keys.setChecked(False)
    press(qtbot, KEY.Key_J)
    assert sheet(made.akt, made.desk, record).given == {}
    press(qtbot, KEY.Key_F6)
    assert sheet(made.akt, made.desk, record).given["q01"] == ItemAnswer("dont-know")


def test_letters_typed_in_a_note_pick_nothing(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    page.questions.note.setFocus()
    type_text(qtbot, "jnJN")
    page.flush()
    stored = sheet(made.akt, made.desk, record)
    assert stored.notes == {"q01": "jnJN"}
    assert stored.given == {"q01": ItemAnswer("unanswered")}


def test_half_typed_text_belongs_to_its_own_question(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    page.questions.source.setFocus()
    type_text(qtbot, "polisen")
    press(qtbot, KEY.Key_Down)
    assert page.questions.text.text().startswith("2.")
    assert page.questions.source.text() == ""
    assert sheet(made.akt, made.desk, record).sources == {"q01": "polisen"}


def test_flush_at_lock_keeps_what_is_half_typed(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    page.questions.note.setFocus()
    type_text(qtbot, "hon hann inte")
    page.flush()
    made.bench.reopen()
    assert sheet(made.akt, made.desk, record).notes == {"q01": "hon hann inte"}


def test_one_worksheet_typed_straight_down(qtbot) -> None:
    made, record, page = laid_open(qtbot, SARA)
    codes = "JDN-JDN-JDN-JDN"
    assert QApplication.focusWidget() is page.worksheet
    for letter in codes:
        type_text(qtbot, letter)
        press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Right)
    for letter in codes:
        type_text(qtbot, letter.lower())
        press(qtbot, KEY.Key_Up)
    stored = sheet(made.akt, made.desk, record)
    items = [item.id for item in made.definition(SARA).items]
    wanted = {"-": "--"}
    for number, item in enumerate(items):
        found = {column: code.text for column, code in stored.given[item].codes.items()}
        assert found == {
            "current": wanted.get(codes[number], codes[number]),
            "past": wanted.get(codes[14 - number], codes[14 - number]),
        }
    qtbot.keyClick(page.worksheet, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(made.akt.all(Coding)) == 30


def test_tab_walks_the_cells_and_leaves_the_worksheet(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, SARA)
    walked = 0
    while QApplication.focusWidget() is page.worksheet and walked < 200:
        press(qtbot, KEY.Key_Tab)
        walked += 1
    assert walked == 15 * 5 + 2  # and a line for an own factor in each of the two groups
    assert QApplication.focusWidget() is not page.worksheet


def test_in_a_low_window_the_worksheet_comes_to_the_top_and_is_cut_nowhere(qtbot) -> None:
    """As at 200 %: what lies around it is a scroll away, its own scroll bars are in sight."""
    _made, _record, page = laid_open(qtbot, SARA, size=(571, 330))
    sheet = page.worksheet
    qtbot.waitUntil(lambda: 0 <= sheet.mapTo(page, sheet.rect().topLeft()).y() < 30)
    assert sheet.geometry().bottom() < sheet.parentWidget().height()
    top = sheet.mapTo(page, sheet.rect().topLeft()).y()
    assert top + sheet.height() <= page._scroll.viewport().height()


def test_a_note_line_is_typed_in_its_cell_and_kept_at_lock(qtbot) -> None:
    made, record, page = laid_open(qtbot, SARA)
    press(qtbot, KEY.Key_Right, 2)
    type_text(qtbot, "<b>slag</b> & hot")
    page.flush()
    assert sheet(made.akt, made.desk, record).notes == {"f01": "<b>slag</b> & hot"}
    press(qtbot, KEY.Key_Return)
    shown = page.worksheet.sheet.index(1, 3).data()
    assert shown == "<b>slag</b> & hot"


def test_delete_takes_a_code_back_to_not_yet_coded(qtbot) -> None:
    made, record, page = laid_open(qtbot, SARA)
    type_text(qtbot, "J")
    press(qtbot, KEY.Key_Delete)
    assert sheet(made.akt, made.desk, record).given.get("f01") is None
    said = page.worksheet.sheet.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ännu ej bedömd"


def test_a_screen_reader_hears_the_code_and_what_it_means(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, SARA)
    type_text(qtbot, "D")
    said = page.worksheet.sheet.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("D ")
    assert "delvis" in said


def test_both_views_show_the_same_record(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, SARA)
    type_text(qtbot, "N")
    page.switch.click()
    assert page.questions.isVisible()
    press(qtbot, KEY.Key_J)
    page.switch.click()
    assert page.worksheet.sheet.index(1, 1).data() == "J"


def test_everything_that_takes_focus_has_a_name(qtbot) -> None:
    for instrument in (DA, SARA):
        _made, _record, page = laid_open(qtbot, instrument)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), widget.objectName()


def test_every_question_shows_its_state_in_words(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, DA)
    press(qtbot, KEY.Key_F7)
    said = page.questions.outline.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1. Våldet har ökat senaste året: Vill inte svara"


def test_f28_no_number_or_level_stands_on_the_page_of_questions(qtbot) -> None:
    made, record, page = laid_open(qtbot, DA)
    made.confirm()
    made.answer_da(record)
    page.refresh()
    words = words_on(page)
    for band in ("Variabel", "Ökad", "Allvarlig", "Extrem", "poäng"):
        assert band not in words


def test_markup_in_a_note_is_shown_as_it_was_typed(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, DA)
    page.questions.note.setFocus()
    type_text(qtbot, "<script>x</script>")
    page.flush()
    press(qtbot, KEY.Key_Tab)
    assert page.questions.note.text() == "<script>x</script>"


def test_at_200_percent_the_question_is_in_sight_and_everything_is_reachable(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, DA, size=(579, 327))
    press(qtbot, KEY.Key_Down)
    choice = page.findChildren(ChoiceButton)[0]
    where = choice.mapTo(page, choice.rect().bottomLeft())
    assert 0 < where.y() < page.height()
    assert page._scroll.horizontalScrollBar().maximum() == 0
