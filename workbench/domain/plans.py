# SPDX-License-Identifier: EUPL-1.2
"""The person's own safety plan and the organisation's protection plan: two documents."""

from dataclasses import dataclass
from typing import Literal

Carry = Literal["U", "M", "P"]
"""U may stand on the person's paper, M is oral by default, P stays with the organisation."""
PlanOwner = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """The person's own plan: own words first. Nothing is printed unless somebody chose to."""

    own_words: str
    talked_through_on: str = ""
    repeated_back: bool = False
    paper: Literal["none", "asked-for"] = "none"
    reason: str = ""


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
    """One point of a plan, in own words, with its carry mark."""

    owner: PlanOwner
    section: str
    text: str
    carry: Carry
    who: str = ""
    scenario: str = ""
    reason: str = ""
