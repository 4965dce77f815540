# SPDX-License-Identifier: EUPL-1.2
"""Orders and alarms, the dates of an akt, the month, and Idag with all of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import follow_up_page, month_page, orders_page, today_page
from tests.support.desk import Answers, Bench
from tests.support.protected_case import protected_case
from workbench.ui.kit.page import Page
from workbench.ui.periods.page import PeriodsPage
from workbench.ui.periods.presenter import PeriodsPresenter


def _orders(part: str) -> QWidget:
    bench = Bench()
    case, order = protected_case(bench)
    page = orders_page(bench, case)
    shell = in_window(page)
    if part:
        page._presenter.add(part, order if part in ("extension", "breach") else "")
    if part == "order":
        page.panels["order"].form.typed.emit("kind", "shared_home")
        page.panels["order"].form.show_values({"kind": "shared_home"})
    return shell


def _follow_up(*, settling: bool = False) -> QWidget:
    bench = Bench()
    case, _order = protected_case(bench)
    page = follow_up_page(bench, case)
    shell = in_window(page)
    if settling:
        key = next(k for k, d in page._presenter._dates.items() if d.what == "order-contact")
        page._presenter.settle(key)
    return shell


def _over(make: Callable[[Bench], Page]) -> QWidget:
    bench = Bench()
    protected_case(bench)
    return in_window(make(bench), "today")


def _periods() -> QWidget:
    bench = Bench()
    asks = Answers()
    page = PeriodsPage(
        lambda v: PeriodsPresenter(v, bench.jobs, bench.session, asks, bench.go, None)
    )
    shell = in_window(page)
    page.change.show_rule(page.table.row(1))
    return shell


PAGES = (
    ("dates-orders", lambda: _orders("")),
    ("dates-order-written", lambda: _orders("order")),
    ("dates-breach-written", lambda: _orders("breach")),
    ("dates-follow-up", _follow_up),
    ("dates-settling", lambda: _follow_up(settling=True)),
    ("dates-month", lambda: _over(month_page)),
    ("dates-today", lambda: _over(today_page)),
    ("dates-periods", _periods),
)
