# SPDX-License-Identifier: EUPL-1.2
"""The overall judgement, written, entered and signed by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.asking import SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Judgement, Level, SignOff
from workbench.services.records import working
from workbench.ui.judgement.page import JudgementPage
from workbench.ui.judgement.presenter import JudgementPresenter
from workbench.ui.kit.choices import ChoiceButton
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def laid_open(qtbot, size=(1166, 700), jobs=None):
    made = Assessed()
    made.bench.jobs = jobs or made.bench.jobs
    record = made.begin(SARA)
    made.code_sara(record)
    made.enter(record)
    page = JudgementPage(
        lambda view: JudgementPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made, record, page


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_text(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def test_written_entered_and_signed_by_keys_alone(qtbot) -> None:
    made, record, page = laid_open(qtbot)
    assert QApplication.focusWidget() is page.judgement.form.field("risk_for_what")
    for text in ("dodligt vald", "Karin", "strypforsok"):
        type_text(qtbot, text)
        press(qtbot, KEY.Key_Tab)
    for _level in range(3):
        for _step in range(2):
            press(qtbot, KEY.Key_Right)
        press(qtbot, KEY.Key_Space)
        press(qtbot, KEY.Key_Tab)
        type_text(qtbot, "av flera skal")
        press(qtbot, KEY.Key_Tab)
    for text in ("flytt", "han ar inte hord", "2026-12-15"):
        type_text(qtbot, text)
        press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    judged = made.akt.all(Judgement)[0].value
    assert judged.assessments == (record,)
    assert judged.risk_for_what == "dodligt vald"
    assert judged.reassess_on == "2026-12-15"
    assert set(judged.levels) == {
        Level("current-risk", "high", if_no_measures=True, because="av flera skal"),
        Level("future-risk", "high", if_no_measures=True, because="av flera skal"),
        Level("future-severity", "high", if_no_measures=True, because="av flera skal"),
    }
    assert page.doubts.text().startswith("Hanteringsplan behövs på alla nivåer")
    page.signing.form.focus("skipped")
    type_text(qtbot, "ensam i natt")
    press(qtbot, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.akt.all(SignOff)[0].value.review_skipped_because == "ensam i natt"
    assert "Signerad av Alex Nattpass" in page.stage.title.text()


def test_the_first_field_has_the_focus_when_the_vault_takes_its_time(qtbot) -> None:
    jobs = QtJobs()
    _made, _record, page = laid_open(qtbot, jobs=jobs)
    qtbot.waitUntil(lambda: _has_focus(page, "risk_for_what"))
    jobs.stop()


def _has_focus(page, name: str) -> bool:
    field = page.findChild(QWidget, f"field-{name}")
    return field is not None and field.hasFocus()


def test_no_level_is_chosen_beforehand(qtbot) -> None:
    _made, _record, page = laid_open(qtbot)
    assert not any(button.isChecked() for button in page.findChildren(ChoiceButton))


def test_what_is_left_to_write_is_in_sight_when_it_is_entered(qtbot) -> None:
    _made, _record, page = laid_open(qtbot)
    type_text(qtbot, "dodligt vald")
    press(qtbot, KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.stage.visibleRegion().boundingRect() == page.stage.rect())
    field = page.judgement.form.field("risk_for_what")
    assert QApplication.focusWidget() is field
    assert field.visibleRegion().boundingRect().height() > 0


def test_flush_at_lock_keeps_what_is_half_typed(qtbot) -> None:
    made, _record, page = laid_open(qtbot)
    type_text(qtbot, "<i>halva")
    page.flush()
    made.bench.reopen()
    kept = working.unentered(made.akt)[0]
    assert working.fields_of(made.akt, kept.kind, kept.record)["risk_for_what"] == "<i>halva"


def test_everything_that_takes_focus_has_a_name(qtbot) -> None:
    _made, _record, page = laid_open(qtbot)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget.objectName()


def test_at_200_percent_nothing_is_cut_to_the_side(qtbot) -> None:
    _made, _record, page = laid_open(qtbot, size=(579, 327))
    assert page._scroll.horizontalScrollBar().maximum() == 0
