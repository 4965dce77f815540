# SPDX-License-Identifier: EUPL-1.2
"""Practice by keyboard: read, code, compare, again. Nothing of it reaches the vault."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.desk import Answers, Bench
from tests.ui.walk import controls, nameless, reached_by_tab
from workbench.instruments.catalogue import load_catalogue
from workbench.ui.instruments.page import InstrumentsPage
from workbench.ui.instruments.presenter import InstrumentsPresenter
from workbench.ui.kit.rows import RowButton
from workbench.ui.practice.list_page import PracticeListPage
from workbench.ui.practice.list_presenter import PracticeListPresenter
from workbench.ui.practice.page import PracticePage
from workbench.ui.practice.presenter import PracticePresenter
from workbench.ui.practice.telling import mark

SMALL_PUSH = "liten-knuff/sara-sv"
WIDE, SMALL = (1100, 700), (580, 330)


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture
def bench(catalogue) -> Bench:
    return Bench(catalogue)


def given(bench: Bench, answers: Answers | None = None) -> tuple[object, ...]:
    return bench.jobs, bench.session, answers or Answers(), bench.go, None


def practice(qtbot, bench, key=SMALL_PUSH, *, size=WIDE, answers=None) -> PracticePage:
    page = PracticePage(lambda v: PracticePresenter(v, *given(bench, answers)))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.go(key)
    QApplication.processEvents()
    return page


def written(bench: Bench) -> tuple[object, ...]:
    """Everything that the vault keeps: akter, the log, and working material of both."""
    house, me = bench.vault.house(), bench.vault.signer.user
    return bench.vault.cases(), house.entries(), house.working_rows(me)


def press(page: PracticePage, *keys: Qt.Key | str) -> None:
    for key in keys:
        at = page.focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(at, key)
        else:
            QTest.keyClick(at, key)


def test_from_the_instruments_to_the_stories_to_one(qtbot, bench) -> None:
    library = InstrumentsPage(lambda v: InstrumentsPresenter(v, *given(bench)))
    qtbot.addWidget(library)
    library.practise_button.click()
    assert bench.went[-1].page == "practice"
    page = PracticeListPage(lambda v: PracticeListPresenter(v, *given(bench)))
    qtbot.addWidget(page)
    page.show()
    assert len(page.findChildren(RowButton)) == 7
    assert mark() in page.header.caption.text()
    row = page.findChild(RowButton, f"row-{SMALL_PUSH}")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert (bench.went[-1].page, bench.went[-1].record) == ("practice-case", SMALL_PUSH)
    assert nameless(page) == []


def test_codes_by_single_keys_then_compares_and_nothing_is_written(qtbot, bench) -> None:
    before = written(bench)
    page = practice(qtbot, bench)
    page.coding.focus()
    press(page, "D", Qt.Key.Key_Return, "J", Qt.Key.Key_Down, "-")
    assert dict(page._presenter.practised) == {
        ("f01", "current"): "D", ("f01", "past"): "J", ("f02", "current"): "--",
    }  # fmt: skip
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert ("f01", "past") not in page._presenter.practised
    page.compare_button.setFocus()
    press(page, Qt.Key.Key_Space)
    table = page.comparison.table
    assert table.hasFocus()
    assert [table.row(n).sameness for n in range(3)] == ["same", "not-coded", "different"]
    press(page, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    press(page, "J")
    assert ("f01", "past") not in page._presenter.practised, "a key codes only what is in front"
    assert written(bench) == before
    assert before[0] == ()


def test_no_page_of_it_counts_how_much_was_the_same(qtbot, bench) -> None:
    page = practice(qtbot, bench)
    page.compare_button.click()
    shown = " ".join(
        [page.header.caption.text(), page.kept.text(), *page.comparison.table.row(0).why]
    )
    assert "%" not in shown
    assert mark() in page.header.caption.text()
    assert mark() in page.kept.text()


def test_enter_on_the_last_place_leads_to_compare(qtbot, bench) -> None:
    page = practice(qtbot, bench)
    page.coding.walked.emit(("", "future-severity"))
    press(page, Qt.Key.Key_Return)
    assert page.compare_button.hasFocus()


def test_leaving_and_beginning_again_ask_only_when_something_is_lost(qtbot, bench) -> None:
    answers = Answers(None, "x", "x", "x")
    page = practice(qtbot, bench, answers=answers)
    page.again_button.click()
    page.header.back.emit()
    assert answers.asked == []
    page.coding.chosen.emit("D")
    page.header.back.emit()
    assert len(bench.went) == 1, "stayed"
    gone = []
    page.ask_leave(lambda: gone.append("by the rail"))
    assert gone == ["by the rail"]
    page.again_button.click()
    assert dict(page._presenter.practised) == {}
    page.coding.chosen.emit("D")
    page.header.back.emit()
    assert bench.went[-1].page == "practice"


def test_a_question_that_is_skipped_comes_when_its_source_is_answered(qtbot, bench) -> None:
    page = practice(qtbot, bench, "bakom-dorren/freda-kortfragor")
    before = page.coding.list.count()
    page.coding.walked.emit(("har-funktionsnedsattning", ""))
    page.coding.chosen.emit("yes")
    assert page.coding.list.count() == before + 1


@pytest.mark.parametrize("size", [WIDE, SMALL])
def test_everything_is_reached_by_tab_and_has_a_name(qtbot, bench, size) -> None:
    page = practice(qtbot, bench, size=size)
    if size == SMALL:
        assert page.story.isVisible()
        assert not page.coding.isVisible()
        page.read_button.click()
        assert page.coding.isVisible()
        assert not page.story.isVisible()
        QApplication.processEvents()
        assert page.scrolled() > 0, "what is coded comes to the top"
    page.coding.chosen.emit("D")
    page.coding.next_pressed.emit()
    stops = reached_by_tab(page)
    radios = [w for w in controls(page) if w.objectName().startswith("choice-")]
    assert [w for w in controls(page) if w not in stops and w not in radios] == []
    assert [w for w in radios if w in stops], "one of the choices, as with all radio buttons"
    assert page.story in stops or size == SMALL
    assert nameless(page) == []


def test_with_little_room_the_comparison_comes_to_the_top(qtbot, bench) -> None:
    page = practice(qtbot, bench, size=SMALL)
    page.compare_button.click()
    QApplication.processEvents()
    assert page.comparison.table.isVisible()
    assert not page.story.isVisible()
    assert page.scrolled() > 0
    page.read_button.click()
    assert page.story.hasFocus()
    page.read_button.click()
    assert page.comparison.table.hasFocus()


def test_a_key_that_names_no_story_is_told_and_shows_nothing(qtbot, bench) -> None:
    page = practice(qtbot, bench, "saknas/sara-sv")
    assert page.banner.isVisible()
    assert not page.panes.isVisible()
