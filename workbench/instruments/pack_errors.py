# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a wording pack (WORDING). All of it is told at once, as `Fault`s."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class PackError(WorkbenchError):
    """Something about a wording pack."""


class PackRefusedError(PackError):
    """A pack has faults, each told by itself; nothing of it was loaded."""

    code: ClassVar[str] = "WORDING-001"


class PackUnreadableError(PackError):
    """The file or folder is not there, or may not be read."""

    code: ClassVar[str] = "WORDING-002"


class PackTooLargeError(PackError):
    """Larger than any form."""

    code: ClassVar[str] = "WORDING-003"


class PackNotTextError(PackError):
    """Not TOML in UTF-8."""

    code: ClassVar[str] = "WORDING-004"


class PackShapeError(PackError):
    """A key is missing, unknown, or of the wrong type."""

    code: ClassVar[str] = "WORDING-005"


class PackVersionError(PackError):
    """Made for an instrument or a version that is not here."""

    code: ClassVar[str] = "WORDING-006"


class PackMissingError(PackError):
    """An item or answer of the form without its text."""

    code: ClassVar[str] = "WORDING-007"


class PackExtraError(PackError):
    """A text for what the instrument does not have."""

    code: ClassVar[str] = "WORDING-008"


class PackMarkupError(PackError):
    """A text with markup, or with characters that are not seen."""

    code: ClassVar[str] = "WORDING-009"


class PackProofError(PackError):
    """The instrument's wording may only be used with a proof, and none is named."""

    code: ClassVar[str] = "WORDING-010"


class PackSealedError(PackError):
    """Sealed, and no passphrase was given."""

    code: ClassVar[str] = "WORDING-012"


class PackExpiredError(PackError):
    """Its last day has gone, or is no day."""

    code: ClassVar[str] = "WORDING-011"
