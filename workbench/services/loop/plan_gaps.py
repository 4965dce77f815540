# SPDX-License-Identifier: EUPL-1.2
"""What the plans of an akt leave open. Told on the loop; nothing is blocked by it."""

from typing import Literal

from workbench.domain.plans import ChildPlanNote, SafetyPlan, StayPlan
from workbench.domain.subject import ProtectionNow, Subject
from workbench.services.person import calling
from workbench.services.records.akt import Akt

PlanGap = Literal[
    "declined-without-stay-plan",
    "contact-overdue",
    "child-without-plan",
    "plan-review-overdue",
]


def plan_gaps(akt: Akt, today: str) -> tuple[PlanGap, ...]:
    """Each open duty once, the gravest first. `today` is an ISO date."""
    asked: tuple[tuple[PlanGap, bool], ...] = (
        ("declined-without-stay-plan", _declined_without_plan(akt)),
        ("contact-overdue", _contact_overdue(akt, today)),
        ("child-without-plan", _child_without_plan(akt)),
        ("plan-review-overdue", _review_overdue(akt, today)),
    )
    return tuple(gap for gap, is_open in asked if is_open)


def _declined_without_plan(akt: Akt) -> bool:
    """A place was said no to, and no plan for staying was entered after that.

    That nobody asked the next time takes back no answer.
    """
    considered = [each for each in akt.all(ProtectionNow) if each.value.shelter]
    if not considered or considered[-1].value.shelter != "declined":
        return False
    said = considered[-1].entry
    return not any(akt.is_later(each.entry, said) for each in akt.all(StayPlan))


def _contact_overdue(akt: Akt, today: str) -> bool:
    """The agreed day is over, and neither the plan nor a call says that the contact was had."""
    plans = (each.value for each in akt.all(StayPlan))
    return any("" < p.contact_on < today and not calling.contact_had_on(akt, p) for p in plans)


def _child_without_plan(akt: Akt) -> bool:
    """In the child's own akt: no plan. In an adult's: a child of which it is said."""
    is_child = any(each.value.role == "child" for each in akt.all(Subject))
    if is_child and not akt.all(SafetyPlan):
        return True
    return any(not each.value.has_plan for each in akt.all(ChildPlanNote))


def _review_overdue(akt: Akt, today: str) -> bool:
    days = [each.value.review_on for each in akt.all(SafetyPlan)]
    days += [each.value.review_on for each in akt.all(ChildPlanNote) if each.value.has_plan]
    return any(day and day < today for day in days)
