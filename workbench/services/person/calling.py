# SPDX-License-Identifier: EUPL-1.2
"""Calls that were made, and which of them are the contact that was agreed on."""

from typing import ClassVar

from workbench.domain.calls import Call
from workbench.domain.clock import moment
from workbench.domain.deadlines import day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.plans import StayPlan
from workbench.services.records.akt import Akt, Recorded


class CallAheadError(WorkbenchError):
    """A call is said to have been made at a time that has not come, or at none."""

    code: ClassVar[str] = "CALL-001"


class NobodyCalledError(WorkbenchError):
    """A call to somebody else does not say to whom."""

    code: ClassVar[str] = "CALL-002"


def require_call(akt: Akt, call: Call) -> None:
    """Refuse what may not stand as a call.

    Raises:
        CallAheadError, NobodyCalledError.
    """
    if call.to == "other" and not call.whom.strip():
        raise NobodyCalledError
    try:
        if "T" in call.at:
            is_ahead = moment(call.at) > moment(akt.now())
        else:
            is_ahead = day_of(call.at).isoformat() > akt.today()
    except ValueError:
        raise CallAheadError from None
    if is_ahead:
        raise CallAheadError


def calls(akt: Akt) -> tuple[Recorded[Call], ...]:
    """Every call, the newest first."""
    return tuple(sorted(akt.all(Call), key=lambda e: (e.value.at, e.recorded_at), reverse=True))


def contact_had_on(akt: Akt, plan: StayPlan) -> str:
    """The day on which the agreed contact was had; "" while it was not.

    As the plan itself says, or by the first call on the agreed day or later in which the person
    was spoken to and could talk: a call in which the code word was given is none.
    """
    if plan.contacted_on or not plan.contact_on:
        return plan.contacted_on
    days = (_day(each.value.at) for each in akt.all(Call) if each.value.is_contact)
    return min((day for day in days if day >= plan.contact_on), default="")


def _day(at: str) -> str:
    return day_of(at).isoformat()
