# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need of a vault about its recovery codes. Satisfied by `vault.recovery`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from workbench.services.jobs import Pulse

Codes = Literal["one", "two-of-three"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How recovery stands. `proven`: when its codes were typed back, "" until then."""

    codes: Codes
    proven: str


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of opening a copy with recovery alone.

    `opened`: akter that opened and hold together, the organisation akt not counted.
    `uncovered`: case numbers of akter that these codes do not open yet. `faulty`: case numbers of
    akter that opened, or should have, and are not whole; "" is the organisation akt.
    """

    codes: Codes
    opened: int
    entries: int
    uncovered: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()


class Recovery(Protocol):
    """The recovery codes of an unlocked vault."""

    @property
    def came_by_recovery(self) -> bool:
        """Whether this user got their place by the recovery code."""
        ...

    def standing(self) -> Standing: ...

    def renew(self, codes: Codes) -> tuple[str, ...]:
        """Draw new codes, to be shown once. They count when they were proven, not before.

        Raises VAULT-007 for who is no administrator.
        """
        ...

    def prove(self, typed: Sequence[str], pulse: Pulse) -> None:
        """Take the codes as typed back: all that `renew` gave, in its order.

        From then on they hold and the earlier ones do not. Without a `renew` before, those that
        hold already are proven: one, or two of three.

        Raises VAULT-016, VAULT-017, VAULT-036, VAULT-037.
        """
        ...

    def forget(self) -> None:
        """Drop codes that were drawn and not proven; the earlier ones hold as before."""
        ...

    def uncovered(self, pulse: Pulse) -> int:
        """How many akter are not brought over to the codes of today, anybody's counted."""
        ...

    def bring_over(self, pulse: Pulse) -> None:
        """Bring over every akt that this user can open; the rest when their holders open them."""
        ...

    def drill(self, typed: Sequence[str], pulse: Pulse, medium: Path | None = None) -> Drill:
        """Open a copy of the vault with the codes alone, and put the copy away again.

        The copy is made now, or is the newest backup on `medium`.

        Raises VAULT-016, VAULT-017, VAULT-036, VAULT-037; VAULT-009 without room for a copy;
        VAULT-025, VAULT-026, VAULT-028, VAULT-029 for a medium.
        """
        ...

    def lacks_exchange(self) -> bool:
        """Whether nobody with a place has the organisation's own keys for bundles any more."""
        ...

    def renew_exchange(self) -> None:
        """New keys of the organisation for bundles, where those of before are beyond reach."""
        ...
