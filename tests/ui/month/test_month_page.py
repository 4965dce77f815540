# SPDX-License-Identifier: EUPL-1.2
"""The month: a table that is read aloud and walked by keyboard, without names."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.support.case_pages import month_page, today_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.protected_case import protected_case
from tests.ui.walk import interfaces, nameless
from workbench.domain.ids import CaseId
from workbench.services.ports import CaseSummary, RegisterRow
from workbench.ui.month.presenter import month_of
from workbench.ui.places import Place

TODAY = date(2026, 11, 22)


def _row(*dates: tuple[str, str]) -> RegisterRow:
    return RegisterRow(CaseId("c"), "2026-0001", None, 1, CaseSummary(("Kim",), dates=dates))


@pytest.mark.parametrize(
    ("day", "month", "shown"),
    [
        ("2026-11-01", date(2026, 11, 1), True),
        ("2026-11-30", date(2026, 11, 1), True),
        ("2026-12-01", date(2026, 11, 1), False),
        ("2026-10-31", date(2026, 11, 1), True),  # late: it waits in this month
        ("2026-10-31", date(2026, 12, 1), False),
        ("2028-02-29", date(2028, 2, 1), True),
        ("no day", date(2026, 11, 1), False),
    ],
)
def test_a_date_stands_in_its_month_and_what_is_late_in_this_one(day, month, shown) -> None:
    assert bool(month_of([_row(("measure", day))], month, TODAY).rows) is shown


def test_the_month_is_reached_from_today_and_walked_by_keyboard(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    today = today_page(bench)
    qtbot.addWidget(today)
    Keyboard(today).push("to-month")
    assert bench.went.pop() == Place("month")
    page = month_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("month-after")
    assert page.header.title.text() == "December 2026"
    hands.push("month-now")
    table = page.table
    table.setFocus()
    hands.press(Qt.Key.Key_Down)
    whats = [table.row(at).what for at in range(table.rows.rowCount())]
    table.selectRow(whats.index("The restraining order ends soon: call"))
    hands.press(Qt.Key.Key_Return)
    assert bench.went == [Place("follow-up", case)]


def test_the_table_is_read_cell_by_cell_and_says_no_name(qtbot) -> None:
    bench = Bench()
    protected_case(bench)
    page = month_page(bench)
    qtbot.addWidget(page)
    page.show()
    told = [each.text(QAccessible.Text.Name) for each in interfaces(page)]
    assert "Dates of November 2026" in told
    assert "2026-11-22" in told
    assert "2026-0142" in told
    assert not any("Kim" in each or "Sam" in each or "Ring skolan" in each for each in told)
    assert nameless(page) == []
