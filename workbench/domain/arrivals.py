# SPDX-License-Identifier: EUPL-1.2
"""Somebody came: what is known at the door about an adult, and about each child on their own.

A child's record says nothing of the adult: not where they live now, not what happened to them.
That they came together is a link that names neither akt (`domain.file_links`).
"""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import CaseId

Asked = Literal["", "yes", "no"]
"""Empty: not asked yet, which is never a no."""
DecisionForm = Literal["", "oral", "written"]
DECISION_FORMS: tuple[DecisionForm, ...] = ("oral", "written")
Custody = Literal["", "one", "two", "other", "unclear"]
CUSTODIES: tuple[Custody, ...] = ("one", "two", "other", "unclear")
ChildDecision = Literal["", "none", "immediate", "applied", "court"]
CHILD_DECISIONS: tuple[ChildDecision, ...] = ("none", "immediate", "applied", "court")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An adult came. `at` is a moment, to the minute; nothing else must be known.

    `room` and `key` are codes, never an address. `postponed`: a line each. `written_on` and
    `hand`: the day on the paper and who wrote it, where it was keyed in later.
    """

    at: str
    came_with: str = ""
    followed: Asked = ""
    tracked: Asked = ""
    followed_how: str = ""
    injuries: str = ""
    strangled: Asked = ""
    medicine: str = ""
    where_he_is: str = ""
    placed_by: str = ""
    decided_by: str = ""
    decision_form: DecisionForm = ""
    interpreter: str = ""
    who_may_know: str = ""
    room: str = ""
    key: str = ""
    intake_by: str = ""
    call: str = ""
    postponed: str = ""
    written_on: str = ""
    hand: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChildArrival:
    """A child came. It says nothing of any adult but who has custody and who decided."""

    at: str
    injuries: str = ""
    strangled: Asked = ""
    medicine: str = ""
    needs: str = ""
    custody: Custody = ""
    consent: Asked = ""
    decision: ChildDecision = ""
    decided_by: str = ""
    decided_on: str = ""
    told: str = ""
    designated: str = ""
    postponed: str = ""
    written_on: str = ""
    hand: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArrivedTogether:
    """In an adult's akt: which akt is the child's who came too. `is_hidden`: shown to nobody.

    Arrivals before `FileLink` left it; it is read for ever and entered no more but to hide it.
    """

    other: CaseId
    is_hidden: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FirstDayClosed:
    """Its author does not want to be led through the first day of this akt any more."""


def lines_of(text: str) -> tuple[str, ...]:
    """What was postponed: a line each, empty ones and doubles left out, in order."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
