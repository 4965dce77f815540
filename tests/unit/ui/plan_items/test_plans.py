# SPDX-License-Identifier: EUPL-1.2
"""Both plans and their points, decided without a window."""

from typing import get_args

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.plans import Carry, PlanItem, PlanOwner, ProtectionPlan, SafetyPlan
from workbench.ui.plan_items.library import read_library
from workbench.ui.plan_items.plan_presenter import PlanVm
from workbench.ui.protection_plan.presenter import ProtectionPlanPresenter
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter


class Kept:
    def __init__(self) -> None:
        self.plan, self.point = KeptWriting(), KeptWriting()
        self.vm: PlanVm | None = None
        self.panel = False

    def show_plan(self, vm: PlanVm) -> None:
        self.vm = vm

    def show_point_panel(self, *, shown: bool) -> None:
        self.panel = shown

    def show_problem(self, error: Exception) -> None:
        raise error


class Opened:
    def __init__(self, make) -> None:
        self.bench, self._make = Bench(), make
        self.case = self.bench.begin()
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
    assert filled == {"paper"}
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
    assert [p.heading for p in safety.view.vm.points] == ["Ring Sam"]


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
    offered = {s.title for s in safety.view.vm.library}
    safety.sit_down(ProtectionPlanPresenter)
    assert safety.view.vm.points == ()
    assert offered.isdisjoint(s.title for s in safety.view.vm.library)


def test_the_library_is_the_same_in_both_languages_but_for_the_words() -> None:
    swedish, english = read_library("sv"), read_library("en")
    assert [_codes(s) for s in swedish] == [_codes(s) for s in english]
    assert all(s.title and all(i.text for i in s.items) for s in (*swedish, *english))


def test_the_library_has_unique_ids_known_marks_and_known_owners() -> None:
    ids = [item.id for section in read_library("sv") for item in section.items]
    assert len(ids) == len(set(ids))
    for section in read_library("sv"):
        assert section.owner in get_args(PlanOwner)
        assert all(item.carry in get_args(Carry) for item in section.items)


def _codes(section):
    return section.id, section.owner, [(item.id, item.carry) for item in section.items]
