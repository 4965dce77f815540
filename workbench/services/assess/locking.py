# SPDX-License-Identifier: EUPL-1.2
"""The end of the work on an assessment: locked it is read, and what changes is a new one."""

from typing import ClassVar

from workbench.domain.beside import AssessmentLock
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.forms import Slot, open_slots
from workbench.services.assess import locks, sheets
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Draft
from workbench.words import _, language

_MOST_NAMED = 3


class StillOpenError(WorkbenchError):
    """An assessment was to be locked with places that nobody answered (`items`), and no reason."""

    code: ClassVar[str] = "ASSESS-002"


class NotEnteredError(WorkbenchError):
    """An assessment was to be locked with working material that is not entered."""

    code: ClassVar[str] = "ASSESS-003"


def lock(akt: Akt, desk: Desk, assessment: RecordId, incomplete_because: str = "") -> Changes:
    """Lock an assessment. What nobody answered or confirmed is named, or a reason ends it.

    Raises:
        StillOpenError: places are open and no reason was given; NotEnteredError: working rows
        wait; AssessmentLockedError: it is locked already.
    """
    locks.require_open(akt, assessment)
    shown = sheets.sheet(akt, desk, assessment)
    if shown.unentered:
        raise NotEnteredError
    left = open_slots(shown.definition, shown.given)
    if left and not incomplete_because.strip():
        raise StillOpenError(items=_few(tuple(dict.fromkeys(_named(slot) for slot in left))))
    because = incomplete_because.strip() if left else ""
    return akt.enter(Draft(AssessmentLock(assessment, because)))


def _few(names: tuple[str, ...]) -> str:
    """The first of them and how many more: the page itself shows every one."""
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    more = _("{n} more").format(n=len(names) - _MOST_NAMED)
    return ", ".join((*names[:_MOST_NAMED], more))


def _named(slot: Slot) -> str:
    return f"{slot.item.number}. {slot.item.labels[language()]}"
