# SPDX-License-Identifier: EUPL-1.2
"""What the library offers, its marks, the plan for staying, and notes on children's plans."""

from dataclasses import replace

import pytest

from tests.support.desk import Bench
from tests.unit.services.planners import LIBRARY, TODAY, begin, refused
from workbench.domain.incidents import Incident
from workbench.domain.plans import (
    CHOICES,
    ChildPlanNote,
    LocalPoint,
    PlanItem,
    PlanModules,
    SafetyPlan,
    StayPlan,
)
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services.law.deadline_rules import rules
from workbench.services.loop import chosen_modules, following, own_points, plan_offers, planning
from workbench.services.loop import safety_planning as planned
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.records.akt import Draft


@pytest.fixture(scope="module")
def bench():
    """In memory: one for many examples, each in an akt of its own."""
    return Bench()


@pytest.fixture
def akt(bench):
    return begin(bench)


def offered_ids(akt, owner):
    found = plan_offers.offered(akt, LIBRARY, owner)
    return {offer.point.id: offer for section in found for offer in section.offers}


def test_what_stays_with_us_is_offered_to_our_plan_alone(akt):
    person, house = offered_ids(akt, "person"), offered_ids(akt, "organisation")
    assert {LIBRARY.point(each).carry for each in house} == {"P"}
    assert "P" not in {LIBRARY.point(each).carry for each in person}
    assert {"B2", "K3", "J1"} <= set(person)
    assert {"A1", "B5", "K5"} <= set(house)


def test_a_child_is_offered_the_childs_section_first_and_nothing_of_leaving_or_staying(
    bench,
):
    child = begin(bench, "child")
    sections = [each.section.id for each in plan_offers.offered(child, LIBRARY, "organisation")]
    assert sections[0] == "E"
    assert not {"B", "C", "K"} & set(sections)
    assert {"E3", "E7"} <= set(offered_ids(child, "person"))


def test_a_module_adds_points_and_warnings_and_is_never_chosen_by_itself(akt):
    assert chosen_modules.chosen_in(akt) == ()
    assert "HC1" not in offered_ids(akt, "organisation")
    planned.enter_modules(akt, PlanModules(("honour",)))
    assert {"HC1", "A1"} <= set(offered_ids(akt, "organisation"))
    found = plan_offers.offered(akt, LIBRARY, "person")
    (honour,) = (each.section for each in found if each.section.id == "honour")
    assert len(honour.notices) == 3
    planned.enter_modules(akt, PlanModules(()))
    assert "HC1" not in offered_ids(akt, "organisation")


def test_the_module_about_violence_used_belongs_in_an_akt_of_its_own(bench, akt):
    assert refused(planned.enter_modules, akt, PlanModules(("perpetrator",))) == "PLAN-003"
    his = begin(bench, "perpetrator")
    planned.enter_modules(his, PlanModules(("perpetrator",)))
    assert all(each.startswith("VU") for each in offered_ids(his, "organisation"))
    assert refused(planned.enter_modules, his, PlanModules(("honour",))) == "PLAN-003"


def test_scenarios_point_to_points_and_enter_none(akt):
    made = planning.enter_incident(akt, Incident("2026-11-02", "digital", 3, "Sändare")).records
    planning.enter_scenario(akt, Scenario("Han hittar hit", "Han", "Kim", incidents=made))
    (record,) = (each.record for each in akt.all(Scenario))
    person = offered_ids(akt, "person")
    assert person["D3"].scenarios == (record,)
    assert person["J1"].scenarios == ()
    assert akt.all(PlanItem) == ()
    planning.enter_plan_item(akt, PlanItem("person", "D3", "Bilen", "M", scenarios=(record,)))
    assert offered_ids(akt, "person")["D3"].is_chosen


@pytest.mark.parametrize("carry", ["U", "M"])
def test_what_the_library_keeps_with_us_cannot_be_marked_for_less(akt, carry):
    loose = PlanItem("person", "B5", "Geväret", carry)
    assert refused(planning.enter_plan_item, akt, loose) == "PLAN-002"
    planning.enter_plan_item(akt, replace(loose, carry="P"))


def test_a_point_answers_scenarios_that_are_there(akt):
    loose = PlanItem("person", "B7", "Sam", "M", scenarios=(akt.new_record(),))
    assert refused(planning.enter_plan_item, akt, loose) == "LOOP-009"


def test_the_organisation_words_points_but_never_loosens_a_mark():
    desk = Bench().session.desk
    own_points.word_point(desk, LocalPoint("B7", "B", "Två platser", "P"))
    own_points.word_point(desk, LocalPoint("X1", "B", "Jourens bil", "M"))
    own_points.word_point(desk, LocalPoint("C7", "C", "", "M", is_offered=False))
    library = own_points.library_of(desk, "sv")
    assert (library.point("B7").text, library.point("B7").carry) == ("Två platser", "P")
    assert library.point("X1").text == "Jourens bil"
    assert library.point("C7") is None
    assert refused(own_points.word_point, desk, LocalPoint("B5", "B", "x", "M")) == "PLAN-002"
    for wrong in (LocalPoint("B7", "C", "x", "P"), LocalPoint("Z1", "B", "x", "P"),
                  LocalPoint("X2", "Q", "x", "P")):  # fmt: skip
        assert refused(own_points.word_point, desk, wrong) == "PLAN-003"


@pytest.mark.parametrize("is_offered", [True, False])
@pytest.mark.parametrize("point", ["B7", "X1"])
def test_what_the_organisation_keeps_cannot_be_marked_for_less_in_one_plan(point, is_offered):
    bench = Bench()
    desk, akt = bench.session.desk, begin(bench)
    kept = PlanItem("organisation", point, "Jourens bil", "P")
    planned.require_item(akt, replace(kept, carry="M"), desk.house)
    own_points.word_point(desk, LocalPoint(point, "B", "Jourens bil", "P", is_offered=is_offered))
    for carry in ("U", "M"):
        loose = replace(kept, carry=carry)
        assert refused(planned.require_item, akt, loose, desk.house) == "PLAN-002"
    planned.require_item(akt, kept, desk.house)


def test_a_declined_place_asks_for_a_plan_and_its_day_until_there_is_one(bench, akt):
    assert plan_gaps(akt, TODAY) == ()
    akt.enter(Draft(ProtectionNow("yes", "Han vet adressen", shelter="declined")))
    assert plan_gaps(akt, TODAY) == ("declined-without-stay-plan",)
    gaps = [gap for step in planning.loop_of(akt, TODAY) for gap in step.gaps]
    assert "declined-without-stay-plan" in gaps
    akt.enter(Draft(ProtectionNow("yes", "Nästa natt")))  # nobody asked, so the no stands
    assert plan_gaps(akt, TODAY) == ("declined-without-stay-plan",)
    for no_day in ("", "snart", "2026-02-30"):
        assert refused(planned.enter_stay_plan, akt, StayPlan("declines", no_day)) == "PLAN-004"
    assert plan_gaps(akt, TODAY) == ("declined-without-stay-plan",)
    planned.enter_stay_plan(akt, StayPlan("declines", "2026-11-24"))
    assert plan_gaps(akt, TODAY) == ()
    dates = [each for each in following.following(akt, rules()) if each.due == "2026-11-24"]
    assert [each.settles_at for each in dates] == ["stay_plan"]
    assert plan_gaps(akt, "2026-11-24") == ()
    assert plan_gaps(akt, "2026-11-25") == ("contact-overdue",)
    akt.enter(Draft(ProtectionNow("yes", "Igen", shelter="declined")))
    assert "declined-without-stay-plan" in plan_gaps(akt, TODAY)


def test_the_contact_that_was_had_asks_no_more(akt):
    planned.enter_stay_plan(akt, StayPlan("stays", "2026-11-20"))
    assert plan_gaps(akt, TODAY) == ("contact-overdue",)
    planned.enter_stay_plan(akt, StayPlan("stays", "2026-11-20", contacted_on="2026-11-22"))
    assert plan_gaps(akt, TODAY) == ()
    assert len(akt.all(StayPlan)) == 1


@pytest.mark.parametrize("choice", CHOICES)
def test_a_child_has_no_plan_for_staying(bench, choice):
    child = begin(bench, "child")
    assert refused(planned.enter_stay_plan, child, StayPlan(choice, TODAY)) == "PLAN-005"


def test_an_adults_akt_only_notes_that_a_childs_plan_exists(bench):
    child = begin(bench, "child")
    note = ChildPlanNote("Barn 1", has_plan=True)
    assert refused(planned.enter_child_note, child, note) == "PLAN-005"
    said = {"child", "has_plan", "reviewed_on", "review_on", "reason"}
    assert set(ChildPlanNote.__slots__) == said


def test_a_child_without_a_plan_is_an_open_duty(bench):
    child = begin(bench, "child")
    assert plan_gaps(child, TODAY) == ("child-without-plan",)
    planning.enter_safety_plan(child, SafetyPlan("Jag", review_on="2026-11-21"))
    assert plan_gaps(child, TODAY) == ("plan-review-overdue",)
    assert plan_gaps(child, "2026-11-21") == ()
