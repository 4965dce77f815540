# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need of a vault about users, roles and grants. Satisfied by `vault.access`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from workbench.crypto.kdf import DEFAULT_COST, Cost
from workbench.domain.ids import CaseId, UserId
from workbench.services.jobs import Pulse


@dataclass(frozen=True, slots=True)
class NewUser:
    """A place (1 to 99), what opens it, and what its user may do. Names nobody."""

    place: int
    passphrase: str = field(repr=False)
    roles: tuple[str, ...]
    cost: Cost = DEFAULT_COST


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a user can open who is about to lose their place.

    `alone`: case numbers of akter that nobody else with a place can open.
    """

    could_copy: int
    alone: tuple[str, ...]


Entered = Callable[[], None]
"""Called once nothing stands against an act any more, just before it: the log is written then.

An act that fails after that did not happen; one that is cut off is finished at the next unlock.
"""


class Access(Protocol):
    """Users, roles, grants. Raises VAULT-007 for who may not do what they ask for."""

    def add_user(self, new: NewUser, entered: Callable[[UserId], None]) -> UserId:
        """Let somebody in; `entered` is told who, before the list names them.

        The new passphrase has opened the new place, read again from the disk, when it returns.
        Raises VAULT-023: the place is taken.
        """
        ...

    def change_passphrase(
        self, place: int, old: str | None, new: str, *, cost: Cost = DEFAULT_COST
    ) -> UserId:
        """Another passphrase for a place. Without the old one only for the own place.

        The old one no longer opened and the new one did, read again from the disk, when it
        returns. Raises VAULT-001, VAULT-002, VAULT-023.
        """
        ...

    def change_roles(self, user: UserId, roles: tuple[str, ...], entered: Entered) -> None:
        """Raises VAULT-021, VAULT-023."""
        ...

    def leaving(self, user: UserId) -> Leaving:
        """What it would mean to remove a user. Raises VAULT-021, VAULT-023."""
        ...

    def remove_user(
        self, user: UserId, entered: Callable[[int], None], pulse: Pulse, *, to_recovery: bool
    ) -> None:
        """Take a place away, and change the keys that its user knew.

        `entered` is told how many akter they could open. Raises VAULT-021, VAULT-023; VAULT-022:
        they alone can open some, and nobody said (`to_recovery`) that those are left to the
        recovery code.
        """
        ...

    def grant(self, case: CaseId, user: UserId, entered: Entered) -> None:
        """Let a user into an akt that this user can open; nothing for one who can open it.

        Raises VAULT-023.
        """
        ...

    def revoke(self, case: CaseId, user: UserId, entered: Entered, pulse: Pulse) -> None:
        """End a user's access to an akt that this user can open, and change its key.

        One's own ends in the lists at once; the next colleague who opens the akt changes its key.
        Raises VAULT-022: nobody else could open it.
        """
        ...

    def readers(self, case: CaseId) -> tuple[UserId, ...]:
        """Who can open an akt that this user can open. Raises VAULT-007."""
        ...

    def rekey_due(self) -> frozenset[CaseId]:
        """Akter whose key a former reader knows; their next reader changes it at opening."""
        ...
