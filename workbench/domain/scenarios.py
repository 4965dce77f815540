# SPDX-License-Identifier: EUPL-1.2
"""Risk scenarios: who might do what to whom, how soon, how bad. Likelihood is in words."""

from dataclasses import dataclass
from typing import Literal

Turn = Literal["", "repeat", "escalate", "twist"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, written by a person; none is ever generated."""

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
