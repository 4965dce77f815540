# SPDX-License-Identifier: EUPL-1.2
"""What is entered beside the two plans: modules, the plan for staying, notes on children's plans.

The checks that a point of a plan must pass are here too.
"""

from datetime import date
from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.plans import ChildPlanNote, PlanItem, PlanModules, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.services.assess.linking import UnknownLinkError
from workbench.services.changes import Changes
from workbench.services.facts.has_been import require_been
from workbench.services.loop import own_points, plan_library
from workbench.services.loop.chosen_modules import choosable_in
from workbench.services.loop.own_points import UnknownPointError
from workbench.services.loop.plan_library import read_library
from workbench.services.loop.plan_offers import role_of
from workbench.services.records.akt import Akt, Draft, Recorded


class ContactDayError(WorkbenchError):
    """A plan for staying or going home without the day of the next contact."""

    code: ClassVar[str] = "PLAN-004"


class WrongAktError(WorkbenchError):
    """A plan, or a note about one, that has no place in this akt."""

    code: ClassVar[str] = "PLAN-005"


def require_item(akt: Akt, item: PlanItem, house: Akt | None = None) -> None:
    """A point keeps the strictest mark, and answers scenarios that are there.

    `house`: the organisation akt, whose own marks hold beside those of the list.

    Raises:
        LooserMarkError; UnknownLinkError.
    """
    plan_library.require_mark(read_library("sv"), item.section, item.carry)
    if house is not None:
        own_points.require_mark(house, item.section, item.carry)
    if any(akt.find(Scenario, record) is None for record in item.scenarios):
        raise UnknownLinkError


def require_modules(akt: Akt, modules: PlanModules) -> None:
    """Only modules that can be chosen here. Raises UnknownPointError."""
    known = {each.id for each in choosable_in(akt, read_library("sv"))}
    for chosen in modules.chosen:
        if chosen not in known:
            raise UnknownPointError(point=chosen)


def require_stay(akt: Akt, plan: StayPlan) -> None:
    """The day of the next contact is said, and it is no plan of a child.

    Raises:
        ContactDayError; WrongAktError; DayAheadError.
    """
    require_been(akt, plan)
    if role_of(akt) != "exposed":
        raise WrongAktError
    try:
        date.fromisoformat(plan.contact_on)
    except ValueError:
        raise ContactDayError from None


def require_child_note(akt: Akt, note: ChildPlanNote) -> None:
    """A child's plan stands in the child's own akt, and is only noted elsewhere.

    Raises:
        WrongAktError; DayAheadError.
    """
    require_been(akt, note)
    if role_of(akt) != "exposed":
        raise WrongAktError


def enter_modules(akt: Akt, modules: PlanModules) -> Changes:
    """Choose which modules concern this person. Raises UnknownPointError."""
    require_modules(akt, modules)
    found = akt.all(PlanModules)
    return akt.enter(Draft(modules, found[0].record if found else None))


def enter_stay_plan(akt: Akt, plan: StayPlan) -> Changes:
    """Enter the plan for staying or going home. Raises ContactDayError, WrongAktError."""
    require_stay(akt, plan)
    found = akt.all(StayPlan)
    return akt.enter(Draft(plan, found[0].record if found else None))


def enter_child_note(akt: Akt, note: ChildPlanNote, record: RecordId | None = None) -> Changes:
    """Note in an adult's akt that a child has a plan, and when it was gone through."""
    require_child_note(akt, note)
    return akt.enter(Draft(note, record))


def stay_plan(akt: Akt) -> Recorded[StayPlan] | None:
    """The plan for staying or going home, as it stands."""
    found = akt.all(StayPlan)
    return found[-1] if found else None
