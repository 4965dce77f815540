# SPDX-License-Identifier: EUPL-1.2
"""Boxes to tick and lines to write on.

A box is a sign of the font, so that it is read aloud and stands in the text like the rest.
"""

from collections.abc import Iterable

from workbench.reports.blocks import CELL_GAP, Column, Content, table_row
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Cell, Mark, Part, RowLook
from workbench.reports.theme import (
    COLUMN_TITLE,
    LABEL,
    REGULAR,
    RULE,
    TEXT_WIDTH,
    Face,
)
from workbench.services.documents import Box

BOX = Face(REGULAR, 10.5, 15.5)
LINE = 21.0
_BOUND = "\u00a0"
_SIGN = "\u2610"
_SHORT = 14
_HALF, _SECOND = TEXT_WIDTH / 2 - 8, TEXT_WIDTH / 2 + 8
_UNDER = Mark(0.0, TEXT_WIDTH, RULE, 0.8, at_foot=True)


def ticks(boxes: Iterable[Box], *, stacked: bool = False) -> tuple[Part, ...]:
    """Short ones beside each other, long ones below one another; a box never leaves its key."""
    said = [f"{_SIGN} {' '.join(t for t in (box.key, box.label) if t)}" for box in boxes]
    if not stacked and all(len(text) <= _SHORT for text in said):
        said = [" ".join(text.replace(" ", _BOUND) + 2 * _BOUND for text in said)]
    parts = (text.replace(" ", _BOUND, 1) for text in said)
    return tuple(Part(text, BOX) for text in parts)


def keys(boxes: Iterable[Box]) -> tuple[Part, ...]:
    """Boxes whose meaning stands elsewhere."""
    return ticks(Box(box.key, "") for box in boxes)


class FormTable:
    """Rows to fill in, under headings that come again on every page."""

    def __init__(self, sheet: Sheet, columns: tuple[Column, ...]) -> None:
        self._sheet, self._columns = sheet, columns
        room = TEXT_WIDTH - CELL_GAP * (len(columns) - 1)
        self._inset = room * columns[0].share / sum(c.share for c in columns) + CELL_GAP
        titles = tuple((Part(column.title, COLUMN_TITLE),) for column in columns)
        self._head = table_row(sheet, columns, titles, RowLook(2, 3, foot=_UNDER), "TH")
        for strip in self._head:
            strip.keep = True
        sheet.strips += self._head

    def row(self, contents: tuple[Content, ...], *, lines: int) -> None:
        """One row and the lines to write on below it, on one page."""
        cells = tuple((Part(c, BOX),) if isinstance(c, str) else c for c in contents)
        first = len(self._sheet.strips)
        self._sheet.strips += table_row(self._sheet, self._columns, cells, RowLook(4, 0), "TD")
        for _line in range(lines):
            write_line(self._sheet, (self._inset, TEXT_WIDTH - self._inset))
        for strip in self._sheet.strips[first:]:
            strip.head = tuple(self._head)
        for strip in self._sheet.strips[first:-1]:
            strip.keep = True


def write_line(sheet: Sheet, *spans: tuple[float, float]) -> None:
    """Room to write by hand: (from where, how wide) for each line beside another."""
    sheet.line(*(Mark(x, width, RULE, 0.6, at_foot=True) for x, width in spans), height=LINE)


def ask_beside(sheet: Sheet, left: str, right: str = "") -> None:
    """Two names with a line under each; one over the whole width without a second."""
    wide = _HALF if right else TEXT_WIDTH
    cells = [Cell(0.0, wide, (Part(left, LABEL),), role="Label")]
    spans = [(0.0, wide)]
    if right:
        cells.append(Cell(_SECOND, _HALF, (Part(right, LABEL),), role="Label"))
        spans.append((_SECOND, _HALF))
    sheet.row(tuple(cells), RowLook(above=4), keep=True)
    write_line(sheet, *spans)
