# SPDX-License-Identifier: EUPL-1.2
"""The organisation's plan by keyboard alone."""

from PySide6.QtCore import Qt

from tests.support.case_pages import protection_plan_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.plans import PlanItem, ProtectionPlan


def test_the_plan_and_an_own_point_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = protection_plan_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.write("field-contact_rules", "Bara sms")
    hands.write("field-if_something_happens", "112, sedan Alex")
    hands.write("field-responsible", "Alex")
    hands.write("field-follow_up_on", "2026-12-01")
    hands.push("enter")
    assert bench.akt(case).all(ProtectionPlan)[0].value == ProtectionPlan(
        "Bara sms", "112, sedan Alex", "Alex", "2026-12-01"
    )
    hands.push("add-point")
    hands.write("field-text", "Bara Sam hämtar")
    hands.tab_to("choice-U")
    hands.press(Qt.Key.Key_P)
    hands.enter_in_journal()
    (item,) = bench.akt(case).all(PlanItem)
    assert item.value == PlanItem("organisation", "", "Bara Sam hämtar", "P")
