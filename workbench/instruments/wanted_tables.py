# SPDX-License-Identifier: EUPL-1.2
"""Which published table a definition waits for, and what such a table holds."""

from dataclasses import dataclass
from typing import cast

from workbench.instruments.definition import Definition
from workbench.instruments.item_tables import BandTable
from workbench.instruments.local_tables import MatrixCells, Proration, TableContent
from workbench.instruments.references import band_table_of
from workbench.instruments.rule_tables import Matrix, MatrixSide, PublishedTable, WeightedSum
from workbench.instruments.rules import terms_of


@dataclass(frozen=True, slots=True)
class WantedRows:
    """Totals by raw sum. `widths[n - 1]`: how many totals stand where n answers are not known."""

    id: str
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WantedCells:
    """A level for each pair of categories, which come from the two tables that are named."""

    id: str
    a_table: str
    b_table: str
    a_codes: tuple[str, ...]
    b_codes: tuple[str, ...]
    levels: tuple[str, ...]


Wanted = WantedRows | WantedCells


def wanted_table(definition: Definition) -> Wanted | None:
    """The table that some rule reads; an instrument has one at most."""
    for rule in definition.rules:
        if isinstance(rule, PublishedTable):
            source = cast("WeightedSum", definition.rule(rule.of))
            items = len(terms_of(definition, source))
            widths = (items - n + 1 for n in range(1, rule.most_unknown + 1))
            return WantedRows(rule.table, tuple(widths))
        if isinstance(rule, Matrix):
            (a_table, a_codes), (b_table, b_codes) = (
                _side(definition, side) for side in (rule.a, rule.b)
            )
            return WantedCells(rule.table, a_table, b_table, a_codes, b_codes, tuple(rule.levels))
    return None


def fits(wanted: Wanted | None, content: TableContent) -> bool:
    """Whether it is that very table, with every cell and nothing beside."""
    if isinstance(wanted, WantedRows) and isinstance(content, Proration):
        first, *rows = content.by_unknown
        widths = tuple(len(row) for row in rows)
        return content.id == wanted.id and (len(first), *widths) == (
            wanted.widths[0] + 1,
            *wanted.widths,
        )
    if isinstance(wanted, WantedCells) and isinstance(content, MatrixCells):
        named = (content.id, content.a_table, content.b_table)
        rows_fit = set(content.cells) == set(wanted.a_codes)
        return (
            named == (wanted.id, wanted.a_table, wanted.b_table)
            and rows_fit
            and all(_row_fits(wanted, row) for row in content.cells.values())
        )
    return False


def _row_fits(wanted: WantedCells, row: dict[str, str]) -> bool:
    return set(row) == set(wanted.b_codes) and set(row.values()) <= set(wanted.levels)


def _side(definition: Definition, side: MatrixSide) -> tuple[str, tuple[str, ...]]:
    """Where a category comes from, and the codes that it can have."""
    if side.item is not None:
        table = next(i for i in definition.table.items if i.id == side.item)
        return table.answer_set or "", definition.by_id[side.item].codes
    name = band_table_of(definition.rule(side.rule or "")) or ""
    bands: BandTable = next(b for b in definition.table.band_tables if b.id == name)
    return name, tuple(row.code for row in bands.rows)
