# SPDX-License-Identifier: EUPL-1.2
"""The list of points by keyboard, its marks, and what a screen reader is told of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.support.case_pages import protection_plan_page, safety_plan_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.plans import ChildPlanNote, PlanItem, PlanModules
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase


def _open(qtbot, make=safety_plan_page, role="exposed"):
    bench = Bench()
    case = bench.session.begin(NewCase(Subject("", role=role))).case
    page = make(bench, case)
    qtbot.addWidget(page)
    return bench, case, page


def _offered(page) -> set[str]:
    takes = (b for b in page.findChildren(QPushButton) if b.objectName().startswith("take-"))
    return {button.objectName() for button in takes if button.isVisible()}


def test_searching_narrows_the_list_and_one_key_takes_a_point_up_with_its_mark(qtbot) -> None:
    bench, case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("library")
    assert len(_offered(page)) > 20
    hands.write("search-library", "long to")
    hands.tab_to("take-J1")
    assert _offered(page) == {"take-J1"}
    hands.press(Qt.Key.Key_M)
    assert page.point.form.field("carry").code() == "M"
    assert not page.point.form.field("paper").isVisible()
    hands.enter_in_journal()
    (item,) = bench.akt(case).all(PlanItem)
    assert (item.value.section, item.value.carry) == ("J1", "M")


def test_what_stays_with_us_stays_whatever_key_is_pressed(qtbot) -> None:
    _bench, _case, page = _open(qtbot, protection_plan_page)
    hands = Keyboard(page)
    hands.push("library")
    hands.tab_to("take-A1")
    hands.press(Qt.Key.Key_U)
    assert page.point.form.field("carry").code() == "P"


def test_each_point_is_told_with_its_mark_in_words(qtbot) -> None:
    _bench, _case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("library")
    take = page.findChild(QWidget, "take-B9")
    assert take.accessibleName().endswith("May stand on paper")
    assert nameless(page) == []
    stops = [stop.objectName() for stop in reached_by_tab(page)]
    assert stops.index("library") < stops.index("search-library") < stops.index("take-B1")


def test_modules_are_ticked_and_entered_by_keyboard(qtbot) -> None:
    bench, case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("modules")
    hands.push("field-animals")
    hands.enter_in_journal()
    assert bench.akt(case).all(PlanModules)[0].value.chosen == ("animals",)
    hands.push("library")
    assert "take-DJ1" in _offered(page)


def test_a_child_is_noted_by_keyboard_in_an_adults_akt_alone(qtbot) -> None:
    bench, case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("add-child")
    hands.write("field-child", "Barn 1")
    hands.tab_to("choice-yes")
    hands.press(Qt.Key.Key_Space)
    hands.enter_in_journal()
    assert bench.akt(case).all(ChildPlanNote)[0].value == ChildPlanNote("Barn 1", has_plan=True)
    assert not page.plan.form.field("designated").isVisible()


def test_a_childs_own_plan_asks_for_the_childs_people_and_notes_no_child(qtbot) -> None:
    _bench, _case, page = _open(qtbot, role="child")
    page.show()
    assert page.plan.form.field("designated").isVisible()
    assert page.plan.form.field("contact").isVisible()
    assert not page.plan.form.field("reader").isVisible()
    assert not page.findChild(QWidget, "add-child").isVisible()
    assert not page.findChild(QWidget, "stay-plan").isVisible()
