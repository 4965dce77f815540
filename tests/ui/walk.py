# SPDX-License-Identifier: EUPL-1.2
"""What assistive technology finds in a widget, and where Tab goes."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView, QWidget

ROLES_WITH_NAMES = (
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.Dialog,
    QAccessible.Role.ProgressBar,
)
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTableView)


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything under `widget` in the accessible tree, itself first."""
    root = QAccessible.queryAccessibleInterface(widget)
    waiting = [root]
    while waiting:
        found = waiting.pop()
        if found is None or not found.isValid():
            continue
        yield found
        waiting.extend(found.child(at) for at in range(found.childCount()))


def nameless(widget: QWidget) -> list[str]:
    """Controls in the accessible tree that say nothing about themselves."""
    found = []
    for interface in interfaces(widget):
        name = interface.text(QAccessible.Text.Name)
        hidden = interface.state().invisible
        if interface.role() in ROLES_WITH_NAMES and not name and not hidden:
            made = interface.object()
            found.append(f"{interface.role().name} {type(made).__name__} {made.objectName()}")
    return found


def controls(widget: QWidget) -> list[QWidget]:
    """Every visible, enabled control that a person can work."""
    found = [w for kind in CONTROLS for w in widget.findChildren(kind)]
    return [w for w in found if w.isVisibleTo(widget) and w.isEnabled()]


def reached_by_tab(widget: QWidget) -> list[QWidget]:
    """The stops of one round of Tab, in order."""
    stops: list[QWidget] = []
    at = widget.nextInFocusChain()
    while at is not widget:
        tab = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        inside = widget.isAncestorOf(at) and at.isVisibleTo(widget)
        if tab and at.isEnabled() and inside and at.focusProxy() is None:
            stops.append(at)
        at = at.nextInFocusChain()
    return stops
