# SPDX-License-Identifier: EUPL-1.2
"""What is said to have happened on a day that has not come: a slip of the pen, refused alike."""

from typing import ClassVar

from workbench.domain.documents import Document
from workbench.domain.errors import WorkbenchError
from workbench.domain.measures import Measure
from workbench.domain.orders import Alarm
from workbench.domain.plans import ChildPlanNote, SafetyPlan, StayPlan
from workbench.services.records.akt import Akt

Dated = Alarm | ChildPlanNote | Document | Measure | SafetyPlan | StayPlan
_HAS_BEEN: dict[type[Dated], str] = {
    Alarm: "tried_on",
    ChildPlanNote: "reviewed_on",
    Document: "received_on",
    Measure: "decided_on",
    SafetyPlan: "talked_through_on",
    StayPlan: "contacted_on",
}
"""The one day of each kind that tells of something done. The others may lie ahead."""


class DayAheadError(WorkbenchError):
    """Something was said to be done on a day that has not come (`day`)."""

    code: ClassVar[str] = "LOOP-018"


def require_been(akt: Akt, value: Dated) -> None:
    """Raises DayAheadError. An empty day was not said."""
    day = str(getattr(value, _HAS_BEEN[type(value)]))
    if day > akt.today():
        raise DayAheadError(day=day)
