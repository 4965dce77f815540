# SPDX-License-Identifier: EUPL-1.2
"""Every unlock is an entry of the organisation akt, with the wrong tries that came before it."""

from typing import ClassVar, Protocol

from workbench.domain.access import Unlocked
from workbench.domain.errors import WorkbenchError
from workbench.services.changes import Changes
from workbench.services.records.akt import Akt, Draft


class UnlockNotEnteredError(WorkbenchError):
    """The vault is open, and the organisation akt could not be told (`why`: the code)."""

    code: ClassVar[str] = "VAULT-042"


class ComingIn(Protocol):
    """How a vault was come into, as the vault tells it."""

    @property
    def place(self) -> int: ...

    @property
    def failed_before(self) -> int: ...

    @property
    def failed_since(self) -> str: ...

    @property
    def failed_elsewhere(self) -> int: ...

    @property
    def by_recovery(self) -> bool: ...

    @property
    def older(self) -> tuple[str, ...]: ...


def enter_unlock(house: Akt, came: ComingIn, reason: str = "") -> Changes:
    """Enter it: one durable write. `reason`: why older files were opened all the same."""
    return house.enter(
        Draft(
            Unlocked(
                place=came.place,
                failed_before=came.failed_before,
                failed_since=came.failed_since,
                by_recovery=came.by_recovery,
                older=came.older,
                reason=reason.strip() if came.older else "",
                failed_elsewhere=came.failed_elsewhere,
            )
        )
    )
