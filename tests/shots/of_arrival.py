# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes now, the first day, the night sheet and the report of the morning."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.app.outside import make_morning
from workbench.app.paper import night_sheet_pdf
from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.clock import stamp
from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services.arrival import arriving
from workbench.services.arrival.arriving import Adult, Child
from workbench.ui.arrival.page import ArrivalPage
from workbench.ui.arrival.presenter import ArrivalPresenter
from workbench.ui.first_day.page import FirstDayPage
from workbench.ui.first_day.presenter import FirstDayPresenter
from workbench.ui.handing_over.outside import Outside
from workbench.ui.morning_report.page import MorningReportPage
from workbench.ui.morning_report.presenter import MorningPresenter
from workbench.ui.night_sheet.page import NightSheetPage
from workbench.ui.night_sheet.presenter import NightSheetPresenter

_OUTSIDE = Outside(  # type: ignore[arg-type]
    None, None, None, None, night_sheet=night_sheet_pdf, morning=make_morning
)


def _arrived(bench: Bench) -> CaseId:
    case = bench.begin()
    akt, at = bench.akt(case), stamp(bench.clock.now())
    adult = Adult(
        akt.new_record(),
        Arrival(at, room="B2", postponed="Ring tolk\nLäkartid", call="Socialjouren 010-000 00 00"),
        Subject("Vega Låtsasvall"),
    )
    about = Subject("Lo Låtsasvall", role="child")
    child = Child(akt.new_record(), ChildArrival(at, postponed="Blöjor, ersättning"), about)
    arriving.enter(bench.session.desk, akt, adult, [child])
    return case


def _arrival(*, entered: bool = False, child: bool = False, down: bool = False) -> QWidget:
    bench = Bench()
    case = _arrived(bench) if entered else bench.begin()
    page = ArrivalPage(lambda v: ArrivalPresenter(v, bench.open_case(case), Answers(), bench.go))
    shell = in_window(page)
    if child:
        page.panels["adult"].form.typed.emit("injuries", "Blåmärke på armen")
        page._presenter.add_child()
        page.panels["child"].form.typed.emit("name", "Lo Låtsasvall")
    if entered:
        page.show_entered(1)
    if down:
        page.reveal(page.panels["adult"].form.field("hand"))
    return shell


def _first_day() -> QWidget:
    bench = Bench()
    case = _arrived(bench)
    return in_window(
        FirstDayPage(lambda v: FirstDayPresenter(v, bench.open_case(case), Answers(), bench.go))
    )


def _night_sheet() -> QWidget:
    bench = Bench()
    given = (bench.jobs, bench.session, Answers(), bench.go, _OUTSIDE)
    return in_window(NightSheetPage(lambda v: NightSheetPresenter(v, *given)), "shown")


def _morning() -> QWidget:
    bench = Bench()
    _arrived(bench)
    bench.session.put_away()
    given = (bench.jobs, bench.session, Answers(), bench.go, _OUTSIDE)
    page = MorningReportPage(lambda v: MorningPresenter(v, *given))
    shell = in_window(page, "today")
    page.make_button.click()
    return shell


PAGES = (
    ("arrival", _arrival),
    ("arrival-child", lambda: _arrival(child=True)),
    ("arrival-down", lambda: _arrival(down=True)),
    ("arrival-entered", lambda: _arrival(entered=True)),
    ("arrival-first-day", _first_day),
    ("arrival-night-sheet", _night_sheet),
    ("arrival-morning", _morning),
)
