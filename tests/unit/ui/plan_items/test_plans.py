# SPDX-License-Identifier: EUPL-1.2
"""Both plans and their points, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.plans import PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase
from workbench.services.loop import planning
from workbench.ui.plan_items.plan_presenter import PlanVm
from workbench.ui.protection_plan.presenter import ProtectionPlanPresenter
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter
from workbench.ui.writing.records import RecordVm


class Kept:
    def __init__(self) -> None:
        self.plan, self.point, self.modules, self.child = (KeptWriting() for _each in range(4))
        self.vm: PlanVm | None = None
        self.panel = False

    def show_plan(self, vm: PlanVm) -> None:
        self.vm = vm

    def show_point_panel(self, *, shown: bool) -> None:
        self.panel = shown

    def show_children(self, children: tuple[RecordVm, ...]) -> None:
        self.children = children

    def show_child_panel(self, *, shown: bool) -> None:
        self.child_panel = shown

    def show_problem(self, error: Exception) -> None:
        raise error


class Opened:
    def __init__(self, make, role="exposed") -> None:
        self.bench, self._make = Bench(), make
        self.case = self.bench.session.begin(NewCase(Subject("", role=role))).case
        self.sit_down()

    def sit_down(self, make=None) -> None:
        self.view = Kept()
        self.presenter = (make or self._make)(
            self.view, self.bench.open_case(self.case), Answers(), self.bench.go
        )
        self.presenter.open()

    @property
    def akt(self):
        return self.bench.akt(self.case)


@pytest.fixture
def safety() -> Opened:
    return Opened(SafetyPlanPresenter)


@pytest.fixture
def protection() -> Opened:
    return Opened(ProtectionPlanPresenter)


def test_a_new_safety_plan_is_not_printed_and_says_so(safety: Opened) -> None:
    assert safety.view.plan.values["paper"] == "none"
    safety.presenter.plan.typed("own_words", "Jag ringer Sam")
    safety.presenter.plan.enter()
    assert safety.akt.all(SafetyPlan)[0].value == SafetyPlan("Jag ringer Sam")


def test_nothing_of_a_new_plan_is_filled_in(safety: Opened, protection: Opened) -> None:
    filled = {k for k, v in safety.view.plan.values.items() if v}
    assert filled == {"paper", "size"}
    assert safety.view.modules.values == {}
    assert safety.akt.all(PlanItem) == ()
    assert not any(protection.view.plan.values.values())


def test_the_plan_is_changed_in_place_and_the_earlier_one_kept(protection: Opened) -> None:
    protection.presenter.plan.typed("contact_rules", "Bara sms")
    protection.presenter.plan.enter()
    protection.presenter.plan.typed("follow_up_on", "2026-12-01")
    protection.presenter.plan.enter()
    found = protection.akt.all(ProtectionPlan)
    assert [each.value for each in found] == [ProtectionPlan("Bara sms", "", "", "2026-12-01")]
    assert len(protection.view.vm.versions) == 2


def test_a_day_that_is_no_day_is_asked_for_again(protection: Opened) -> None:
    protection.presenter.plan.typed("contact_rules", "Bara sms")
    protection.presenter.plan.typed("follow_up_on", "snart")
    protection.presenter.plan.enter()
    assert protection.view.plan.missing.field == "follow_up_on"


def test_choosing_from_the_library_begins_a_point_and_enters_nothing(safety: Opened) -> None:
    safety.presenter.take_up("B7")
    assert safety.view.panel
    assert safety.view.point.values["text"]
    assert safety.view.point.values["carry"] == "M"
    assert safety.akt.all(PlanItem) == ()
    assert safety.akt.file.working_rows(safety.akt.user) == ()


def test_a_point_of_the_library_is_put_in_own_words_and_known_by_its_id(safety: Opened) -> None:
    safety.presenter.take_up("B7")
    safety.presenter.point.typed("text", "Sam, tvättstugan, macken")
    safety.presenter.point.enter()
    assert safety.akt.all(PlanItem)[0].value == PlanItem(
        "person", "B7", "Sam, tvättstugan, macken", "M"
    )
    chosen = [i.id for s in safety.view.vm.library for i in s.items if i.is_chosen]
    assert chosen == ["B7"]
    assert not safety.view.panel


def test_an_own_point_needs_words_and_a_mark(safety: Opened) -> None:
    safety.presenter.add_point()
    safety.presenter.point.typed("text", "Ring Sam")
    safety.presenter.point.enter()
    assert safety.view.point.missing.field == "carry"
    safety.presenter.point.typed("carry", "U")
    safety.presenter.point.enter()
    (own,) = safety.view.vm.points
    assert [p.heading for p in own.records] == ["Ring Sam"]


def test_a_point_half_written_comes_back_on_its_own_plan_only(safety: Opened) -> None:
    safety.presenter.add_point()
    safety.presenter.point.typed("text", "halv")
    safety.bench.reopen()
    safety.sit_down(ProtectionPlanPresenter)
    assert not safety.view.panel
    safety.sit_down()
    assert safety.view.panel
    assert safety.view.point.values["text"] == "halv"


def test_each_plan_shows_its_own_points_and_its_own_library(safety: Opened) -> None:
    safety.presenter.take_up("B7")
    safety.presenter.point.enter()
    offered = {i.id for s in safety.view.vm.library for i in s.items}
    safety.sit_down(ProtectionPlanPresenter)
    assert safety.view.vm.points == ()
    assert offered.isdisjoint(i.id for s in safety.view.vm.library for i in s.items)


def test_a_mark_is_pressed_with_the_point_but_never_loosens_what_stays_with_us(
    safety: Opened, protection: Opened
) -> None:
    safety.presenter.take_up("J1", "M")
    assert safety.view.point.values["carry"] == "M"
    assert safety.view.point.values.get("paper", "") == ""
    safety.presenter.take_up("J1", "")
    assert safety.view.point.values["paper"]
    protection.presenter.take_up("B5", "U")
    assert protection.view.point.values["carry"] == "P"
    protection.presenter.point.typed("carry", "M")
    protection.presenter.point.enter()
    assert protection.view.point.missing.field == "carry"
    assert protection.akt.all(PlanItem) == ()


def test_words_for_paper_are_kept_only_with_a_point_that_may_stand_there(safety: Opened) -> None:
    safety.presenter.take_up("J1")
    safety.presenter.point.typed("paper", "070-174 06 77")
    safety.presenter.point.enter()
    (item,) = safety.akt.all(PlanItem)
    assert item.value.paper == "070-174 06 77"
    safety.presenter.change_point(item.record)
    safety.presenter.point.typed("carry", "M")
    safety.presenter.point.typed("reason", "För farligt")
    safety.presenter.point.enter()
    assert safety.akt.all(PlanItem)[0].value.paper == ""


def test_points_stand_by_section_and_own_ones_last(safety: Opened) -> None:
    safety.presenter.add_point()
    safety.presenter.point.typed("text", "Eget")
    safety.presenter.point.typed("carry", "M")
    safety.presenter.point.enter()
    for each in ("J1", "B7"):
        safety.presenter.take_up(each)
        safety.presenter.point.enter()
    assert [p.heading for p in safety.view.vm.points[-1].records] == ["Eget"]
    assert len(safety.view.vm.points) == 3


def test_choosing_a_module_adds_its_points_and_warnings(safety: Opened) -> None:
    before = {s.title for s in safety.view.vm.library}
    safety.presenter.modules.typed("animals", "yes")
    safety.presenter.modules.enter()
    (added,) = (s for s in safety.view.vm.library if s.title not in before)
    assert added.notices
    (chosen,) = (m for m in safety.view.vm.modules if m.is_chosen)
    assert chosen.id == "animals"
    safety.presenter.modules.typed("animals", "")
    safety.presenter.modules.enter()
    assert {s.title for s in safety.view.vm.library} == before


def test_scenarios_point_to_points_and_a_point_can_be_tied_to_them(safety: Opened) -> None:
    scenario = Scenario("Han följer efter", "Han", "Kim", turn="escalate")
    (record,) = planning.enter_scenario(safety.akt, scenario).records
    safety.presenter.refresh()
    worth = {i.id for s in safety.view.vm.library for i in s.items if i.answers}
    assert "B2" in worth
    assert "J2" not in worth
    safety.presenter.take_up("B2")
    safety.presenter.point.typed("scenarios", record)
    safety.presenter.point.enter()
    assert safety.akt.all(PlanItem)[0].value.scenarios == (record,)
    assert safety.view.vm.points[0].records[0].facts == ("Scenario 1",)


def test_a_child_is_noted_in_the_adults_akt_and_is_a_duty_until_it_has_a_plan(
    safety: Opened,
) -> None:
    safety.presenter.add_child()
    safety.presenter.child.typed("child", "Barn 1")
    safety.presenter.child.enter()
    assert safety.view.child.missing.field == "has_plan"
    safety.presenter.child.typed("has_plan", "no")
    safety.presenter.child.enter()
    (note,) = safety.view.children
    assert [state.tone for state in note.states] == ["amber"]
    assert not safety.view.child_panel


def test_a_note_half_written_comes_back(safety: Opened) -> None:
    safety.presenter.add_child()
    safety.presenter.child.typed("child", "Barn")
    safety.bench.reopen()
    safety.sit_down()
    assert safety.view.child_panel
    assert safety.view.child.values["child"] == "Barn"
