# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a file that a person names or chooses."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class UnreadableFileError(WorkbenchError):
    """A file that was named or chosen cannot be read."""

    code: ClassVar[str] = "FILE-001"


class FileExistsAlreadyError(WorkbenchError):
    """A file to be written exists: nothing is overwritten."""

    code: ClassVar[str] = "FILE-002"


class UnwritableFileError(WorkbenchError):
    """A file cannot be written where it was asked for."""

    code: ClassVar[str] = "FILE-003"
