# SPDX-License-Identifier: EUPL-1.2
"""A mark of an akt's time line, before it is drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.ui.places import Place

Lane = Literal["incidents", "life", "orders", "assessments", "measures", "reassessment"]
LANES: tuple[Lane, ...] = (
    "incidents",
    "life",
    "orders",
    "assessments",
    "measures",
    "reassessment",
)
Tone = Literal["calm", "done", "amber"]


@dataclass(frozen=True, slots=True)
class MarkLine:
    """Something with a date, and where it is opened. `size` 0 to 3 follows the severity.

    `ends` makes it a span, `is_loose` one of which nobody knows the day; `when` says its time,
    where that is not just its days. `sign` stands inside it.
    """

    lane: Lane
    day: date
    label: str
    place: Place
    tone: Tone = "calm"
    size: int = 1
    ends: date | None = None
    sign: str = ""
    is_loose: bool = False
    when: str = ""
