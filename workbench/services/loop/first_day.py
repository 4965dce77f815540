# SPDX-License-Identifier: EUPL-1.2
"""The first day of an akt, step by step: what is done follows from what is recorded.

Nothing is ticked. The guide is gone when all is done, when its reader closed it, or when nobody
arrived. The register carries that there is something left, never what.
"""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.arrivals import FirstDayClosed, lines_of
from workbench.domain.assessments import Assessment, OwnAppraisal
from workbench.domain.deadlines import OWN, Deadline
from workbench.domain.ids import UserId
from workbench.domain.plans import SafetyPlan
from workbench.domain.subject import ProtectionNow, SafeContact, Subject
from workbench.services.changes import Changes
from workbench.services.loop import arrived
from workbench.services.person import protection_view
from workbench.services.ports import RegisterRow
from workbench.services.records.akt import Akt, Draft

Step = Literal[
    "arrival", "protection", "contact", "who", "put-off", "own-words", "assessment", "plan"
]
_OF_ADULT: tuple[Step, ...] = (
    "arrival", "protection", "contact", "who", "put-off", "own-words", "assessment", "plan"
)  # fmt: skip
_OF_CHILD: tuple[Step, ...] = ("arrival", "protection", "who", "put-off", "plan")
KINDS_OF_RECORDS = frozenset(
    {"arrival", "child_arrival", "first_day_closed", "protection_now", "safe_contact", "subject"}
    | {"deadline", "own_appraisal", "assessment", "safety_plan", "protected_identity"}
)
"""The records that the steps are derived from."""
_LEFT, _CLOSED, _ARRIVED = "first-day:left", "first-day:closed:", "arrived:"


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step and whether what it asks for is recorded."""

    step: Step
    is_done: bool


def steps_of(akt: Akt) -> tuple[StepDone, ...]:
    """The steps in order; none where nobody arrived."""
    if not arrived.arrived_at(akt):
        return ()
    is_child = arrived.arrival_of(akt) is None
    steps = _OF_CHILD if is_child else _OF_ADULT
    return tuple(StepDone(step, _is_done(akt, step)) for step in steps)


def is_closed(akt: Akt, user: UserId) -> bool:
    """Whether this user closed the guide of this akt."""
    return any(each.author == user for each in akt.all(FirstDayClosed))


def close(akt: Akt) -> Changes:
    """Its reader needs it no more. Nothing is left out by that: duties stand elsewhere too."""
    if is_closed(akt, akt.user):
        return Changes(akt.case)
    return akt.enter(Draft(FirstDayClosed()))


def is_waiting(row: RegisterRow, user: UserId) -> bool:
    """Whether the guide has steps left for this user, as the register says."""
    flags = row.summary.flags
    return _LEFT in flags and f"{_CLOSED}{user}" not in flags


def arrived_at(row: RegisterRow) -> str:
    """When the person of an akt came, as the register says; "" where that is not entered."""
    found = [flag[len(_ARRIVED) :] for flag in row.summary.flags if flag.startswith(_ARRIVED)]
    return found[0] if found else ""


def flags_of(akt: Akt) -> tuple[str, ...]:
    """What the register mirrors: when the person came, that steps are left, who closed it."""
    at = arrived.arrived_at(akt)
    if not at:
        return ()
    left = any(not each.is_done for each in steps_of(akt))
    closed = {f"{_CLOSED}{each.author}" for each in akt.all(FirstDayClosed)}
    return (f"{_ARRIVED}{at}", *((_LEFT,) if left else ()), *sorted(closed))


def _is_done(akt: Akt, step: Step) -> bool:
    if step == "arrival":
        return True
    if step == "who":
        known = (each.value for each in akt.all(Subject))
        return protection_view.is_protected(akt) or any(about.name for about in known)
    if step == "put-off":
        return not _waiting(akt)
    kinds: dict[Step, tuple[type, ...]] = {
        "protection": (ProtectionNow,),
        "contact": (SafeContact,),
        "own-words": (OwnAppraisal,),
        "assessment": (Assessment,),
        "plan": (SafetyPlan,),
    }
    return any(akt.all(kind) for kind in kinds[step])


def _waiting(akt: Akt) -> bool:
    """Whether a task that was put off at the door still waits."""
    adult, child = arrived.arrival_of(akt), arrived.child_arrival_of(akt)
    said = adult.value.postponed if adult else child.value.postponed if child else ""
    titles = set(lines_of(said))
    own = (each.value for each in akt.all(Deadline) if each.value.rule == OWN)
    return any(each.is_open and each.title in titles for each in own)
