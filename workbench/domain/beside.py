# SPDX-License-Identifier: EUPL-1.2
"""Assessments that stand beside others, and the lock that ends work on one."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId, UserId

NOBODY = UserId("")
Why = Literal["second", "consensus", "again"]


@dataclass(frozen=True, slots=True)
class Beside:
    """Why one assessment stands beside others of the same instrument version.

    `second`: another rater's own coding, blind to the first. `consensus`: what two raters agreed
    on, a third record. `again`: made later, with what was said last time in view. `had_read`: the
    rater said that the first had been read before; `broken_because`: why the rater looked.
    """

    assessment: RecordId
    to: tuple[RecordId, ...]
    why: Why
    rater: UserId = NOBODY
    had_read: bool = False
    broken_because: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentLock:
    """That nothing more is entered in an assessment. What changes later is a new one.

    `incomplete_because`: why it was ended with places that nobody answered.
    """

    assessment: RecordId
    incomplete_because: str = ""
