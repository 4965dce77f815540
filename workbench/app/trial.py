# SPDX-License-Identifier: EUPL-1.2
"""What tests ask of the program with a window to be different."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.crypto.kdf import Cost
    from workbench.ui.triggers.lock_triggers import Bus

_LOCK_S = 2.0


class Trial(NamedTuple):
    """What only tests set: no switch of a user's leads here. None: the computer's own bus."""

    lock_s: float = _LOCK_S
    leaves_memory_readable: bool = False
    system: "Bus | None" = None
    session: "Bus | None" = None
    cost: "Cost | None" = None
