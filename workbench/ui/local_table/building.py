# SPDX-License-Identifier: EUPL-1.2
"""From what was typed to a local table. What lacks is told in words; no cell is ever filled in."""

import re
from collections.abc import Iterator, Mapping

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LocalTable
from workbench.instruments.local_tables import MatrixCells, Proration, TableContent
from workbench.instruments.wanted_tables import Wanted, WantedCells, WantedRows
from workbench.ui.own_rule.building import keeping, keeping_missing
from workbench.words import _

SOURCE = "source"
_NUMBER = re.compile(r"[0-9]{1,4}")
_BETWEEN = re.compile(r"[\s;,·]+")
Typed = Mapping[str, str]


def row_name(unknown: int) -> str:
    """The field of the totals where so many answers are not known."""
    return f"unknown:{unknown}"


def cell_name(a: str, b: str) -> str:
    """The field of the level of two categories."""
    return f"cell:{a}:{b}"


def first_missing(wanted: Wanted, typed: Typed) -> str:
    """What must still be said; nothing when a table can be built."""
    return next(_missing(wanted, typed), "")


def build(definition: Definition, wanted: Wanted, typed: Typed) -> LocalTable:
    """The table that was typed, when nothing is missing."""
    return LocalTable(
        format="varn.local-table/1",
        origin="local",
        instrument=definition.id,
        version=definition.version,
        source=typed[SOURCE].strip(),
        content=_content(wanted, typed),
        keeping=keeping(typed),
    )


def _content(wanted: Wanted, typed: Typed) -> TableContent:
    if isinstance(wanted, WantedCells):
        cells = {a: {b: typed[cell_name(a, b)] for b in wanted.b_codes} for a in wanted.a_codes}
        return MatrixCells(
            id=wanted.id, a_table=wanted.a_table, b_table=wanted.b_table, cells=cells
        )
    whole = list(range(wanted.widths[0] + 1))  # with every answer known the sum stands as it is
    rows = [_numbers(typed[row_name(n)]) or [] for n in range(1, len(wanted.widths) + 1)]
    return Proration(id=wanted.id, by_unknown=[whole, *rows])


def _missing(wanted: Wanted, typed: Typed) -> Iterator[str]:
    if not typed.get(SOURCE, "").strip():
        yield _("Write where the table is published.")
    if isinstance(wanted, WantedRows):
        yield from _missing_rows(wanted, typed)
    elif any(not typed.get(cell_name(a, b)) for a in wanted.a_codes for b in wanted.b_codes):
        yield _("Choose a level for every pair.")
    yield from keeping_missing(typed)


def _missing_rows(wanted: WantedRows, typed: Typed) -> Iterator[str]:
    told = _("With {n} not known: write {wanted} whole numbers. There are {found}.")
    for n, width in enumerate(wanted.widths, 1):
        found = _numbers(typed.get(row_name(n), ""))
        if found is None or len(found) != width:
            yield told.format(n=n, wanted=width, found=0 if found is None else len(found))


def _numbers(text: str) -> list[int] | None:
    """Numbers with anything that is no digit between them; None when something else stands."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    return [int(p) for p in parts] if all(_NUMBER.fullmatch(p) for p in parts) else None
