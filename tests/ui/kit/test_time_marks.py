# SPDX-License-Identifier: EUPL-1.2
"""Marks on the drawn time line: none is lost, wherever it lies and in whatever order it came."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from workbench.ui.kit.lane_picture import Picture
from workbench.ui.kit.marks import LaneVm, MarkVm, Sight
from workbench.ui.kit.ticks import ticks
from workbench.ui.kit.timeline import Timeline

TODAY = date(2026, 11, 22)
DAYS = st.one_of(
    st.dates(date(1920, 1, 1), date(2040, 1, 1)),
    st.sampled_from([date(2024, 2, 29), date(2026, 1, 31), date(2026, 2, 28), date.min, date.max]),
)


@st.composite
def marks(draw):
    found = draw(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), max_size=25))
    return [
        MarkVm(f"k{at}", day, "x", ends=max(day, ends) if ends else None)
        for at, (day, ends) in enumerate(found)
    ]


@settings(max_examples=120, deadline=None)
@given(
    marks(), st.randoms(use_true_random=False), st.lists(st.sampled_from([4.0, 0.25]), max_size=8)
)
def test_no_order_of_events_and_no_zoom_loses_a_mark(given_marks, shuffled, zooms) -> None:
    shuffled.shuffle(given_marks)
    sight = Sight(width=900)
    picture = Picture(sight)
    lanes = (LaneVm("a", tuple(given_marks[::2])), LaneVm("b", tuple(given_marks[1::2])))
    picture.hold(lanes, (), TODAY)
    sight.hold(picture.marks, TODAY)
    for factor in zooms:
        sight.zoom(factor, 450)
    picture.place()
    assert sorted(m.key for m in picture.marks) == sorted(m.key for m in given_marks)
    assert [m.day for m in picture.marks] == sorted(m.day for m in given_marks)
    for at, mark in enumerate(picture.marks):
        sight.reveal(mark.day)
        assert -1 <= sight.x(mark.day) <= 901
        picture.place()
        assert picture.box_of(at).width() > 0


@settings(max_examples=100, deadline=None)
@given(DAYS, DAYS, st.integers(50, 4000))
def test_ticks_lie_in_the_stretch_in_order_and_never_close_together(one, other, width) -> None:
    first, last = min(one, other), max(one, other)
    found = [day for day, _label in ticks(first, last, width)]
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    assert len(found) <= width / 70 + 3


def test_the_wheel_zooms_with_ctrl_and_leaves_the_page_alone_without(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.show_lanes((LaneVm("a", (MarkVm("k", date(2025, 1, 1), "x"),)),), today=TODAY)
    picture = line._lanes
    before = picture.sight.days
    plain = _turned(Qt.KeyboardModifier.NoModifier)
    picture.wheelEvent(plain)
    assert picture.sight.days == before
    assert not plain.isAccepted()
    picture.wheelEvent(_turned(Qt.KeyboardModifier.ControlModifier))
    assert picture.sight.days < before


def test_a_span_of_an_unknown_day_and_a_silence_are_drawn_and_read_out(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    loose = MarkVm(
        "k", date(2026, 3, 1), "Threat", ends=date(2026, 3, 31), is_loose=True, when="2026-03"
    )
    silent = MarkVm("", date(2026, 4, 1), "Nothing noted: x", shape="band", ends=date(2026, 8, 1))
    line.show_lanes((LaneVm("a", (loose,)),), today=TODAY, silences=(silent,))
    assert not line.grab().isNull()
    assert [mark.name() for mark in line._lanes.marks] == [
        "2026-03: Threat",
        "2026-04-01 – 2026-08-01: Nothing noted: x",
    ]
    opened: list[str] = []
    line.opened.connect(opened.append)
    line._lanes.setFocus()
    qtbot.keyClick(line._lanes, Qt.Key.Key_Return)
    assert opened == []
    line._open_row(1)
    assert opened == []


def _turned(held: Qt.KeyboardModifier) -> QWheelEvent:
    nowhere, sideways = QPoint(0, 0), QPoint(0, 120)
    at = QPointF(200, 50)
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, nowhere, sideways, Qt.MouseButton.NoButton, held, phase, False)  # noqa: FBT003  Qt's own
