# SPDX-License-Identifier: EUPL-1.2
"""Things side by side turn at a narrow width, and stay where they turned."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tests.support.case_pages import PAGES
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.ui.writing.beside import Beside


class Resizes(QObject):
    """Counts every resize while it listens."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


@pytest.mark.parametrize("width", range(480, 560, 4))
def test_turning_never_turns_back_by_itself(qtbot, qapp, width: int) -> None:
    texts = [QLabel("ord " * 60) for _ in range(2)]
    for text in texts:
        text.setWordWrap(True)
    beside = Beside(texts, [1, 1])
    sheet, scroll = QWidget(), QScrollArea()
    QVBoxLayout(sheet).addWidget(beside)
    scroll.setWidget(sheet)
    scroll.setWidgetResizable(True)
    qtbot.addWidget(scroll)
    scroll.resize(width, 200)
    scroll.show()
    qapp.processEvents()
    listener = Resizes()
    qapp.installEventFilter(listener)
    for _turn in range(5):
        qapp.processEvents()
    qapp.removeEventFilter(listener)
    assert listener.count == 0
    assert scroll.horizontalScrollBar().maximum() == 0


def test_wide_stands_side_by_side_and_narrow_under_each_other(qtbot) -> None:
    beside = Beside([QLabel("a"), QLabel("b")], [1, 1])
    qtbot.addWidget(beside)
    beside.show()
    for width, direction in ((900, "LeftToRight"), (300, "TopToBottom"), (900, "LeftToRight")):
        beside.resize(width, 100)
        assert beside.layout().direction() == QBoxLayout.Direction[direction]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_width_makes_a_page_turn_round_and_round(qtbot, qapp, name: str) -> None:
    bench = Bench()
    page = PAGES[name](bench, filled_case(bench))
    qtbot.addWidget(page)
    page.show()
    for width in range(470, 1200, 30):
        page.resize(width, 360)
        qapp.processEvents()
    listener = Resizes()
    qapp.installEventFilter(listener)
    for _turn in range(3):
        qapp.processEvents()
    qapp.removeEventFilter(listener)
    assert listener.count == 0
