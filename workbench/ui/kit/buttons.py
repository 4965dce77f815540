# SPDX-License-Identifier: EUPL-1.2
"""Buttons: one primary a view, the rest secondary or quiet."""

from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton

from workbench.ui.kit import icons, theme

ButtonKind = Literal["primary", "secondary", "quiet", "danger", "large", "link"]
_TONES = {
    "primary": "on_accent",
    "large": "on_accent",
    "danger": "red",
    "quiet": "accent",
    "link": "accent",
}


class Button(QPushButton):
    """A button with text, and an icon that follows light and dark. A link stands flush left.

    `name` is the object name: how tests find it. `key` ("Ctrl+Return") also shows as a tip.
    Space presses it, and so does Enter, unless it stands where Enter has gone on up to then.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "secondary",
        *,
        icon: str = "",
        key: str = "",
        name: str = "",
        takes_enter: bool = True,
    ) -> None:
        super().__init__(_plain(text))
        self._takes_enter = takes_enter
        self._icon, self._tone = icon, _TONES.get(kind, "ink")
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setIconSize(QSize(24, 20))
        if key:
            self.setShortcut(key)
            self.setToolTip(f"{text} ({key})")
        self._tinted = ""
        if icon:
            self._tint()

    def say(self, text: str) -> None:
        """Another text on the same button."""
        self.setText(_plain(text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes_enter and is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            self._tint()
        super().paintEvent(event)

    def _tint(self) -> None:
        """Light, dark and disabled each have their stroke; drawn anew only when it differs."""
        tone = self._tone if self.isEnabled() else "line_strong"
        colour = getattr(theme.tokens(), tone)
        if colour != self._tinted:
            self._tinted = colour
            self.setIcon(icons.icon(self._icon, colour, air=4))


def is_enter(event: QKeyEvent) -> bool:
    """Enter alone, pressed anew: one that is held down presses nothing twice."""
    keys, plain = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier.KeypadModifier
    is_key = event.key() in (keys.Key_Return, keys.Key_Enter)
    return is_key and not event.isAutoRepeat() and not event.modifiers() & ~plain


def _plain(text: str) -> str:
    return text.replace("&", "&&")
