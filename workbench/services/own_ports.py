# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need to know of a user's own akter, all of it from memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workbench.domain.ids import CaseId, RecordId

if TYPE_CHECKING:  # the ports name this protocol
    from workbench.services.ports import RegisterRow


@dataclass(frozen=True, slots=True)
class Unentered:
    """What the user has typed in a record and neither entered nor thrown away, since when."""

    case: CaseId
    kind: str
    record: RecordId
    since: str


class OwnCases(Protocol):
    """A user's own akter: read from the register once, kept up with what is written."""

    def rows(self) -> "tuple[RegisterRow, ...]":
        """Newest first. A row that was not read yet has its number only, and is stale."""
        ...

    def row(self, case: CaseId) -> "RegisterRow | None": ...

    def find(self, sought: str) -> "tuple[RegisterRow, ...]":
        """By the beginning of a name, personal number or case number, newest first."""
        ...

    def unentered(self) -> tuple[Unentered, ...]:
        """What the user has not entered, in whichever own akt, oldest first."""
        ...

    def unread(self) -> int:
        """How many akter, new to this user, are still to be looked into."""
        ...

    def read_more(self) -> None:
        """Look into some of them: about 50 ms of work."""
        ...

    def numbers(self) -> Mapping[CaseId, str]:
        """The case number of every akt, own and others', for the log."""
        ...
