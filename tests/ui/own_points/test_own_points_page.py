# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own points by keyboard: added, worded, made stricter, and never loosened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import protection_plan_page, safety_plan_page
from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from workbench.domain.errors import WorkbenchError
from workbench.domain.plans import LocalPoint, PlanItem
from workbench.services.loop import own_points
from workbench.services.loop.plan_library import read_library
from workbench.services.records.akt import Draft
from workbench.ui.own_points.page import OwnPointsPage
from workbench.ui.own_points.presenter import OwnPointsPresenter


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _open(qtbot, bench: Bench, answers: tuple[bool, ...] = ()) -> tuple[OwnPointsPage, Keyboard]:
    asks = Answers(*answers)
    page = OwnPointsPage(
        lambda view: OwnPointsPresenter(view, bench.jobs, bench.session, asks, bench.go, None)
    )
    qtbot.addWidget(page)
    return page, Keyboard(page)


def _word(page: OwnPointsPage, hands: Keyboard, point: str) -> None:
    """Search for it and press Enter on its row."""
    hands.tab_to("search-points")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("search-points", point)
    page.flush()
    points = [page.table.row(at).point for at in range(page.table.rows.rowCount())]
    page.table.setFocus()
    page.table.selectRow(points.index(point))
    hands.press(Qt.Key.Key_Return)
    assert hands.here.objectName() == ("field-section" if point[0] == "X" else "field-text")


def _mark(hands: Keyboard, mark: str) -> None:
    """A group of choices is one stop: its chosen one, or the first."""
    while not hands.here.objectName().startswith("choice-"):
        hands.press(Qt.Key.Key_Tab)
    hands.press({"U": Qt.Key.Key_U, "M": Qt.Key.Key_M, "P": Qt.Key.Key_P}[mark])


def _stands(bench: Bench) -> list[LocalPoint]:
    return [each.value for each in own_points.own_points(bench.session.desk)]


def _shown(page) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_an_own_point_is_added_numbered_and_offered_in_the_plans(qtbot, bench) -> None:
    page, hands = _open(qtbot, bench)
    assert nameless(page) == []
    hands.push("add-own-point")
    hands.tab_to("field-section")
    for _step in range(2):
        hands.press(Qt.Key.Key_Down)
    hands.write("field-text", "Jourens bil kan hämta")
    _mark(hands, "M")
    hands.enter_in_journal()
    assert _stands(bench) == [LocalPoint("X1", "B", "Jourens bil kan hämta", "M")]
    assert page.table.row(0).point == "X1"
    assert not page.point.isVisible()
    plan = safety_plan_page(bench, bench.begin())
    qtbot.addWidget(plan)
    again = Keyboard(plan)
    again.push("library")
    assert "Jourens bil kan hämta" in _shown(plan)
    again.push("take-X1")
    assert plan.point.form.field("text").text() == "Jourens bil kan hämta"


def test_a_point_of_the_list_is_made_stricter_with_its_own_words_in_both_languages(
    qtbot, bench
) -> None:
    page, hands = _open(qtbot, bench)
    _word(page, hands, "B7")
    _mark(hands, "P")
    hands.enter_in_journal()
    assert _stands(bench) == [LocalPoint("B7", "B", "", "P")]
    for language in ("sv", "en"):
        mine = own_points.library_of(bench.session.desk, language).point("B7")
        assert (mine.text, mine.carry) == (read_library(language).point("B7").text, "P")


def test_a_mark_is_never_loosened_and_no_telling_word_is_kept_for_paper(qtbot, bench) -> None:
    page, hands = _open(qtbot, bench, (True,))
    _word(page, hands, "B5")
    _mark(hands, "M")
    hands.enter_in_journal()
    assert _stands(bench) == []
    assert any("never looser" in text for text in _shown(page))
    page.point.discard_button.click()
    _word(page, hands, "B9")
    hands.write("field-paper", " kvinnojouren")
    hands.enter_in_journal()
    assert _stands(bench) == []
    assert any("kvinnojour" in text for text in _shown(page))


def test_a_point_that_the_organisation_keeps_is_not_loosened_in_one_plan(qtbot, bench) -> None:
    own_points.word_point(bench.session.desk, LocalPoint("X1", "B", "Jourens bil", "P"))
    case = bench.begin()
    plan = protection_plan_page(bench, case)
    qtbot.addWidget(plan)
    hands = Keyboard(plan)
    hands.push("library")
    hands.push("take-X1")
    _mark(hands, "M")
    hands.enter_in_journal()
    assert bench.akt(case).all(PlanItem) == ()
    assert any("The point X1 stays with us" in text for text in _shown(plan))
    _mark(hands, "P")
    hands.enter_in_journal()
    assert [each.value.carry for each in bench.akt(case).all(PlanItem)] == ["P"]


def test_a_changed_point_needs_a_reason_and_its_earlier_words_stay(qtbot, bench) -> None:
    own_points.word_point(bench.session.desk, LocalPoint("X1", "B", "Jourens bil", "M"))
    page, hands = _open(qtbot, bench)
    _word(page, hands, "X1")
    hands.write("field-text", "Dygnet runt: ")
    hands.enter_in_journal()
    assert [each.text for each in _stands(bench)] == ["Jourens bil"]
    hands.write("field-reason", "Avtal sedan i höst")
    hands.enter_in_journal()
    (worded,) = _stands(bench)
    assert (worded.point, worded.text) == ("X1", "Dygnet runt: Jourens bil")
    _word(page, hands, "X1")
    hands.push("history")
    assert any(text.endswith(": Jourens bil") and "Dygnet" not in text for text in _shown(page))


def test_what_was_typed_is_there_after_a_lock(qtbot, bench) -> None:
    page, hands = _open(qtbot, bench)
    _word(page, hands, "B7")
    hands.write("field-text", " – alla i stan")
    page.flush()
    bench.reopen()
    page, _hands = _open(qtbot, bench)
    assert page.point.isVisible()
    assert page.point.form.field("text").text().endswith(" – alla i stan")


def test_there_are_ninety_nine_numbers_and_then_it_is_refused(qtbot, bench) -> None:
    points = (LocalPoint(f"X{at}", "B", "Egen", "M") for at in range(1, 100))
    bench.session.desk.house.enter(*(Draft(each) for each in points))
    with pytest.raises(WorkbenchError) as refused:
        own_points.next_own(bench.session.desk.house)
    assert refused.value.code == "PLAN-009"
    page, hands = _open(qtbot, bench)
    hands.push("add-own-point")
    hands.tab_to("field-section")
    for _step in range(2):
        hands.press(Qt.Key.Key_Down)
    hands.write("field-text", "En till")
    _mark(hands, "M")
    hands.enter_in_journal()
    assert len(_stands(bench)) == 99
    assert any("99 own points already" in text for text in _shown(page))
    assert page.point.form.field("text").text() == "En till"
