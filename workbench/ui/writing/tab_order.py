# SPDX-License-Identifier: EUPL-1.2
"""Tab follows the reading order, also after something was built anew in the middle of a page."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_in_order(*containers: QWidget) -> None:
    """Everything that takes the focus in `containers`, in their order."""
    reached = [widget for each in containers for widget in _reachable(each)]
    for one, other in pairwise(reached):
        QWidget.setTabOrder(one, other)


def _reachable(container: QWidget) -> list[QWidget]:
    """A list that drops down is a window of its own, and no part of the page's order."""
    window = container.window()
    inside = [each for each in container.findChildren(QWidget) if each.window() is window]
    return [each for each in [container, *inside] if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
