# SPDX-License-Identifier: EUPL-1.2
"""Why a rule or table of the organisation's own is not taken, or not checked."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class LocalRefusedError(WorkbenchError):
    """A local rule or table has faults (`number`). Nothing was entered."""

    code: ClassVar[str] = "RULE-004"


class NothingToCheckError(WorkbenchError):
    """No local rule here waits for the check that the file holds, or it was changed on its way."""

    code: ClassVar[str] = "RULE-005"


class NotCheckedError(WorkbenchError):
    """The second checker is missing, is the owner, or has no day. Nothing was entered."""

    code: ClassVar[str] = "RULE-006"


class OtherEditionError(WorkbenchError):
    """The second checker compared with another edition of the form than the owner (`edition`)."""

    code: ClassVar[str] = "RULE-007"


class NotComparedError(WorkbenchError):
    """Not every row was ticked as compared (`number` are left). Nothing was entered."""

    code: ClassVar[str] = "RULE-008"
