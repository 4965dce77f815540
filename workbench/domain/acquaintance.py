# SPDX-License-Identifier: EUPL-1.2
"""Whether the one who works in an akt knows somebody in it, as they themselves say.

It blocks nothing: in a small place somebody always knows somebody, and what is done about it is
for people to decide.
"""

from dataclasses import dataclass
from typing import Literal

Knows = Literal["no", "yes", "unsure"]
KNOWS: tuple[Knows, ...] = ("no", "yes", "unsure")
WhatIsDone = Literal["", "told", "handed-over", "stays"]
"""Told the manager, another takes the akt, or stays in it after talking; "" while undecided."""
WHAT_IS_DONE: tuple[WhatIsDone, ...] = ("told", "handed-over", "stays")


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """The author's own answer. `told_to`: a function, who was told of it."""

    knows: Knows
    done: WhatIsDone = ""
    told_to: str = ""
    note: str = ""
    reason: str = ""
