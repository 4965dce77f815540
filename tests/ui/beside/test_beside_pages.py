# SPDX-License-Identifier: EUPL-1.2
"""Comparison, second rater and review by keys alone; what is shown is never a number of likeness."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.shots.of_beside import BERIT, coded, judged, two_runs
from tests.support.asking import Assessed
from tests.support.desk import Answers
from tests.support.document_pages import put
from tests.support.honour_case import HonourCase
from workbench.domain.assessments import Conclusion, Judgement
from workbench.domain.beside import Beside
from workbench.domain.reviews import Review
from workbench.services.assess import assessing, judging, locks, rating, reviewing
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.alongside.page import AlongsidePage
from workbench.ui.alongside.presenter import AlongsidePresenter
from workbench.ui.places import Place
from workbench.ui.review.page import ReviewPage
from workbench.ui.review.presenter import ReviewPresenter
from workbench.ui.review.standing import review_vm
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def shown(qtbot, page: QWidget) -> QWidget:
    qtbot.addWidget(page)
    page.resize(1166, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def alongside(qtbot, made, record, *answers):
    asks = Answers(*answers)
    return shown(
        qtbot,
        AlongsidePage(
            lambda view: AlongsidePresenter(view, made.open, asks, made.bench.go, record)
        ),
    )


def review(qtbot, made, record):
    return shown(
        qtbot,
        ReviewPage(lambda v: ReviewPresenter(v, made.open, Answers(), made.bench.go, record)),
    )


def press(qtbot, name: str) -> None:
    """Tab to what is called so, and press it."""
    for _step in range(60):
        at = QApplication.focusWidget()
        if at.objectName() == name:
            qtbot.keyClick(at, KEY.Key_Space)
            return
        qtbot.keyClick(at, KEY.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def texts(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_two_runs_are_walked_line_by_line_with_the_reasons_of_both(qtbot):
    made, _first, again = two_runs()
    page = alongside(qtbot, made, again)
    table = page.comparison.table
    assert [table.row(0).left, table.row(0).right, table.row(0).said] == ["J", "J", "Lika"]
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert "läkarintyg" in texts(page.comparison)
    everything = table.rows.rowCount()
    page.comparison.only.setFocus()
    qtbot.keyClick(page.comparison.only, KEY.Key_Space)
    assert 0 < table.rows.rowCount() < everything
    assert {table.row(at).said for at in range(table.rows.rowCount())} == {"Olika"}
    assert not re.search(r"\d+ ?(%|av \d|lika|olika)|kappa", texts(page), re.IGNORECASE)


def test_what_is_not_coded_yet_is_no_difference(qtbot):
    made, _first, again = two_runs()
    made.bench.clock.step(days=1)
    newest = rating.begin_again(made.akt, made.desk, again)
    assessing.record_coding(made.akt, newest, "f01", "current", "N")
    made.enter(newest)
    page = alongside(qtbot, made, newest)
    table = page.comparison.table
    said = [table.row(at).said for at in range(table.rows.rowCount())]
    assert set(said) == {"Olika", "Inte bedömd i båda"}
    page.comparison.only.setChecked(True)
    assert [table.row(at).where[:2] for at in range(table.rows.rowCount())] == ["1."]


def test_a_run_is_chosen_from_the_list_and_made_again(qtbot):
    made, first, _again = two_runs()
    page = alongside(qtbot, made, None)
    press(qtbot, f"row-{first}")
    press(qtbot, "act-again")
    place = made.bench.went[-1]
    assert place.page == "assess"
    assert rating.tie_of(made.akt, place.record).value.to == (first,)
    assert page.isVisible()


def test_locking_asks_and_what_is_open_needs_a_reason(qtbot):
    made, _first, again = two_runs()
    made.bench.clock.step(days=1)
    newest = rating.begin_again(made.akt, made.desk, again)
    alongside(qtbot, made, newest, *(True, "Hon avbröt"))
    press(qtbot, "act-lock")
    assert locks.lock_of(made.akt, newest).value.incomplete_because == "Hon avbröt"


def test_who_has_not_written_in_it_begins_the_second_rating_by_keys(qtbot):
    made = Assessed()
    first = coded(made, "JDN-", "Slag mot huvudet.")
    made.bench.vault._signer = BERIT  # somebody else sits there now
    made.bench.reopen()
    page = alongside(qtbot, made, first)
    press(qtbot, "had-read")
    press(qtbot, "begin-second")
    tie = rating.tie_of(made.akt, made.bench.went[-1].record).value
    assert (tie.to, tie.rater, tie.had_read) == ((first,), BERIT.user, True)
    page.refresh()
    assert "Slag" not in texts(page)
    page._presenter.open()
    assert made.bench.went[-1] == Place("result", made.case, first)


def test_the_author_asks_and_what_is_typed_is_kept(qtbot):
    made, record = judged()
    page = review(qtbot, made, record)
    assert page.answer.heading.text() == "Be om granskning"
    press(qtbot, page.answer._choices.first().objectName())
    page.answer.words.setFocus()
    qtbot.keyClicks(page.answer.words, "Niva?")
    page.flush()
    kept = working.fields_of(made.akt, "review", record)
    assert kept == {"remarks": "Niva?"}
    press(qtbot, "ask-review")
    asked = reviewing.review_of(made.akt, record).value
    assert (asked.state, asked.reviewer, asked.question) == ("requested", BERIT.user, "Niva?")
    assert working.fields_of(made.akt, "review", record) == {}
    assert page.answer.heading.text() == "Granskning"  # it is asked: nothing is asked for now


@pytest.mark.parametrize(("button", "state"), [("approve", "approved"), ("send-back", "returned")])
def test_the_reviewer_reads_the_whole_and_answers(qtbot, button, state):
    made, record = judged()
    made.akt.enter(Draft(Review(record, (), BERIT.user, "requested", made.akt.user, "Nivån?")))
    for title in ("Brev", "Polisanmälan"):
        put(made.bench, made.case, b"Hej", title)
    made.bench.vault._signer = BERIT  # nobody approves what they wrote
    page = review(qtbot, made, record)
    chooser = page.answer.documents.list
    chooser.setCurrentIndex(chooser.findText("Handling 2: Polisanmälan"))
    chooser.activated.emit(chooser.currentIndex())
    assert working.fields_of(made.akt, "review", record) == {"documents": "document:2"}
    assert "Strypförsök" in texts(page)
    assert "polisanmälan" in texts(page)
    if button == "send-back":
        press(qtbot, button)
        assert reviewing.review_of(made.akt, record).value.state == "requested"
        assert "Skriv vad som ska ses över." in texts(page)
        qtbot.keyClicks(QApplication.focusWidget(), "Kalla saknas")
    press(qtbot, button)
    answered = reviewing.review_of(made.akt, record).value
    assert (answered.state, answered.documents_read) == (state, ("document:2",))
    told = review_vm(made.akt, made.desk, record).history[0]
    assert told.endswith("Lästa handlingar: handling 2")


def test_the_reviewer_reads_why_a_level_was_chosen_and_what_else_is_concluded():
    case = HonourCase()
    akt, record = case.akt, case.judged()
    more = (Conclusion("skyddsbehov", "Skyddat boende."),)
    now = replace(akt.find(Judgement, record).value, conclusions=more)
    judging.enter_judgement(akt, now, record)
    lines = dict(review_vm(akt, case.desk, record).lines)
    assert lines["Akut risk för hedersrelaterat våld: varför"] == "Resan är bokad till jul."
    assert lines["Vilka utsatta som behöver skydd, och i vilken form"] == "Skyddat boende."


def test_a_colleague_is_asked_by_keys_and_the_request_can_be_taken_back(qtbot):
    made, _record = judged()
    first = assessing.assessments(made.akt)[0].record
    page = alongside(qtbot, made, first)
    press(qtbot, page._ask._choices.first().objectName())
    press(qtbot, "ask-second")
    tie = made.akt.all(Beside)[0].value
    assert (tie.to, tie.rater, tie.why) == ((first,), BERIT.user, "second")
    qtbot.waitUntil(lambda: "begärd och inte påbörjad" in texts(page))
    press(qtbot, "act-take-back")
    assert made.akt.all(Beside) == ()
