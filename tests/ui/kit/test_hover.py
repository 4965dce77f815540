# SPDX-License-Identifier: EUPL-1.2
"""The shade of a resting pointer follows what moves under it; a page ends quietly (ADR 0018)."""

import gc

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.kit.hover import Hover
from workbench.ui.kit.wrap import WrapLayout


def _area(qtbot: QtBot) -> tuple[QScrollArea, QWidget, QPushButton]:
    sheet = QWidget()
    button = QPushButton("x")
    rows = QVBoxLayout(sheet)
    rows.addWidget(button)
    rows.addStretch(1)
    sheet.setMinimumHeight(2000)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(sheet)
    area.resize(300, 200)
    area.show()
    return area, sheet, button


def test_the_shade_goes_when_the_button_scrolls_away_from_under_the_pointer(qtbot: QtBot) -> None:
    area, sheet, button = _area(qtbot)
    QCursor.setPos(button.mapToGlobal(QPoint(3, 3)))
    Hover(area, sheet)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

    area.verticalScrollBar().setValue(1000)

    qtbot.waitUntil(lambda: not button.underMouse(), timeout=5000)


def test_a_page_that_python_has_emptied_may_still_scroll(qtbot: QtBot) -> None:
    """The collector clears an object's attributes before Qt destroys it."""
    area, sheet, _button = _area(qtbot)
    hover = Hover(area, sheet)
    hover.__dict__.clear()
    gc.collect()

    area.verticalScrollBar().setValue(1000)
    qtbot.wait(50)

    assert area.verticalScrollBar().value() == 1000


def test_a_row_that_python_has_emptied_may_still_be_asked(qtbot: QtBot) -> None:
    sheet = QWidget()
    qtbot.addWidget(sheet)
    row = WrapLayout()
    sheet.setLayout(row)
    row.addWidget(QPushButton("x"))
    row.__dict__.clear()

    sheet.resize(300, 200)
    assert row.itemAt(0) is None
