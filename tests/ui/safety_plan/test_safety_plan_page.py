# SPDX-License-Identifier: EUPL-1.2
"""The person's own plan by keyboard alone."""

from PySide6.QtWidgets import QLabel

from tests.support.case_pages import safety_plan_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.plans import PlanItem, SafetyPlan


def _open(qtbot):
    bench = Bench()
    case = bench.begin()
    page = safety_plan_page(bench, case)
    qtbot.addWidget(page)
    return bench, case, page


def test_own_words_and_a_point_from_the_list_by_keyboard(qtbot) -> None:
    bench, case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.write("field-own_words", "Jag ringer Sam")
    hands.write("field-talked_through_on", "2026-11-21")
    hands.enter_in_journal()
    assert bench.akt(case).all(SafetyPlan)[0].value == SafetyPlan("Jag ringer Sam", "2026-11-21")
    hands.push("library")
    hands.push("take-B7")
    assert hands.here.objectName() == "field-text"
    hands.write("field-text", " - Sam först")
    hands.enter_in_journal()
    (item,) = bench.akt(case).all(PlanItem)
    assert item.value.section == "B7"
    assert item.value.text.endswith(" - Sam först")
    assert not page.point.isVisible()


def test_the_list_says_that_a_point_is_in_the_plan_also_to_a_screen_reader(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("library")
    hands.push("take-B7")
    hands.enter_in_journal()
    assert nameless(page) == []
    assert "In the plan" in [label.text() for label in page.findChildren(QLabel)]
    names = [stop.objectName() for stop in reached_by_tab(page)]
    assert len(names) == len(reached_by_tab(page))


def test_nothing_is_printed_by_default_and_the_page_says_why(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    page.show()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("A written plan can be found" in text for text in shown)
    assert page.plan.form.field("paper").code() == "none"


def test_the_marks_are_explained(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("marks")
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    for mark in ("May stand on paper", "Only spoken", "Only with us"):
        assert mark in shown
