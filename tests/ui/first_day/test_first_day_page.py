# SPDX-License-Identifier: EUPL-1.2
"""The first day, and Idag that leads to it, by keyboard."""

from tests.support.case_pages import today_page
from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from workbench.domain.arrivals import Arrival
from workbench.domain.clock import stamp
from workbench.domain.ids import CaseId
from workbench.services.arrival import arriving
from workbench.services.arrival.arriving import Adult
from workbench.ui.first_day.page import FirstDayPage
from workbench.ui.first_day.presenter import PAGE_OF, FirstDayPresenter
from workbench.ui.places import SAFE_CONTACT, Place


def _arrived(bench: Bench) -> CaseId:
    case = bench.begin()
    akt = bench.akt(case)
    adult = Adult(akt.new_record(), Arrival(stamp(bench.clock.now()), room="B2"))
    arriving.enter(bench.session.desk, akt, adult)
    return case


def _open(qtbot, bench: Bench, case: CaseId) -> FirstDayPage:
    page = FirstDayPage(lambda v: FirstDayPresenter(v, bench.open_case(case), Answers(), bench.go))
    qtbot.addWidget(page)
    return page


def test_every_step_leads_to_where_it_is_done(qtbot) -> None:
    bench = Bench()
    case = _arrived(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    assert nameless(page) == []
    for step, where in PAGE_OF.items():
        hands.push(f"row-{step}")
        part = SAFE_CONTACT if step == "contact" else None
        assert bench.went[-1] == Place(where, case, part)


def test_idag_leads_there_until_it_is_closed(qtbot) -> None:
    bench = Bench()
    case = _arrived(bench)
    today = today_page(bench)
    qtbot.addWidget(today)
    Keyboard(today).push("row-guide-0")
    assert bench.went == [Place("first-day", case)]
    page = _open(qtbot, bench, case)
    Keyboard(page).push("close-guide")
    assert bench.went[-1] == Place("case", case)
    assert "guide" not in {group.key for group in today._presenter._look().groups}
