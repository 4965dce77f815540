# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need of a vault to take things away for ever. Satisfied by `vault.erasing`."""

from collections.abc import Sequence
from typing import Protocol

from workbench.domain.ids import CaseId, EntryId


class Erasing(Protocol):
    """The part of an unlocked vault that takes away, and remembers what was."""

    @property
    def known_at_unlock(self) -> int:
        """How many entries the organisation akt had when this stretch of work began."""
        ...

    def is_erased(self, case: CaseId) -> bool:
        """Whether an akt was erased, or is gone from here because the log says that it was."""
        ...

    def purged(self, case: CaseId) -> frozenset[EntryId]:
        """The entries of an akt whose texts were taken away: nothing may bring them again."""
        ...

    def require_key(self, case: CaseId) -> None:
        """Raises VAULT-007 for who has no grant: an akt is erased by someone who can open it."""
        ...

    def confirm(self, codes: Sequence[str], statement: bytes) -> str:
        """What the recovery code signs under `statement`, in hex.

        Raises VAULT-016, VAULT-017, VAULT-036, VAULT-037.
        """
        ...

    def note_purged(self, case: CaseId) -> None:
        """The organisation akt has just told what was taken from an akt: it goes on the list."""
        ...

    def note_told(self) -> None:
        """What the organisation akt tells by now goes on the list of the erased; durable then."""
        ...

    def remove_left_aside(self, name: str) -> None:
        """Take away what a restoration left, for which the organisation akt has its entry.

        Raises VAULT-031 when there is no such entry by who sits here, or they may not; VAULT-019.
        """
        ...

    def erase(self, case: CaseId) -> None:
        """Take an akt's keys and files away, for which the organisation akt has its entry.

        Cut off anywhere, the next unlock goes on; what one took away alone goes on at their own
        next unlock, or at anybody's once another person found it justified. Raises VAULT-031 when
        there is no such entry, VAULT-007 for one alone who cannot open it.
        """
        ...
