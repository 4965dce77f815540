# SPDX-License-Identifier: EUPL-1.2
"""One look: Fusion, two palettes, one accent. The sheets are `resources/styles/*.qss`.

The sheets are templates: `$name` is a token below. Nothing else in `ui/` names a colour.
"""

from collections.abc import Sequence
from string import Template
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workbench.assets import resource
from workbench.ui.kit.singletons import hold_singletons

UNIT = 8
"""The rhythm: every distance is a multiple of it, or half of it."""
RADIUS = 6
BASE_POINTS = 11
_MIDDLE = 128
AFTER_PAINT_MS = 1000
"""After the first paint also where that is slow; nothing is built in between."""
_LINEAR_BELOW = 0.03928


class Tokens(NamedTuple):
    """The colours, by what they are for. `_soft` is the ground under the same tone's text.

    A named tuple: a data class of this size takes 1.5 ms to make, before the first paint.
    """

    ground: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    amber: str
    amber_soft: str
    amber_line: str
    red: str
    red_soft: str
    red_line: str
    scrim: str


LIGHT = Tokens(
    ground="#f7f5f1",
    surface="#ffffff",
    sunken="#efece5",
    line="#e1dcd3",
    line_strong="#8b857a",
    ink="#24211c",
    ink_soft="#5b564c",
    accent="#0f5e5c",
    accent_hover="#0b4a48",
    accent_soft="#e1eeec",
    on_accent="#ffffff",
    amber="#6f4400",
    amber_soft="#fcf0d8",
    amber_line="#c98a1b",
    red="#8f1d1d",
    red_soft="#fbe8e5",
    red_line="#c0504a",
    scrim="#24211c",
)
DARK = Tokens(
    ground="#1a1917",
    surface="#242320",
    sunken="#131211",
    line="#38352f",
    line_strong="#8d877b",
    ink="#efebe4",
    ink_soft="#bdb6a9",
    accent="#74cbc3",
    accent_hover="#93dbd4",
    accent_soft="#1d3836",
    on_accent="#06211f",
    amber="#f2c877",
    amber_soft="#382c14",
    amber_line="#b98a35",
    red="#f5aaa1",
    red_soft="#3d2321",
    red_line="#b9625a",
    scrim="#000000",
)


def begin(arguments: Sequence[str], *, dark: bool | None = None) -> QApplication:
    """Start Qt, dressed. The quick way: naming the style to Qt itself loads no style class."""
    app = QApplication([*arguments, "-style", "Fusion"])
    QtCore.QTimer.singleShot(AFTER_PAINT_MS, hold_singletons)
    _apply(app, dark=dark)
    return app


def apply(app: QApplication, *, dark: bool | None = None) -> None:
    """Dress a program that runs; `dark` None follows the system, now and when it changes."""
    app.setStyle("Fusion")
    QtCore.QTimer.singleShot(0, hold_singletons)
    _apply(app, dark=dark)


def _apply(app: QApplication, *, dark: bool | None) -> None:
    font = app.font()
    font.setPointSizeF(BASE_POINTS)
    app.setFont(font)
    _dress(app, is_dark=_is_dark() if dark is None else dark)
    if dark is None:
        app.styleHints().colorSchemeChanged.connect(lambda: _follow(app))


def tokens() -> Tokens:
    """The colours in use, read from the palette: there is no second place that knows."""
    return DARK if _is_dark() else LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def style_sheet(colours: Tokens) -> str:
    """All sheets, with the colours filled in."""
    places = colours._asdict() | {"icons": resource("icons").as_posix()}
    sheets = sorted(resource("styles").glob("*.qss"))
    return "\n".join(Template(s.read_text(encoding="utf-8")).substitute(places) for s in sheets)


def _dress(app: QApplication, *, is_dark: bool) -> None:
    colours = DARK if is_dark else LIGHT
    app.setPalette(_palette(colours))
    app.setStyleSheet(style_sheet(colours))


def _is_dark() -> bool:
    """By the palette: the system's before ours is set, ours afterwards."""
    return QGuiApplication.palette().window().color().lightness() < _MIDDLE


def _follow(app: QApplication) -> None:
    schemes = QtCore.Qt.ColorScheme
    _dress(app, is_dark=app.styleHints().colorScheme() == schemes.Dark)


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = (
        (role.Window, colours.ground),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.ink_soft),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.ink),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.line_strong),
        (role.Shadow, colours.scrim),
        (role.BrightText, colours.red),
    )
    for which, colour in pairs:
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.line_strong))
    return palette


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4

    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
