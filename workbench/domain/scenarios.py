# SPDX-License-Identifier: EUPL-1.2
"""Risk scenarios: who might do what to whom, how soon, how bad. Likelihood is in words."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import FactorRef

Turn = Literal["", "repeat", "escalate", "twist"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, written by a person; none is ever generated.

    `likelihood` is words, never a number (`has_number`). `factors` and `incidents` are what it
    rests on, by their records; `rests_on` the same in words. `triggers` is what could set it off,
    `would_change` what would make it more or less likely.
    """

    what: str
    who: str
    against_whom: str
    severity: str = ""
    imminence: str = ""
    frequency: str = ""
    likelihood: str = ""
    turn: Turn = ""
    rests_on: tuple[str, ...] = ()
    reason: str = ""
    narrative: str = ""
    factors: tuple[FactorRef, ...] = ()
    incidents: tuple[RecordId, ...] = ()
    triggers: str = ""
    would_change: str = ""


def has_number(text: str) -> bool:
    """Whether a likelihood is told as a number: any digit, or a share."""
    told = text.casefold()
    return any(c.isnumeric() for c in told) or any(m in told for m in ("%", "‰", "procent"))
