# SPDX-License-Identifier: EUPL-1.2
"""Text from people made printable, and broken into lines.

Nothing here reads markup: what was typed is what is printed. A character that the fonts have no
sign for, or that needs a layout we do not do (right to left, joined marks, controls), is named by
its number instead of being lost.
"""

import re
import unicodedata
from collections.abc import Iterator

from workbench.reports.theme import Face, Metrics

_HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mc", "Mn", "Zl", "Zp"}
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_LAST_PLAIN = 0xFFFF  # ReportLab cannot say which character a sign beyond it stands for
_BLANK = str.maketrans({"\t": " "})
_NEW_LINE = re.compile(r"\r\n?|\n")
# A long compound may break after its hyphen; a date, a number or a code never does.
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_]{2}[-–/])(?=[^\W\d_]{2})")


class _Signs(dict[int, str]):
    """For `str.translate`: each character as it can be printed, worked out when first met."""

    def __init__(self, fonts: dict[str, Metrics]) -> None:
        super().__init__()
        self._known = [font.glyphs for font in fonts.values()]

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        printable = (
            code <= _LAST_PLAIN
            and unicodedata.category(sign) not in _HIDDEN
            and unicodedata.bidirectional(sign) not in _RIGHT_TO_LEFT
            and all(code in known for known in self._known)
        )
        self[code] = sign if printable else f"[U+{code:04X}]"
        return self[code]


class Typesetter:
    """Breaks text into lines. It remembers the widths of words, so it lives as long as a paper."""

    def __init__(self, fonts: dict[str, Metrics]) -> None:
        self._fonts = fonts
        self._signs = _Signs(fonts)
        self._widths: dict[str, dict[str, float]] = {name: {} for name in fonts}

    def printable(self, text: str) -> str:
        """`text` with its line breaks, and every other character printed or named."""
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)  # a letter and its mark become one sign
        paragraphs = _NEW_LINE.split(text.translate(_BLANK))
        return "\n".join(paragraph.translate(self._signs) for paragraph in paragraphs)

    def lines(self, text: str, face: Face, width: float) -> list[str]:
        """`text` in lines no wider than `width`; an empty line stands for any number of them."""
        room = width * 1000 / face.size
        lines: list[str] = []
        for paragraph in self.printable(text).split("\n"):
            broken = self._broken(paragraph, face.font, room)
            if broken or (lines and lines[-1]):
                lines.extend(broken or [""])
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def width(self, text: str, face: Face) -> float:
        """How wide one line of printable text is."""
        return self._measured(text, face.font) * face.size / 1000

    def _broken(self, paragraph: str, font: str, room: float) -> list[str]:
        space = self._measured(" ", font)
        lines: list[str] = []
        line, used = "", 0.0
        for piece, glue in _pieces(paragraph):
            wide = self._measured(piece, font)
            gap = space if glue else 0.0
            if line and used + gap + wide <= room:
                line += " " + piece if glue else piece
                used += gap + wide
                continue
            if line:
                lines.append(line)
            *full, line = [piece] if wide <= room else self._cut(piece, font, room)
            lines.extend(full)
            used = self._measured(line, font) if full else wide
        return [*lines, line] if line else lines

    def _cut(self, word: str, font: str, room: float) -> list[str]:
        """A word wider than the line, cut where it must be; each piece has a sign at least."""
        cuts, used = [0], 0.0
        for at, sign in enumerate(word):
            wide = self._measured(sign, font)
            if used + wide > room and at > cuts[-1]:
                cuts.append(at)
                used = 0.0
            used += wide
        return [word[a:b] for a, b in zip(cuts, [*cuts[1:], len(word)], strict=True)]

    def _measured(self, text: str, font: str) -> float:
        """Width in thousandths of the font's size."""
        known = self._widths[font]
        width = known.get(text)
        if width is None:
            metrics = self._fonts[font]
            advance, default = metrics.widths, metrics.default
            width = known[text] = sum(advance.get(ord(sign), default) for sign in text)
        return width


def _pieces(paragraph: str) -> Iterator[tuple[str, bool]]:
    """The pieces between which a line may break, and whether a space stands before each."""
    for word in paragraph.split(" "):
        if not word:
            continue
        if "-" in word or "–" in word or "/" in word:
            for at, piece in enumerate(_SOFT_BREAK.split(word)):
                yield piece, at == 0
        else:
            yield word, True
