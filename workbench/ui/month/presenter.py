# SPDX-License-Identifier: EUPL-1.2
"""The dates of one month, read from the register: no akt is opened, no name is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.domain.deadlines import months_after
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.services.ports import RegisterRow
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.today.dates import place_of
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

_EARLIEST, _LATEST = date(2000, 1, 1), date(2199, 12, 1)


@dataclass(frozen=True, slots=True)
class DayVm:
    """One row: the day in words, which case, what kind, and where it is done."""

    day: str
    number: str
    what: str
    state: str
    place: Place


@dataclass(frozen=True, slots=True)
class MonthVm:
    """One month. The rows are in order of day; what is late from before comes first."""

    heading: str
    rows: tuple[DayVm, ...]
    is_this_month: bool


class MonthView(Protocol):
    """What the page must be able to show."""

    def show_month(self, vm: MonthVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class MonthPresenter:
    """Decides which month is shown."""

    def __init__(
        self,
        view: MonthView,
        jobs: Jobs,
        session: Session,
        _asks: Asks,
        go: Go,
        _outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._first = session.desk.clock.today().replace(day=1)

    def open(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        self._jobs.run(self._look, done=self._view.show_month, failed=self._view.show_problem)

    def turn(self, months: int) -> None:
        """So many months on, or back; 0 is this month."""
        today = self._session.desk.clock.today().replace(day=1)
        wanted = months_after(self._first, months) if months else today
        self._first = min(max(wanted, _EARLIEST), _LATEST)
        self.refresh()

    def go(self, place: Place) -> None:
        self._go(place)

    def leave(self) -> None:
        self._go(Place("today"))

    def _look(self) -> MonthVm:
        desk = self._session.desk
        return month_of(cases.open_cases(desk), self._first, desk.clock.today())


def month_of(rows: Sequence[RegisterRow], first: date, today: date) -> MonthVm:
    """The dates of the month that begins on `first`, and in this month those that are late."""
    is_this = first == today.replace(day=1)
    begins, ends = first.isoformat(), months_after(first, 1).isoformat()
    now = today.isoformat()
    found = [
        (day, kind, row)
        for row in rows
        for kind, day in row.summary.dates
        if begins <= day < ends or (is_this and day < begins)
    ]
    found = [each for each in found if moments.read_day(each[0]) is not None]
    found.sort(key=lambda each: (each[0], each[2].number, each[1]))
    words = vocabulary.due_words()
    shown = tuple(
        DayVm(
            day=day,
            number=row.number,
            what=words.get(kind, kind),
            state=_("late") if day < now else _("Today") if day == now else "",
            place=place_of(kind, row),
        )
        for day, kind, row in found
    )
    return MonthVm(moments.month_in_words(first), shown, is_this)
