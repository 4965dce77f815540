# SPDX-License-Identifier: EUPL-1.2
"""Strips on pages, and pages as bytes: the one place that draws.

The same strips give the same bytes. The only date inside the file is the time of preparation.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from workbench.reports.strips import Mark, Run, Strip
from workbench.reports.tags import ARTIFACT, END, Tags
from workbench.reports.text import Typesetter
from workbench.reports.theme import (
    A4,
    FURNITURE,
    LEFT,
    PAGE_HEIGHT,
    REGULAR,
    TEXT_WIDTH,
    Format,
    fonts,
)
from workbench.services.jobs import Pulse, no_pulse

_FOOT_BASELINE, _HEAD_BASELINE = 34.0, PAGE_HEIGHT - 42.0
_VENDOR = (
    b" ReportLab Generated PDF document (opensource)",
    b" ReportLab generated PDF document -- digest (opensource)",
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands outside the text of every page; the head is left out on the first."""

    head_left: str
    head_right: str
    foot_left: str
    page_of: Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Label:
    """What the file says about itself, as little as possible, and the format of its pages."""

    title: str
    language: str
    prepared_at: datetime
    paper: Format = A4


@dataclass(slots=True)
class _Page:
    strips: list[Strip] = field(default_factory=list)
    used: float = 0.0

    def add(self, strip: Strip) -> None:
        if strip.air and not self.strips:
            return
        if not self.strips:
            for head in strip.head:
                self._place(head)
        self._place(strip)

    def _place(self, strip: Strip) -> None:
        self.strips.append(strip)
        self.used += strip.height


def write_pages(
    strips: list[Strip],
    furniture: Furniture | None,
    label: Label,
    setter: Typesetter,
    out: BinaryIO,
    *,
    pulse: Pulse = no_pulse,
) -> None:
    """Lay the strips on as many pages as they need, and write the file.

    A pulse for each page as it is drawn, and for each part of the file as it is put together.
    `furniture` is for A4 alone; None leaves every page without head and foot.
    """
    fonts()
    made, paper = io.BytesIO(), label.paper
    canvas = Canvas(
        made,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=REGULAR,
        lang=label.language,
    )
    _tell_nothing(canvas, label)
    pages, tags = _paginate(strips, paper.room), Tags()
    for number, page in enumerate(pages, start=1):
        pulse()
        tags.turn_page()
        _draw_page(canvas, page, tags, paper)
        if furniture is not None:
            _draw_furniture(canvas, furniture, setter, (number, len(pages)), tags)
        canvas.showPage()
    parts = canvas._doc  # noqa: SLF001  the library offers no other way into its longest step
    tags.write(parts)
    parts.idToObject = _Parts(parts.idToObject, pulse)
    canvas.save()
    out.write(_without_vendor(made.getvalue()))


class _Parts(dict[str, object]):
    """The parts of the file by name. The library takes each of them once, to write it."""

    def __init__(self, parts: Mapping[str, object], pulse: Pulse) -> None:
        super().__init__(parts)
        self._pulse = pulse

    def __getitem__(self, name: str) -> object:
        self._pulse()
        return super().__getitem__(name)


def _tell_nothing(canvas: Canvas, label: Label) -> None:
    prepared = f"D:{label.prepared_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    canvas.setDateFormatter(lambda *_moment: prepared)
    canvas.setTitle(label.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setProducer("")


def _without_vendor(made: bytes) -> bytes:
    """Blank the maker's name in the two comments, keeping every offset."""
    for comment in _VENDOR:
        made = made.replace(comment, b" " * len(comment), 1)
    return made


def _paginate(strips: list[Strip], room: float) -> list[_Page]:
    pages = [_Page()]
    for chunk in _chunks(strips):
        height = sum(strip.height for strip in chunk)
        if pages[-1].used + height > room and pages[-1].strips and height <= room:
            pages.append(_Page())
        for strip in chunk:
            if pages[-1].used + strip.height > room and pages[-1].strips:
                pages.append(_Page())
            pages[-1].add(strip)
    return pages


def _chunks(strips: list[Strip]) -> Iterator[list[Strip]]:
    """Strips that shall stand on one page, as far as one page can hold them."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _draw_page(canvas: Canvas, page: _Page, tags: Tags, paper: Format) -> None:
    """Marks below, then the text row by row and cell by cell: the order in which it is read."""
    pen = canvas.beginText()
    top = paper.height - paper.top
    canvas._code.append(ARTIFACT)  # noqa: SLF001  lines and bars are no part of what is read
    for row, group in groupby(page.strips, key=lambda strip: strip.row):
        placed: list[tuple[float, Run]] = []
        for strip in group:
            for mark in strip.marks:
                _draw_mark(canvas, mark, strip, (paper.left, top))
            placed += [(top - strip.baseline, run) for run in strip.runs]
            top -= strip.height
        for baseline, run in sorted(placed, key=lambda item: item[1].column):
            _draw_run(pen, run, (paper.left + run.x, baseline), tags.opening(run, row))
    canvas._code.append(END)  # noqa: SLF001
    canvas.drawText(pen)


def _draw_mark(canvas: Canvas, mark: Mark, strip: Strip, at: tuple[float, float]) -> None:
    """`at`: the margin, and how high up the strip begins."""
    left, top = at
    height = mark.height or strip.height
    bottom = top - strip.height if mark.at_foot else top - height
    canvas.setFillColorRGB(*mark.colour)
    canvas.rect(left + mark.x, bottom, mark.width, height, stroke=0, fill=1)


def _draw_run(pen: PDFTextObject, run: Run, at: tuple[float, float], opening: str) -> None:
    """Every piece of text on paper passes here, between what says what it is and its end."""
    pen.setTextOrigin(*at)
    pen.setFont(run.face.font, run.face.size)
    pen.setFillColorRGB(*run.face.colour)
    pen._code.append(opening)  # noqa: SLF001  the library knows no tags
    pen.textLine(run.text)
    pen._code.append(END)  # noqa: SLF001


def _draw_furniture(
    canvas: Canvas, furniture: Furniture, setter: Typesetter, at: tuple[int, int], tags: Tags
) -> None:
    """`at`: which page of how many."""
    pen = canvas.beginText()
    lines = [(furniture.foot_left, furniture.page_of(*at), _FOOT_BASELINE)]
    if at[0] > 1:
        lines.append((furniture.head_left, furniture.head_right, _HEAD_BASELINE))
    for left, right, baseline in lines:
        right_width = setter.width(right, FURNITURE)
        shown = setter.lines(left, FURNITURE, TEXT_WIDTH - right_width - 12)[:1]
        for text, x in [*((line, 0.0) for line in shown), (right, TEXT_WIDTH - right_width)]:
            run = Run(x, text, FURNITURE, "Artifact", 0)
            _draw_run(pen, run, (LEFT + x, baseline), tags.opening(run, 0))
    canvas.drawText(pen)
