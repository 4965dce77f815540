# SPDX-License-Identifier: EUPL-1.2
"""The person's own safety plan and the organisation's protection plan: two documents."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId

Carry = Literal["U", "M", "P"]
"""U may stand on the person's paper, M is oral by default, P stays with the organisation."""
CARRIES: tuple[Carry, ...] = ("U", "M", "P")
"""From the loosest to the strictest."""
PlanOwner = Literal["person", "organisation"]
SheetSize = Literal["A6", "A5"]
Reader = Literal["", "young", "school", "teen"]
"""For whom a child's sheet is set; "" for an adult."""
Choice = Literal["declines", "stays", "goes-home"]
CHOICES: tuple[Choice, ...] = ("declines", "stays", "goes-home")


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """The person's own plan: own words first. Nothing is printed unless somebody chose to.

    `on_paper` are the only own words that a sheet can carry. `designated` (the person the
    organisation named for a child) and `contact` (the child's own contact) are for a child's plan.
    """

    own_words: str
    talked_through_on: str = ""
    repeated_back: bool = False
    paper: Literal["none", "asked-for"] = "none"
    reason: str = ""
    on_paper: str = ""
    size: SheetSize = "A6"
    review_on: str = ""
    reader: Reader = ""
    designated: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ProtectionPlan:
    """What the organisation does; it is never carried by the person."""

    contact_rules: str
    if_something_happens: str
    responsible: str
    follow_up_on: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One point of a plan, in own words, with its carry mark.

    `section` is the id of the library's point that it began with, "" for an own one. `paper` is
    what stands on a sheet, in neutral words: never the text itself, which may tell why.
    """

    owner: PlanOwner
    section: str
    text: str
    carry: Carry
    who: str = ""
    scenario: str = ""
    reason: str = ""
    paper: str = ""
    scenarios: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanModules:
    """Which modules of the library concern this person, by their ids."""

    chosen: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StayPlan:
    """When a place is declined, or the person stays or goes home: what was agreed on.

    `contact_on` is an ISO date and must be said. `contacted_on` is when that contact was had.
    """

    choice: Choice
    contact_on: str
    contact_by: str = ""
    told: str = ""
    if_threat_remains: str = ""
    around: str = ""
    agreed: str = ""
    contacted_on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChildPlanNote:
    """In an adult's akt: that a child has a plan of its own, and when it was last gone through.

    `child` is what the child is called here; nothing of the child's plan, nor where it is kept.
    """

    child: str
    has_plan: bool
    reviewed_on: str = ""
    review_on: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LocalPoint:
    """A point that the organisation words itself, in the organisation akt.

    `point` is an id of the library, whose words it takes the place of, or a new one that begins
    with X. A mark is only ever made stricter.
    """

    point: str
    section: str
    text: str
    carry: Carry
    paper: str = ""
    is_offered: bool = True
    reason: str = ""


def strictest(one: Carry, *others: Carry) -> Carry:
    """The mark that keeps most back."""
    return max((one, *others), key=CARRIES.index)
