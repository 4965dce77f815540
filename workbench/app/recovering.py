# SPDX-License-Identifier: EUPL-1.2
"""Back into a vault by its recovery code: from the codes to a session at somebody's place."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.app.opening import session_of
from workbench.crypto.kdf import Cost, calibrated_cost
from workbench.crypto.passphrases import ADMINISTRATORS_WORDS, USERS_WORDS, generate
from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.services import recovery, unlocking
from workbench.services.akt import Akt
from workbench.services.jobs import Pulse
from workbench.services.session import Session
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
    """Somebody is back: their session, and the numbers of akter that the code did not open."""

    session: Session
    closed: tuple[str, ...]


def measured_cost() -> Cost:
    """What a passphrase costs on this machine: about a second."""
    return calibrated_cost(time.perf_counter_ns)


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
        self._drawn: tuple[Newcomer, str] | None = None
        try:
            opened = self._opened().opened
            self._house = Akt(opened.house(), opened, around.clock, around.ids)
            self._names = recovery.names(self._house)
        except BaseException:
            self.close()
            raise

    def seats(self) -> tuple[NamedSeat, ...]:
        """Every place, by number."""
        return tuple(
            NamedSeat(
                place=seat.place,
                name=self._name_of(seat.user).name,
                function=self._name_of(seat.user).function,
                is_administrator="administrator" in seat.roles,
            )
            for seat in self._opened().seats()
        )

    def free_place(self) -> int:
        """The first place that is nobody's."""
        taken = {seat.place for seat in self._opened().seats()}
        return next((n for n in range(1, _LAST_PLACE + 1) if n not in taken), _LAST_PLACE)

    def draw(self, place: int) -> str:
        """New keys for a place, and its new passphrase, to be typed back. Nothing is written."""
        new = self._opened().newcomer(place)
        is_administrator = "administrator" in new.admitted.roles
        words = ADMINISTRATORS_WORDS if is_administrator else USERS_WORDS
        passphrase = generate(self._around.ids, words)
        self._drawn = (new, passphrase)
        return passphrase

    def take_place(self, pulse: Pulse) -> Returned:
        """Give the place that was drawn for its new passphrase, and unlock with that passphrase."""
        if self._drawn is None:
            raise AssertionError("a passphrase is drawn first")
        new, passphrase = self._drawn
        known = self._name_of(new.before)
        if known.name:
            recovery.carry_over(self._house, replace(known, user=new.user))
        closed = self._opened().seat(new, passphrase, self._cost(), pulse)
        older = self._opened().opened.came_in.older
        self.close()
        return Returned(self._session_at(new.place, passphrase, older), closed)

    def close(self) -> None:
        """Nothing of what the codes opened is left. Twice is once."""
        opened, self._recovered, self._drawn = self._recovered, None, None
        if opened is not None:
            opened.close()

    def _session_at(self, place: int, passphrase: str, older: tuple[str, ...]) -> Session:
        """Opened anew, from the disk, with the new passphrase: only then is it told as done."""
        vault = unlock_vault(self._folder, place, passphrase, self._around)
        session = session_of(vault, self._around)
        try:
            recovery.finish(session.desk)
            came = replace(vault.came_in.over(*older), by_recovery=True)
            unlocking.enter_unlock(session.desk.house, came, self._reason)
            vault.has_told_how()
        except BaseException:
            session.close()
            raise
        return session

    def _name_of(self, user: str) -> StaffMember:
        return self._names.get(user) or StaffMember(UserId(user), "")

    def _opened(self) -> Recovered:
        if self._recovered is None:
            raise AssertionError("it is closed")
        return self._recovered
