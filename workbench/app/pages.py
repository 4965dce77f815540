# SPDX-License-Identifier: EUPL-1.2
"""Every page with its presenter, and the way from a `Place` to the page that shows it."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from workbench.app.case_pages import PAGES_OF_A_CASE, PAGES_OF_A_RECORD
from workbench.app.house_pages import HOUSE_PAGES
from workbench.app.instrument_pages import INSTRUMENT_PAGES
from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.house import settings
from workbench.services.ports import RegisterRow
from workbench.ui.blank_form.page import BlankFormPage
from workbench.ui.blank_form.presenter import in_case
from workbench.ui.case.ways import READABLE
from workbench.ui.contacts.page import ContactsPage
from workbench.ui.contacts.presenter import ContactsPresenter
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.frame import Frame
from workbench.ui.kit.page import Page
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.ui.kit.rail import Entry
from workbench.ui.kit.rows import RowVm
from workbench.ui.month.page import MonthPage
from workbench.ui.month.presenter import MonthPresenter
from workbench.ui.morning_report.page import MorningReportPage
from workbench.ui.morning_report.presenter import MorningPresenter
from workbench.ui.paper.page import PaperPage
from workbench.ui.paper.presenter import PaperPresenter
from workbench.ui.places import PageName, Place
from workbench.ui.receive.page import ReceivePage
from workbench.ui.receive.presenter import ReceivePresenter
from workbench.ui.received.page import ReceivedPage
from workbench.ui.received.presenter import ReceivedPresenter
from workbench.ui.register.page import RegisterPage
from workbench.ui.register.presenter import RegisterPresenter, name_in_list
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter
from workbench.ui.send.page import SendPage
from workbench.ui.send.presenter import SendPresenter
from workbench.ui.settings.page import SettingsPage
from workbench.ui.shell import Shell
from workbench.ui.today.page import TodayPage
from workbench.ui.today.presenter import TodayPresenter
from workbench.ui.users.page import UsersPage
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _

_SEPARATOR = "|"
_RECEIVE, _HOUSE, _SETTINGS = Place("receive"), Place("organisation"), Place("settings")
_LIBRARY = Place("instruments")
_NAMES: tuple[PageName, ...] = get_args(PageName)
_GOING_OUT: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {
    "print": (PaperPage, PaperPresenter),
    "seal": (SendPage, SendPresenter),
    "blank-form": (BlankFormPage, in_case),
}
_ARRIVING: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {
    "receive": (ReceivePage, ReceivePresenter),
    "contacts": (ContactsPage, ContactsPresenter),
}
_OVER_CASES: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {
    "month": (MonthPage, MonthPresenter),
    "morning-report": (MorningReportPage, MorningPresenter),
}
_GOING_IN: frozenset[PageName] = frozenset({"salvage", "about-person", "protection"})
"""Pages of an akt that are opened at a part of themselves."""
_WITHOUT_A_CASE = {**_ARRIVING, **_OVER_CASES, **HOUSE_PAGES, **INSTRUMENT_PAGES}


def key_of(place: Place) -> str:
    """How the frame names a place: the page, the case and the record, where it has them."""
    return _SEPARATOR.join((place.page, place.case or "", place.record or "")).rstrip(_SEPARATOR)


def place_of(key: str) -> Place | None:
    """The place that a key names, or None for a key that is no place."""
    name, case, record = (*key.split(_SEPARATOR), "", "")[:3]
    page = next((known for known in _NAMES if known == name), None)
    if page is None:
        return None
    return Place(page, CaseId(case) if case else None, RecordId(record) if record else None)


def _under(page: PageName) -> str:
    """The entry of the rail that a page without a case belongs to."""
    if page in INSTRUMENT_PAGES:
        return "instruments"
    if page in _OVER_CASES:
        return "today"
    return "organisation" if page in HOUSE_PAGES else "receive"


class Pages:
    """Builds the pages of one unlocked stretch."""

    def __init__(self, shell: Shell, jobs: QtJobs, session: Session, outside: Outside) -> None:
        self._shell, self._jobs, self._session = shell, jobs, session
        self._outside = outside
        self._dialogs = Dialogs(shell)

    def frame(self) -> Frame:
        """Rail and top bar; only what works is on the rail."""
        entries = (
            Entry("today", _("Today"), "today", lambda: self._build(Place("today"))),
            Entry("register", _("Case files"), "cases", lambda: self._build(Place("register"))),
            Entry("receive", _("Open a bundle"), "open-bundle", lambda: self._build(_RECEIVE)),
            Entry("instruments", _("Instruments"), "instruments", lambda: self._build(_LIBRARY)),
            Entry("organisation", _("Organisation"), "organisation", lambda: self._build(_HOUSE)),
            Entry("settings", _("Settings"), "preferences", self._settings),
        )
        house = self._session.desk.house
        seated = [member for member in self._session.desk.vault.members() if member.place]
        return Frame(
            entries,
            self._dialogs,
            later=self._later,
            idle_minutes=settings.number(house, settings.IDLE),
            interview_minutes=settings.number(house, settings.INTERVIEW_IDLE),
            is_shared=len(seated) > 1,
        )

    def go(self, place: Place) -> None:
        """Take the person to a place."""
        self._shell.open(key_of(place))

    def seek(self, sought: str) -> None:
        """Find among the user's own cases, for the field at the top."""
        self._jobs.run(
            lambda: cases.find_cases(self._session.desk, sought),
            done=self._show_found,
            failed=self._shell.page().show_problem,
        )

    def open_found(self, case: str) -> None:
        """Open the case that was chosen at the top."""
        self.go(Place("case", CaseId(case)))

    def _show_found(self, rows: tuple[RegisterRow, ...]) -> None:
        found = [RowVm(row.case, row.number, name_in_list(row)) for row in rows]
        self._shell.frame().top.finder.show_found(found)

    def _later(self, key: str) -> Entry | None:
        place = place_of(key)
        if place is None or (place.case is None and place.page not in _WITHOUT_A_CASE):
            return None
        under = "register" if place.case is not None else _under(place.page)
        return Entry(key, "", "", lambda: self._build(place), under=under)

    def _settings(self) -> Page:
        """What is set there about the clock of this window holds at once."""
        page = self._build(_SETTINGS)
        if isinstance(page, SettingsPage):
            watch = self._shell.frame().watch
            page.idle_set.connect(watch.set_minutes)
            page.interview_idle_set.connect(watch.set_interview_minutes)
        return page

    def _build(self, place: Place) -> Page:
        if place.case is not None:
            return self._of_a_case(place, OpenCase(self._jobs, self._session, place.case))
        if place.page == "today":
            return TodayPage(lambda v: TodayPresenter(v, self._jobs, self._session, self.go))
        if place.page in _WITHOUT_A_CASE:
            return self._without_a_case(place)
        return RegisterPage(lambda v: RegisterPresenter(v, self._jobs, self._session, self.go))

    def _without_a_case(self, place: Place) -> Page:
        kind, presenter = _WITHOUT_A_CASE[place.page]
        given = (self._jobs, self._session, self._dialogs, self.go, self._outside)
        page = kind(lambda view: presenter(view, *given))
        if place.record is not None:
            page.go(place.record)
        if isinstance(page, UsersPage):
            page.counted.connect(self._counted)
        return page

    def _counted(self, users: int) -> None:
        """Whether there is somebody to make room for, at once."""
        if not self._shell.is_locked:
            self._shell.frame().top.show_shared(is_shared=users > 1)

    def _of_a_case(self, place: Place, case: OpenCase) -> Page:
        if case.is_only_read and place.page not in READABLE:
            place = Place("case", place.case)  # it says itself that nothing can be written
        asks, go, record = self._dialogs, self.go, place.record
        if place.page == "result" and record is not None:
            return ResultPage(lambda view: ResultPresenter(view, case, go, record))
        if place.page == "receive" and record is not None:
            return ReceivedPage(lambda view: ReceivedPresenter(view, case, go, record))
        if place.page in PAGES_OF_A_RECORD:
            page, presenter = PAGES_OF_A_RECORD[place.page]
            return page(lambda view: presenter(view, case, asks, go, record))
        if place.page in _GOING_OUT:
            page, presenter = _GOING_OUT[place.page]
            made = page(lambda view: presenter(view, case, asks, go, self._outside))
            if record is not None:
                made.go(record)
            return made
        page, presenter = PAGES_OF_A_CASE.get(place.page, PAGES_OF_A_CASE["case"])
        made = page(lambda view: presenter(view, case, asks, go))
        if place.page in _GOING_IN and record is not None:
            made.go(record)
        return made
