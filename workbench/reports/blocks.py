# SPDX-License-Identifier: EUPL-1.2
"""The blocks that a paper is built of. Every piece of text on paper goes through here."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.reports.sheet import Sheet
from workbench.reports.strips import Align, Cell, Mark, Part, Role, RowLook, Strip
from workbench.reports.theme import (
    ACCENT,
    BODY,
    BODY_STRONG,
    CELL,
    COLUMN_TITLE,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    LABEL_WIDTH,
    NOTE,
    PROSE_LEFT,
    PROSE_WIDTH,
    RULE,
    SUBHEADING,
    TEXT_WIDTH,
    TITLE,
    Face,
)

CELL_GAP = 10.0
_BLANK = " \t\r\n"
_BAR = 2.4
_FINE = Mark(0.0, TEXT_WIDTH, HAIRLINE, 0.5, at_foot=True)
_UNDER_TITLES = Mark(0.0, TEXT_WIDTH, RULE, 0.8, at_foot=True)
_UNDER_HEADING = Mark(0.0, TEXT_WIDTH, ACCENT, 0.8, at_foot=True)

Content = str | tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, how its text stands."""

    title: str
    share: float
    align: Align = "left"


def title(sheet: Sheet, text: str) -> None:
    """What the paper is, once, at its top."""
    sheet.row(_across(text, TITLE, "Title"), RowLook(below=6), keep=True)


def heading(sheet: Sheet, text: str) -> None:
    """A section: stays with what follows."""
    sheet.air(22)
    sheet.row(_across(text, HEADING, "H1"), RowLook(below=4, foot=_UNDER_HEADING), keep=True)
    sheet.air(7)


def subheading(sheet: Sheet, text: str) -> None:
    """A part of a section: stays with what follows."""
    if not (sheet.strips and sheet.strips[-1].keep):
        sheet.air(15)
    sheet.row(_across(text, SUBHEADING, "H2"), RowLook(below=3), keep=True)


def field(sheet: Sheet, name: str, content: Content, *, strong: bool = False) -> None:
    """A name in the margin and its text beside it; nothing at all when there is no text."""
    parts = _parts(content, BODY_STRONG if strong else BODY)
    if parts:
        margin = Cell(0.0, LABEL_WIDTH, (Part(name, LABEL),), role="Label")
        sheet.row((margin, Cell(PROSE_LEFT, PROSE_WIDTH, parts)), RowLook(below=3))


def note(sheet: Sheet, text: str) -> None:
    """A remark about what stands above it, over the full width."""
    sheet.row((Cell(0.0, TEXT_WIDTH, _parts(text, NOTE)),), RowLook(below=3))


def quote(sheet: Sheet, name: str, text: str) -> None:
    """Someone's own words, marked by a bar."""
    inset = PROSE_LEFT + GUTTER
    margin = Cell(0.0, LABEL_WIDTH, (Part(name, LABEL),), role="Label")
    words = Cell(inset, TEXT_WIDTH - inset, _parts(text, BODY))
    sheet.row((margin, words), RowLook(bar=Mark(PROSE_LEFT, _BAR, ACCENT)))
    sheet.air(6)


def notice(sheet: Sheet, strong: str, text: str) -> None:
    """What must be read before anything else, over the full width."""
    parts = (*_parts(strong, BODY_STRONG), *_parts(text, BODY))
    words = Cell(GUTTER, TEXT_WIDTH - GUTTER, parts)
    sheet.air(8)
    sheet.row((words,), RowLook(2, 4, bar=Mark(0.0, _BAR, ACCENT)))
    sheet.air(8)


def remarks(sheet: Sheet, name: str, texts: Iterable[str]) -> None:
    """Caveats: small, whole, one below the other, under one name in the margin."""
    bar = Mark(PROSE_LEFT, _BAR / 2, RULE)
    inset = PROSE_LEFT + GUTTER
    sheet.air(4)
    with sheet.together():
        for text in texts:
            margin = Cell(0.0, LABEL_WIDTH, _parts(name, NOTE), role="Label")
            words = Cell(inset, TEXT_WIDTH - inset, _parts(text, NOTE))
            sheet.row((margin, words), RowLook(below=2, bar=bar))
            name = ""
    sheet.air(10)


def table(sheet: Sheet, columns: tuple[Column, ...], rows: Iterable[tuple[Content, ...]]) -> None:
    """Rows under headings that come again on every page."""
    titles = tuple(_parts(column.title, COLUMN_TITLE) for column in columns)
    head = table_row(sheet, columns, titles, RowLook(2, 3, foot=_UNDER_TITLES), "TH")
    for strip in head:
        strip.keep = True
    sheet.strips += head
    for row in rows:
        cells = tuple(_parts(content, CELL) for content in row)
        strips = table_row(sheet, columns, cells, RowLook(3, 4, foot=_FINE), "TD")
        for strip in strips:
            strip.head = tuple(head)
        sheet.strips += strips
    sheet.air(9)


def table_row(
    sheet: Sheet,
    columns: tuple[Column, ...],
    cells: tuple[tuple[Part, ...], ...],
    look: RowLook,
    role: Role,
) -> list[Strip]:
    """One row under these columns, not yet on the paper."""
    room = TEXT_WIDTH - CELL_GAP * (len(columns) - 1)
    total = sum(column.share for column in columns)
    made, x = [], 0.0
    for column, parts in zip(columns, cells, strict=True):
        width = room * column.share / total
        made.append(Cell(x, width, parts, column.align, role))
        x += width + CELL_GAP
    return sheet.made(tuple(made), look)


def _across(text: str, face: Face, role: Role) -> tuple[Cell, ...]:
    return (Cell(0.0, TEXT_WIDTH, _parts(text, face), role=role),)


def _parts(content: Content, face: Face) -> tuple[Part, ...]:
    if isinstance(content, str):
        return (Part(content, face),) if content.strip(_BLANK) else ()
    return tuple(part for part in content if part.text.strip(_BLANK))
