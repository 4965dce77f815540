# SPDX-License-Identifier: EUPL-1.2
"""A night in a shelter and the days after it, by keyboard: an adult and two children come."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from tests.journey import day_after, night, telling
from tests.journey.afterwards import session_of
from tests.journey.place import Workplace
from tests.journey.test_main_job import unlocked
from tests.reports.reading import body, pages
from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.assessments import Assessment, Judgement, Result
from workbench.domain.concerns import ConcernReport
from workbench.domain.disclosures import Printed
from workbench.domain.measures import Measure
from workbench.domain.plans import ChildPlanNote, PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow, SafeContact
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.loop import deadlines
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt

FIVE_MINUTES = 5 * 60 * 4
"""Keys, at four a second: no more than an ordinary typist."""
OF_THE_MOTHER = (
    *(telling.NAME, telling.NUMBER, telling.CHANNEL, telling.CODE_WORD, telling.NEED_REASONS),
    *(telling.OWN_WORDS, telling.PLAN_WORDS, day_after.ON_PAPER, day_after.SCENARIO),
    *(night.INJURIES, night.WHERE_HE_IS, night.HOW_TRACKED, night.ROOM),
)


def test_a_night_with_two_children_and_what_follows(qapp: QApplication, tmp_path: Path) -> None:
    shelter = Workplace(tmp_path / "a", "Jouren Påhittet", "Sten Skyddsson", "granit körsbär")
    shelter.found()
    report, papers = tmp_path / "report", tmp_path / "papers"
    for folder in (report, papers):
        folder.mkdir()
    with unlocked(qapp, shelter, "night") as (hands, stations):
        before = hands.pressed
        night.somebody_at_the_door(hands, stations, shelter)
        said = " ".join(each.text() for each in hands.program.shell.findChildren(QLabel))
        assert "2 barn har egna akter" in said
        night.protect(hands, stations)
        assert hands.pressed - before < FIVE_MINUTES
        night.report(hands, stations, report)
    with unlocked(qapp, shelter := shelter.later(1), "night") as (hands, stations):
        day_after.what_was_put_off(hands, stations)
        day_after.load_wording(hands, stations)
        day_after.who_she_is(hands, stations)
        day_after.ask_freda(hands, stations)
        day_after.judge(hands, stations, shelter)
        day_after.answer_it(hands, stations, shelter)
        day_after.plan(hands, stations, shelter, papers)
        day_after.plan_with_the_child(hands, stations, shelter, papers)
    with unlocked(qapp, shelter.later(3), "night") as (hands, stations):
        day_after.follow_up(hands, stations)
    _check_vault(shelter)
    _check_report(report)
    _check_papers(papers)


def _check_vault(shelter: Workplace) -> None:
    with session_of(shelter) as session:
        akter = {row.number: session.akt(row.case) for row in cases.open_cases(session.desk)}
        mother, child, other = (akter[number] for number in sorted(akter))
        _check_arrivals(mother, child, other)
        _check_day(mother, session)
        _check_child(child)
        of_children = " ".join(repr(e.body) for a in (child, other) for e in a.file.entries())
        assert [text for text in OF_THE_MOTHER if text in of_children] == []
        session.put_away()
        assert [r.why for r in session.desk.vault.verify() if r.first_bad or r.why] == []


def _check_arrivals(mother: Akt, child: Akt, other: Akt) -> None:
    (arrived,) = mother.all(Arrival)
    assert (arrived.value.strangled, arrived.value.followed) == ("yes", "no")
    assert (arrived.value.room, arrived.value.injuries) == (night.ROOM, night.INJURIES)
    (of_child,) = child.all(ChildArrival)
    assert of_child.value.needs == night.NEEDS, "typed on after the lock"
    assert subject_of(other).name == night.CHILDREN[1]
    whats = [{d.what for d in deadlines.deadlines_of(akt)} for akt in (mother, child, other)]
    assert {"implementation-plan", "shelter-assessment-first"} <= whats[0]
    assert "child-protection-assessment" in whats[1] & whats[2]
    assert "immediate-measure-submission" in whats[1] - whats[2]


def _check_day(mother: Akt, session: Session) -> None:
    about = subject_of(mother)
    assert (about.name, about.identity) == (telling.NAME, "confirmed")
    (contact,) = mother.all(SafeContact)
    assert contact.value.may_leave_message == "no"
    (asked,) = mother.all(Assessment)
    assert asked.value.wording != "none"
    (result,) = mother.all(Result)
    assert result.value.value is None
    (judged,) = mother.all(Judgement)
    (scenario,) = mother.all(Scenario)
    (measure,) = mother.all(Measure)
    done = measure.value
    assert (done.scenario, done.what, done.who) == (
        scenario.record, day_after.MEASURE, day_after.WHO,
    )  # fmt: skip
    assert (done.decision, done.decided_by) == (day_after.DECISION, "Föreståndaren")
    (point,) = mother.all(PlanItem)
    assert (point.value.carry, point.value.scenarios) == ("M", (scenario.record,))
    assert {note.value.child for note in mother.all(ChildPlanNote)} == {"Lo", "Pim"}
    (ours,) = mother.all(ProtectionPlan)
    assert ours.value.follow_up_on == done.follow_up_on
    assert judged.value.reassess_on
    assert len(session.desk.house.all(Printed)) == 2


def _check_child(child: Akt) -> None:
    (needed,) = child.all(ProtectionNow)
    assert needed.value.needed == "yes"
    (position,) = child.all(ConcernReport)
    assert (position.value.position, position.value.made_by) == ("made", day_after.WHO)
    (plan,) = child.all(SafetyPlan)
    assert (plan.value.own_words, plan.value.designated) == (
        day_after.CHILD_WORDS, day_after.DESIGNATED,
    )  # fmt: skip


def _check_report(folder: Path) -> None:
    """By room; nobody's name, and nothing of what the mother said."""
    (paper,) = folder.iterdir()
    said = body(paper.read_bytes())
    for text in (night.ROOM, *night.PUT_OFF, night.CALL):
        assert "".join(text.split()) in said
    for name in (*night.CHILDREN, "Låtsasvall", "Jouren"):
        assert "".join(name.split()) not in said


def _check_papers(folder: Path) -> None:
    """Each sheet says what its person chose, and nothing else at all."""
    said = sorted("".join(pages(paper.read_bytes())).strip() for paper in folder.iterdir())
    assert said == sorted((day_after.ON_PAPER, day_after.CHILD_PAPER))
