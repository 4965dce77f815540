# SPDX-License-Identifier: EUPL-1.2
"""What else happened in a life: separations, births, days in court. Some lie ahead."""

from dataclasses import dataclass
from typing import Literal, get_args

LifeEventKind = Literal[
    "separation", "birth", "court_date", "move", "placement", "release", "other"
]
LIFE_EVENT_KINDS: tuple[LifeEventKind, ...] = get_args(LifeEventKind)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """One event of a life. `day`, `until` and `about` are as exact as those of an incident."""

    day: str
    kind: LifeEventKind
    what: str = ""
    until: str = ""
    about: bool = False
    source: str = ""
    reason: str = ""
