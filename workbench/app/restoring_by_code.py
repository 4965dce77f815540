# SPDX-License-Identifier: EUPL-1.2
"""A copy put back by whoever has the recovery codes and nothing else: to a session at a place."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from workbench.app.recovering import Returned, Seating, Unlocking, back_at, measured_cost
from workbench.crypto.kdf import Cost
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.services.jobs import Pulse
from workbench.services.keeping import copies
from workbench.services.recovery_ports import Codes
from workbench.vault import medium, recovering, restoring, slots
from workbench.vault.opening import Surroundings
from workbench.vault.restorers import Order, Returning
from workbench.vault.restoring import Prepared


def codes_on(folder: Path, vault: str = "") -> Codes:
    """Which codes belong to the copies on a medium, as its list of users says.

    Raises:
        NoCopyError, MediumError, NewerFormatError, SlotsNotSignedError.
    """
    found = medium.the_one(folder, vault)
    return recovering.codes_of(slots.read(found.ring, smallest_kib=1).recovery)


class RestoringByCode:
    """A copy that the codes have opened, verified aside. `app.recovering.ByCodes`.

    `reason`: why the rest is put back when akter of the copy are damaged.
    """

    def __init__(
        self,
        order: Order,
        around: Surroundings,
        watch: Watch,
        cost: Callable[[], Cost] = measured_cost,
        *,
        reason: str = "",
    ) -> None:
        """Raises what `vault.restoring.prepared` raises."""
        self._order, self._around, self._cost = order, around, cost
        self._reason = reason
        self._undo = ExitStack()
        try:
            self._ready = self._undo.enter_context(restoring.prepared(order, around, watch))
            self._returning = _by_codes(self._ready)
            self.seating = Seating(self._returning.recovered, around)
        except BaseException:
            self.close()
            raise

    @property
    def told(self) -> RestoreTold:
        """What the copy holds."""
        return self._ready.told

    def take_place(self, pulse: Pulse) -> Returned:
        """The place is given aside, the copy takes the vault's place, and is unlocked there."""
        new, passphrase = self.seating.named()
        copies.note_restored(self.seating.house, self.told, self._reason)
        closed = self._returning.seat(new, passphrase, self._cost(), pulse)
        self._ready.take_over()
        self.close()
        at = Unlocking(self._order.target, new.place, passphrase)
        return Returned(back_at(at, self._around), closed, self.told)

    def close(self) -> None:
        """Unless it took over, nothing comes of it. Twice is once."""
        self._undo.close()


def _by_codes(ready: Prepared) -> Returning:
    if ready.returning is None:
        raise AssertionError("the order has no codes")
    return ready.returning
