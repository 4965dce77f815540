# SPDX-License-Identifier: EUPL-1.2
"""The pages about instruments for who does not see them: told, told apart, reached by Tab."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.shots.of_instruments import PAGES
from tests.ui import test_read_aloud as aloud
from tests.ui.walk import controls, interfaces, reached_by_tab
from workbench.ui.confirm_rule.table import PartsTable
from workbench.ui.kit.page import Page
from workbench.words import speak

pytestmark = pytest.mark.ui
BUILDERS = dict(PAGES)
TEXT = QAccessible.Text
TABLES = ("instruments-4-rule", "instruments-8-second-checker", "instruments-9-check-rule")


def shown(qtbot, name: str) -> tuple[QWidget, Page]:
    """The window, which lives as long as somebody holds it, and the page in it."""
    speak("sv")
    window = BUILDERS[name]()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    return window, next(page for page in window.findChildren(Page) if page.isVisible())


@pytest.mark.parametrize("name", BUILDERS)
def test_every_control_is_told_told_apart_and_reached_by_tab(qtbot, name: str) -> None:
    _window, page = shown(qtbot, name)
    visible = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    assert sum(aloud._is_told(widget) for widget in visible) >= 1
    met = [QAccessible.queryAccessibleInterface(control) for control in controls(page)]
    called = Counter((each.role(), each.text(TEXT.Name)) for each in met)
    assert [what for what, times in called.items() if times > 1] == []
    stops = set(reached_by_tab(page))
    missed = [c for c in controls(page) if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [c.objectName() for c in missed if c not in stops and c.focusProxy() is None] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_row_to_tick_says_what_it_holds_and_whether_it_is_ticked(qtbot, name: str) -> None:
    _window, page = shown(qtbot, name)
    table = page.findChild(PartsTable)
    cells = [each for each in interfaces(table) if each.role() == QAccessible.Role.Cell]
    assert len(cells) == 3 * table.rows.rowCount()
    told = {cell.text(TEXT.Name): cell for cell in cells if cell.state().checkable}
    for part in table.rows.parts:
        assert told[f"{part.part}: {part.content}. {part.mark}"] is not None
    for _turn in range(2):
        ticks = [table.rows.ticks[part.key] == "yes" for part in table.rows.parts]
        assert sorted(bool(cell.state().checked) for cell in told.values()) == sorted(ticks)
        table.setCurrentIndex(table.rows.index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_Space)
        assert ticks[0] is not (table.rows.ticks[table.rows.parts[0].key] == "yes")
