# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, how to reach them safely, and whether protection is needed now."""

from dataclasses import dataclass
from typing import Literal

Identity = Literal["confirmed", "stated", "unknown", "protected"]
SubjectRole = Literal["exposed", "child", "perpetrator"]
NeedNow = Literal["yes", "no", "unclear"]
Shelter = Literal["", "accepted", "declined", "not-offered"]
"""What was said to a place in a house; "" while nobody asked."""
SHELTERS: tuple[Shelter, ...] = ("accepted", "declined", "not-offered")
Permission = Literal["", "yes", "no"]
"""Empty: not asked yet, which is never a yes and never recorded as a no."""


Established = Literal["", "id-document", "document", "authority", "staff", "own-word"]
"""By what the identity is known; "" while nobody said."""
ESTABLISHED: tuple[Established, ...] = ("id-document", "document", "authority", "staff", "own-word")


@dataclass(frozen=True, slots=True)
class Subject:
    """The person an akt is about.

    `established_note`: which document of the akt and page, which authority. `reserve_number`:
    stands where a personal number would, and stays in the record when one is known. `reason`: why
    this version differs from the one before.
    """

    name: str
    personal_number: str = ""
    identity: Identity = "stated"
    role: SubjectRole = "exposed"
    established: Established = ""
    established_note: str = ""
    reserve_number: str = ""
    reason: str = ""

    @property
    def number(self) -> str:
        """What is printed as the person's number: the reserve number where no other is known."""
        return self.personal_number or self.reserve_number


@dataclass(frozen=True, slots=True)
class SafeContact:
    """The agreed way to reach the person; read before any call, letter or print."""

    channel: str
    times: str = ""
    may_leave_message: Permission = ""
    code_word: str = ""
    do_not_contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProtectionNow:
    """Whether protection is needed now, why, and what was done at once."""

    needed: NeedNow
    reasons: str
    done_at_once: str = ""
    observed_at: str = ""
    shelter: Shelter = ""


Nature = Literal["", "fact", "opinion"]
"""Whether something is told as a fact or as what somebody thinks; "" where nobody said."""


@dataclass(frozen=True, slots=True)
class Note:
    """A dated note in the journal. `reason` is why it was corrected, when it was."""

    text: str
    observed_at: str = ""
    source: str = ""
    reason: str = ""
    said_by: str = ""
    nature: Nature = ""
