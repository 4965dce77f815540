# SPDX-License-Identifier: EUPL-1.2
"""Why a file from outside is not read in. Facts never hold its name or any of its content."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class NotAPlainFileError(WorkbenchError):
    """A link, a folder or a device stands where a file is meant."""

    code: ClassVar[str] = "DOC-001"


class NothingInItError(WorkbenchError):
    """The file is empty."""

    code: ClassVar[str] = "DOC-002"


class FileTooLargeError(WorkbenchError):
    """More bytes than are read in."""

    code: ClassVar[str] = "DOC-003"


class UnknownTypeError(WorkbenchError):
    """By its content it is none of the kinds that can be read here."""

    code: ClassVar[str] = "DOC-004"


class NotReadHereError(WorkbenchError):
    """A kind that is known and cannot be shown in the program (HEIC, older Word, OpenDocument)."""

    code: ClassVar[str] = "DOC-005"


class NeedsPasswordError(WorkbenchError):
    """A PDF that opens only with a password."""

    code: ClassVar[str] = "DOC-006"


class BrokenDocumentError(WorkbenchError):
    """It says what kind it is and does not open as that."""

    code: ClassVar[str] = "DOC-007"


class MacroError(WorkbenchError):
    """A Word file with a program in it."""

    code: ClassVar[str] = "DOC-008"


class UnpacksTooLargeError(WorkbenchError):
    """A small file that would become enormous when it is unpacked."""

    code: ClassVar[str] = "DOC-009"


class TooManyPixelsError(WorkbenchError):
    """A picture that would fill the memory when it is shown."""

    code: ClassVar[str] = "DOC-010"


class ChangedMeanwhileError(WorkbenchError):
    """The file was changed or exchanged while it was read."""

    code: ClassVar[str] = "DOC-011"


class MediumGoneError(WorkbenchError):
    """The file could not be read to its end: the stick may have been pulled out."""

    code: ClassVar[str] = "DOC-012"


class ForbiddenPartError(WorkbenchError):
    """A Word file with declarations that no document needs and that can be used for harm."""

    code: ClassVar[str] = "DOC-013"


class NotTheOriginalError(WorkbenchError):
    """What is kept under a document's number is not what was read in."""

    code: ClassVar[str] = "DOC-014"


class TooLongError(WorkbenchError):
    """More text or more pages than can be shown."""

    code: ClassVar[str] = "DOC-015"
