# SPDX-License-Identifier: EUPL-1.2
"""The organisation and its staff: records of the organisation akt."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import UserId

Profile = Literal["municipal", "private_licensed", "support_only", "consultant"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose vault this is."""

    name: str
    unit: str = ""
    profile: Profile = "support_only"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A user's name and function; the slot file itself names nobody."""

    user: UserId
    name: str
    function: str = ""
