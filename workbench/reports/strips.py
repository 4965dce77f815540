# SPDX-License-Identifier: EUPL-1.2
"""A paper as a list of strips, each one line of text high.

A row of cells becomes as many strips as its tallest cell has lines, so a page can end after any
of them: no text is ever too tall for a page, however long someone has typed.
"""

from dataclasses import dataclass, field
from typing import Literal

from workbench.reports.text import Typesetter
from workbench.reports.theme import Colour, Face

Align = Literal["left", "right", "centre"]
Role = Literal["Title", "H1", "H2", "P", "Label", "TH", "TD", "Artifact"]

WHOLE_LINES = 14  # a row up to this many lines stays on one page
_FIRM_LINES = 2  # of a longer one, at least so many lines stand together at each end


@dataclass(frozen=True, slots=True)
class Part:
    """Text in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of text in a row: where it begins, how wide it is, its parts below one another."""

    x: float
    width: float
    parts: tuple[Part, ...]
    align: Align = "left"
    role: Role = "P"


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text of one cell, placed; `column` orders the cells of a row when read."""

    x: float
    text: str
    face: Face
    role: Role
    column: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled rectangle measured from the top of its strip; without a height it fills it."""

    x: float
    width: float
    colour: Colour
    height: float = 0.0
    at_foot: bool = False


@dataclass(frozen=True, slots=True)
class RowLook:
    """Air above and below a row, the line under it, the bar beside it."""

    above: float = 0.0
    below: float = 0.0
    foot: Mark | None = None
    bar: Mark | None = None


@dataclass(slots=True)
class Strip:
    """One line high; `row` is the same for all strips of a row."""

    height: float
    baseline: float
    row: int
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    keep: bool = False  # with the next strip, on one page
    air: bool = False  # nothing but distance: falls away at the top of a page
    head: tuple["Strip", ...] = ()  # repeated when a page begins here


def row_strips(setter: Typesetter, cells: tuple[Cell, ...], look: RowLook, row: int) -> list[Strip]:
    """The strips of one row; all its cells share the lines of the tallest."""
    columns = [_cell_runs(setter, cell, number) for number, cell in enumerate(cells)]
    leading = max((part.face.leading for cell in cells for part in cell.parts), default=0.0)
    size = max((part.face.size for cell in cells for part in cell.parts), default=0.0)
    count = max((len(column) for column in columns), default=0)
    strips = [_strip(columns, line, leading, size, row) for line in range(count)]
    if not strips:
        return []
    _dress(strips, look)
    _hold_together(strips)
    return strips


def _cell_runs(setter: Typesetter, cell: Cell, number: int) -> list[Run | None]:
    runs: list[Run | None] = []
    for part in cell.parts:
        for line in setter.lines(part.text, part.face, cell.width):
            x = cell.x + _shift(setter, cell, line, part.face)
            runs.append(Run(x, line, part.face, cell.role, number) if line else None)
    return runs


def _shift(setter: Typesetter, cell: Cell, line: str, face: Face) -> float:
    if cell.align == "left":
        return 0.0
    left_over = max(0.0, cell.width - setter.width(line, face))
    return left_over if cell.align == "right" else left_over / 2


def _strip(
    columns: list[list[Run | None]], line: int, leading: float, size: float, row: int
) -> Strip:
    baseline = (leading - size) / 2 + size * 0.78
    here = [column[line] for column in columns if line < len(column)]
    return Strip(leading, baseline, row, runs=[run for run in here if run is not None])


def _dress(strips: list[Strip], look: RowLook) -> None:
    strips[0].height += look.above
    strips[0].baseline += look.above
    strips[-1].height += look.below
    if look.foot is not None:
        strips[-1].marks.append(look.foot)
    if look.bar is not None:
        for strip in strips:
            strip.marks.append(look.bar)


def _hold_together(strips: list[Strip]) -> None:
    whole = len(strips) <= WHOLE_LINES
    for at, strip in enumerate(strips[:-1]):
        near_an_end = at < _FIRM_LINES - 1 or at >= len(strips) - _FIRM_LINES
        strip.keep = whole or near_an_end
