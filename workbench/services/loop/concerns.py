# SPDX-License-Identifier: EUPL-1.2
"""The recorded position on a report of concern, for each child that an akt tells of."""

from typing import ClassVar

from workbench.domain.arrivals import ChildArrival
from workbench.domain.concerns import ConcernReport
from workbench.domain.deadlines import day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.plans import ChildPlanNote
from workbench.domain.subject import Subject
from workbench.services.changes import Changes
from workbench.services.records.akt import Akt, Draft, Recorded

OWN = ""
"""What the child is called in its own akt."""


class ConcernUnclearError(WorkbenchError):
    """A position on a report of concern without who and when, or without why not."""

    code: ClassVar[str] = "LOOP-014"


class ConcernDayError(WorkbenchError):
    """A report of concern was said to be made on a day that has not come, or is no day."""

    code: ClassVar[str] = "LOOP-015"


def enter_position(akt: Akt, position: ConcernReport, record: RecordId | None = None) -> Changes:
    """Enter where one stands. Raises ConcernUnclearError, ConcernDayError."""
    require_position(akt, position)
    return akt.enter(Draft(position, record))


def require_position(akt: Akt, position: ConcernReport) -> None:
    """Made: by whom and when. Not made: why not.

    Raises:
        ConcernUnclearError; ConcernDayError.
    """
    if not is_clear(position):
        raise ConcernUnclearError
    if position.made_on and not _has_come(position.made_on, akt.today()):
        raise ConcernDayError(day=position.made_on)


def is_clear(position: ConcernReport) -> bool:
    """Whether it says what it must."""
    if position.position == "made":
        return bool(position.made_by.strip() and position.made_on.strip())
    return bool(position.because.strip())


def positions(akt: Akt) -> tuple[Recorded[ConcernReport], ...]:
    """Every recorded position, oldest first."""
    return akt.all(ConcernReport)


def children(akt: Akt) -> tuple[str, ...]:
    """The children that a position is wanted of, as they are called here; `OWN` for itself.

    A child's own akt is one in which a child arrived, too. A child is told of by a note on its
    plan, or as one who was there; however it is spelled then, once.
    """
    is_childs = any(each.value.role == "child" for each in akt.all(Subject))
    own = (OWN,) if is_childs or akt.all(ChildArrival) else ()
    told = [each.value.child for each in akt.all(ChildPlanNote)]
    told += [there.who for each in akt.all(Incident) for there in each.value.children]
    named: dict[str, str] = {}
    for child in told:
        named.setdefault(_name(child), child.strip())
    return (*own, *(child for child in named.values() if child))


def without_position(akt: Akt) -> tuple[str, ...]:
    """The children of whom nothing clear is recorded."""
    told = {_name(each.value.child) for each in positions(akt) if is_clear(each.value)}
    known = children(akt)
    is_own_told = bool(told - {_name(c) for c in known if c != OWN} or told & _own_names(akt))
    return tuple(c for c in known if not (is_own_told if c == OWN else _name(c) in told))


def _own_names(akt: Akt) -> frozenset[str]:
    """What a child may be called in its own akt. A sibling's name is none of these."""
    names = [_name(each.value.name) for each in akt.all(Subject)]
    return frozenset(part for name in names for part in (name, *name.split()[:1]))


def _name(child: str) -> str:
    return " ".join(child.split()).casefold()


def _has_come(day: str, today: str) -> bool:
    try:
        return day_of(day).isoformat() <= today
    except ValueError:
        return False
