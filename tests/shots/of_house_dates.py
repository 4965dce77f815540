# SPDX-License-Identifier: EUPL-1.2
"""The organisation's dates: a late one, one in hours, one settled; and one that begins."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.domain.deadlines import ReviewDate
from workbench.services.loop import deadlines, house_dates
from workbench.services.records.akt import Draft
from workbench.ui.house_dates.page import HouseDatesPage
from workbench.ui.house_dates.presenter import HouseDatesPresenter


def _page(*, beginning: bool = False) -> QWidget:
    bench = Bench()
    desk = bench.session.desk
    house_dates.begin(desk, "lex-sarah", "2026-11-12", "Nattjouren svarade inte på larm")
    (made,) = house_dates.waiting(desk)
    deadlines.settle(desk.house, made, "done", "2026-11-12", "Rapporten lämnad till nämnden")
    house_dates.begin(desk, "lex-sarah", "2026-11-20", "Larmrutinen följdes inte")
    house_dates.begin(desk, "breach-report", "2026-11-21T09:30:00Z", "Ett brev till fel mottagare")
    desk.house.enter(Draft(ReviewDate("2026-12-15", "Rutinen för nycklar ses över")))
    page = HouseDatesPage(
        lambda v: HouseDatesPresenter(v, bench.jobs, bench.session, Answers(), bench.go, None)
    )
    shell = in_window(page, under="organisation")
    if beginning:
        page._presenter.add("deadline")
    return shell


PAGES = (("house-dates", _page), ("house-dates-begun", lambda: _page(beginning=True)))
