# SPDX-License-Identifier: EUPL-1.2
"""A result from somebody else is kept word for word, corrected with a reason, and goes no further."""

import json
from dataclasses import asdict, fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.asking import Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Result
from workbench.domain.external_results import ExternalResult
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.ui.external_results.page import ExternalResultsPage
from workbench.ui.external_results.presenter import ExternalResultsPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


def test_what_was_stated_stands_as_stated_and_is_scored_compared_and_sent_nowhere(qtbot):
    speak("sv")
    made = Assessed()
    page = ExternalResultsPage(
        lambda view: ExternalResultsPresenter(view, made.open, Answers(), made.bench.go)
    )
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for text in ("SARA", "okand", "Polisen", "2026-10-03", "Hog risk, 17 av 20", "Med post"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = made.akt.all(ExternalResult)
    assert kept.value == ExternalResult(
        "SARA", "okand", "Polisen", "2026-10-03", "Hog risk, 17 av 20", "Med post"
    )
    assert {field.type for field in fields(ExternalResult)} == {str}  # nothing that adds up
    assert made.akt.all(Result) == ()
    record = shared_record(made.akt, made.desk, View("risk-assessment", "", ""), "")
    assert "17 av 20" not in json.dumps(asdict(record), default=str)
