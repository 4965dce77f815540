# SPDX-License-Identifier: EUPL-1.2
"""Forgotten the passphrase: the page tied to a vault that only the codes open."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from workbench.app.recovering import ByCodes, NamedSeat, Recovering
from workbench.crypto.kdf import Cost, calibrated_cost
from workbench.domain.errors import Cancelled
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs, Pulse
from workbench.services.recovery_ports import Codes
from workbench.ui.forgotten.page import ForgottenPage
from workbench.ui.forgotten.presenter import Back, ForgottenPresenter, SeatVm, Ways
from workbench.ui.kit.page import Page
from workbench.ui.kit.watch import Watch
from workbench.ui.restoring.vms import lines_of
from workbench.vault.opening import Surroundings, read_info
from workbench.vault.returning import recovery_kind
from workbench.words import _


class Forgotten:
    """What is done with the vault, on its thread; whatever is open there is open here, once.

    `opened`: what codes open, and for which reason older or damaged files are accepted. `kind`,
    `vault`: which codes are asked for, and of which vault. `title`: "" where it lies in its place.
    """

    def __init__(
        self,
        jobs: Jobs,
        opened: Callable[[tuple[str, ...], str, Pulse], ByCodes],
        *,
        kind: Callable[[], Codes],
        vault: Callable[[], str],
        title: str = "",
    ) -> None:
        self._jobs, self._open_with = jobs, opened
        self._kind, self._vault, self._title = kind, vault, title
        self._recovering: ByCodes | None = None
        self._session: Session | None = None
        self._place = 0
        self._lefts = 0

    def page(
        self, returned: Callable[[Back[Session]], None], left: Callable[[], None]
    ) -> ForgottenPage:
        """`returned`: somebody is unlocked; `left`: back to where one came from."""

        def handed_over(back: Back[Session]) -> None:
            self._session = None
            returned(back)

        ways = Ways(
            kind=self._kind,
            vault=self._vault,
            open=self._open,
            draw=self._draw,
            take=self._take,
            close=self._close,
            returned=handed_over,
            left=left,
            leaving=self._leave,
        )
        page = ForgottenPage(lambda view: ForgottenPresenter(view, self._jobs, ways), self._title)
        return watched(page)

    def _open(self, codes: Sequence[str], why: str) -> tuple[SeatVm, ...]:
        self._close()
        self._recovering = self._open_with(tuple(codes), why, self._pulse())
        taken = [_seat(seat) for seat in self._recovering.seating.seats()]
        free = SeatVm(
            self._recovering.seating.free_place(),
            _("A new user"),
            _("Administrator, with the case files that nobody else can open"),
            is_taken=False,
        )
        return (*taken, free)

    def _leave(self) -> None:
        """On the window's thread: what runs ends at its next beat, and what it opened with it."""
        self._lefts += 1

    def _pulse(self) -> Pulse:
        """A pulse that ends the work that begins now when the page is left."""
        since = self._lefts

        def pulse() -> None:
            self._jobs.pulse()
            if self._lefts != since:
                raise Cancelled

        return pulse

    def _draw(self, place: int) -> str:
        self._place = place
        return self._opened().seating.draw(place)

    def _take(self) -> Back[Session]:
        back = self._opened().take_place(self._jobs.pulse)
        self._recovering, self._session = None, back.session
        told = tuple(lines_of(back.told)) if back.told is not None else ()
        return Back(back.session, self._place, back.closed, told)

    def _close(self) -> None:
        """What the codes opened, and a session that nobody came for."""
        opened, self._recovering = self._recovering, None
        session, self._session = self._session, None
        if opened is not None:
            opened.close()
        if session is not None:
            session.close()

    def _opened(self) -> ByCodes:
        if self._recovering is None:
            raise AssertionError("the codes come first")
        return self._recovering


def _seat(seat: NamedSeat) -> SeatVm:
    number = _("User number {number}").format(number=f"{seat.place:02d}")
    role = _("administrator") if seat.is_administrator else ""
    said = " · ".join(part for part in (number, seat.function, role) if part)
    return SeatVm(seat.place, seat.name or _("No name in the log"), said, is_taken=True)


def of_vault(folder: Path, jobs: Jobs, around: Surroundings, cost: Cost | None = None) -> Forgotten:
    """For the vault that lies in a folder. `cost`: what a passphrase costs; None is measured."""

    def opened(codes: tuple[str, ...], over_older: str, _pulse: Pulse) -> ByCodes:
        return Recovering(folder, codes, around, measured(cost), over_older=over_older)

    return Forgotten(
        jobs, opened, kind=lambda: recovery_kind(folder), vault=lambda: read_info(folder).vault
    )


def measured(given: Cost | None) -> Callable[[], Cost]:
    """What a passphrase costs, found out when it is needed."""
    return lambda: given or calibrated_cost(time.monotonic_ns)


P = TypeVar("P", bound=Page)


def watched(page: P) -> P:
    """Nobody's hands on it for as long as a lock waits, or the lock's keys: all is put away."""
    watch = Watch(page)
    watch.idled.connect(page.flush)
    watch.lock_pressed.connect(page.flush)
    watch.begin()
    return page
