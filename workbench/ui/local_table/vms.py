# SPDX-License-Identifier: EUPL-1.2
"""What the page of a published table shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.ui.own_rule.checking import NOTHING_STANDS, CheckVm
from workbench.ui.writing.fields import OptionVm


@dataclass(frozen=True, slots=True)
class RowVm:
    """A line of numbers: its field, what it is called, how many are wanted."""

    name: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class CellVm:
    """A level to choose: its field, its column, and what it is called with its row."""

    name: str
    column: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CellsVm:
    """A row of levels."""

    label: str
    cells: tuple[CellVm, ...]


@dataclass(frozen=True, slots=True)
class TableVm:
    """The page. Rows or cells, never both; `values` by field. `check`: what was entered last."""

    title: str
    values: Mapping[str, str]
    rows: tuple[RowVm, ...] = ()
    cells: tuple[CellsVm, ...] = ()
    levels: tuple[OptionVm, ...] = ()
    check: CheckVm = NOTHING_STANDS
    is_wanted: bool = True
