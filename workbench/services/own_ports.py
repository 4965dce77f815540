# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need to know of a user's own akter, all of it from memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from workbench.domain.ids import CaseId, EntryId, RecordId


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What the register mirrors of a case, sealed under the case's own key.

    `dates` are (kind, ISO date) pairs that Idag lists; `names` are shown only in the own list.
    """

    names: tuple[str, ...] = ()
    personal_numbers: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One of the user's own cases. `is_stale`: the summary may be older than the journal."""

    case: CaseId
    number: str
    head: EntryId | None
    count: int
    summary: CaseSummary = field(default_factory=CaseSummary)
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Unentered:
    """What the user has typed in a record and neither entered nor thrown away, since when."""

    case: CaseId
    kind: str
    record: RecordId
    since: str


class OwnCases(Protocol):
    """A user's own akter: read from the register once, kept up with what is written."""

    def rows(self) -> tuple[RegisterRow, ...]:
        """Newest first. A row that was not read yet has its number only, and is stale."""
        ...

    def row(self, case: CaseId) -> RegisterRow | None: ...

    def find(self, sought: str) -> tuple[RegisterRow, ...]:
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
