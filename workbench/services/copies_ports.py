# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need of a vault for its copies on other disks. Satisfied by `vault.copies`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.domain.journal import Entry
from workbench.services.jobs import Pulse, no_pulse

AktState = Literal["opened", "hash-only", "damaged"]


def _nobody_told(_done: int, _of: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches long work. `told` hears how many bytes of how many are done."""

    pulse: Pulse = no_pulse
    told: Callable[[int, int], None] = _nobody_told


@dataclass(frozen=True, slots=True)
class CopyListed:
    """A copy on a medium, as its signed list tells of it.

    `opened`: akter that were opened there and counted; `hash_only`: akter of which only the bytes
    were compared; `damaged`: files that were damaged in the vault already, by name.
    """

    generation: str
    made: str
    by: UserId
    opened: int
    hash_only: int
    damaged: tuple[str, ...]
    size_bytes: int


@dataclass(frozen=True, slots=True)
class MediumSeen:
    """A medium that holds copies of this vault, newest first.

    `unreadable`: copies whose list cannot be believed.
    """

    medium: str
    copies: tuple[CopyListed, ...]
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy that was made and read back.

    `for_whom`: users who can open there what was only compared. `rotated_out`: older copies that
    went for this one. `held`: those that stay although they are old by the clock, because nothing
    but the clock says so yet, or too few whole ones follow.
    """

    medium: str
    copy: CopyListed
    for_whom: tuple[UserId, ...] = ()
    rotated_out: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyChecked:
    """A copy whose bytes were compared; what this user can open was opened and counted."""

    medium: str
    generation: str
    opened: int
    hash_only: int
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AktOfCopy:
    """An akt that is damaged in the copy that is put back. `number`: "" for another user's.

    `generation`, `made`: the older copy that it was taken from, "" where none has it whole; then
    it is left out. `missing`: entries that it lacks since, as far as the register knows.
    """

    case: CaseId
    number: str
    generation: str = ""
    made: str = ""
    missing: int = 0

    @property
    def name(self) -> str:
        """What a person is told of it."""
        return self.number or self.case


@dataclass(frozen=True, slots=True)
class RestoreTold:
    """What a vault that is put back holds, before it takes the other's place.

    `made`: what was written after that is not in it. `erased`: akter of the copy that stay erased.
    `keyless`: akter of the copy whose keys are on no ring; nobody can open them.
    `exchange`: whether the organisation's own keys for bundles could be carried over from the
    vault that is replaced; without them a new contact card is needed. `left_aside`: what the
    folder that lay there is called now, "" when there was none. `from_older`, `left_out`: akter
    that are damaged in the copy, taken from an older one or not in the vault.
    """

    medium: str
    generation: str
    made: str
    opened: int
    hash_only: int
    damaged: tuple[str, ...]
    erased: int
    keyless: int
    exchange: Literal["kept", "new-card"]
    left_aside: str
    from_older: tuple[AktOfCopy, ...] = ()
    left_out: tuple[AktOfCopy, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeCopy:
    """Where the newest copy lies in which an akt is whole.

    `is_shorter`: it ends before what the register knows of the akt.
    """

    medium: str
    generation: str
    made: str
    entries: int
    is_shorter: bool = False


@dataclass(frozen=True, slots=True)
class PutBack:
    """An akt's file that was put back from a copy. `missing`: entries it lacks, if they are known.

    `left_aside` is what the file that it replaced is called now.
    """

    case: CaseId
    generation: str
    entries: int
    missing: int
    left_aside: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries that cannot be read: storage positions `first` to `last`, both included.

    `entry`: the id of the last of them, where it is known because a later entry names it.
    """

    first: int
    last: int
    entry: EntryId | None = None


@dataclass(frozen=True, slots=True)
class BadEntry:
    """An entry that can be read and does not hold; `why` is a word of the journal's format."""

    position: int
    entry: EntryId
    why: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What can still be read of a damaged akt. Only `entries` verify; nothing else is shown."""

    case: CaseId
    entries: tuple[Entry, ...]
    gaps: tuple[Gap, ...]
    bad: tuple[BadEntry, ...]
    pages: int
    damaged_pages: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not (self.gaps or self.bad or self.damaged_pages)


@dataclass(frozen=True, slots=True)
class LeftAside:
    """What a restoration left beside the vault; the program does not use it.

    `kind`: a whole vault, an akt's file or its keys. `since`: when it was put aside.
    """

    name: str
    kind: Literal["vault", "akt", "keys"]
    since: str
    size_bytes: int
    case: CaseId | None = None


class Copies(Protocol):
    """Copies of a vault on other disks."""

    def look(self, folder: Path) -> MediumSeen | None:
        """What lies on a medium; None when there is no copy of this vault.

        Raises VAULT-004, VAULT-028.
        """
        ...

    def make(self, folder: Path, watch: Watch, *, allows_same_disk: bool = False) -> CopyMade:
        """Copy the vault to a medium, read it back, open what this user can.

        Raises VAULT-007, VAULT-012, VAULT-026, VAULT-027, VAULT-028, VAULT-029.
        """
        ...

    def check(self, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
        """Compare every byte of a copy (the newest unless said), open what this user can.

        Raises VAULT-025, VAULT-026, VAULT-028.
        """
        ...

    def rehearse(self, folder: Path, watch: Watch, generation: str = "") -> CopyChecked:
        """Put a copy back aside, open what this user can, and put it away again.

        Raises VAULT-025, VAULT-026, VAULT-028, VAULT-029.
        """
        ...

    def find_whole(self, folder: Path, case: CaseId) -> WholeCopy | None:
        """The newest copy on a medium in which this user can open an akt whole."""
        ...

    def put_back(
        self, folder: Path, case: CaseId, watch: Watch, *, accepts_shorter: bool = False
    ) -> PutBack:
        """Put one akt's file back from the newest copy in which it is whole.

        Raises VAULT-025, VAULT-028, VAULT-030.
        """
        ...

    def left_aside(self) -> tuple[LeftAside, ...]:
        """What restorations left beside the vault, the oldest first."""
        ...

    def salvage(self, case: CaseId, watch: Watch) -> Salvaged:
        """Read what can be read of a damaged akt; no file is changed.

        Raises VAULT-006 (its keys are gone), VAULT-007, VAULT-010.
        """
        ...
