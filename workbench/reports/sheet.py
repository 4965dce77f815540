# SPDX-License-Identifier: EUPL-1.2
"""A paper under construction, filled from the top."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.reports.strips import Cell, Mark, RowLook, Strip, row_strips
from workbench.reports.text import Typesetter
from workbench.reports.theme import fonts
from workbench.reports.voice import Voice


class Sheet:
    """Strips so far, and what is needed to make more: a language and a typesetter."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.say = voice.say
        self.setter = Typesetter(fonts())
        self.strips: list[Strip] = []
        self._rows = 0

    def made(self, cells: tuple[Cell, ...], look: RowLook) -> list[Strip]:
        """The strips of a row, not yet on the paper."""
        self._rows += 1
        return row_strips(self.setter, cells, look, self._rows)

    def row(self, cells: tuple[Cell, ...], look: RowLook, *, keep: bool = False) -> None:
        """Add a row; `keep` holds it to what follows."""
        strips = self.made(cells, look)
        for strip in strips if keep else ():
            strip.keep = True
        self.strips += strips

    def air(self, height: float) -> None:
        """Distance to what follows; it falls away at the top of a page.

        Two distances become the larger one, and after a heading none can part it from its text.
        """
        last = self.strips[-1] if self.strips else None
        if last is not None and last.air:
            last.height = max(last.height, height)
            return
        self._rows += 1
        held = last is not None and last.keep
        self.strips.append(Strip(height, 0.0, self._rows, air=True, keep=held))

    def line(self, *marks: Mark, height: float) -> None:
        """Room to write by hand over lines, with what stands above it."""
        self._rows += 1
        if self.strips:
            self.strips[-1].keep = True
        self.strips.append(Strip(height, 0.0, self._rows, marks=list(marks)))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is added inside stands on one page, if one page can hold it."""
        first = len(self.strips)
        yield
        for strip in self.strips[first:-1]:
            strip.keep = True
