# SPDX-License-Identifier: EUPL-1.2
"""Two people at one screen: the second ticks every row, then signs with the own passphrase."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.desk import Answers
from tests.unit.services.colleagues import Two
from tests.unit.services.offices import FREDA, Office
from tests.unit.services.test_own_rules import BERITS, proposed
from workbench.services.assess import own_rules
from workbench.services.jobs import InlineJobs
from workbench.ui.own_rule.page import OwnRulePage
from workbench.ui.own_rule.presenter import OwnRulePresenter


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    Two(made).be("sten")
    proposed(made)
    yield made
    made.session.close()


def owned(qtbot, office: Office) -> OwnRulePage:
    given = (InlineJobs(), office.session, Answers(), lambda _place: None, SimpleNamespace())
    page = OwnRulePage(lambda view: OwnRulePresenter(view, *given))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.go(f"{FREDA}@2014-10-22")
    return page


def sign(page: OwnRulePage) -> None:
    page.check.place.clear()
    QTest.keyClicks(page.check.place, "2")
    page.check.passphrase.setText(BERITS)
    QTest.keyClick(page.check.check_button, Qt.Key.Key_Space)


def tick(page: OwnRulePage, rows: int) -> None:
    table = page.check.table
    table.setFocus()
    for _row in range(rows):
        QTest.keyClick(table, Qt.Key.Key_Space)
        QTest.keyClick(table, Qt.Key.Key_Down)


def test_nobody_signs_before_every_row_is_ticked(qtbot, office):
    page = owned(qtbot, office)
    definition = office.definition(FREDA)
    rows = page.check.table.rows.rowCount()
    assert rows == len(definition.items) + 3  # a row a question, two levels, missing answers
    sign(page)
    tick(page, rows - 1)
    sign(page)
    assert page.banner.isVisible()
    assert own_rules.rule_in_force(office.desk, definition) is None
    assert page.check.passphrase.text() == ""
    tick(page, 1)
    assert set(page.check.table.rows.ticks.values()) == {"yes"}
    sign(page)
    held = own_rules.rule_in_force(office.desk, definition)
    assert (held.keeping.second, held.recorded.value.checked) == ("Berit Påhittad", "here")
    assert not page.check.table.isVisible()


def test_the_ticks_of_one_checker_are_gone_when_the_page_was_left(qtbot, office):
    page = owned(qtbot, office)
    tick(page, 3)
    page._left()
    page.go(f"{FREDA}@2014-10-22")
    assert set(page.check.table.rows.ticks.values()) == {""}
