# SPDX-License-Identifier: EUPL-1.2
"""What first start needs from beyond the screen, and what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Profile
from workbench.services.recovery_ports import Recovery

T = TypeVar("T")
Step = Literal["where", "kind", "who", "passphrase", "recovery", "card"]
STEPS: tuple[Step, ...] = ("where", "kind", "who", "passphrase", "recovery", "card")
FOUNDERS_NUMBER = "01"


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that founding a vault needs."""

    folder: Path
    profile: Profile
    organisation: str
    unit: str
    name: str
    function: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class BeginningWays(Generic[T]):
    """For the steps before there is a vault.

    `check_place`: why a vault must not lie there, or None; may take long. `room_in`: where in a
    chosen folder the vault is put. `draw`: a new passphrase. `is_same`: whether it was typed back.
    `found`: makes the vault, on the vault's thread. `founded` gets what it returned.
    `is_unfinished`: whether a start that was cut off left its files there; they go when the vault
    is made. `restore`: a backup is put back there instead.
    """

    check_place: Callable[[Path], WorkbenchError | None]
    room_in: Callable[[Path], Path]
    draw: Callable[[], str]
    is_same: Callable[[str, str], bool]
    found: Callable[[Wishes], T]
    founded: Callable[[T], None]
    is_unfinished: Callable[[Path], bool] = lambda _folder: False
    restore: Callable[[Path], None] = lambda _folder: None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written down or printed: whose vault, one code ("1 of 3" when there are more), when.

    `day`: an ISO date.
    """

    vault: str
    code: str
    number: int
    of: int
    day: str


def vault_number(vault: str) -> str:
    """The beginning of a vault's id: enough to tell vaults apart, and short to write."""
    return vault.split("-", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class RecoveryWays:
    """For the recovery step. `day`: of today, an ISO date.

    `code`: the code drawn with the vault, shown this once; "" when first start was broken off
    after it. `wrong_groups`: which groups of a typed code differ from a shown one. `printer`: its
    name, "" for none. `proven`: the codes were typed back.
    """

    recovery: Recovery
    vault: str
    day: str
    code: str
    wrong_groups: Callable[[str, str], tuple[int, ...]]
    printer: str
    print_sheets: Callable[[tuple[Sheet, ...]], None]
    proven: Callable[[], None]
