# SPDX-License-Identifier: EUPL-1.2
"""Tab follows what is laid out, also when a part was built anew in the middle of a page."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_laid_out(container: QWidget) -> None:
    """Everything in `container` that takes the focus, from the top of its layouts to their end.

    A widget that places its children itself has `stops()`: they, in the order of reading.
    """
    for one, other in pairwise(_stops(container)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)
    elif hasattr(widget, "stops"):
        yield from widget.stops()


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _within(inner)
