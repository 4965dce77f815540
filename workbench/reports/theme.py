# SPDX-License-Identifier: EUPL-1.2
"""How paper looks: the sheet, the faces, the colours. All measures are points (1/72 inch)."""

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbench.assets import resource

Colour = tuple[float, float, float]

INK: Colour = (0.13, 0.13, 0.14)
MUTED: Colour = (0.36, 0.37, 0.38)  # 7:1 on white
ACCENT: Colour = (0.05, 0.33, 0.35)  # deep teal, as on screen
HAIRLINE: Colour = (0.82, 0.82, 0.80)
RULE: Colour = (0.55, 0.60, 0.60)

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP, BOTTOM = 62.0, 62.0, 66.0, 66.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
LABEL_WIDTH = 112.0
GUTTER = 14.0
PROSE_LEFT = LABEL_WIDTH + GUTTER
PROSE_WIDTH = TEXT_WIDTH - PROSE_LEFT

REGULAR, STRONG = "VarnSans", "VarnSans-SemiBold"
_FILES = {REGULAR: "SourceSans3-Regular.ttf", STRONG: "SourceSans3-SemiBold.ttf"}


@dataclass(frozen=True, slots=True)
class Format:
    """The sheet of paper: its sides, and the margins around the text."""

    width: float
    height: float
    left: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """How high the text of a page can be."""
        return self.height - self.top - self.bottom

    @property
    def text_width(self) -> float:
        """How wide a line can be, with the same margin on both sides."""
        return self.width - 2 * self.left


A4 = Format(PAGE_WIDTH, PAGE_HEIGHT, LEFT, TOP, BOTTOM)
A5 = Format(419.53, 595.28, 42.0, 44.0, 40.0)
A6 = Format(297.64, 419.53, 28.0, 30.0, 26.0)


@dataclass(frozen=True, slots=True)
class Metrics:
    """What setting text asks of a font: the signs it has, and how wide they are (1/1000 em)."""

    glyphs: dict[int, int]
    widths: dict[int, float]
    default: float


@dataclass(frozen=True, slots=True)
class Face:
    """A font at a size, the distance between its lines, and its colour."""

    font: str
    size: float
    leading: float
    colour: Colour = INK


TITLE = Face(STRONG, 23.0, 28.0)
HEADING = Face(STRONG, 14.0, 18.0, ACCENT)
SUBHEADING = Face(STRONG, 11.5, 15.0)
BODY = Face(REGULAR, 10.5, 14.5)
BODY_STRONG = Face(STRONG, 10.5, 14.5)
LABEL = Face(REGULAR, 9.5, 14.5, MUTED)
CELL = Face(REGULAR, 9.5, 12.5)
CELL_STRONG = Face(STRONG, 9.5, 12.5)
CELL_MUTED = Face(REGULAR, 8.8, 12.5, MUTED)
COLUMN_TITLE = Face(STRONG, 8.6, 11.0, MUTED)
NOTE = Face(REGULAR, 9.2, 12.5, MUTED)
FURNITURE = Face(REGULAR, 8.2, 10.5, MUTED)


@cache
def fonts() -> dict[str, Metrics]:
    """Load our own fonts, once, and make them known to ReportLab; never the system's."""
    return {name: _load(name, file) for name, file in _FILES.items()}


def _load(name: str, file: str) -> Metrics:
    font = TTFont(name, str(resource("fonts", file)), asciiReadable=1)
    pdfmetrics.registerFont(font)
    return Metrics(font.face.charToGlyph, font.face.charWidths, font.face.defaultWidth)
