# SPDX-License-Identifier: EUPL-1.2
"""What an akt gives back of a record, and what is handed to it to be entered."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from workbench.domain.ids import EntryId, RecordId, UserId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recorded(Generic[T]):
    """A record as it stands: its value, and who entered this version when.

    `is_disputed`: two versions stand against each other; both are listed until one entry
    supersedes both.
    """

    record: RecordId
    value: T
    entry: EntryId
    author: UserId
    recorded_at: str
    versions: int
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A value to enter: as a new record, or as the next version of `record`.

    `seen` are the versions that stood on the author's screen; None means the current ones.
    """

    value: object
    record: RecordId | None = None
    seen: tuple[EntryId, ...] | None = None
