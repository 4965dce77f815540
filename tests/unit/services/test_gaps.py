# SPDX-License-Identifier: EUPL-1.2
"""The ten gaps of the loop: each opens when it should, and closes only when it is mended."""

import pytest

from tests.support.desk import Bench
from workbench.domain.arrivals import ChildArrival
from workbench.domain.assessments import Judgement
from workbench.domain.concerns import ConcernReport
from workbench.domain.errors import WorkbenchError
from workbench.domain.incidents import ChildThere, Incident
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import ChildPlanNote, PlanItem, ProtectionPlan, SafetyPlan, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Subject
from workbench.services.akter import cases
from workbench.services.loop import concerns, gap_flags, gaps, planning
from workbench.services.person.whom import set_subject
from workbench.services.records.akt import Draft

TODAY, YESTERDAY, TOMORROW = "2026-11-22", "2026-11-21", "2026-11-23"
JUDGED = Judgement((), "Hot", "Kim", "Hon sade det", "Skydd", "Inga", "2027-02-22")


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def akt(bench):
    return bench.akt(bench.begin("Kim Påhittad"))


def kinds(akt, today=TODAY):
    return {each.gap for each in gaps.open_gaps(akt, today)}


def enter(akt, value, record=None):
    return akt.enter(Draft(value, record)).records[0]


def test_1_a_judgement_without_reasons_is_named_also_when_a_newer_one_has_them(akt) -> None:
    old = enter(akt, Judgement((), "Hot", "Kim", "  ", "", "Inga", "2027-02-22"))
    enter(akt, JUDGED)
    found = [each for each in gaps.open_gaps(akt, TODAY) if each.gap == "judgement-without-reasons"]
    assert [each.record for each in found] == [old]
    enter(akt, JUDGED, old)
    assert "judgement-without-reasons" not in kinds(akt)


def test_2_a_judgement_without_a_scenario(akt) -> None:
    assert "judgement-without-scenario" not in kinds(akt)
    enter(akt, JUDGED)
    assert "judgement-without-scenario" in kinds(akt)
    record = enter(akt, Scenario("a", "b", "c"))
    assert "judgement-without-scenario" not in kinds(akt)
    akt.withdraw(Scenario, record, "fel")
    assert "judgement-without-scenario" in kinds(akt)


def test_3_a_scenario_needs_a_measure_or_why_there_is_none(akt) -> None:
    record = enter(akt, Scenario("a", "b", "c"))
    assert "scenario-without-measure" in kinds(akt)
    answer = enter(akt, Measure("Larm", "Alex", TOMORROW, record))
    assert "scenario-without-measure" not in kinds(akt)
    enter(akt, Measure("Larm", "Alex", TOMORROW, record, status="refused"), answer)
    assert "scenario-without-measure" in kinds(akt)
    planning.enter_no_measure(akt, record, "Han sitter häktad")
    assert "scenario-without-measure" not in kinds(akt)
    planning.enter_no_measure(akt, record, "Häktad till den 30")
    assert len(akt.all(NoMeasure)) == 1
    akt.withdraw(NoMeasure, akt.all(NoMeasure)[0].record, "fel")
    assert "scenario-without-measure" in kinds(akt)


@pytest.mark.parametrize(
    ("who", "due", "open_ones"),
    [
        ("", TOMORROW, {"measure-without-who"}),
        ("Alex", "", {"measure-without-when"}),
        ("Alex", "snart", {"measure-without-when"}),
        ("Alex", YESTERDAY, {"measure-late"}),
        ("Alex", TODAY, set()),
        ("Alex", TOMORROW, set()),
    ],
)
def test_4_a_measure_without_owner_or_day_and_one_that_is_late(akt, who, due, open_ones) -> None:
    enter(akt, Measure("Larm", who, due))
    wanted = {"measure-without-who", "measure-without-when", "measure-late"}
    assert kinds(akt) & wanted == open_ones


@pytest.mark.parametrize("status", ["proposed", "decided", "ongoing", "breached"])
def test_a_measure_that_is_late_is_late_in_every_status_but_done_and_refused(akt, status) -> None:
    record = enter(akt, Measure("Larm", "Alex", YESTERDAY, status=status))
    assert "measure-late" in kinds(akt)
    enter(akt, Measure("Larm", "Alex", YESTERDAY, status="done"), record)
    assert "measure-late" not in kinds(akt)


@pytest.mark.parametrize(("day", "gap"), [
    ("", "no-reassessment-date"), ("i vår", "no-reassessment-date"),
    (YESTERDAY, "reassessment-due"), (TODAY, "reassessment-due"), (TOMORROW, ""),
])  # fmt: skip
def test_5_no_day_for_the_next_assessment_or_one_that_has_come(akt, day, gap) -> None:
    enter(akt, Judgement((), "Hot", "Kim", "skäl", "", "Inga", day))
    assert kinds(akt) & {"no-reassessment-date", "reassessment-due"} == ({gap} if gap else set())


def test_6_a_follow_up_is_overdue_the_day_after_its_day(akt) -> None:
    enter(akt, ProtectionPlan("", "", "Alex", TODAY))
    assert "follow-up-overdue" not in kinds(akt)
    assert "follow-up-overdue" in kinds(akt, TOMORROW)
    record = enter(akt, Measure("Larm", "Alex", TODAY, follow_up_on=TODAY, status="done"))
    assert "measure-follow-up-overdue" not in kinds(akt)
    found = [e for e in gaps.open_gaps(akt, TOMORROW) if e.gap == "measure-follow-up-overdue"]
    assert [each.record for each in found] == [record]


def test_7_and_8_a_child_needs_a_plan_and_a_position_on_a_report_of_concern(akt) -> None:
    enter(akt, ChildPlanNote("Lo", has_plan=False))
    both = {"child-without-plan", "child-without-concern-position"}
    assert kinds(akt) >= both
    enter(akt, ChildPlanNote("Lo", has_plan=True), akt.all(ChildPlanNote)[0].record)
    concerns.enter_position(akt, ConcernReport("Mio", "made", "Alex", TODAY))
    assert kinds(akt) & both == {"child-without-concern-position"}  # another child's is no answer
    concerns.enter_position(akt, ConcernReport(" lo ", "not-made", because="Gjord av förskolan"))
    assert not kinds(akt) & both


def test_8_a_child_s_own_akt_needs_a_position_of_its_own(bench) -> None:
    akt = bench.akt(bench.begin())
    set_subject(akt, Subject("Lo", identity="stated", role="child"))
    assert "child-without-concern-position" in kinds(akt)
    concerns.enter_position(akt, ConcernReport("", "made", "Alex", TODAY))
    assert "child-without-concern-position" not in kinds(akt)


def test_9_a_point_of_a_plan_that_is_older_than_the_assessment(akt) -> None:
    item = PlanItem("person", "", "Nyckel hos grannen", "M")
    record = enter(akt, item)
    assert "plan-item-older" not in kinds(akt)
    judged = enter(akt, JUDGED)
    assert "plan-item-older" in kinds(akt)
    enter(akt, item, record)
    assert "plan-item-older" not in kinds(akt)
    enter(akt, JUDGED, judged)
    assert "plan-item-older" in kinds(akt)


def test_10_going_home_or_staying_without_a_day_for_new_contact(akt) -> None:
    record = enter(akt, StayPlan("goes-home", ""))
    assert "stays-without-contact-date" in kinds(akt)
    enter(akt, StayPlan("goes-home", TOMORROW), record)
    assert "stays-without-contact-date" not in kinds(akt)


@pytest.mark.parametrize(
    ("position", "code"),
    [
        (ConcernReport("Lo", "made", "", TODAY), "LOOP-014"),
        (ConcernReport("Lo", "made", "Alex", ""), "LOOP-014"),
        (ConcernReport("Lo", "not-made", "Alex", TODAY), "LOOP-014"),
        (ConcernReport("Lo", "made", "Alex", TOMORROW), "LOOP-015"),
        (ConcernReport("Lo", "made", "Alex", "igår"), "LOOP-015"),
    ],
)
def test_an_unclear_position_or_one_of_the_future_is_refused(akt, position, code) -> None:
    with pytest.raises(WorkbenchError) as refused:
        concerns.enter_position(akt, position)
    assert refused.value.code == code
    assert akt.all(ConcernReport) == ()


def test_no_measure_needs_a_reason_and_a_scenario_that_is_there(akt) -> None:
    record = enter(akt, Scenario("a", "b", "c"))
    for scenario, because, code in ((record, " ", "LOOP-011"), ("nobody", "därför", "LOOP-009")):
        with pytest.raises(WorkbenchError) as refused:
            planning.enter_no_measure(akt, scenario, because)
        assert refused.value.code == code


def test_a_measure_that_somebody_else_changed_meanwhile_is_not_overwritten(akt) -> None:
    record = enter(akt, Measure("Larm", "Alex", TOMORROW))
    seen = [akt.find(Measure, record).entry]
    planning.require_newest(akt, record, seen)
    enter(akt, Measure("Larm och lås", "Bo", TOMORROW), record)
    with pytest.raises(WorkbenchError) as refused:
        planning.require_newest(akt, record, seen)
    assert refused.value.code == "LOOP-016"


def test_two_versions_of_a_measure_are_both_kept_and_both_searched_for_gaps(akt) -> None:
    record = enter(akt, Measure("Larm", "Alex", TOMORROW))
    seen = (akt.find(Measure, record).entry,)
    akt.enter(Draft(Measure("Larm", "Alex", TOMORROW), record, seen))
    akt.enter(Draft(Measure("Larm", "", TOMORROW), record, seen))
    assert [each.is_disputed for each in akt.all(Measure)] == [True, True]
    assert "measure-without-who" in kinds(akt)


def test_the_register_carries_the_kinds_of_gaps_and_no_word_of_the_akt(bench, akt) -> None:
    enter(akt, JUDGED)
    enter(akt, Scenario("HEMLIGT", "HEMLIGT", "HEMLIGT"))
    enter(akt, Measure("HEMLIGT", "HEMLIGT", YESTERDAY))
    (row,) = cases.open_cases(bench.session.desk)
    told = set(gap_flags.open_in(row))
    assert told == kinds(akt) - set(gaps.OF_A_DAY)
    assert "measure-late" in kinds(akt)  # Idag says it by its day
    assert "HEMLIGT" not in repr(row.summary.flags)


def test_every_gap_belongs_to_a_step_and_the_loop_shows_every_one(akt) -> None:
    enter(akt, Judgement((), "", "", "", "", "", ""))
    enter(akt, Measure("", "", ""))
    enter(akt, SafetyPlan("", review_on=YESTERDAY))
    shown = [each for step in planning.loop_of(akt, TODAY) for each in step.found]
    assert sorted(shown, key=repr) == sorted(gaps.open_gaps(akt, TODAY), key=repr)
    assert set(gaps.FINDERS) == set(gaps.GAPS)


def test_every_child_that_is_told_of_wants_one_position_however_it_is_spelled(akt) -> None:
    enter(akt, ChildPlanNote("Lo", has_plan=True))
    there = (ChildThere(" lo"), ChildThere("Mio", "yes"), ChildThere(" "))
    enter(akt, Incident(TODAY, "physical", 3, "Slog", children=there))
    assert concerns.children(akt) == ("Lo", "Mio")
    enter(akt, ConcernReport("mio", "made", "Alex", TODAY))
    assert concerns.without_position(akt) == ("Lo",)


def test_a_position_about_a_sibling_is_none_about_the_child_of_the_akt(akt) -> None:
    set_subject(akt, Subject("Lo Påhittad", role="child"))
    there = (ChildThere("Lo"), ChildThere("Mio"))
    enter(akt, Incident(TODAY, "physical", 3, "Slog", children=there))
    enter(akt, ConcernReport("Mio", "made", "Alex", TODAY))
    assert concerns.without_position(akt) == (concerns.OWN, "Lo")
    enter(akt, ConcernReport("Lo", "made", "Alex", TODAY))
    assert concerns.without_position(akt) == ()


def test_an_akt_in_which_a_child_arrived_is_the_childs_own(akt) -> None:
    enter(akt, ChildArrival(f"{TODAY}T02:10:00Z"))
    assert concerns.children(akt) == (concerns.OWN,)
    assert "child-without-concern-position" in kinds(akt)
