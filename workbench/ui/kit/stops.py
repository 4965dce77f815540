# SPDX-License-Identifier: EUPL-1.2
"""Where the focus is on a page, in words that outlive the page: after a lock it goes on there.

The shell loads this before the first paint, and naming Qt's own namespace takes 12 ms of that.
"""

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

_AIR = 48
_WHICH = "\n"
"""Between the name of a field and its place among those that are called the same."""


def stop_in_focus(page: QWidget) -> str:
    """What `stop_called` finds again: two people on one page have fields of the same name."""
    at: QWidget | None = page.focusWidget()
    name = at.objectName() if at is not None else ""
    if at is None or not name:
        return ""
    alike = page.findChildren(QWidget, name)
    return f"{name}{_WHICH}{alike.index(at)}"


def stop_called(page: QWidget, said: str) -> QWidget | None:
    """The stop that was told so; None while it is not there. An empty name would find anything."""
    name, _bar, which = said.partition(_WHICH)
    alike: list[QWidget] = page.findChildren(QWidget, name) if name else []
    return alike[int(which or 0)] if int(which or 0) < len(alike) else None


def first_stop(page: QWidget) -> QWidget | None:
    """The first that Tab comes to."""
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        takes = at.isEnabled() and bool(at.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
        if takes and page.isAncestorOf(at) and at.isVisibleTo(page):
            return at
        at = at.nextInFocusChain()
    return None


def go_on_in(field: QWidget) -> None:
    """To a stop, behind what was typed there."""
    field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QPlainTextEdit):
        field.moveCursor(QtGui.QTextCursor.MoveOperation.End)


def bring_into_sight(stop: QWidget) -> None:
    """A card that does not know its page: the sheet that it lies on is scrolled."""
    at = stop.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    if at is not None:
        at.ensureWidgetVisible(stop, 0, _AIR)
