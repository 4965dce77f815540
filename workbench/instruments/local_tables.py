# SPDX-License-Identifier: EUPL-1.2
"""Published tables that an organisation owns: read exactly, never computed, never filled in.

A table is local content with the same safeguards as a local rule: owner, second checker, edition,
expiry, revocation. Which of them hold on a day is decided by `local_rules.Keeping`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.instruments import errors
from workbench.instruments.errors import Fault
from workbench.instruments.tables import Code, Id, Points, Table


class Proration(Table, frozen=True, kw_only=True, tag_field="kind", tag="proration"):
    """By number of unknowns, then by raw sum: the total. A shorter row has no further cells."""

    id: Id
    by_unknown: Annotated[list[list[Points]], msgspec.Meta(min_length=1, max_length=100)]
    name: Id | None = None


class MatrixCells(Table, frozen=True, kw_only=True, tag_field="kind", tag="matrix"):
    """Two categories and what they give together. `a_table` and `b_table` name the versions."""

    id: Id
    a_table: Id
    b_table: Id
    cells: dict[Code, dict[Code, Id]]
    name: Id | None = None


TableContent = Proration | MatrixCells


@dataclass(frozen=True, slots=True)
class Supplied:
    """What an organisation lends to an evaluation: tables by id, and the profile it has chosen."""

    tables: Mapping[str, TableContent]
    profile: str = ""


NOTHING = Supplied({})


def table_sha256(content: TableContent) -> str:
    """Hash of the content alone; a confirmation is bound to it."""
    return hashlib.sha256(canonical_bytes(msgspec.to_builtins(content))).hexdigest()


def prorated(table: Proration, raw: int, unknown: int) -> int | None:
    """Exactly the cell, or None when the table has no such cell."""
    if not 0 <= unknown < len(table.by_unknown):
        return None
    row = table.by_unknown[unknown]
    return row[raw] if 0 <= raw < len(row) else None


def is_possible(raw: int, unknown: int, items: int) -> bool:
    """Whether so many items can give that sum at all."""
    return 0 <= raw <= items - unknown


def cell(table: MatrixCells, a: str, b: str) -> str | None:
    """Exactly the cell; nothing lies between two cells."""
    return table.cells.get(a, {}).get(b)


def table_warnings(content: TableContent) -> Iterator[Fault]:
    """What a published table of totals would not say; warned about, never corrected."""
    if isinstance(content, MatrixCells):
        return
    for unknown, row in enumerate(content.by_unknown):
        falls = any(later < earlier for earlier, later in pairwise(row))
        outside = any(not raw <= total <= raw + unknown for raw, total in enumerate(row))
        if falls or outside:
            path = f"by_unknown[{unknown}]"
            yield Fault(path, errors.OddTableError(table=content.id), "warn")
