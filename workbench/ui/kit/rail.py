# SPDX-License-Identifier: EUPL-1.2
"""The left rail: the places of the program that work, each an icon with its word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from workbench.ui.kit import icons, theme
from workbench.ui.kit.buttons import is_enter
from workbench.ui.kit.cards import column
from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import restyle
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_WIDE_RAIL, _NARROW_RAIL = 25 * UNIT, 14 * UNIT


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the program. On the rail unless it lies `under` another entry's key."""

    key: str
    label: str
    icon: str
    build: Callable[[], Page]
    under: str = ""


class RailButton(QToolButton):
    """One entry of the rail: icon and word."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setObjectName(f"rail-{entry.key}")
        self.setText(entry.label.replace("&", "&&"))
        self.setAccessibleName(entry.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._air = 0
        self.toggled.connect(self._tint)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_narrow(self, *, is_narrow: bool) -> None:
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            styles.ToolButtonTextUnderIcon if is_narrow else styles.ToolButtonTextBesideIcon
        )
        self.setFixedWidth((_NARROW_RAIL if is_narrow else _WIDE_RAIL) - 2 * UNIT)
        self._air = 0 if is_narrow else 6
        self.setIconSize(QSize(22 + self._air, 22))
        self._tint()

    def _tint(self) -> None:
        colours = theme.tokens()
        tone = colours.accent if self.isChecked() else colours.ink_soft
        self.setIcon(icons.icon(self.entry.icon, tone, 22, air=self._air))


class Rail(QFrame):
    """The entries that work, top to bottom.

    Signals:
        chosen: the key of an entry.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(_("Places"))
        self.buttons = tuple(RailButton(entry) for entry in entries if not entry.under)
        self._name = QWidget()
        mark = QHBoxLayout(self._name)
        mark.setContentsMargins(UNIT + 2, 0, 0, 2 * UNIT)
        mark.addWidget(IconView("mark", "accent", 24))
        name = Label(_("Värn"), wraps=False)
        name.setProperty("kind", "name")
        mark.addWidget(name, 1)
        box = column(self._name, *self.buttons, gap=2)
        box.setContentsMargins(UNIT, 2 * UNIT, UNIT, UNIT)
        box.addStretch(1)
        self.setLayout(box)
        for button in self.buttons:
            button.clicked.connect(self._clicked)

    def has_focus(self) -> bool:
        """Whoever walks the rail stays on it."""
        return any(button.hasFocus() for button in self.buttons)

    def show_current(self, key: str) -> None:
        for button in self.buttons:
            button.setChecked(button.entry.key == key)

    def show_narrow(self, *, is_narrow: bool) -> None:
        if self.property("narrow") != is_narrow:
            self.setProperty("narrow", is_narrow)
            for part in (self, *self.buttons):
                restyle(part)
        self._name.setVisible(not is_narrow)
        self.setFixedWidth(_NARROW_RAIL if is_narrow else _WIDE_RAIL)
        for button in self.buttons:
            button.show_narrow(is_narrow=is_narrow)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.entry.key)
