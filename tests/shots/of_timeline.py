# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar with everything in it, and the time line, whole and near."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import case_page, incidents_page, timeline_page
from tests.support.dated_case import dated_case
from tests.support.desk import Bench
from workbench.domain.arrivals import Arrival
from workbench.domain.incidents import Incident
from workbench.domain.life_events import LifeEvent
from workbench.services.records.akt import Draft


def _incidents(*, correcting: bool = False) -> QWidget:
    bench = Bench()
    page = incidents_page(bench, dated_case(bench))
    shell = in_window(page)
    if correcting:
        page._presenter.correct(next(iter(page._presenter._headings)))
    return shell


def _timeline(part: str = "") -> QWidget:
    bench = Bench()
    page = timeline_page(bench, dated_case(bench))
    shell = in_window(page)
    if part == "near":
        for _press in range(6):
            page.line._lanes.zoom(1.6)
        page.line._lanes.setFocus()
    if part == "table":
        page.line._turn()
    if part == "writing":
        page._presenter.add()
    return shell


def _crowded() -> QWidget:
    """A night with a handful of everything, and a week with much."""
    bench = Bench()
    case = dated_case(bench)
    akt = bench.akt(case)
    night = [Incident("2026-11-14", "physical", at, f"Nummer {at}") for at in (2, 3, 4, 5, 3)]
    week = [Incident(f"2026-09-{day:02}", "threat", 2, "Sms") for day in range(1, 8)]
    moved = [LifeEvent("2026-11-14", "move", f"Flytt {at}") for at in range(3)]
    akt.enter(Draft(Arrival("2026-11-14T22:10:00Z")), *map(Draft, (*night, *week, *moved)))
    return in_window(timeline_page(bench, case))


def _case() -> QWidget:
    bench = Bench()
    return in_window(case_page(bench, dated_case(bench)))


PAGES = (
    ("incidents-dated", _incidents),
    ("incidents-correcting", lambda: _incidents(correcting=True)),
    ("timeline", _timeline),
    ("timeline-near", lambda: _timeline("near")),
    ("timeline-table", lambda: _timeline("table")),
    ("timeline-writing", lambda: _timeline("writing")),
    ("timeline-crowded", _crowded),
    ("timeline-strip", _case),
)
