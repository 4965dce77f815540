# SPDX-License-Identifier: EUPL-1.2
"""Own appraisal, result, confirmation and reading off, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.support.asking import DA, FREDA, SARA, Assessed
from tests.support.desk import Answers
from tests.ui.walk import nameless
from workbench.domain.assessments import Assessment, OwnAppraisal, PaperReading
from workbench.services.assess import assessing
from workbench.services.assess.results import confirmations_of
from workbench.ui.choose_instrument.page import ChooseInstrumentPage
from workbench.ui.choose_instrument.presenter import ChoosePresenter
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import ConfirmPresenter
from workbench.ui.own_appraisal.page import OwnAppraisalPage
from workbench.ui.own_appraisal.presenter import OwnAppraisalPresenter
from workbench.ui.read_off.page import ReadOffPage
from workbench.ui.read_off.presenter import ReadOffPresenter
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def laid(qtbot, page, size=(1166, 700)):
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def entered(instrument: str = DA):
    made = Assessed()
    record = made.begin(instrument)
    if instrument == DA:
        made.answer_da(record)
    elif instrument == SARA:
        made.code_sara(record)
    made.enter(record)
    return made, record


def result_page(qtbot, made, record, **more):
    return laid(
        qtbot,
        ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record)),
        **more,
    )


def all_words(page) -> str:
    """Every text of every widget, seen or not: labels, buttons, names and descriptions."""
    texts = []
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QLabel | QPushButton):
            texts.append(widget.text())
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return "\n".join(texts)


def press(qtbot, key, times: int = 1, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    for _time in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_text(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


@pytest.mark.parametrize("gate", ["own appraisal", "confirmation"])
def test_f28_no_widget_holds_anything_of_the_score_before_it_may_be_seen(qtbot, gate) -> None:
    made, record = entered()
    if gate == "own appraisal":
        made.confirm()
    else:
        made.say_own()
    words = all_words(result_page(qtbot, made, record))
    for told in ("12 po", "Ökad", "da-weighted-20", "Lägst", "Variabel", "Extrem"):
        assert told not in words


def test_the_score_is_taken_away_again_when_the_page_shows_another_state(qtbot) -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    page = result_page(qtbot, made, record)
    assert "12 poäng" in all_words(page)
    made.answer(record, {"q06": "no"})
    assessing.record_state(made.akt, record, "q06", "declined")
    page.refresh()
    qtbot.wait(1)
    words = all_words(page)
    assert "12 poäng" not in words
    assert "Nivå: Ökad" not in words
    assert "Lägsta möjliga 9\nHögsta möjliga 12" in words


def test_no_colour_beside_a_level(qtbot) -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    page = result_page(qtbot, made, record)
    for name in ("figure", "level"):
        label = page.findChild(QLabel, name)
        assert label.property("tone") is None
        assert label.property("kind") in ("figure", "heading")


def test_what_somebody_wrote_is_never_read_as_markup(qtbot) -> None:
    made, record = entered()
    made.say_own("<b>rädd</b>", "<i>stor</i>")
    page = result_page(qtbot, made, record)
    label = next(each for each in page.findChildren(QLabel) if "rädd" in each.text())
    assert label.text() == "<b>rädd</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_from_the_result_to_the_judgement_by_keys(qtbot) -> None:
    made, record = entered(SARA)
    page = result_page(qtbot, made, record)
    seen = set()
    page.findChild(QPushButton, "back").setFocus()
    while QApplication.focusWidget() is not page.judge_button:
        assert QApplication.focusWidget() not in seen
        seen.add(QApplication.focusWidget())
        press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Space)
    assert made.bench.went[-1].page == "judgement"


def test_the_own_appraisal_by_keys_alone(qtbot) -> None:
    made, record = entered()
    page = laid(
        qtbot,
        OwnAppraisalPage(
            lambda view: OwnAppraisalPresenter(view, made.open, Answers(), made.bench.go, record)
        ),
    )
    qtbot.waitUntil(lambda: page.appraisal.form.field("words").hasFocus())
    type_text(qtbot, "han kommer tillbaka")
    press(qtbot, KEY.Key_Tab)
    type_text(qtbot, "mycket stor")
    press(qtbot, KEY.Key_Return, modifier=CONTROL)
    own = made.akt.all(OwnAppraisal)[0].value
    assert (own.words, own.estimate) == ("han kommer tillbaka", "mycket stor")
    assert made.bench.went[-1].page == "result"


def test_points_are_read_off_by_keys_alone(qtbot) -> None:
    made = Assessed()
    made.say_own()
    record = made.begin(FREDA, hand="read-off")
    page = laid(
        qtbot,
        ReadOffPage(
            lambda view: ReadOffPresenter(view, made.open, Answers(), made.bench.go, record)
        ),
    )
    page.reading.form.focus()
    for text in ("14", "Hog", "okt 2014", "2026-11-21"):
        type_text(qtbot, text)
        press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Return, modifier=CONTROL)
    expected = PaperReading(record, "14", "Hog", "okt 2014", "2026-11-21")
    assert assessing.reading_of(made.akt, record).value == expected


def test_a_rule_is_confirmed_row_by_row_with_space_and_down(qtbot) -> None:
    made, record = entered()
    page = laid(
        qtbot,
        ConfirmRulePage(
            lambda view: ConfirmPresenter(view, made.open, Answers(), made.bench.go, record)
        ),
    )
    page.table.setFocus()
    for _row in range(page.table.rows.rowCount()):
        press(qtbot, KEY.Key_Space)
        press(qtbot, KEY.Key_Down)
    assert all(tick == "yes" for tick in page.table.rows.ticks.values())
    for field, text in (("owner", "Maj Metod"), ("function", "Chef"), ("form_edition", "2004")):
        page.confirmation.form.focus(field)
        type_text(qtbot, text)
    press(qtbot, KEY.Key_Return, modifier=CONTROL)
    assert len(confirmations_of(made.desk, made.definition(DA))) == 1
    assert made.bench.went[-1].page == "result"


def test_an_assessment_is_begun_by_keys(qtbot) -> None:
    made = Assessed()
    page = laid(
        qtbot,
        ChooseInstrumentPage(
            lambda view: ChoosePresenter(view, made.open, Answers(), made.bench.go)
        ),
    )
    page.sought.field.setFocus()
    type_text(qtbot, "danger fragor")
    assert page.sought.none.isVisible()
    page.sought.field.clear()
    type_text(qtbot, "viktad danger")
    press(qtbot, KEY.Key_Return)
    button = page.window().focusWidget()
    assert button.objectName() == "ask-danger-assessment@weighted-20"
    press(qtbot, KEY.Key_Space)
    assert page.context.isVisible()
    assert not button.isVisible()  # what was chosen is said once, over its form
    type_text(qtbot, "ny bedomning")
    press(qtbot, KEY.Key_Return, modifier=CONTROL)
    assert made.bench.went[-1].page == "assess"
    assert assessing.assessments(made.akt)[0].value.purpose == "ny bedomning"


def test_everything_that_takes_focus_has_a_name(qtbot) -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    go = made.bench.go
    pages = [
        result_page(qtbot, made, record),
        laid(
            qtbot,
            OwnAppraisalPage(lambda v: OwnAppraisalPresenter(v, made.open, Answers(), go)),
        ),
        laid(
            qtbot,
            ConfirmRulePage(lambda v: ConfirmPresenter(v, made.open, Answers(), go, record)),
        ),
        laid(qtbot, ChooseInstrumentPage(lambda v: ChoosePresenter(v, made.open, Answers(), go))),
    ]
    for page in pages:
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), (page, widget.objectName())


def test_at_200_percent_nothing_is_cut_to_the_side(qtbot) -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    page = result_page(qtbot, made, record, size=(579, 327))
    assert page._scroll.horizontalScrollBar().maximum() == 0


def test_a_profile_is_chosen_by_keyboard_recorded_and_its_results_are_shown(qtbot):
    made = Assessed()
    record = made.begin("dash-ric-24")
    made.answer(record, {i.id: "yes" for i in made.definition("dash-ric-24").items[:24]})
    assessing.record_own_appraisal(made.akt, OwnAppraisal("rädd"))
    made.enter(record)
    page = result_page(qtbot, made, record)
    field = page._profile.field
    assert field.isVisible()
    assert not page._parts.isVisible()
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Down)
    assert made.akt.find(Assessment, record).value.profile == "marac-national"
    assert page._parts.isVisible()
    assert nameless(page) == []


def test_no_profile_is_offered_where_the_instrument_has_none(qtbot):
    made, record = entered(FREDA)
    page = result_page(qtbot, made, record)
    assert not page._profile.isVisible()
