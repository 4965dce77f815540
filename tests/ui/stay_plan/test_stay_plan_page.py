# SPDX-License-Identifier: EUPL-1.2
"""Going home or staying, by keyboard alone: nobody is left without a day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import protection_page, stay_plan_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from workbench.domain.calls import Call
from workbench.domain.plans import StayPlan
from workbench.domain.subject import ProtectionNow
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.records.akt import Draft


def _told(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_no_to_a_place_asks_for_the_plan_and_the_day_until_both_are_there(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    asked = protection_page(bench, case)
    qtbot.addWidget(asked)
    asked.decision.form.field("needed").typed.emit("yes")
    asked.decision.form.field("shelter").typed.emit("declined")
    Keyboard(asked)
    asked.decision.enter_pressed.emit()
    akt = bench.akt(case)
    assert akt.all(ProtectionNow)[0].value.shelter == "declined"
    page = stay_plan_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    said = "A place was declined: plan for staying, and a new contact"
    assert said in _told(page)
    hands.press(Qt.Key.Key_Space)  # the first choice: says no to a place
    hands.enter_in_journal()
    assert bench.akt(case).all(StayPlan) == ()
    assert "Agree on a day for the next contact, and write it." in _told(page)
    assert hands.here.objectName() == "field-contact_on"
    hands.write("field-contact_on", "2026-11-24")
    hands.enter_in_journal()
    (plan,) = bench.akt(case).all(StayPlan)
    assert plan.value == StayPlan("declines", "2026-11-24")
    assert plan_gaps(bench.akt(case), "2026-11-22") == ()
    assert said not in _told(page)
    assert nameless(page) == []


def test_a_recorded_call_says_that_the_contact_was_had_and_is_one_press_away(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    akt.enter(Draft(StayPlan("stays", "2026-11-20")))
    page = stay_plan_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert "The new contact should have been had by now" in "\n".join(_told(page))
    hands.push("to-calls")
    assert bench.went[-1].page == "calls"
    akt.enter(Draft(Call("subject", "2026-11-21", "reached")))
    page.refresh()
    assert "The agreed contact was had on 2026-11-21." in _told(page)
    assert "The new contact should have been had by now" not in "\n".join(_told(page))
