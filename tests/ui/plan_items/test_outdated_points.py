# SPDX-License-Identifier: EUPL-1.2
"""A point under which something changed says so on its plan, and is kept or changed from there."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import protection_plan_page, safety_plan_page
from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from workbench.domain.plans import PlanItem
from workbench.domain.scenarios import Scenario
from workbench.domain.standing import StillHolds
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase
from workbench.services.loop import outdated
from workbench.services.records.akt import Draft
from workbench.ui.places import Place

PLANS = {
    "the person's own": (safety_plan_page, "exposed", "person", "M"),
    "a child's": (safety_plan_page, "child", "person", "M"),
    "ours": (protection_plan_page, "exposed", "organisation", "P"),
}


class Opened:
    """A plan with a point whose scenario was changed, and one that nothing was changed under."""

    def __init__(self, qtbot, plan: str, *answers: str | None) -> None:
        make, role, owner, carry = PLANS[plan]
        self.bench = Bench()
        self.akt = self.bench.session.begin(NewCase(Subject("", role=role)))
        scenario = self._enter(Scenario("Han väntar vid skolan", "Han", "Kim"))
        answered = PlanItem(owner, "", "Annan väg hem", carry, scenarios=(scenario,))
        self.old = self._enter(answered)
        self.other = self._enter(PlanItem(owner, "", "Laddad telefon", carry))
        changed = Scenario("Han väntar vid bussen", "Han", "Kim", reason="Sagt i dag")
        self._enter(changed, scenario)
        self.answers = Answers(*answers)
        self.page = make(self.bench, self.akt.case, asks=self.answers)
        qtbot.addWidget(self.page)
        self.hands = Keyboard(self.page)

    def _enter(self, value, record=None):
        return self.akt.enter(Draft(value, record)).records[0]

    def shown(self) -> list[str]:
        return [x.text() for x in self.page.findChildren(QLabel) if x.isVisibleTo(self.page)]


@pytest.mark.parametrize("plan", PLANS)
def test_an_outdated_point_is_kept_for_a_reason_on_its_plan(qtbot, plan: str) -> None:
    opened = Opened(qtbot, plan, "Vägen är lika bra från bussen")
    assert opened.shown().count("Outdated") == 1
    assert "The scenario has changed" in opened.shown()
    assert nameless(opened.page) == []
    opened.hands.push(f"keep-{opened.old}")
    assert opened.answers.asked[0].text.splitlines() == [
        "Annan väg hem",
        "The scenario has changed",
    ]
    (kept,) = opened.akt.all(StillHolds)
    assert (kept.value.record, kept.value.because) == (opened.old, "Vägen är lika bra från bussen")
    assert outdated.outdated(opened.akt) == ()
    assert "Outdated" not in opened.shown()
    assert opened.hands.here.objectName() == f"change-{opened.old}"


def test_without_a_reason_the_point_stays_outdated(qtbot) -> None:
    opened = Opened(qtbot, "ours", None)
    opened.hands.push(f"keep-{opened.old}")
    assert opened.akt.all(StillHolds) == ()
    assert "Outdated" in opened.shown()


def test_a_changed_point_is_no_longer_outdated_and_the_first_version_stays(qtbot) -> None:
    opened = Opened(qtbot, "ours")
    opened.hands.push(f"change-{opened.old}")
    opened.hands.write("field-text", " från bussen")
    opened.hands.write("field-reason", "Han väntar någon annanstans")
    opened.hands.enter_in_journal()
    assert opened.akt.find(PlanItem, opened.old).value.text == "Annan väg hem från bussen"
    assert len(opened.akt.history(PlanItem, opened.old)) == 2
    assert "Outdated" not in opened.shown()


def test_the_top_of_the_plan_counts_them_and_leads_to_all_of_them(qtbot) -> None:
    opened = Opened(qtbot, "the person's own")
    assert "1 point is outdated" in opened.shown()
    opened.hands.push("banner-action")
    assert opened.bench.went == [Place("outdated", opened.akt.case)]
