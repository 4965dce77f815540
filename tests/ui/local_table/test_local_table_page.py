# SPDX-License-Identifier: EUPL-1.2
"""A published table is typed off the organisation's copy, checked by another, and then looked in."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.desk import Answers, Bench
from tests.ui.own_rule.test_own_rule_pages import Files
from tests.ui.walk import nameless
from workbench.instruments.catalogue import load_catalogue
from workbench.services.assess import own_rules
from workbench.services.assess.gate import gate_now
from workbench.ui.check_rule.page import CheckRulePage
from workbench.ui.check_rule.presenter import CheckPresenter
from workbench.ui.instruments.looking import find
from workbench.ui.local_table.page import LocalTablePage
from workbench.ui.local_table.presenter import TablePresenter

ODARA, BOTH = "odara@book-2010", "static-stable@levels-2009"


@pytest.fixture
def bench() -> Bench:
    return Bench(load_catalogue())


def given(bench: Bench) -> tuple[object, ...]:
    return bench.jobs, bench.session, Answers(), bench.go, SimpleNamespace(files=Files())


def shown(qtbot, bench: Bench, instrument: str) -> LocalTablePage:
    page = LocalTablePage(lambda view: TablePresenter(view, *given(bench)))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.go(instrument)
    return page


def say_who(page: LocalTablePage) -> None:
    QTest.keyClicks(page.table.fields["source"], "Påhittade boken, s. 3")
    for name in ("owner", "function", "organisation", "form_edition"):
        QTest.keyClicks(page.form.field(name), f"x {name}")


def test_totals_are_typed_checked_elsewhere_by_file_and_looked_in(qtbot, bench, tmp_path):
    page = shown(qtbot, bench, ODARA)
    say_who(page)
    for unknown in range(1, 6):
        numbers = " ".join(str(raw + 1) for raw in range(14 - unknown))
        QTest.keyClicks(page.table.fields[f"unknown:{unknown}"], numbers)
    QTest.keyClick(page.enter_button, Qt.Key.Key_Space)
    definition = find(bench.session.desk, ODARA)
    assert page.check.isVisible()
    assert gate_now(bench.session.desk, definition).supplied.tables == {}
    page._presenter.checking._save(tmp_path)
    other = CheckRulePage(lambda view: CheckPresenter(view, *given(Bench(load_catalogue()))))
    qtbot.addWidget(other)
    other.show()
    other._presenter._read(next(tmp_path.iterdir()))
    assert other.table.rows.rowCount() == 7  # where it is published, six rows of totals
    back = tmp_path / "back"
    back.mkdir()
    rows = tuple(part.key for part in other.table.rows.parts)
    other._presenter._save(back, "Kim Kontrollant", rows)
    page._presenter.checking._take(next(back.iterdir()))
    (table,) = gate_now(bench.session.desk, definition).supplied.tables.values()
    assert table.by_unknown[0] == list(range(14))
    assert table.by_unknown[5] == list(range(1, 10))
    assert nameless(page) == []


def test_a_number_too_few_is_told_and_nothing_is_entered(qtbot, bench):
    page = shown(qtbot, bench, ODARA)
    say_who(page)
    QTest.keyClicks(page.table.fields["unknown:1"], "1 2 3")
    page.enter_button.click()
    assert page.banner.isVisible()
    definition = find(bench.session.desk, ODARA)
    assert own_rules.local_content(bench.session.desk, definition) == ()
    bench.reopen()
    assert shown(qtbot, bench, ODARA).table.fields["unknown:1"].text() == "1 2 3"


def test_levels_are_chosen_pair_by_pair_by_keyboard(qtbot, bench):
    page = shown(qtbot, bench, BOTH)
    say_who(page)
    fields = {n: f for n, f in page.table.fields.items() if n.startswith("cell:")}
    for field in list(fields.values())[:-1]:
        QTest.keyClick(field, Qt.Key.Key_Down)
    page.enter_button.click()
    assert page.banner.isVisible()
    QTest.keyClick(list(fields.values())[-1], Qt.Key.Key_Down)
    page.enter_button.click()
    assert page.check.table.rows.rowCount() == 1 + len(fields)
    assert nameless(page) == []


def test_a_form_that_reads_no_table_says_so(qtbot, bench):
    page = shown(qtbot, bench, "hark@2007")
    assert page._none.isVisible()
    assert not page.enter_button.isVisible()
