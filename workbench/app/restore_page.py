# SPDX-License-Identifier: EUPL-1.2
"""Restore from a backup: the page tied to a medium, before anything is unlocked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.app import places
from workbench.app.forgotten import Forgotten, measured, watched
from workbench.app.recovering import ByCodes
from workbench.app.restoring import restore
from workbench.app.restoring_by_code import RestoringByCode, codes_on
from workbench.crypto.kdf import Cost
from workbench.services.akter.session import Session
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.services.jobs import Jobs, Pulse
from workbench.ui.forgotten.presenter import Back
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.restoring.page import RestoringPage
from workbench.ui.restoring.presenter import RestoreWays, RestoringPresenter, Wanted
from workbench.ui.restoring.vms import CopyOnMedium
from workbench.ui.shell import Shell
from workbench.ui.unlock.presenter import Typed
from workbench.vault import medium
from workbench.vault.opening import Surroundings
from workbench.vault.restorers import Order
from workbench.words import _


@dataclass(frozen=True, slots=True)
class Ends:
    """Where it leads: `returned` to a session, `left` back.

    `moved`: the vault lies in that folder now.
    """

    moved: Callable[[Path], None]
    returned: Callable[[Back[Session]], None]
    left: Callable[[], None]


class RestorePage:
    """Shows the page in front of the unlock page, and the page of the codes in its place.

    `target`: where the vault is to lie. `cost`: what a passphrase costs; None is measured here.
    """

    def __init__(
        self, shell: Shell, jobs: Jobs, around: Surroundings, target: Path, cost: Cost | None
    ) -> None:
        self._shell, self._jobs, self._around = shell, jobs, around
        self._target, self._cost = target.absolute(), cost

    def show(self, ends: Ends) -> None:
        """From the beginning."""
        asks = Dialogs(self._shell)
        ways = RestoreWays(
            look=copies_on,
            put_back=self._put_back,
            placed=lambda: self._remember(ends),
            by_code=lambda wanted: self._ask_codes(wanted, ends),
            done=self._shell.end_first,
            left=ends.left,
        )
        page = RestoringPage(
            str(self._target), lambda view: RestoringPresenter(view, self._jobs, asks, ways)
        )
        self._shell.show_first(watched(page))

    def _ask_codes(self, wanted: Wanted, ends: Ends) -> None:
        """A place and a new passphrase for whoever has the codes; then the copy takes its place."""

        def opened(codes: tuple[str, ...], reason: str, pulse: Pulse) -> ByCodes:
            order = self._order(wanted, codes=codes, reason=reason)
            cost = measured(self._cost)
            return RestoringByCode(order, self._around, Watch(pulse), cost, reason=reason)

        def returned(back: Back[Session]) -> None:
            self._remember(ends)
            ends.returned(back)

        way = Forgotten(
            self._jobs,
            opened,
            kind=lambda: codes_on(wanted.medium, wanted.copy.vault),
            vault=lambda: wanted.copy.vault,
            title=_("Restore with the recovery code"),
        )
        self._shell.show_first(way.page(returned, left=lambda: self.show(ends)))

    def _put_back(self, wanted: Wanted, typed: Typed, watch: Watch) -> RestoreTold:
        order = self._order(wanted, place=int(typed.place), passphrase=typed.passphrase)
        return restore(order, self._around, watch, reason=typed.over_older)

    def _order(
        self,
        wanted: Wanted,
        *,
        place: int = 0,
        passphrase: str = "",
        codes: tuple[str, ...] = (),
        reason: str = "",
    ) -> Order:
        return Order(
            medium=wanted.medium,
            target=self._target,
            place=place,
            passphrase=passphrase,
            generation=wanted.copy.generation,
            vault=wanted.copy.vault,
            codes=codes,
            without_damaged=bool(reason.strip()),
        )

    def _remember(self, ends: Ends) -> None:
        ends.moved(self._target)
        places.remember(self._target, self._around.state_folder)


def copies_on(folder: Path) -> tuple[CopyOnMedium, ...]:
    """The copies on a medium by their names, newest first. Nothing is believed of them yet."""
    found: list[CopyOnMedium] = []
    for vault in medium.vaults_on(folder):
        held = medium.the_one(folder, vault)
        found += [CopyOnMedium(vault, name, _made(name)) for name in held.names()]
    return tuple(sorted(found, key=lambda copy: copy.generation, reverse=True))


def _made(generation: str) -> str:
    """`20261122T011000Z-…` as a moment."""
    at = generation.partition("-")[0]
    return f"{at[0:4]}-{at[4:6]}-{at[6:8]}T{at[9:11]}:{at[11:13]}:{at[13:15]}Z"
