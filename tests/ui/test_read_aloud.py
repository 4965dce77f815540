# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader is told on the pages of judging: the name, role and value of every control.

The pages are those that are photographed, with their fictional cases.
"""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.shots import (
    of_about_person,
    of_assess,
    of_beside,
    of_honour,
    of_loop,
    of_own_forms,
    of_paper_twin,
    of_practice,
    of_results,
    of_telling,
    of_worksheets,
)
from tests.shots import of_written_answers as of_written
from tests.ui.walk import CONTROLS, ROLES_WITH_NAMES
from workbench.ui.assess.page import AssessPage
from workbench.ui.kit.page import Page
from workbench.words import speak

pytestmark = pytest.mark.ui
ROOMS = (
    of_about_person,
    *(of_assess, of_beside, of_honour, of_loop, of_own_forms, of_results, of_worksheets),
    *(of_paper_twin, of_practice, of_telling),
    of_written,
)
BUILDERS = {name: build for room in ROOMS for name, build in room.PAGES}
EVERY = (
    *("assess-question", "talk-choices", "written-events", "made-again", "worksheet-frame"),
    *(name for name, _build in of_honour.PAGES),
    *(name for name, _build in of_loop.PAGES),
    *("judgement-sign", "review-answer", "review-returned", "external-results"),
    *("beside-which", "beside-over-time", "beside-second", "own-form-editor", "own-forms-in-use"),
    *(name for name, _build in of_about_person.PAGES),
    *("journal-searched", "told-ground", "told-left", "people"),
    *("own-appraisal", "assess-choose", "read-off", "paper-2-asked", "paper-4-keying"),
    *("practice-1-cases", "practice-2-reading", "practice-3-coding", "practice-5-compared"),
    *("result-computed", "result-waits", "result-coded", "several-rows"),
)
WITHOUT_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
TEXT = QAccessible.Text
WORKED = (*CONTROLS, QComboBox)


def shown(qtbot, name: str) -> tuple[QWidget, QWidget]:
    """The window, which lives as long as somebody holds it, and the page in it."""
    speak("sv")
    window = BUILDERS[name]()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    pages = (page for page in window.findChildren(Page) if page.isVisible())
    return window, next(pages, window)


@pytest.mark.parametrize("name", EVERY)
def test_every_control_tells_its_name_role_and_value(qtbot, name: str) -> None:
    (_window, page), met = shown(qtbot, name), 0
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            met += _is_told(widget)
    assert met >= 1  # a way back at the least


@pytest.mark.parametrize("name", ["honour-sheet", "honour-again", "honour-locked"])
def test_every_cell_of_the_sheet_is_said_in_words(qtbot, name: str) -> None:
    _window, page = shown(qtbot, name)
    assert isinstance(page, AssessPage)
    root = QAccessible.queryAccessibleInterface(page.worksheet)
    cells = [root.child(at) for at in range(root.childCount())]
    said = [cell.text(TEXT.Name) for cell in cells if cell.role() == QAccessible.Role.Cell]
    model = page.worksheet.sheet
    places = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.place(model.index(row, column)) is not None
    ]
    assert len([text for text in said if text.strip()]) >= len(places) > 30  # and what is written
    words = "\n".join(said)
    assert "J Föreligger" in words
    assert ("inte granskad" in words or "ej granskad" in words) is (name == "honour-again")


def _is_told(widget: QWidget) -> bool:
    """Whether it is a control; then it says what it is, what it is called, what stands in it."""
    at = QAccessible.queryAccessibleInterface(widget)
    is_control = isinstance(widget, WORKED) and widget.isEnabled()
    if not is_control and at.role() not in ROLES_WITH_NAMES:
        return False
    assert at.role() not in WITHOUT_ROLE, widget.objectName()
    assert at.text(TEXT.Name).strip(), (type(widget).__name__, widget.objectName())
    _check_value(widget, at)
    return is_control


def _check_value(control: QWidget, at) -> None:
    if isinstance(control, QLineEdit) and control.echoMode() == QLineEdit.EchoMode.Normal:
        assert at.text(TEXT.Value) == control.text(), control.objectName()
    elif isinstance(control, QPlainTextEdit):
        assert at.textInterface() is not None, control.objectName()
    elif isinstance(control, QComboBox):
        assert at.text(TEXT.Value) == control.currentText(), control.objectName()
    elif isinstance(control, QAbstractButton) and control.isCheckable():
        assert bool(at.state().checked) == control.isChecked(), control.objectName()
