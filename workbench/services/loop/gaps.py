# SPDX-License-Identifier: EUPL-1.2
"""The open duties of the loop: what an assessment must lead to and has not led to yet.

Each gap is one pure function over the akt as it stands; none is stored, so that none can be
ticked away. A gap blocks nothing. It names the record that it is about, where there is one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.domain.assessments import Judgement
from workbench.domain.deadlines import day_of
from workbench.domain.ids import RecordId
from workbench.domain.measures import CLOSED, Measure, NoMeasure
from workbench.domain.plans import StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services.assess.judging import missing_parts, newest_judgement, signature_of
from workbench.services.loop import concerns, deadlines, following
from workbench.services.loop.deadlines import DueDate
from workbench.services.loop.outdated import Outdated, outdated
from workbench.services.loop.plan_gaps import PlanGap, plan_gaps
from workbench.services.records.akt import Akt, Recorded

Step = Literal["protection", "assessment", "scenarios", "measures", "follow-up", "reassessment"]
Gap = Literal[
    "protection-not-considered",
    "judgement-without-reasons",
    "judgement-missing-parts",
    "judgement-not-signed",
    "judgement-outdated",
    "judgement-without-scenario",
    "scenario-outdated",
    "scenario-without-measure",
    "measure-without-who",
    "measure-without-when",
    "measure-late",
    "measure-outdated",
    "declined-without-stay-plan",
    "stays-without-contact-date",
    "contact-overdue",
    "child-without-plan",
    "child-without-concern-position",
    "plan-review-overdue",
    "plan-item-older",
    "follow-up-overdue",
    "measure-follow-up-overdue",
    "no-reassessment-date",
    "reassessment-due",
]
GAPS: tuple[Gap, ...] = get_args(Gap)
OF_A_DAY: tuple[Gap, ...] = (
    "measure-late",
    "contact-overdue",
    "plan-review-overdue",
    "follow-up-overdue",
    "measure-follow-up-overdue",
    "reassessment-due",
)
"""Those that come with a day; the register mirrors the day, not the gap."""
NOWHERE = RecordId("")
"""What a gap is about when it is about no record."""
_APART = frozenset({"why", "reassess_on"})
"""Parts of a judgement that have a gap of their own."""
_Found = tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class OpenGap:
    """One open duty: which, and about which record."""

    gap: Gap
    record: RecordId = NOWHERE

    @property
    def step(self) -> Step:
        return FINDERS[self.gap][0]


@dataclass(frozen=True, slots=True)
class Standing:
    """An akt as far as its gaps are concerned. `today` is an ISO date.

    `late` are the dates whose day is over; `of_plans` what the plans say of themselves.
    """

    today: str
    protection: tuple[Recorded[ProtectionNow], ...] = ()
    judgements: tuple[Recorded[Judgement], ...] = ()
    newest: Recorded[Judgement] | None = None
    is_signed: bool = False
    scenarios: tuple[Recorded[Scenario], ...] = ()
    measures: tuple[Recorded[Measure], ...] = ()
    no_measures: tuple[Recorded[NoMeasure], ...] = ()
    stays: tuple[Recorded[StayPlan], ...] = ()
    children_untold: tuple[str, ...] = ()
    late: tuple[DueDate, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    of_plans: tuple[PlanGap, ...] = ()


def standing_of(akt: Akt, today: str) -> Standing:
    """The akt as it stands."""
    newest = newest_judgement(akt)
    day = day_of(today)
    return Standing(
        today=today,
        protection=akt.all(ProtectionNow),
        judgements=akt.all(Judgement),
        newest=newest,
        is_signed=newest is not None and signature_of(akt, newest.record) is not None,
        scenarios=akt.all(Scenario),
        measures=akt.all(Measure),
        no_measures=akt.all(NoMeasure),
        stays=akt.all(StayPlan),
        children_untold=concerns.without_position(akt),
        late=tuple(each for each in deadlines.open_deadlines(akt) if each.is_late(day)),
        outdated=outdated(akt),
        of_plans=plan_gaps(akt, today),
    )


def open_gaps(akt: Akt, today: str) -> tuple[OpenGap, ...]:
    """Every open duty, in the order of the loop."""
    return gaps_of(standing_of(akt, today))


def gaps_of(now: Standing) -> tuple[OpenGap, ...]:
    """Every open duty of an akt that stands so."""
    found: list[OpenGap] = []
    for gap in GAPS:
        _step, find = FINDERS[gap]
        found += [OpenGap(gap, record) for record in dict.fromkeys(find(now))]
    return tuple(found)


def protection_not_considered(now: Standing) -> _Found:
    """Nobody has said whether protection is needed now."""
    return () if now.protection else (NOWHERE,)


def judgement_without_reasons(now: Standing) -> _Found:
    """1. A judgement that does not say why: every one, not only the newest."""
    return tuple(each.record for each in now.judgements if not each.value.why.strip())


def judgement_missing_parts(now: Standing) -> _Found:
    """The newest judgement lacks a part, besides its reasons and its next date."""
    if now.newest is None or not set(missing_parts(now.newest.value)) - _APART:
        return ()
    return (now.newest.record,)


def judgement_not_signed(now: Standing) -> _Found:
    """The newest judgement says everything and nobody stands behind it as it reads now."""
    if now.newest is None or now.is_signed or missing_parts(now.newest.value):
        return ()
    return (now.newest.record,)


def judgement_without_scenario(now: Standing) -> _Found:
    """2. A judgement, and nowhere risk of what."""
    return (NOWHERE,) if now.judgements and not now.scenarios else ()


def scenario_without_measure(now: Standing) -> _Found:
    """3. Neither a measure nor why there is none. A measure that was refused protects nobody."""
    answered = {each.value.scenario for each in now.measures if each.value.status != "refused"}
    answered |= {each.value.scenario for each in now.no_measures if each.value.because.strip()}
    return tuple(each.record for each in now.scenarios if each.record not in answered)


def measure_without_who(now: Standing) -> _Found:
    """4. A measure that nobody does."""
    return tuple(e.record for e in _wanted(now) if not e.value.who.strip())


def measure_without_when(now: Standing) -> _Found:
    """4. A measure without a day, or with something else where the day stands."""
    return tuple(e.record for e in _wanted(now) if not _is_day(e.value.due))


def measure_late(now: Standing) -> _Found:
    """A measure whose day is over and that is not done."""
    open_ones = (each for each in now.measures if each.value.status not in CLOSED)
    return tuple(e.record for e in open_ones if _is_day(e.value.due) and e.value.due < now.today)


def no_reassessment_date(now: Standing) -> _Found:
    """5. No day for the next assessment."""
    if now.newest is None or _is_day(now.newest.value.reassess_on):
        return ()
    return (now.newest.record,)


def reassessment_due(now: Standing) -> _Found:
    """The day for the next assessment has come."""
    if now.newest is None or no_reassessment_date(now):
        return ()
    return (now.newest.record,) if now.newest.value.reassess_on <= now.today else ()


def follow_up_overdue(now: Standing) -> _Found:
    """6. The follow-up of the plan is late."""
    return _late(now, following.FOLLOW_UP)


def measure_follow_up_overdue(now: Standing) -> _Found:
    """6. The follow-up of a measure is late."""
    return _late(now, following.MEASURE_FOLLOW_UP)


def child_without_plan(now: Standing) -> _Found:
    """7. A child without a plan of its own."""
    return _of_plan(now, "child-without-plan")


def child_without_concern_position(now: Standing) -> _Found:
    """8. A child of whom nobody has said whether a report of concern was made, or why not."""
    return (NOWHERE,) if now.children_untold else ()


def plan_item_older(now: Standing) -> _Found:
    """9. A point of a plan that is older than the assessment or the scenario it rests on."""
    return _outdated(now, "plan_item")


def stays_without_contact_date(now: Standing) -> _Found:
    """10. The person stays or goes home, and there is no day for a new contact."""
    return tuple(each.record for each in now.stays if not _is_day(each.value.contact_on))


def _of_plan(now: Standing, gap: PlanGap) -> _Found:
    return (NOWHERE,) if gap in now.of_plans else ()


def _outdated(now: Standing, *kinds: str) -> _Found:
    return tuple(each.record for each in now.outdated if each.kind in kinds)


def _late(now: Standing, what: str) -> _Found:
    return tuple(each.about or NOWHERE for each in now.late if each.what == what)


def _wanted(now: Standing) -> list[Recorded[Measure]]:
    return [each for each in now.measures if each.value.status != "refused"]


def _is_day(text: str) -> bool:
    try:
        return bool(day_of(text))
    except ValueError:
        return False


Finder = Callable[[Standing], _Found]
FINDERS: Mapping[Gap, tuple[Step, Finder]] = {
    "protection-not-considered": ("protection", protection_not_considered),
    "judgement-without-reasons": ("assessment", judgement_without_reasons),
    "judgement-missing-parts": ("assessment", judgement_missing_parts),
    "judgement-not-signed": ("assessment", judgement_not_signed),
    "judgement-outdated": ("assessment", lambda now: _outdated(now, "judgement")),
    "judgement-without-scenario": ("scenarios", judgement_without_scenario),
    "scenario-outdated": ("scenarios", lambda now: _outdated(now, "scenario")),
    "scenario-without-measure": ("measures", scenario_without_measure),
    "measure-without-who": ("measures", measure_without_who),
    "measure-without-when": ("measures", measure_without_when),
    "measure-late": ("measures", measure_late),
    "measure-outdated": ("measures", lambda now: _outdated(now, "measure", "no_measure")),
    "declined-without-stay-plan": (
        "measures",
        lambda now: _of_plan(now, "declined-without-stay-plan"),
    ),
    "stays-without-contact-date": ("measures", stays_without_contact_date),
    "contact-overdue": ("measures", lambda now: _of_plan(now, "contact-overdue")),
    "child-without-plan": ("measures", child_without_plan),
    "child-without-concern-position": ("measures", child_without_concern_position),
    "plan-review-overdue": ("measures", lambda now: _of_plan(now, "plan-review-overdue")),
    "plan-item-older": ("measures", plan_item_older),
    "follow-up-overdue": ("follow-up", follow_up_overdue),
    "measure-follow-up-overdue": ("follow-up", measure_follow_up_overdue),
    "no-reassessment-date": ("reassessment", no_reassessment_date),
    "reassessment-due": ("reassessment", reassessment_due),
}
