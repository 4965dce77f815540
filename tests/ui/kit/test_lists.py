# SPDX-License-Identifier: EUPL-1.2
"""Rows, tables, the loop bar and the time line: worked by keyboard, read out in words."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.walk import nameless, reached_by_tab
from workbench.ui.kit.loop_bar import LoopBar, StepVm
from workbench.ui.kit.rows import RowButton, Rows, RowVm
from workbench.ui.kit.tables import Column, RowsModel, RowsTable
from workbench.ui.kit.timeline import LaneVm, MarkVm, Timeline

DUE = (
    RowVm("1", "2026-0142", "New assessment by 20 November", "clock", "late", "amber"),
    RowVm("2", "2026-0139", icon="protection"),
    RowVm("3", "<b>2026</b> & co", "x" * 500),
)
STEPS = tuple(
    StepVm(f"s{at}", f"Step {at}", "clock", state, note)
    for at, (state, note) in enumerate(
        [("done", "22 Nov"), ("open", "1 left"), ("begun", ""), *[("waiting", "")] * 3]
    )
)
TODAY = date(2026, 11, 22)
LANES = (
    LaneVm(
        "Incidents",
        (
            MarkVm("late", date(2026, 8, 12), "Assault", "red", weight=3),
            MarkVm("early", date(2026, 3, 2), "Threat", "red"),
        ),
    ),
    LaneVm("Orders", (MarkVm("order", date(2026, 5, 1), "Order", ends=date(2027, 5, 1)),)),
)
COLUMNS = (
    Column[tuple[str, str]]("When", lambda row: row[0]),
    Column[tuple[str, str]]("What", lambda row: row[1], stretches=True),
)
MEASURES = (("2026-11-24", "Change the lock"), ("2026-11-25", "<i>School</i>"))


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    made = Rows("Left to do")
    made.show_rows(DUE)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_row_is_read_out_as_one_sentence(rows: Rows) -> None:
    button = rows.findChild(RowButton, "row-1")
    assert button.accessibleName() == "2026-0142, New assessment by 20 November, late"


def test_arrows_walk_the_rows_and_enter_opens(rows: Rows, qtbot: QtBot) -> None:
    opened: list[str] = []
    rows.opened.connect(opened.append)
    rows.findChild(RowButton, "row-1").setFocus()
    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Space)
    assert opened == ["2"]


def test_new_rows_keep_the_focus_on_the_same_key(rows: Rows) -> None:
    rows.findChild(RowButton, "row-2").setFocus()
    rows.show_rows((DUE[1], DUE[0]))
    focused = rows.focusWidget()
    assert isinstance(focused, RowButton)
    assert focused.vm.key == "2"
    assert [w.objectName() for w in reached_by_tab(rows)] == ["row-2", "row-1"]


def test_rows_paint_narrow_wide_and_with_markup(rows: Rows, qtbot: QtBot) -> None:
    for width in (160, 900):
        rows.resize(width, 300)
        assert not rows.grab().isNull()


def test_the_model_keeps_the_promises_of_qt(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(MEASURES)
    qtmodeltester.check(model, force_py=True)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(1, 1)) == "<i>School</i>"
    assert model.data(model.index(1, 1), Qt.ItemDataRole.BackgroundRole) is None
    vertical = Qt.Orientation.Vertical
    assert model.headerData(0, Qt.Orientation.Horizontal) == "When"
    assert model.headerData(0, vertical) is None


def test_a_table_opens_by_enter_and_tab_leaves_it(qtbot: QtBot) -> None:
    table = RowsTable("Measures", COLUMNS)
    qtbot.addWidget(table)
    table.show_rows(MEASURES)
    assert table.currentIndex().row() == -1
    walked: list[int] = []
    table.walked.connect(walked.append)
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    assert walked == [1]
    assert table.row(1) == MEASURES[1]
    assert not table.tabKeyNavigation()
    table.show_rows(MEASURES[:1])
    assert table.currentIndex().row() == 0
    table.fit_height(most=1)
    assert table.height() < 120
    assert nameless(table) == []


@pytest.fixture
def bar(qtbot: QtBot) -> LoopBar:
    made = LoopBar()
    made.show_steps(STEPS)
    qtbot.addWidget(made)
    return made


def test_each_step_says_its_state_in_words(bar: LoopBar) -> None:
    names = [button.accessibleName() for button in bar.findChildren(QPushButton)]
    assert names[:3] == ["Step 0, done, 22 Nov", "Step 1, left to do, 1 left", "Step 2, begun"]
    assert names[3] == "Step 3, not begun"


def test_a_step_opens_its_place(bar: LoopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar.findChild(QPushButton, "step-s1").click()
    assert chosen.args == ["s1"]


def test_the_steps_stand_in_one_row_or_in_two_when_it_is_narrow(bar: LoopBar, qtbot: QtBot) -> None:
    bar.show()
    steps = bar.findChildren(QPushButton)
    bar.resize(1000, 200)
    qtbot.waitUntil(lambda: len({step.y() for step in steps}) == 1)
    bar.resize(500, 300)
    qtbot.waitUntil(lambda: len({step.y() for step in steps}) == 2)
    assert [w.objectName() for w in reached_by_tab(bar)] == [f"step-s{at}" for at in range(6)]


@pytest.fixture
def line(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show_lanes(LANES, today=TODAY)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _at(line: Timeline, key: str) -> int:
    return next(at for at, mark in enumerate(line._lanes.marks) if mark.key == key)


def test_marks_lie_in_order_of_day_whatever_the_order_given(line: Timeline) -> None:
    boxes = {key: line._lanes.picture.box_of(_at(line, key)) for key in ("early", "order", "late")}
    assert boxes["early"].x() < boxes["order"].x() < boxes["late"].x()
    assert boxes["order"].width() > boxes["late"].width()


def test_the_picture_is_one_tab_stop_and_arrows_walk_its_marks(
    line: Timeline, qtbot: QtBot
) -> None:
    picture = line._lanes
    assert [w for w in reached_by_tab(line) if w is picture] == [picture]
    assert picture.accessibleName() == "Time line, 3 of 3: 2026-08-12: Assault"
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert picture.accessibleName() == "Time line, 1 of 3: 2026-03-02: Threat"
    with qtbot.waitSignal(line.opened) as opened:
        qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert opened.args == ["early"]


def test_the_same_marks_can_be_read_as_a_table(line: Timeline, qtbot: QtBot) -> None:
    line.findChild(QPushButton, "as-table").click()
    shown = line._table
    assert shown.isVisible()
    cells = [[shown.rows.data(shown.rows.index(r, c)) for c in range(3)] for r in range(3)]
    assert cells == [
        ["2026-03-02", "Incidents", "Threat"],
        ["2026-05-01 – 2027-05-01", "Orders", "Order"],
        ["2026-08-12", "Incidents", "Assault"],
    ]
    with qtbot.waitSignal(line.opened) as opened:
        shown.opened.emit(1)
    assert opened.args == ["order"]


def test_zoom_spreads_the_marks_and_walking_brings_a_mark_into_sight(
    line: Timeline, qtbot: QtBot
) -> None:
    picture = line._lanes
    for _press in range(6):
        qtbot.keyClick(picture, Qt.Key.Key_Plus)
    assert not picture.rect().contains(
        picture.picture.box_of(_at(line, "early")).center().toPoint()
    )
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    assert picture.rect().contains(picture.picture.box_of(_at(line, "early")).center().toPoint())
    qtbot.keyClick(picture, Qt.Key.Key_0)
    assert picture.sight.is_all


def test_zoom_goes_from_one_day_to_ten_years(line: Timeline) -> None:
    for _press in range(40):
        line.findChild(QPushButton, "zoom-in").click()
    assert line._lanes.sight.days == 1.0
    for _press in range(40):
        line.findChild(QPushButton, "zoom-out").click()
    assert line._lanes.sight.days == 3660.0
    assert not line.grab().isNull()


def test_an_empty_time_line_is_painted_and_named(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.show_lanes((), today=TODAY)
    assert not line.grab().isNull()
    assert nameless(line) == []
