# SPDX-License-Identifier: EUPL-1.2
"""A vault put back from a copy, with the entry that says so."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.crypto import passphrases
from workbench.domain.errors import Cancelled
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.services.jobs import Jobs
from workbench.services.keeping import copies
from workbench.services.records.akt import Akt
from workbench.ui.handing_over.outside import RestoreOrder
from workbench.ui.kit.problem import Problem, problem_of
from workbench.vault import restoring
from workbench.vault.opening import Surroundings
from workbench.vault.restorers import Order
from workbench.words import _


def restore(
    order: Order, around: Surroundings, watch: Watch, *, only_try: bool = False, reason: str = ""
) -> RestoreTold:
    """Put a copy back; `only_try`: as far as that it could take the place, and no farther.

    `reason`: why the rest is put back when akter of the copy are damaged.
    Raises what `vault.restoring.prepared` raises.
    """
    passphrase = passphrases.canonical(order.passphrase)
    typed = replace(order, passphrase=passphrase, without_damaged=bool(reason.strip()))
    with restoring.prepared(typed, around, watch) as ready:
        if not only_try:
            house = Akt(ready.vault.house(), ready.vault, around.clock, around.ids)
            copies.note_restored(house, ready.told, reason)
            ready.take_over()
    return ready.told


@dataclass(frozen=True, slots=True)
class RestoreHere:
    """Puts a copy in the place of the vault that is open in the window: locked first, then done.

    `lock` closes the vault next in line on the thread of `jobs`; `tell` shows a title and a detail
    where nobody is unlocked. `was_left`: whether the computer was left or locked since; what was
    typed opens the copy, so the work ends then and nothing is put back.
    """

    vault: Path
    around: Surroundings
    jobs: Jobs
    lock: Callable[[], None]
    tell: Callable[[Problem], None]
    was_left: Callable[[], bool]

    def __call__(self, order: RestoreOrder) -> None:
        """What was typed is handed out, the vault closed, and only then the copy put back."""
        self.lock()
        self.tell(Problem("", _("The backup is being put back …"), _("This takes a while.")))
        wanted = Order(
            medium=order.medium,
            target=self.vault,
            place=order.place,
            passphrase=order.passphrase,
            generation=order.generation,
            vault=order.vault,
        )
        self.jobs.run(
            lambda: restore(wanted, self.around, Watch(self._pulse)),
            done=self._done,
            failed=self._failed,
        )

    def _done(self, told: RestoreTold) -> None:
        said = [_("The vault that was here is now called {name}.").format(name=told.left_aside)]
        if told.exchange == "new-card":
            said.append(_("Who exchanges bundles needs a new contact card."))
        self.tell(Problem("", _("The backup is put back. Unlock as usual."), " ".join(said)))

    def _failed(self, error: Exception) -> None:
        left = Problem("", _("The computer was left: no backup was put back."), "")
        self.tell(problem_of(error) or left)

    def _pulse(self) -> None:
        if self.was_left():
            raise Cancelled
