# SPDX-License-Identifier: EUPL-1.2
"""From judgement to what is done: scenarios, measures and the two plans."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.plans import PlanItem, PlanOwner, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services import linking, safety_planning
from workbench.services.akt import Akt, Draft, Recorded
from workbench.services.changes import Changes
from workbench.services.judging import missing_parts, newest_judgement, signature_of
from workbench.services.plan_gaps import plan_gaps

Step = Literal["protection", "assessment", "scenarios", "measures", "follow-up", "reassessment"]
STEPS: tuple[Step, ...] = (
    "protection",
    "assessment",
    "scenarios",
    "measures",
    "follow-up",
    "reassessment",
)
State = Literal["empty", "begun", "done"]
Gap = Literal[
    "protection-not-considered",
    "judgement-missing-parts",
    "judgement-not-signed",
    "judgement-without-scenario",
    "scenario-without-measure",
    "measure-without-who",
    "measure-without-when",
    "measure-late",
    "no-reassessment-date",
    "reassessment-due",
    "follow-up-overdue",
    "declined-without-stay-plan",
    "contact-overdue",
    "child-without-plan",
    "plan-review-overdue",
]


@dataclass(frozen=True, slots=True)
class LoopStep:
    """One step of the loop: how far it is, what is left to do in it, and when it is planned.

    A step that lies ahead is begun, never done: `on` is its ISO date.
    """

    step: Step
    state: State
    gaps: tuple[Gap, ...] = ()
    on: str = ""


def enter_incident(akt: Akt, incident: Incident, record: RecordId | None = None) -> Changes:
    """Enter a dated incident of the violence calendar."""
    return akt.enter(Draft(incident, record))


def calendar(akt: Akt) -> tuple[Recorded[Incident], ...]:
    """The incidents by day. They are listed, never added up."""
    return tuple(sorted(akt.all(Incident), key=lambda each: (each.value.day, each.recorded_at)))


def enter_scenario(akt: Akt, scenario: Scenario, record: RecordId | None = None) -> Changes:
    """Enter a scenario that a person wrote.

    Raises:
        LikelihoodNumberError: a likelihood in figures; UnknownLinkError: a link to nothing.
    """
    linking.require_scenario(akt, scenario)
    return akt.enter(Draft(scenario, record))


def enter_measure(akt: Akt, measure: Measure, record: RecordId | None = None) -> Changes:
    """Enter a measure. Raises UnknownLinkError for a link to nothing."""
    linking.require_measure(akt, measure)
    return akt.enter(Draft(measure, record))


def enter_safety_plan(akt: Akt, plan: SafetyPlan) -> Changes:
    """Enter the person's own plan; the earlier version stays in the history."""
    found = akt.all(SafetyPlan)
    return akt.enter(Draft(plan, found[0].record if found else None))


def enter_protection_plan(akt: Akt, plan: ProtectionPlan) -> Changes:
    """Enter the organisation's plan; the earlier version stays in the history."""
    found = akt.all(ProtectionPlan)
    return akt.enter(Draft(plan, found[0].record if found else None))


def enter_plan_item(akt: Akt, item: PlanItem, record: RecordId | None = None) -> Changes:
    """Enter one point of a plan. Raises LooserMarkError, UnknownLinkError."""
    safety_planning.require_item(akt, item)
    return akt.enter(Draft(item, record))


def items_of(akt: Akt, owner: PlanOwner) -> tuple[Recorded[PlanItem], ...]:
    """The points of one of the two plans, by section."""
    found = [each for each in akt.all(PlanItem) if each.value.owner == owner]
    return tuple(sorted(found, key=lambda each: (each.value.section, each.recorded_at)))


def loop_of(akt: Akt, today: str) -> tuple[LoopStep, ...]:
    """The six steps of the loop as they stand. `today` is an ISO date."""
    return (
        _protection(akt),
        _assessment(akt),
        _scenarios(akt),
        _measures(akt, today),
        _follow_up(akt, today),
        _reassessment(akt, today),
    )


def _protection(akt: Akt) -> LoopStep:
    if akt.all(ProtectionNow):
        return LoopStep("protection", "done")
    return LoopStep("protection", "empty", ("protection-not-considered",))


def _assessment(akt: Akt) -> LoopStep:
    judged = newest_judgement(akt)
    if judged is None:
        return LoopStep("assessment", "empty")
    if missing_parts(judged.value):
        return LoopStep("assessment", "begun", ("judgement-missing-parts",))
    if signature_of(akt, judged.record) is None:
        return LoopStep("assessment", "begun", ("judgement-not-signed",))
    return LoopStep("assessment", "done")


def _scenarios(akt: Akt) -> LoopStep:
    if akt.all(Scenario):
        return LoopStep("scenarios", "done")
    judged: tuple[Gap, ...] = ("judgement-without-scenario",) if newest_judgement(akt) else ()
    return LoopStep("scenarios", "empty", judged)


def _measures(akt: Akt, today: str) -> LoopStep:
    measures = akt.all(Measure)
    answered = {each.value.scenario for each in measures}
    gaps: list[Gap] = []
    if any(each.record not in answered for each in akt.all(Scenario)):
        gaps.append("scenario-without-measure")
    if any(not each.value.who.strip() for each in measures):
        gaps.append("measure-without-who")
    if any(not each.value.due for each in measures):
        gaps.append("measure-without-when")
    if any(_is_late(each.value, today) for each in measures):
        gaps.append("measure-late")
    gaps += plan_gaps(akt, today)
    state: State = "empty" if not measures else "begun" if gaps else "done"
    return LoopStep("measures", state, tuple(gaps))


def _follow_up(akt: Akt, today: str) -> LoopStep:
    plans = akt.all(ProtectionPlan)
    if not plans:
        return LoopStep("follow-up", "empty")
    date = plans[-1].value.follow_up_on
    if date and date < today:
        return LoopStep("follow-up", "begun", ("follow-up-overdue",))
    return LoopStep("follow-up", "begun", on=date)


def _reassessment(akt: Akt, today: str) -> LoopStep:
    judged = newest_judgement(akt)
    if judged is None:
        return LoopStep("reassessment", "empty")
    if not judged.value.reassess_on:
        return LoopStep("reassessment", "begun", ("no-reassessment-date",))
    if judged.value.reassess_on <= today:
        return LoopStep("reassessment", "begun", ("reassessment-due",))
    return LoopStep("reassessment", "begun", on=judged.value.reassess_on)


def _is_late(measure: Measure, today: str) -> bool:
    return bool(measure.due) and measure.due < today and measure.status not in CLOSED
