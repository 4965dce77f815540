# SPDX-License-Identifier: EUPL-1.2
"""What happened: the entries of the violence calendar. Severities are never summed."""

from dataclasses import dataclass
from typing import Literal

IncidentKind = Literal[
    "physical",
    "psychological",
    "sexual",
    "financial",
    "digital",
    "latent",
    "neglect",
    "honour",
]
INCIDENT_KINDS: tuple[IncidentKind, ...] = (
    "physical",
    "psychological",
    "sexual",
    "financial",
    "digital",
    "latent",
    "neglect",
    "honour",
)
Noticed = Literal["yes", "no", "unknown"]
LEAST_SEVERE = 1
MOST_SEVERE = 5


@dataclass(frozen=True, slots=True)
class Incident:
    """One dated incident. `day` is an ISO date; `severity` runs from 1 to 5."""

    day: str
    kind: IncidentKind
    severity: int
    what: str
    source: str = ""
    children_noticed: Noticed = "unknown"
    evidence: str = ""
    reason: str = ""
