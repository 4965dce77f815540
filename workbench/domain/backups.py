# SPDX-License-Identifier: EUPL-1.2
"""Copies on other disks, their rehearsal, the recovery code: records of the organisation akt."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class BackupMade:
    """That a copy was made on a medium and read back.

    `opened`: akter that were opened there and counted; `hash_only`: akter that this user cannot
    open, of which only the bytes were compared.
    """

    medium: str
    generation: str
    opened: int
    hash_only: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class BackupVerified:
    """That a user opened, on a medium, the akt copies that others had only compared."""

    medium: str
    generation: str
    opened: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """That a copy was restored aside, opened and put away again."""

    medium: str
    generation: str
    opened: int


@dataclass(frozen=True, slots=True)
class Restored:
    """That this vault, or with `case` one akt of it, was put back from a copy.

    `left_aside`: what the folder or the file that it replaced is called now. `made`: what was
    written after that is not in the copy. `missing`: entries that an akt is known to lack since.
    `without`: akter that are damaged in the copy and were left out; `reason`: why it was put back
    all the same.
    """

    medium: str
    generation: str
    left_aside: str = ""
    case: str = ""
    made: str = ""
    missing: int = 0
    without: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AsideRemoved:
    """That what a restoration had left beside the vault was removed: what it was called."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drilled:
    """That a copy of the vault was opened with the recovery code alone."""

    opened: int
    codes: Literal["one", "two-of-three"] = "one"


@dataclass(frozen=True, slots=True)
class RecoveryRenewed:
    """That there is a new recovery code, or three of which two are needed; the old are void."""

    codes: Literal["one", "two-of-three"] = "one"
