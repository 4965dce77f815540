# SPDX-License-Identifier: EUPL-1.2
"""A new assessment with last time beside it: nothing is an answer until it is confirmed here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.shots.of_beside import coded
from tests.support.asking import DA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Coding, Judgement, Result
from workbench.instruments.answers import ItemAnswer, ItemCoding
from workbench.services.assess import assessing, locking, rating, sheets
from workbench.services.assess.earlier import NOTHING, earlier_of
from workbench.services.records.akt import Draft
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


def asked(qtbot, made, record) -> AssessPage:
    speak("sv")
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(1166, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def test_spj_10_last_time_stands_beside_and_each_code_waits_to_be_confirmed_by_itself(qtbot):
    made = Assessed()
    first = coded(made, "JDN-", "Läkarintyg finns.")
    again = rating.begin_again(made.akt, made.desk, first)
    page = asked(qtbot, made, again)
    part = page.questions.earlier
    assert part.isVisible()
    assert "Läkarintyg finns." in said(part)
    assert "Ej granskad" in part._told.text()
    assert sheets.sheet(made.akt, made.desk, again).given == {}
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_F4)
    assert _codes(made, again) == {("f01", "current"): "J"}
    assert not part._told.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    assert "Ej granskad" in part._told.text()
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_N)
    assert _codes(made, again) == {("f01", "current"): "J", ("f01", "past"): "N"}
    assert made.akt.all(Judgement) == ()
    page._presenter.enter()
    with pytest.raises(locking.StillOpenError):
        locking.lock(made.akt, made.desk, again)


def said(part) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def _codes(made, record):
    given = sheets.sheet(made.akt, made.desk, record).given
    return {
        (item, column): code.text
        for item, coding in given.items()
        if isinstance(coding, ItemCoding)
        for column, code in coding.codes.items()
    }


def test_f_05_what_is_confirmed_is_kept_as_if_it_had_been_typed(qtbot):
    made = Assessed()
    made.confirm()
    first = made.begin(DA)
    made.answer_da(first, leaving=("q02",))
    made.enter(first)
    runs = []
    for way in ("confirmed", "typed"):
        record = rating.begin_again(made.akt, made.desk, first)
        page = asked(qtbot, made, record)
        if way == "typed":
            made.answer_da(record, leaving=("q02",))
        for _slot in range(40) if way == "confirmed" else ():
            page._presenter.still_so()
            page._presenter.next()
        made.enter(record)
        runs.append(sheets.entered_sheet(made.akt, made.desk, record).given)
    assert runs[0] == runs[1]
    assert "q02" not in runs[0]


def test_f_07_nothing_of_the_earlier_run_is_scored_before_it_is_confirmed():
    made = Assessed()
    made.confirm()
    made.say_own()
    first = made.begin(DA)
    made.answer_da(first)
    made.enter(first)
    before = made.akt.all(Result)
    again = rating.begin_again(made.akt, made.desk, first)
    made.say_own()
    made.enter(again)
    fresh = [each.value for each in made.akt.all(Result) if each not in before]
    assert {(each.assessment, each.value, each.band) for each in fresh} <= {(again, None, "")}
    assert sheets.entered_sheet(made.akt, made.desk, again).given == {}


def test_f_13_a_code_that_is_no_longer_known_is_shown_and_cannot_be_taken_over(qtbot):
    made = Assessed()
    first = coded(made, "J", "")
    made.akt.enter(Draft(Coding(first, "f01", "current", "Ö"), _record(made, first)))
    again = rating.begin_again(made.akt, made.desk, first)
    page = asked(qtbot, made, again)
    assert "Ö" in said(page.questions.earlier)
    assert not page.questions.earlier.button.isEnabled()
    page._presenter.still_so()
    assert _codes(made, again) == {}
    assert sheets.sheet(made.akt, made.desk, first).given["f01"].codes["current"].text == "Ö"


def _record(made, assessment):
    of = [c for c in made.akt.all(Coding) if c.value.assessment == assessment]
    return next(c.record for c in of if (c.value.item, c.value.column) == ("f01", "current"))


def test_what_stands_alone_has_nothing_beside_it_and_neither_has_a_blind_second(qtbot):
    made = Assessed()
    first = coded(made, "J", "")
    assert earlier_of(made.akt, made.desk, first) == NOTHING
    page = asked(qtbot, made, first)
    assert not page.questions.earlier.isVisible()


def test_a_state_of_last_time_is_told_and_never_confirmed_for_the_person():
    made = Assessed()
    first = made.begin(DA)
    assessing.record_state(made.akt, first, "q01", "declined")
    made.enter(first)
    again = rating.begin_again(made.akt, made.desk, first)
    (then,) = earlier_of(made.akt, made.desk, again).places["q01", ""]
    assert (then.said.code, then.may_stand) == ("declined", False)
    assert sheets.entered_sheet(made.akt, made.desk, first).given["q01"] == ItemAnswer("declined")
