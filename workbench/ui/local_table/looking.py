# SPDX-License-Identifier: EUPL-1.2
"""The table that an instrument waits for, as fields to type in."""

from collections.abc import Mapping

from workbench.instruments.definition import Definition
from workbench.instruments.wanted_tables import Wanted, WantedCells, WantedRows
from workbench.services.assess.own_rules import Kept
from workbench.ui.local_table.building import cell_name, row_name
from workbench.ui.local_table.vms import CellsVm, CellVm, RowVm, TableVm
from workbench.ui.own_rule.checking import check_vm
from workbench.ui.writing.fields import OptionVm
from workbench.words import _, language


def table_vm(
    definition: Definition, wanted: Wanted | None, kept: Kept | None, values: Mapping[str, str]
) -> TableVm:
    """The whole page; without a table to type where the instrument reads none."""
    title, check = definition.title(language()), check_vm(definition, kept)
    if isinstance(wanted, WantedRows):
        return TableVm(title, values, rows=_rows(wanted), check=check)
    if isinstance(wanted, WantedCells):
        named = definition.labels[language()].bands.get(wanted.id, {})
        levels = tuple(OptionVm(code, named.get(code, code)) for code in wanted.levels)
        cells = _cells(definition, wanted)
        return TableVm(title, values, cells=cells, levels=levels, check=check)
    return TableVm(title, values, check=check, is_wanted=False)


def _rows(wanted: WantedRows) -> tuple[RowVm, ...]:
    hint = _("{n} whole numbers, for the raw sums 0 to {last}, with spaces between.")
    return tuple(
        RowVm(row_name(n), _("{n} not known").format(n=n), hint.format(n=width, last=width - 1))
        for n, width in enumerate(wanted.widths, 1)
    )


def _cells(definition: Definition, wanted: WantedCells) -> tuple[CellsVm, ...]:
    columns = {b: _named(definition, wanted.b_table, b) for b in wanted.b_codes}
    rows = {a: _named(definition, wanted.a_table, a) for a in wanted.a_codes}
    told = _("{first} and {second}")
    return tuple(
        CellsVm(
            row,
            tuple(
                CellVm(cell_name(a, b), column, told.format(first=row, second=column))
                for b, column in columns.items()
            ),
        )
        for a, row in rows.items()
    )


def _named(definition: Definition, table: str, code: str) -> str:
    words = definition.labels[language()]
    return (words.bands.get(table) or words.choices.get(table) or {}).get(code, code)
