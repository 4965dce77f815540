# SPDX-License-Identifier: EUPL-1.2
"""What happened: the entries of the violence calendar. Severities are never summed."""

from dataclasses import dataclass
from typing import Literal, get_args

IncidentKind = Literal[
    "physical",
    "psychological",
    "sexual",
    "financial",
    "digital",
    "latent",
    "neglect",
    "honour",
    "threat",
    "breach",
    "leak",
    "visit",
    "missing",
    "other",
]
INCIDENT_KINDS: tuple[IncidentKind, ...] = get_args(IncidentKind)
Noticed = Literal["yes", "no", "unknown"]
Certainty = Literal["", "seen", "told", "told-by-other", "documented", "assumed"]
"""How what is written is known; "" while nobody said. It is no rank."""
CERTAINTIES: tuple[Certainty, ...] = ("seen", "told", "told-by-other", "documented", "assumed")
LEAST_SEVERE = 1
MOST_SEVERE = 5


@dataclass(frozen=True, slots=True)
class ChildThere:
    """What one child saw, heard or noticed afterwards; each of them may be unknown."""

    who: str
    saw: Noticed = "unknown"
    heard: Noticed = "unknown"
    noticed: Noticed = "unknown"


@dataclass(frozen=True, slots=True)
class Incident:
    """One dated incident; `severity` runs from 1 to 5, an order and not a measure.

    `day` is as exact as it is known: an ISO day, a month (`2026-03`) or a year (`2026`). With
    `until` it went on from one to the other. `about`: neither is quite sure. `document` and `page`
    are where it stands in a document that was read in, 0 and "" without one. `children_noticed`
    is what was asked before there was a line for each child.
    """

    day: str
    kind: IncidentKind
    severity: int
    what: str
    source: str = ""
    children_noticed: Noticed = "unknown"
    evidence: str = ""
    reason: str = ""
    until: str = ""
    about: bool = False
    certainty: Certainty = ""
    children: tuple[ChildThere, ...] = ()
    involved: str = ""
    document: int = 0
    page: str = ""
