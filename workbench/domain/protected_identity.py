# SPDX-License-Identifier: EUPL-1.2
"""Protected personal details: how far, since when, decided by whom, and what must never leave.

No field here, and none anywhere else, holds what ties a new identity to an earlier one.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.domain.ids import UserId

Level = Literal["none", "secrecy_marking", "protected_registration", "assumed_identity"]
"""sekretessmarkering, skyddad folkbokföring, fingerade personuppgifter."""
LEVELS: tuple[Level, ...] = get_args(Level)
HiddenKind = Literal[
    "address",
    "phone",
    "municipality",
    "school",
    "preschool",
    "workplace",
    "vehicle",
    "room",
    "care",
    "town",
]
"""What a detail tells; `town` is where a house lies, which itself is a code."""
HIDDEN_KINDS: tuple[HiddenKind, ...] = get_args(HiddenKind)


@dataclass(frozen=True, slots=True)
class ProtectedIdentity:
    """The protection that a person has. `since` and `review_on` are ISO days, "" while not said.

    `who_may_see`: the users who are named to work with it; "" of them: nobody is named yet.
    `told_person`: that the person was told how their details are kept, and what.
    """

    protected_as: Level
    since: str = ""
    decided_by: str = ""
    review_on: str = ""
    who_may_see: tuple[UserId, ...] = ()
    told_person: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HiddenDetail:
    """A detail that would lead to a protected person. It is kept only where it is needed.

    It stands in this record alone, so that no list, search, paper or bundle has it, and so that
    the same words can be known when somebody wrote them into a text.
    """

    kind: HiddenKind
    place: str
    reason: str = ""
