# SPDX-License-Identifier: EUPL-1.2
"""Who chooses an assessment by keyboard goes on from there; the row that was pressed is gone."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.shots.of_beside import two_runs
from tests.ui.beside.test_beside_pages import alongside, press
from workbench.words import speak

pytestmark = pytest.mark.ui


def test_the_first_thing_to_do_with_it_has_the_focus(qtbot) -> None:
    speak("sv")
    made, first, _again = two_runs()
    page = alongside(qtbot, made, None)
    press(qtbot, f"row-{first}")
    here = QApplication.focusWidget()
    assert page.isAncestorOf(here)
    assert here.objectName() == "act-open"


def test_when_it_is_locked_the_focus_stays_on_the_page(qtbot) -> None:
    speak("sv")
    made, first, _again = two_runs()
    page = alongside(qtbot, made, first, "yes")
    press(qtbot, "act-lock")
    qtbot.waitUntil(lambda: any("Låst" in label.text() for label in page.findChildren(QLabel)))
    assert page.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().objectName() == "act-open"
