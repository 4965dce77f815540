# SPDX-License-Identifier: EUPL-1.2
"""What each piece of text on a paper is, for who reads with the ears: the tree of its parts.

The pages are drawn first; each run of text gets a number there, and the tree tells what the
numbers are. What comes again on every page (head, foot, headings of a table) is no part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage

from workbench.reports.strips import Role, Run

ARTIFACT, END = "/Artifact BMC", "EMC"
_NAMES: dict[Role, str] = {
    "Title": "H1",
    "H1": "H2",
    "H2": "H3",
    "P": "P",
    "Label": "P",
    "TH": "TH",
    "TD": "TD",
}
_IN_TABLES = ("TH", "TD")


@dataclass(slots=True)
class _Cell:
    """The runs of one cell of one row, by page and number on it."""

    role: Role
    places: list[tuple[int, int]] = field(default_factory=list)


class Tags:
    """Filled while the pages are drawn, in the order in which they are read."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, _Cell]] = {}
        self._runs: list[list[_Cell]] = []

    def turn_page(self) -> None:
        """What is drawn from here on stands on another page."""
        self._runs.append([])

    def opening(self, run: Run, row: int) -> str:
        """The operator before a run of text; `END` comes after it."""
        if run.role == "Artifact" or self._comes_again(run, row):
            return ARTIFACT
        cell = self._rows.setdefault(row, {}).setdefault(run.column, _Cell(run.role))
        here = self._runs[-1]
        cell.places.append((len(self._runs) - 1, len(here)))
        here.append(cell)
        return f"/{_NAMES[run.role]} <</MCID {len(here) - 1}>> BDC"

    def write(self, parts: Any) -> None:  # noqa: ANN401  the library's own, without types
        """Add the tree to a file whose pages are all drawn."""
        _Tree(parts, self._rows, self._runs).write()

    def _comes_again(self, run: Run, row: int) -> bool:
        if run.role != "TH" or row not in self._rows:
            return False
        first = next(iter(self._rows[row].values())).places[0]
        return first[0] != len(self._runs) - 1


class _Tree:
    def __init__(
        self,
        parts: Any,  # noqa: ANN401
        rows: dict[int, dict[int, _Cell]],
        runs: list[list[_Cell]],
    ) -> None:
        self._parts, self._rows, self._runs = parts, rows, runs
        self._pages = [parts.Reference(page) for page in parts.Pages.pages]
        self._made: dict[int, Any] = {}

    def write(self) -> None:
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = self._element("Document", self._parts.Reference(root))
        self._fill(whole, [self._block(block, whole) for block in _blocks(self._rows)])
        root["K"] = self._parts.Reference(whole)
        root["ParentTree"] = self._parts.Reference(self._parents())
        root["ParentTreeNextKey"] = len(self._runs)
        catalog = self._parts.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        for number, page in enumerate(self._parts.Pages.pages):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _block(self, block: list[dict[int, _Cell]], parent: PDFDictionary) -> PDFDictionary:
        """A table of its rows, or one part that is none."""
        if not _is_table(block[0]):
            (cell,) = block[0].values()
            return self._leaf(cell, parent)
        table = self._element("Table", self._parts.Reference(parent))
        columns = 1 + max(column for row in block for column in row)
        self._fill(table, [self._row(row, columns, table) for row in block])
        return table

    def _row(self, row: dict[int, _Cell], columns: int, table: PDFDictionary) -> PDFDictionary:
        """A cell for each column, also where nothing is written."""
        made = self._element("TR", self._parts.Reference(table))
        role = next(iter(row.values())).role
        cells = [row.get(column, _Cell(role)) for column in range(columns)]
        self._fill(made, [self._leaf(cell, made) for cell in cells])
        return made

    def _leaf(self, cell: _Cell, parent: PDFDictionary) -> PDFDictionary:
        made = self._element(_NAMES[cell.role], self._parts.Reference(parent))
        if cell.role == "TH":
            made["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        if cell.places:
            made["Pg"] = self._pages[cell.places[0][0]]
        marks = [self._mark(page, number) for page, number in cell.places]
        made["K"] = PDFArray(marks)
        self._made[id(cell)] = made
        return made

    def _mark(self, page: int, number: int) -> PDFDictionary:
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._pages[page], "MCID": number})

    def _element(self, name: str, parent: Any) -> PDFDictionary:  # noqa: ANN401
        return PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(name), "P": parent})

    def _fill(self, parent: PDFDictionary, children: list[PDFDictionary]) -> None:
        parent["K"] = PDFArray([self._parts.Reference(child) for child in children])

    def _parents(self) -> PDFDictionary:
        """Page by page, which part each run belongs to."""
        told: list[Any] = []
        for number, runs in enumerate(self._runs):
            of = [self._parts.Reference(self._made[id(cell)]) for cell in runs]
            told += [number, self._parts.Reference(PDFArray(of))]
        return PDFDictionary({"Nums": PDFArray(told)})


def _is_table(row: dict[int, _Cell]) -> bool:
    return any(cell.role in _IN_TABLES for cell in row.values())


def _blocks(rows: dict[int, dict[int, _Cell]]) -> Iterator[list[dict[int, _Cell]]]:
    """The rows of each table together; of other rows every cell for itself."""
    table: list[dict[int, _Cell]] = []
    for row, after in pairwise([*rows.values(), {}]):
        if not _is_table(row):
            yield from ([{column: cell}] for column, cell in sorted(row.items()))
            continue
        table.append(row)
        if not _is_table(after) or _begins_table(after):
            yield table
            table = []


def _begins_table(row: dict[int, _Cell]) -> bool:
    return any(cell.role == "TH" for cell in row.values())
