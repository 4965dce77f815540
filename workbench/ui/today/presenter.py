# SPDX-License-Identifier: EUPL-1.2
"""What waits, by day. A row says case number, kind and date; nothing else may stand here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from operator import itemgetter
from typing import Protocol

from workbench.domain.ids import CaseId
from workbench.domain.subject import Note, Subject
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.arrival import arriving
from workbench.services.jobs import Jobs
from workbench.services.loop.following import REASSESSMENT
from workbench.services.ports import RegisterRow
from workbench.services.records.akt import Draft
from workbench.ui.places import Go, Place
from workbench.ui.today.dates import place_of
from workbench.ui.today.duties import MOST_ROWS, DutyVm, GroupVm, group_of
from workbench.ui.today.guide import guide_duties
from workbench.ui.today.house import house_duties
from workbench.ui.today.left import left_group
from workbench.ui.today.unentered import unentered_duties
from workbench.ui.today.waiting import waiting_duties
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

WEEK = timedelta(days=7)
_Found = tuple[str, str, str, RegisterRow]
"""Day, case number, kind, and the row of the register."""


@dataclass(frozen=True, slots=True)
class TodayVm:
    """The whole page. `is_first`: this user has no akt yet. `is_reading`: more is on its way."""

    day: str
    now_day: str
    now_time: str
    groups: tuple[GroupVm, ...]
    is_first: bool
    is_reading: bool = False


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits besides the days in the register."""

    unentered: tuple[DutyVm, ...] = ()
    house: tuple[DutyVm, ...] = ()
    asked: tuple[DutyVm, ...] = ()
    guide: tuple[DutyVm, ...] = ()
    is_reading: bool = False


_NOTHING = Waits()


class TodayView(Protocol):
    """What the page must be able to show."""

    def show_today(self, vm: TodayVm) -> None: ...

    def show_begin(self, *, shown: bool) -> None: ...

    def show_missing(self, text: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class TodayPresenter:
    """Decides what Idag shows, and begins an akt when somebody comes."""

    def __init__(self, view: TodayView, jobs: Jobs, session: Session, go: Go) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._is_reading = False

    def open(self) -> None:
        self._view.show_begin(shown=False)
        self.refresh()

    def refresh(self) -> None:
        self._jobs.run(self._look, done=self._show, failed=self._view.show_problem)

    def somebody_comes(self) -> None:
        """Ask for the one thing that is needed: when."""
        self._view.show_begin(shown=True)

    def never_mind(self) -> None:
        self._view.show_begin(shown=False)

    def begin(self, day: str, time: str) -> None:
        """Begin an akt with a number and the time of the event, and go to the arrival."""
        if moments.read_day(day) is None:
            self._view.show_missing(_("Write the day like this: 2026-11-22."))
            return
        if moments.read_time(time) is None:
            self._view.show_missing(_("Write the time like this: 14:32."))
            return
        observed = moments.observed(day, time)
        self._jobs.run(
            lambda: self._begin(observed, day, time),
            done=self._begun,
            failed=self._view.show_problem,
        )

    def _begun(self, case: CaseId) -> None:
        """Back on Idag the large button stands there again."""
        self._view.show_begin(shown=False)
        self._go(Place("arrival", case))

    def go(self, place: Place) -> None:
        """Open the place where a row is done."""
        self._go(place)

    def _begin(self, observed: str, day: str, time: str) -> CaseId:
        akt = self._session.begin(cases.NewCase(Subject(name="", identity="unknown")))
        akt.enter(Draft(Note(_("Somebody came. The case file was begun."), observed_at=observed)))
        arriving.lay_time(akt, day, time)
        return akt.case

    def _look(self) -> TodayVm:
        desk = self._session.desk
        now = desk.clock.now().astimezone().strftime("%H:%M")
        waits = Waits(
            unentered=unentered_duties(desk),
            house=house_duties(desk),
            asked=waiting_duties(desk),
            guide=guide_duties(desk),
            is_reading=desk.vault.own.unread() > 0,
        )
        return today_of(cases.open_cases(desk), desk.clock.today(), now, waits)

    def _show(self, vm: TodayVm) -> None:
        self._view.show_today(vm)
        if vm.is_reading and not self._is_reading:
            self._is_reading = True
            self._read_more()

    def _read_more(self) -> None:
        """Akter that are new to the user, a few a job: typing elsewhere never waits for this."""
        self._jobs.run(self._read_some, done=self._read, failed=self._view.show_problem)

    def _read_some(self) -> int:
        own = self._session.desk.vault.own
        own.read_more()
        return own.unread()

    def _read(self, left: int) -> None:
        if left:
            self._read_more()
        else:
            self._is_reading = False
            self.refresh()


def today_of(
    rows: Sequence[RegisterRow], today: date, now: str, waits: Waits = _NOTHING
) -> TodayVm:
    """What the register says about a day. What is half done stands before what is due later."""
    day, week = today.isoformat(), (today + WEEK).isoformat()
    late, now_due, soon, later = _sorted_out(rows, day, week)
    groups = (
        _group("late", _("Late"), late, is_late=True),
        _group("today", _("Today"), now_due),
        group_of("guide", _("First day"), waits.guide, len(waits.guide)),
        group_of("asked", _("Waits for you"), waits.asked, len(waits.asked)),
        left_group(rows),
        group_of("unentered", _("Not entered"), waits.unentered, len(waits.unentered)),
        _group("week", _("This week"), soon),
        _group("reassessments", _("New assessments later"), later),
        group_of("house", _("Organisation"), waits.house, len(waits.house)),
    )
    return TodayVm(
        day=moments.day_in_words(today),
        now_day=day,
        now_time=now,
        groups=tuple(group for group in groups if group.duties),
        is_first=not rows,
        is_reading=waits.is_reading,
    )


def _sorted_out(
    rows: Sequence[RegisterRow], day: str, week: str
) -> tuple[list[_Found], list[_Found], list[_Found], list[_Found]]:
    """Late, today, this week, and later where it is a new assessment: one walk over thousands."""
    late, now_due, soon, later = list[_Found](), list[_Found](), list[_Found](), list[_Found]()
    for row in rows:
        for kind, on in row.summary.dates:
            if on > week:
                if kind == REASSESSMENT:
                    later.append((on, row.number, kind, row))
            elif on > day:
                soon.append((on, row.number, kind, row))
            else:
                (late if on < day else now_due).append((on, row.number, kind, row))
    return late, now_due, soon, later


def _group(key: str, heading: str, found: Sequence[_Found], *, is_late: bool = False) -> GroupVm:
    """The first of them in words: thousands are not put into words to be cut off again."""
    days = [each for each in found if moments.read_day(each[0]) is not None]
    shown = nsmallest(MOST_ROWS, days, key=itemgetter(0, 1))
    words = vocabulary.due_words() if shown else {}
    duties = tuple(
        DutyVm(
            title=_("{number} · {what}").format(number=row.number, what=words.get(kind, kind)),
            caption=day,
            place=place_of(kind, row),
            is_late=is_late,
        )
        for day, _number, kind, row in shown
    )
    return group_of(key, heading, duties, len(days))
