# SPDX-License-Identifier: EUPL-1.2
"""Loggranskning by keyboard alone, and with ten thousand lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.unit.ui.log.reviewers import Reviewers
from workbench.domain.access import LogReview, Unlocked
from workbench.services.records.akt import Draft
from workbench.ui.log.page import LogPage
from workbench.ui.log.presenter import LogPresenter
from workbench.ui.places import Place


def log_page(bench: Bench) -> LogPage:
    return LogPage(lambda v: LogPresenter(v, bench.jobs, bench.session, Answers(), bench.go, None))


def texts(page: LogPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_log_is_read_and_signed_by_keyboard(qtbot):
    bench = Bench(vault=Reviewers())
    bench.session.desk.house.enter(Draft(Unlocked(1, 2, "2026-11-22T01:00:00Z")))
    page = log_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert "You are reviewing yourself in part." in texts(page)
    hands.push("row-signal-0")
    assert page._entries.table.rows.rowCount() > 0
    hands.tab_to("choice-nothing-to-note")
    hands.press(Qt.Key.Key_Space)
    hands.push("log-sign")
    assert len(bench.session.desk.house.all(LogReview)) == 1
    assert "The review is entered. Your name stands under it." in texts(page)


def test_the_whole_log_can_be_read_again_and_the_way_back_is_the_house(qtbot):
    bench = Bench(vault=Reviewers())
    page = log_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("log-extent")
    assert page._entries.turn.text() == "Show what waits"
    hands.push("back")
    assert bench.went == [Place("organisation")]


def test_notes_that_are_being_written_are_not_taken_away(qtbot):
    bench = Bench(vault=Reviewers())
    page = log_page(bench)
    qtbot.addWidget(page)
    page.show()
    page.sign.notes.setPlainText("Frågade Sten")
    bench.begin()
    page.refresh()
    assert page.sign.notes.text() == "Frågade Sten"


def test_whoever_may_not_review_sees_who_may(qtbot):
    bench = Bench(vault=Reviewers())
    bench.vault.roles = ("practitioner",)
    page = log_page(bench)
    qtbot.addWidget(page)
    page.show()
    assert any(text.startswith("A log reviewer reads the log") for text in texts(page))
    assert not page._entries.isVisible()


def test_a_line_that_the_table_cuts_is_read_in_full_by_walking_to_it(qtbot):
    bench = Bench(vault=Reviewers())
    bench.begin()
    page = log_page(bench)
    qtbot.addWidget(page)
    page.show()
    table = page._entries.table
    table.selectRow(0)
    said = table.row(0)
    assert [t for t in texts(page) if t.startswith(f"{said.day} · {said.time} · {said.who} · ")]
    page._entries.show_lines((), "")
    assert not [t for t in texts(page) if t.startswith(said.day)]
