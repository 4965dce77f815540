# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet on screen, and the way to it in the real program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desk import Answers, Bench
from tests.support.real_program import RealProgram, found, running
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.self_checks import Finding
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.pills import Pill
from workbench.ui.places import Place
from workbench.ui.security.page import CheckRow, SecurityPage
from workbench.ui.security.presenter import SecurityPresenter

SOME = (
    Finding("backup", "duty", "never"),
    Finding("clock", "danger", "before-entry", {"newest": "2026-11-22 15:30"}),
    Finding("capture", "unknown", "impossible"),
    Finding("swap", "good", "none"),
)


def page_with(qtbot: QtBot, bench: Bench, look) -> SecurityPage:
    outside = Outside(None, None, None, None, look)
    made = SecurityPage(
        lambda v: SecurityPresenter(v, bench.jobs, bench.session, Answers(), bench.go, outside)
    )
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def rows(page: SecurityPage) -> list[CheckRow]:
    return [row for row in page.findChildren(CheckRow) if row.isVisibleTo(page)]


def test_each_check_is_a_row_with_an_icon_and_a_word_for_its_state(qtbot: QtBot) -> None:
    page = page_with(qtbot, Bench(), lambda _desk: SOME)
    assert [row.objectName() for row in rows(page)] == [f"check-{f.check}" for f in SOME]
    pills = [row.findChild(Pill) for row in rows(page)]
    assert [pill.accessibleName() for pill in pills] == [
        "To do",
        "Act now",
        "Not possible",
        "In order",
    ]
    assert [pill.property("tone") for pill in pills] == ["amber", "red", "calm", "done"]
    assert page.header.caption.text() == "2 things to do. Nothing here stops the work."


def test_a_screen_reader_is_told_what_state_sentence_and_remedy(qtbot: QtBot) -> None:
    row = rows(page_with(qtbot, Bench(), lambda _desk: SOME))[0]
    assert row.accessibleName() == "Backup: To do"
    assert "There is no backup." in row.accessibleDescription()
    assert "under Backups" in row.accessibleDescription()


def test_looking_again_by_keyboard_shows_what_is_found_now(qtbot: QtBot) -> None:
    found_now = iter([SOME, SOME[3:]])
    page = page_with(qtbot, Bench(), lambda _desk: next(found_now))
    again = next(w for w in reached_by_tab(page) if w.objectName() == "look-again")
    again.setFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [row.objectName() for row in rows(page)] == ["check-swap"])
    assert page.focusWidget() is again
    assert nameless(page) == []


def test_the_way_back_leads_to_the_organisation(qtbot: QtBot) -> None:
    bench = Bench()
    page = page_with(qtbot, bench, lambda _desk: SOME)
    qtbot.keyClick(reached_by_tab(page)[0], Qt.Key.Key_Space)
    assert bench.went == [Place("organisation")]


@pytest.fixture
def program(qapp: QApplication, tmp_path) -> Iterator[RealProgram]:
    with running(qapp, *found(tmp_path / "at")) as made:
        made.unlock()
        yield made


def test_in_the_real_program_everything_is_looked_at(program: RealProgram) -> None:
    page = program.open(Place("security"))
    said = {row.objectName(): row.accessibleName() for row in rows(page)}
    assert len(said) == 10
    assert said["check-cipher"] == "The encryption of the vault: In order"
    assert said["check-place"] == "Where the vault lies: In order"
    assert said["check-backup"] == "Backup: To do"
    assert said["check-dumps"] == "The program's memory: In order"


def test_a_long_list_is_read_to_its_end_by_keyboard(qtbot: QtBot) -> None:
    page = page_with(qtbot, Bench(), lambda _desk: SOME * 5)
    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().maximum() > 0)
    bar, at = page._scroll.verticalScrollBar(), reached_by_tab(page)[-1]
    at.setFocus()
    for _press in range(40):
        qtbot.keyClick(at, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
