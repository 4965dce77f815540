# SPDX-License-Identifier: EUPL-1.2
"""Where one stands on a report of concern for a child: made by whom and when, or why not."""

from dataclasses import dataclass
from typing import Literal

ConcernState = Literal["made", "not-made"]
CONCERN_STATES: tuple[ConcernState, ...] = ("made", "not-made")


@dataclass(frozen=True, slots=True)
class ConcernReport:
    """The recorded position. `child` is what the child is called here, "" in the child's own akt.

    `made` has who and the ISO date on which; `not-made` has its reasons.
    """

    child: str
    position: ConcernState
    made_by: str = ""
    made_on: str = ""
    because: str = ""
    reason: str = ""
