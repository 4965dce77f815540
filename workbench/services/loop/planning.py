# SPDX-License-Identifier: EUPL-1.2
"""From judgement to what is done: scenarios, measures and the two plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId, RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import PlanItem, PlanOwner, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services.assess import linking, reviewing
from workbench.services.assess.judging import newest_judgement, signature_of
from workbench.services.assess.reviewing import Stage
from workbench.services.changes import Changes
from workbench.services.facts.has_been import require_been
from workbench.services.loop import deadlines, following, safety_planning
from workbench.services.loop.gaps import Gap, OpenGap, Step, open_gaps
from workbench.services.records.akt import Akt, Draft, Recorded

STEPS: tuple[Step, ...] = get_args(Step)
State = Literal["empty", "begun", "done"]


class NoMeasureReasonError(WorkbenchError):
    """A scenario was to be left without a measure, and nobody said why."""

    code: ClassVar[str] = "LOOP-011"


class MeasureChangedError(WorkbenchError):
    """Somebody else changed the measure while it was being written."""

    code: ClassVar[str] = "LOOP-016"


@dataclass(frozen=True, slots=True)
class LoopStep:
    """One step of the loop: how far it is, what is left to do in it, and when it is planned.

    A step that lies ahead is begun, never done: `on` is its ISO date. `found` are the gaps one by
    one, `gaps` their kinds. `review` is how far the review of the judgement has come.
    """

    step: Step
    state: State
    found: tuple[OpenGap, ...] = ()
    on: str = ""
    review: Stage = "none"

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(dict.fromkeys(each.gap for each in self.found))


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
    """Enter a measure. Raises UnknownLinkError for a link to nothing; DayAheadError."""
    require_measure(akt, measure)
    return akt.enter(Draft(measure, record))


def require_measure(akt: Akt, measure: Measure) -> None:
    """Its links lead somewhere, its decision is made.

    Raises:
        UnknownLinkError; DayAheadError.
    """
    linking.require_measure(akt, measure)
    require_been(akt, measure)


def enter_safety_plan(akt: Akt, plan: SafetyPlan) -> Changes:
    """Enter the person's own plan; the earlier version stays in the history.

    Raises:
        DayAheadError
    """
    require_been(akt, plan)
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


def enter_no_measure(akt: Akt, scenario: RecordId, because: str) -> Changes:
    """Enter that a scenario is left without a measure on purpose; a new reason corrects the last.

    Raises:
        NoMeasureReasonError: why is not said; UnknownLinkError: no such scenario.
    """
    if not because.strip():
        raise NoMeasureReasonError
    if akt.find(Scenario, scenario) is None:
        raise linking.UnknownLinkError
    before = no_measure_of(akt, scenario)
    value = NoMeasure(scenario, because.strip())
    return akt.enter(Draft(value, before.record if before is not None else None))


def no_measure_of(akt: Akt, scenario: RecordId) -> Recorded[NoMeasure] | None:
    """Why a scenario has no measure, as it stands; None where nobody said."""
    found = [each for each in akt.all(NoMeasure) if each.value.scenario == scenario]
    return found[-1] if found else None


def require_newest(akt: Akt, measure: RecordId, seen: Sequence[EntryId]) -> None:
    """Refuse a change of a measure that somebody else changed since it was laid open.

    Raises:
        MeasureChangedError.
    """
    newest = {each.entry for each in akt.all(Measure) if each.record == measure}
    if not newest <= set(seen):
        raise MeasureChangedError


def loop_of(akt: Akt, today: str) -> tuple[LoopStep, ...]:
    """The six steps of the loop as they stand. `today` is an ISO date."""
    gaps = open_gaps(akt, today)
    return tuple(_step(akt, step, tuple(g for g in gaps if g.step == step)) for step in STEPS)


def _step(akt: Akt, step: Step, found: tuple[OpenGap, ...]) -> LoopStep:
    judged = newest_judgement(akt)
    if step == "assessment" and judged is not None:
        # A part that another step asks for may be all that lacks: nobody stands behind it yet.
        is_done = not found and signature_of(akt, judged.record) is not None
        state: State = "done" if is_done else "begun"
        return LoopStep(step, state, found, review=reviewing.standing(akt, judged.record).stage)
    if step == "follow-up":
        return _follow_up(akt, found)
    if step == "reassessment" and judged is not None:
        return LoopStep(step, "begun", found, "" if found else judged.value.reassess_on)
    if not _has_begun(akt, step):
        return LoopStep(step, "empty", found)
    return LoopStep(step, "begun" if found else "done", found)


_BEGINS: dict[Step, type[Any]] = {
    "protection": ProtectionNow,
    "scenarios": Scenario,
    "measures": Measure,
}


def _has_begun(akt: Akt, step: Step) -> bool:
    return step in _BEGINS and bool(akt.all(_BEGINS[step]))


def _follow_up(akt: Akt, found: tuple[OpenGap, ...]) -> LoopStep:
    """It never is done: another day comes. The nearest of the days that were chosen."""
    chosen = (following.FOLLOW_UP, following.MEASURE_FOLLOW_UP)
    waits = [each.day for each in deadlines.open_deadlines(akt) if each.what in chosen]
    if not waits and not akt.all(ProtectionPlan):
        return LoopStep("follow-up", "empty", found)
    return LoopStep("follow-up", "begun", found, "" if found else min(waits, default=""))
