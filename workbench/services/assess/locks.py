# SPDX-License-Identifier: EUPL-1.2
"""Whether the work on an assessment has ended, and the refusal of anything more in it."""

from typing import ClassVar

from workbench.domain.beside import AssessmentLock
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.records.akt import Akt, Recorded


class AssessmentLockedError(WorkbenchError):
    """Something was to be entered in an assessment that is locked."""

    code: ClassVar[str] = "ASSESS-001"


def lock_of(akt: Akt, assessment: RecordId) -> Recorded[AssessmentLock] | None:
    """The lock of an assessment, if it has one."""
    found = [each for each in akt.all(AssessmentLock) if each.value.assessment == assessment]
    return found[-1] if found else None


def is_locked(akt: Akt, assessment: RecordId) -> bool:
    """Whether nothing more is entered in it."""
    return lock_of(akt, assessment) is not None


def require_open(akt: Akt, assessment: RecordId) -> None:
    """Raises AssessmentLockedError for an assessment that is locked."""
    if is_locked(akt, assessment):
        raise AssessmentLockedError
