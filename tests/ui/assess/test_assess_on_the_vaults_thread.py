# SPDX-License-Identifier: EUPL-1.2
"""Keys faster than the vault: every answer lands where it was given, the screen ends as stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.asking import DA, SARA, YES, Assessed
from tests.support.desk import Answers
from workbench.services.assess.sheets import sheet
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


@pytest.fixture
def jobs():
    made = QtJobs()
    yield made
    made.stop()


def laid_open(qtbot, jobs: QtJobs, instrument: str):
    made = Assessed()
    record = made.begin(instrument)
    made.bench.jobs = jobs
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    saved: list[str] = []
    page.saved.connect(saved.append)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    return made, record, page, saved


def test_answers_faster_than_the_vault(qtbot, jobs) -> None:
    made, record, page, saved = laid_open(qtbot, jobs, DA)
    qtbot.waitUntil(lambda: page.questions.text.text().startswith("1."))
    items = made.definition(DA).items
    for item in items:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_J if item.id in YES else KEY.Key_N)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
    assert page.questions.text.text().startswith("20.")
    qtbot.waitUntil(lambda: bool(saved) and saved[-1] != "")
    given = sheet(made.akt, made.desk, record).given
    assert {i: a.code for i, a in given.items()} == {
        item.id: "yes" if item.id in YES else "no" for item in items
    }
    lines = [page.questions.outline.item(at) for at in range(len(items))]
    shown = [line.data(Qt.ItemDataRole.AccessibleTextRole).rsplit(": ", 1)[1] for line in lines]
    assert shown == ["Ja" if item.id in YES else "Nej" for item in items]


def test_codes_and_a_note_faster_than_the_vault(qtbot, jobs) -> None:
    made, record, page, saved = laid_open(qtbot, jobs, SARA)
    qtbot.waitUntil(page.worksheet.hasFocus)
    for _factor in range(15):
        qtbot.keyClicks(page.worksheet, "J")
        qtbot.keyClick(page.worksheet, KEY.Key_Down)
    qtbot.keyClick(page.worksheet, KEY.Key_Right)
    qtbot.keyClick(page.worksheet, KEY.Key_Right)
    qtbot.keyClicks(QApplication.focusWidget(), "s")
    qtbot.keyClicks(QApplication.focusWidget(), "ent i natt")
    page.flush()
    qtbot.waitUntil(lambda: bool(saved) and saved[-1] != "")
    stored = sheet(made.akt, made.desk, record)
    assert all(codes.codes["current"].text == "J" for codes in stored.given.values())
    assert stored.notes == {"f15": "sent i natt"}


def test_a_lock_right_after_the_last_key_keeps_it(qtbot, jobs) -> None:
    made, record, page, _saved = laid_open(qtbot, jobs, DA)
    qtbot.waitUntil(lambda: page.questions.text.text().startswith("1."))
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_J)
    page.flush()
    jobs.stop()
    assert sheet(made.akt, made.desk, record).given["q01"].code == "yes"
