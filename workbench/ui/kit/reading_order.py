# SPDX-License-Identifier: EUPL-1.2
"""Tab follows what is laid out, also when a part was built anew in the middle of a page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


@runtime_checkable
class Drawn(Protocol):
    """A widget that places its children itself, without a layout to read them from."""

    def stops(self) -> Sequence[QWidget]: ...


def tab_as_laid_out(container: QWidget) -> None:
    """Everything in `container` that takes the focus, from the top of its layouts to their end."""
    for one, other in pairwise(_stops(container)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _within(layout)
    elif isinstance(widget, Drawn):
        yield from widget.stops()


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _within(inner)
