# SPDX-License-Identifier: EUPL-1.2
"""Who came in, who may open what, and who looked it over: records of the organisation akt."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import UserId


@dataclass(frozen=True, slots=True)
class Unlocked:
    """That a user unlocked the vault, and how many wrong tries at their place came before.

    `failed_since`: when the first of those was, "" when there were none. `older`: files that were
    older copies than this computer had seen, opened all the same for this `reason`.
    `failed_elsewhere`: wrong tries at places that nobody has, told when an administrator comes.
    """

    place: int
    failed_before: int = 0
    failed_since: str = ""
    by_recovery: bool = False
    older: tuple[str, ...] = ()
    reason: str = ""
    failed_elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Granted:
    """That a user was let into an akt, and why."""

    case: str
    to: UserId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Revoked:
    """That a user's access to an akt ended, and why. Its key is changed with it."""

    case: str
    of: UserId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UserAdded:
    """That someone got a place of their own."""

    user: UserId
    place: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserRemoved:
    """That a place was taken away. `could_copy`: how many akter its user could open until then."""

    user: UserId
    reason: str
    could_copy: int = 0


@dataclass(frozen=True, slots=True)
class RolesChanged:
    """That a user got other roles."""

    user: UserId
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassphraseChanged:
    """That a user got a new passphrase. `by_recovery`: the old one was not needed."""

    user: UserId
    by_recovery: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that matters, from now on. The newest of a name holds."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LogReview:
    """That the log was read and judged, from one entry of it to another, both included."""

    first: str
    last: str
    entries: int
    opinion: Literal["nothing-to-note", "followed-up"]
    notes: str = ""
