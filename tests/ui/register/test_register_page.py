# SPDX-License-Identifier: EUPL-1.2
"""Akter by keyboard alone."""

from PySide6.QtCore import Qt

from tests.support.case_pages import register_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase
from workbench.ui.places import Place


def _open(qtbot):
    bench = Bench()
    found = [
        bench.session.begin(NewCase(Subject(name))).case
        for name in ("Kim Påhittad", "Robin Exempel", "Love Påhitt")
    ]
    page = register_page(bench)
    qtbot.addWidget(page)
    return bench, found, page


def test_an_akt_is_found_and_opened_by_keyboard(qtbot) -> None:
    bench, (kim, *_others), page = _open(qtbot)
    hands = Keyboard(page)
    hands.write("sought", "kim")
    assert page.table.rows.rowCount() == 1
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    assert bench.went == [Place("case", kim)]


def test_a_new_akt_is_begun_by_keyboard(qtbot) -> None:
    bench, _found, page = _open(qtbot)
    hands = Keyboard(page)
    hands.push("new-akt")
    hands.press(Qt.Key.Key_Space)
    assert len(bench.vault.cases()) == 4
    assert bench.went == [Place("case", bench.vault.cases()[0].case)]
    assert hands.here is page.new


def test_the_list_holds_to_the_table_model_rules(qtbot, qtmodeltester) -> None:
    _bench, _found, page = _open(qtbot)
    qtmodeltester.check(page.table.rows)


def test_no_akter_is_said_with_what_to_do(qtbot) -> None:
    page = register_page(Bench())
    qtbot.addWidget(page)
    page.show()
    assert page._first.isVisible()
    assert not page.sought.isVisible()
