# SPDX-License-Identifier: EUPL-1.2
"""The ways on from an akt stand under what the work is called."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from workbench.ui.case.ways import READABLE, Ways
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.labels import Label
from workbench.words import speak

pytestmark = pytest.mark.ui


def _shown(qtbot, width: int) -> tuple[QScrollArea, Ways]:
    speak("sv")
    area, ways = QScrollArea(), Ways()
    area.setWidgetResizable(True)
    area.setWidget(ways)
    area.resize(width, 700)
    qtbot.addWidget(area)
    area.show()
    return area, ways


def _of(ways: Ways, kind: type) -> list:
    return [each for each in ways.findChildren(kind) if each.isVisible()]


@pytest.mark.parametrize(("width", "is_beside"), [(1000, True), (480, False)])
def test_the_name_of_a_group_stands_beside_it_or_above_it_where_there_is_no_room(
    qtbot, width, is_beside
) -> None:
    area, ways = _shown(qtbot, width)
    name, button = _of(ways, Label)[0], _of(ways, Button)[0]
    assert name.text() == "Vem och vad"

    def stands_beside() -> bool:
        return name.mapTo(ways, name.rect().topRight()).x() < button.mapTo(ways, QPoint()).x()

    qtbot.waitUntil(lambda: stands_beside() is is_beside)
    assert area.horizontalScrollBar().maximum() == 0


def test_where_one_only_reads_no_name_stands_over_nothing(qtbot) -> None:
    _area, ways = _shown(qtbot, 1000)
    ways.show_only_reading(is_only_read=True)
    left = {button.property("page") for button in _of(ways, Button)}
    assert left == {"journal", "documents", "alongside", "review"} <= READABLE
    assert [label.text() for label in _of(ways, Label)] == ["Vem och vad", "Bedöm"]
    ways.show_only_reading(is_only_read=False)
    assert len(_of(ways, Label)) == 6
