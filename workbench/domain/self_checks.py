# SPDX-License-Identifier: EUPL-1.2
"""What was found when the program looked at the computer that it runs on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Check = Literal[
    "disk",
    "swap",
    "capture",
    "dumps",
    "lock-signals",
    "place",
    "cipher",
    "clock",
    "backup",
    "drill",
]
State = Literal["good", "duty", "danger", "unknown"]
"""duty: a person should do something some day soon. danger: now. unknown: it cannot be seen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. `how` says which of its outcomes it is; the page has a sentence for each.

    `facts` are shown: never a name, an answer or a secret.
    """

    check: Check
    state: State
    how: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
