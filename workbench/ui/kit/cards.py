# SPDX-License-Identifier: EUPL-1.2
"""What a page is laid out with: header, cards, form rows, the empty state.

Names of `Qt` are asked for late here and in what the unlock page is made of: the first use makes
all of its enumerations, which costs as much as everything else before the first paint.
"""

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT

_UNBOUNDED = 16_777_215
"""Qt's own "no largest width"."""


def column(*widgets: QWidget, gap: int = UNIT) -> QVBoxLayout:
    """Widgets under each other, at `gap`."""
    box = QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for widget in widgets:
        box.addWidget(widget)
    return box


def row(*widgets: QWidget, gap: int = UNIT, ends: bool = True) -> QHBoxLayout:
    """Widgets beside each other; with `ends` they stay to the left."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for widget in widgets:
        box.addWidget(widget)
    if ends:
        box.addStretch(1)
    return box


def scrolling(sheet: QWidget) -> QScrollArea:
    """`sheet`, scrolling when the window is too low for it; never a stop for Tab."""
    sheet.setProperty("kind", "sheet")
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setProperty("focusPolicy", "NoFocus")
    scroll.setWidget(sheet)
    return scroll


class PageHeader(QWidget):
    """Title, one calm line under it, actions to the right, and the way back.

    Signals:
        back: the way back was taken.
    """

    back = Signal()

    def __init__(self, title: str, caption: str = "", *, back: str = "") -> None:
        super().__init__()
        self.title = Label(title, "title")
        self.caption = Label(caption, "soft")
        self._actions = row(ends=False)
        line = QHBoxLayout()
        line.setSpacing(2 * UNIT)
        line.addWidget(self.title, 1)
        line.addLayout(self._actions)
        box = column(gap=UNIT // 2)
        self.setLayout(box)
        if back:
            leave = Button(back, "link", icon="back", name="back")
            leave.clicked.connect(self.back)
            box.addLayout(row(leave))
        box.addLayout(line)
        box.addWidget(self.caption)
        self.caption.setVisible(bool(caption))  # only now: without a parent it would be a window

    def add_action(self, button: QWidget) -> None:
        """A button to the right of the title."""
        self._actions.addWidget(button)

    def say(self, title: str, caption: str = "") -> None:
        """Another title and line."""
        self.title.setText(title)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))


class Card(QFrame):
    """A section on its own ground, with a heading. Add to it with `add` and `add_layout`."""

    def __init__(self, heading: str = "", caption: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(heading)
        self.heading = Label(heading, "heading")
        self.caption = Label(caption, "soft")
        self._actions = row(ends=False)
        self.body = column(gap=2 * UNIT)
        self.body.setContentsMargins(3 * UNIT, 2 * UNIT + 4, 3 * UNIT, 3 * UNIT)
        self.setLayout(self.body)
        if heading:
            self._add_top(caption)

    def add(self, *widgets: QWidget) -> "Card":
        for widget in widgets:
            self.body.addWidget(widget)
        return self

    def add_layout(self, layout: QLayout) -> "Card":
        self.body.addLayout(layout)
        return self

    def add_action(self, button: QWidget) -> None:
        """A button at the right end of the heading."""
        self._actions.addWidget(button)

    def _add_top(self, caption: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(2 * UNIT)
        line.addWidget(self.heading, 1)
        line.addLayout(self._actions)
        top = column(gap=UNIT // 2)
        top.addLayout(line)
        if caption:
            top.addWidget(self.caption)
        self.body.addLayout(top)


class FormRow(QWidget):
    """A field under its label, with a hint that explains before anyone errs."""

    def __init__(
        self, label: str, field: QWidget, hint: str = "", *, beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.field = field
        self.label = Label(label, "strong").for_field(field)
        self._hint: Label | None = None
        box = column(self.label, gap=UNIT // 2)
        line = row(field, ends=False, gap=UNIT // 2)
        if beside is not None:
            line.addWidget(beside)
        elif field.maximumWidth() < _UNBOUNDED:
            line.addStretch(1)
        box.addLayout(line)
        self._box = box
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if hint:
            self.say_hint(hint)

    def say_hint(self, hint: str) -> None:
        """Another hint; empty hides it."""
        if self._hint is None:
            self._hint = Label("", "soft")
            self._box.addWidget(self._hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.field.setAccessibleDescription(hint)


class EmptyBlock(QWidget):
    """Nothing here yet: what this place is for, and the one step that fills it."""

    def __init__(self, icon: str, title: str, text: str, action: Button | None = None) -> None:
        super().__init__()
        picture = IconView(icon, "accent", 40)
        heading = Label(title, "heading")
        words = Label(text, "soft")
        words.setMaximumWidth(60 * UNIT)
        box = column(gap=UNIT)
        box.setContentsMargins(2 * UNIT, 4 * UNIT, 2 * UNIT, 4 * UNIT)
        middle = QtCore.Qt.AlignmentFlag.AlignHCenter
        box.addWidget(picture, alignment=middle)
        box.addSpacing(UNIT)
        for label in (heading, words):
            label.setAlignment(middle)
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(label, 8)
            line.addStretch(1)
            box.addLayout(line)
        if action is not None:
            box.addSpacing(UNIT)
            box.addWidget(action, alignment=middle)
        self.setLayout(box)


class Rule(QFrame):
    """A thin line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(UNIT, 1)
