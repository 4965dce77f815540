# SPDX-License-Identifier: EUPL-1.2
"""The open duties of an akt as the register carries them: their kinds, and nothing else.

What a duty is about, whom it concerns and how often it is open is not in it. Those that come
with a day are mirrored as that day.
"""

from workbench.domain.arrivals import ChildArrival
from workbench.domain.assessments import Judgement, Result, SignOff
from workbench.domain.calls import Call
from workbench.domain.concerns import ConcernReport
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import ChildPlanNote, PlanItem, ProtectionPlan, SafetyPlan, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.standing import StillHolds
from workbench.domain.subject import ProtectionNow
from workbench.domain.worksheets import Citation, Material, SheetPerson, WorksheetHead
from workbench.services.loop import gaps, outdated
from workbench.services.loop.gaps import Gap
from workbench.services.ports import RegisterRow
from workbench.services.records import bodies
from workbench.services.records.akt import Akt

KINDS_OF_RECORDS = frozenset(
    bodies.name_of(of)
    for of in (
        *(ProtectionNow, Judgement, SignOff, Scenario, Incident, Measure, NoMeasure, StillHolds),
        *(PlanItem, SafetyPlan, ProtectionPlan, StayPlan, ChildPlanNote, ConcernReport),
        *(ChildArrival, Call, Result, Citation, Material, SheetPerson, WorksheetHead),
        *outdated.OF_FACTORS,
    )
)
"""The records that the gaps are derived from."""
_MARK, _BETWEEN = "gaps:", ","
_KNOWN: dict[str, Gap] = {gap: gap for gap in gaps.GAPS}


def flags_of(akt: Akt) -> tuple[str, ...]:
    """One flag with each kind of gap that is open and comes with no day; none without any."""
    kinds = dict.fromkeys(each.gap for each in gaps.open_gaps(akt, akt.today()))
    told = [gap for gap in kinds if gap not in gaps.OF_A_DAY]
    return (_MARK + _BETWEEN.join(told),) if told else ()


def open_in(row: RegisterRow) -> tuple[Gap, ...]:
    """The kinds that are open in a case, as the register says."""
    told = _flag(row)[len(_MARK) :].split(_BETWEEN)
    return tuple(_KNOWN[gap] for gap in told if gap in _KNOWN)


def how_many_in(row: RegisterRow) -> int:
    """How many kinds are open in a case: for thousands of them, without reading which."""
    flag = _flag(row)
    return flag.count(_BETWEEN) + 1 if flag else 0


def _flag(row: RegisterRow) -> str:
    for flag in row.summary.flags:
        if flag.startswith(_MARK):
            return flag
    return ""
