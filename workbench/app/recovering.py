# SPDX-License-Identifier: EUPL-1.2
"""Back into a vault by its recovery code: from the codes to a session at somebody's place."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from workbench.app.opening import session_of
from workbench.crypto.kdf import Cost, calibrated_cost
from workbench.crypto.passphrases import ADMINISTRATORS_WORDS, USERS_WORDS, generate
from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.services.akter.session import Session
from workbench.services.copies_ports import RestoreTold
from workbench.services.house import unlocking
from workbench.services.jobs import Pulse
from workbench.services.keeping import recovery
from workbench.services.records.akt import Akt
from workbench.vault.opening import Surroundings, unlock_vault
from workbench.vault.recovered import Newcomer, Recovered
from workbench.vault.returning import recover_vault

_LAST_PLACE = 99


@dataclass(frozen=True, slots=True)
class NamedSeat:
    """A place, who has it as far as the organisation akt knows, and whether they administrate."""

    place: int
    name: str
    function: str
    is_administrator: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody is back: their session, and the numbers of akter that the code did not open.

    `told`: what the copy held that was put back with it, where one was.
    """

    session: Session
    closed: tuple[str, ...]
    told: RestoreTold | None = None


def measured_cost() -> Cost:
    """What a passphrase costs on this machine: about a second."""
    return calibrated_cost(time.perf_counter_ns)


class Seating:
    """Who may sit where in a vault that the codes have opened, and what they will unlock with."""

    def __init__(self, recovered: Recovered, around: Surroundings) -> None:
        self._recovered, self._around = recovered, around
        opened = recovered.opened
        self.house = Akt(opened.house(), opened, around.clock, around.ids)
        self._names = recovery.names(self.house)
        self._drawn: tuple[Newcomer, str] | None = None

    def seats(self) -> tuple[NamedSeat, ...]:
        """Every place, by number."""
        return tuple(
            NamedSeat(
                place=seat.place,
                name=self._name_of(seat.user).name,
                function=self._name_of(seat.user).function,
                is_administrator="administrator" in seat.roles,
            )
            for seat in self._recovered.seats()
        )

    def free_place(self) -> int:
        """The first place that is nobody's."""
        taken = {seat.place for seat in self._recovered.seats()}
        return next((n for n in range(1, _LAST_PLACE + 1) if n not in taken), _LAST_PLACE)

    def draw(self, place: int) -> str:
        """New keys for a place, and its new passphrase, to be typed back. Nothing is written."""
        new = self._recovered.newcomer(place)
        is_administrator = "administrator" in new.admitted.roles
        words = ADMINISTRATORS_WORDS if is_administrator else USERS_WORDS
        passphrase = generate(self._around.ids, words)
        self._drawn = (new, passphrase)
        return passphrase

    def named(self) -> tuple[Newcomer, str]:
        """Who was drawn, and their passphrase; who had the place keeps their name in the log."""
        if self._drawn is None:
            raise AssertionError("a passphrase is drawn first")
        new, passphrase = self._drawn
        known = self._name_of(new.before)
        if known.name:
            recovery.carry_over(self.house, replace(known, user=new.user))
        return new, passphrase

    def _name_of(self, user: str) -> StaffMember:
        return self._names.get(user) or StaffMember(UserId(user), "")


class ByCodes(Protocol):
    """A vault that the codes have opened, on the vault's thread.

    Where it lies: `Recovering`; in a copy: `app.restoring_by_code`.
    """

    @property
    def seating(self) -> Seating: ...

    def take_place(self, pulse: Pulse) -> Returned:
        """Give the place that was drawn for its new passphrase, and unlock with it."""
        ...

    def close(self) -> None:
        """Nothing of what the codes opened is left. Twice is once."""
        ...


class Recovering:
    """A vault that the codes have opened. On the vault's thread; `close` it whatever happens."""

    def __init__(
        self,
        folder: Path,
        codes: Sequence[str],
        around: Surroundings,
        cost: Callable[[], Cost] = measured_cost,
        *,
        over_older: str = "",
    ) -> None:
        """`over_older`: the reason to open a vault that is an older copy than was seen here.

        Raises the VAULT codes that `recover_vault` raises.
        """
        self._folder, self._around, self._cost = folder, around, cost
        self._reason = over_older.strip()
        self._recovered: Recovered | None = recover_vault(
            folder, codes, around, accept_older=bool(self._reason)
        )
        try:
            self.seating = Seating(self._recovered, around)
        except BaseException:
            self.close()
            raise

    def take_place(self, pulse: Pulse) -> Returned:
        """Give the place that was drawn for its new passphrase, and unlock with that passphrase."""
        recovered = self._recovered
        if recovered is None:
            raise AssertionError("it is closed")
        new, passphrase = self.seating.named()
        closed = recovered.seat(new, passphrase, self._cost(), pulse)
        older = recovered.opened.came_in.older
        self.close()
        at = Unlocking(self._folder, new.place, passphrase, older, self._reason)
        return Returned(back_at(at, self._around), closed)

    def close(self) -> None:
        """Nothing of what the codes opened is left. Twice is once."""
        opened, self._recovered = self._recovered, None
        if opened is not None:
            opened.close()


@dataclass(frozen=True, slots=True)
class Unlocking:
    """Who unlocks with a new passphrase; over which older files, and why."""

    folder: Path
    place: int
    passphrase: str = field(repr=False)
    older: tuple[str, ...] = ()
    reason: str = ""


def back_at(at: Unlocking, around: Surroundings) -> Session:
    """Opened anew, from the disk, with the new passphrase: only then is it told as done."""
    vault = unlock_vault(at.folder, at.place, at.passphrase, around)
    session = session_of(vault, around)
    try:
        recovery.finish(session.desk)
        came = replace(vault.came_in.over(*at.older), by_recovery=True)
        unlocking.enter_unlock(session.desk.house, came, at.reason)
        vault.has_told_how()
    except BaseException:
        session.close()
        raise
    return session
