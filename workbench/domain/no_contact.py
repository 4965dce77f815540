# SPDX-License-Identifier: EUPL-1.2
"""Who must not be contacted about a person, why, and until when."""

from dataclasses import dataclass
from typing import Literal, get_args

NotContacted = Literal["person", "function", "interpreter", "office"]
NOT_CONTACTED: tuple[NotContacted, ...] = get_args(NotContacted)


@dataclass(frozen=True, slots=True)
class NoContact:
    """One row of the list. It holds until a step of its own ended it (`ended_on`, with a why)."""

    who: str
    what: NotContacted
    why: str
    since: str
    ended_on: str = ""
    ended_because: str = ""
    reason: str = ""

    @property
    def holds(self) -> bool:
        return not self.ended_on
