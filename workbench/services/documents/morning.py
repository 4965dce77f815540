# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning: what to do, by room code. There is no field for a name."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RoomPart:
    """One person, by the code of their room. `who`: an adult or a child, in words."""

    room: str
    who: str
    came: str
    protection: str
    tasks: tuple[str, ...]
    dates: tuple[str, ...]
    call: str


@dataclass(frozen=True, slots=True)
class MorningDocument:
    """One side of paper that can be read aloud."""

    rooms: tuple[RoomPart, ...]
    prepared_at: datetime
    program: str
