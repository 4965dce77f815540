# SPDX-License-Identifier: EUPL-1.2
"""Small states: an icon and a word, never a colour alone."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.words import _

Tone = Literal["calm", "done", "amber", "red"]
"""calm: a normal finding. done. amber: a duty is open. red: act now, or refused."""
ICON_OF_TONE: dict[str, str] = {"calm": "dash", "done": "check", "amber": "clock", "red": "warning"}
INK_OF_TONE: dict[str, str] = {
    "calm": "ink_soft",
    "done": "accent",
    "amber": "amber",
    "red": "red",
}


class Pill(QFrame):
    """One state of one thing."""

    def __init__(self, text: str, tone: Tone = "calm", icon: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "pill")
        self._picture = IconView("dash", size=16)
        self._text = Label(wraps=False)
        box = QHBoxLayout(self)
        box.setContentsMargins(UNIT, 3, UNIT + 4, 3)
        box.setSpacing(UNIT // 2 + 2)
        box.addWidget(self._picture)
        box.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._said: tuple[str, Tone, str] | None = None
        self.say(text, tone, icon)

    def say(self, text: str, tone: Tone = "calm", icon: str = "") -> None:
        """Another state; saying the same again costs nothing, and it is said as people type."""
        if self._said == (text, tone, icon):
            return
        self._said = text, tone, icon
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self._text.setText(text)
        self._picture.show_icon(icon or ICON_OF_TONE[tone], INK_OF_TONE[tone])
        restyle(self)
        restyle(self._text)


class SaveState(QWidget):
    """The quiet line that answers "is it safe?" without being asked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("save-state")
        self._picture = IconView("check", size=16)
        self._text = Label(kind="soft", wraps=False)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(UNIT // 2)
        box.addWidget(self._picture)
        box.addWidget(self._text)
        self.clear()

    @property
    def text(self) -> str:
        return self._text.text()

    def saved(self, at: str) -> None:
        """`at` is the time of day that the person's own watch shows: 14:32."""
        self._show(_("Saved {time}").format(time=at), "check", "accent")

    def saving(self) -> None:
        self._show(_("Saving…"), "clock", "ink_soft")

    def not_saved(self) -> None:
        """The text is still on screen; the banner says why."""
        self._show(_("Not saved yet – still here on screen"), "warning", "red")

    def clear(self) -> None:
        self._text.clear()
        self._picture.setVisible(False)
        self.setAccessibleName("")

    def _show(self, text: str, icon: str, tone: str) -> None:
        self._text.setText(text)
        self._picture.show_icon(icon, tone)
        self._picture.setVisible(True)
        self.setAccessibleName(text)


def restyle(widget: QWidget) -> None:
    """Let the sheet see a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
