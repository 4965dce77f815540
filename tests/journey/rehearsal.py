# SPDX-License-Identifier: EUPL-1.2
"""The keys of a piece of the journey, found out without a display, to be pressed under a real one.

Where Tab has to stop is seen in the rehearsal; what is replayed are only keys and waits.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt

from tests.journey.hands import Hands

_NAMES = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_F12: "F12",
    Qt.Key.Key_Right: "Right",
}
_HELD = {
    Qt.KeyboardModifier.NoModifier: "",
    Qt.KeyboardModifier.ShiftModifier: "shift+",
    Qt.KeyboardModifier.ControlModifier: "ctrl+",
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key, a text, or a wait for the window to be done."""

    kind: Literal["key", "text", "wait"]
    what: str = ""


class RecordingHands(Hands):
    """Hands that remember what they did."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.strokes: list[Stroke] = []

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        super().press(*keys, held=held)
        self.strokes += [Stroke("key", _HELD[held] + _NAMES[key]) for key in keys]

    def type(self, text: str) -> None:
        super().type(text)
        self.strokes.append(Stroke("text", text))

    def settle(self) -> None:
        super().settle()
        if self.strokes and self.strokes[-1].kind != "wait":
            self.strokes.append(Stroke("wait"))
