# SPDX-License-Identifier: EUPL-1.2
"""The periods of the house by keyboard: stricter than a statute, never laxer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from tests.unit.services.offices import Office
from workbench.domain.deadlines import Period
from workbench.services.jobs import InlineJobs
from workbench.services.law import deadline_rules
from workbench.ui.periods.page import PeriodsPage
from workbench.ui.periods.presenter import PeriodsPresenter


def _open(qtbot, session) -> PeriodsPage:
    page = PeriodsPage(
        lambda v: PeriodsPresenter(v, InlineJobs(), session, Answers(), lambda _place: None, None)
    )
    qtbot.addWidget(page)
    return page


def _choose(page: PeriodsPage, hands: Keyboard, rule: str) -> None:
    rules = [page.table.row(at).rule for at in range(page.table.rows.rowCount())]
    page.table.setFocus()
    page.table.selectRow(rules.index(rule))
    hands.press(Qt.Key.Key_Return)
    assert hands.here.objectName() == "period-number"


def _write(hands: Keyboard, number: str) -> None:
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("period-number", number)
    hands.write("period-reason", "Var rutin")
    hands.press(Qt.Key.Key_Return)


def test_a_shorter_period_is_entered_and_a_longer_one_than_the_statute_is_not(
    qtbot, tmp_path
) -> None:
    office = Office(tmp_path / "office")
    page = _open(qtbot, office.session)
    hands = Keyboard(page)
    assert nameless(page) == []
    for number, holds in (("10", 10), ("15", 10), ("tio", 10)):
        _choose(page, hands, "preliminary-assessment")
        _write(hands, number)
        held = deadline_rules.rules(office.desk.house)["preliminary-assessment"]
        assert held.period == Period("days", holds)
    seen = "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "later than the statute's time" in seen
    assert nameless(page) == []


def test_who_is_no_administrator_reads_and_changes_nothing(qtbot) -> None:
    page = _open(qtbot, Bench().session)
    hands = Keyboard(page)
    page.table.setFocus()
    page.table.selectRow(0)
    hands.press(Qt.Key.Key_Return)
    assert not page.change.isVisible()
    assert page.table.rows.rowCount() > 20
