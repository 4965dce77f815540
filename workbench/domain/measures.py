# SPDX-License-Identifier: EUPL-1.2
"""Measures: who does what by when, answering a scenario."""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import FactorRef

MeasureStatus = Literal["proposed", "decided", "ongoing", "done", "refused", "breached"]
MEASURE_STATUSES: tuple[MeasureStatus, ...] = get_args(MeasureStatus)
Domain = Literal["monitoring", "supervision", "treatment", "victim-safety", "other"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)
Protection = Literal["", "offensive", "defensive", "supportive"]
PROTECTIONS: tuple[Protection, ...] = ("offensive", "defensive", "supportive")
CLOSED: frozenset[MeasureStatus] = frozenset({"done", "refused"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `due` is an ISO date, empty while nobody has said when.

    `domain` and `protection` are two classifications beside each other: tags, never ranks. It
    answers a scenario, factors of worksheets, or both. Where the organisation decides: which
    decision (`decision`), by whom and on which ISO date.
    """

    what: str
    who: str
    due: str
    scenario: RecordId | None = None
    domain: Domain = "other"
    status: MeasureStatus = "proposed"
    outcome: str = ""
    reason: str = ""
    protection: Protection = ""
    follow_up_on: str = ""
    factors: tuple[FactorRef, ...] = ()
    decision: str = ""
    decided_by: str = ""
    decided_on: str = ""


@dataclass(frozen=True, slots=True)
class NoMeasure:
    """A scenario is left without a measure on purpose, and why."""

    scenario: RecordId
    because: str
