# SPDX-License-Identifier: EUPL-1.2
"""Static-99R and STABLE-2007 combined (10.6): exactly a cell of a local, confirmed matrix."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.oracle.outcome import NOT_CONFIRMED, Outcome
from tests.oracle.stable_2007 import input_category

INSTRUMENT = "static-stable"


@dataclass(frozen=True, slots=True)
class Matrix:
    """A local table: which edition of the Static levels it reads, and its cells."""

    id: str
    static_levels: str
    cells: Mapping[tuple[str, str], str]


def evaluate(
    static: Outcome,
    static_levels: str,
    stable: Outcome,
    matrix: Matrix | None,
    *,
    confirmed: bool = True,
) -> Outcome:
    """No interpolation, no neighbouring cell; levels of another edition are refused (SB-07)."""
    if not confirmed:
        return NOT_CONFIRMED
    for part in (static, stable):
        if part.status != "computed":
            return Outcome(part.status)
    if matrix is None or matrix.static_levels != static_levels:
        return Outcome("table-missing")
    cell = matrix.cells.get((static.band, input_category(stable.value)))
    return Outcome("table-missing") if cell is None else Outcome("computed", band=cell)
