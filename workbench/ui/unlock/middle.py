# SPDX-License-Identifier: EUPL-1.2
"""What stands in the middle of an empty window, and can be scrolled where the window is small."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.cards import scrolling
from workbench.ui.kit.theme import UNIT


def in_the_middle(content: QVBoxLayout, width: int) -> QScrollArea:
    """`content`, at most `width` wide."""
    inner = QWidget()
    inner.setMaximumWidth(width)
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    content.insertStretch(0, 1)  # not an alignment: that would cut text that wraps
    content.addStretch(1)
    inner.setLayout(content)
    sheet = QWidget()
    line = QHBoxLayout(sheet)
    line.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
    line.addWidget(inner)
    return scrolling(sheet)
