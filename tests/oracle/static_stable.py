# SPDX-License-Identifier: EUPL-1.2
"""Static-99R and STABLE-2007 combined (10.6): exactly a cell of a local, confirmed matrix."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.oracle import static_99r
from tests.oracle.outcome import (
    INVALID,
    NOT_CONFIRMED,
    Answers,
    Outcome,
    UnusableError,
    code_of,
)
from tests.oracle.stable_2007 import INPUT, STEPS, input_category
from tests.oracle.stable_2007 import ITEMS as STABLE_ITEMS

INSTRUMENT = "static-stable"
LEVEL, TOTAL = "static-level", "stable-total"
ITEMS = (LEVEL, TOTAL)
MOST = int(STEPS[-1]) * len(STABLE_ITEMS)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A local table: which edition of the Static levels it reads, and its cells."""

    id: str
    static_levels: str
    cells: Mapping[tuple[str, str], str]


def words(levels: str) -> tuple[str, ...]:
    """The names of the Static levels in an edition, from the lowest."""
    return tuple(word for _low, _high, word in static_99r.LEVELS[levels])


def _made_up(levels: str, *, lacks: int = 0) -> Mapping[tuple[str, str], str]:
    """A fictional matrix; `lacks`: every so many cells, one is not there."""
    given = words("levels-2016")
    every = [(word, step) for word in words(levels) for _low, _high, step in INPUT]
    return {
        at: given[(3 * number) // len(every) + number % 3]
        for number, at in enumerate(every)
        if not lacks or number % lacks
    }


MATRICES = {
    f"{name}-{levels}": Matrix("local", levels, _made_up(levels, lacks=lacks))
    for levels in static_99r.LEVELS
    for name, lacks in (("whole", 0), ("holed", 3), ("thin", 2))
}


def evaluate(
    answers: Answers, *, levels: str, matrix: Matrix | None = None, confirmed: bool = True
) -> Outcome:
    """The level and the total as a form has them, where the two were scored elsewhere."""
    try:
        level = code_of(answers, LEVEL, words(levels))
        total = _number(answers)
    except UnusableError:
        return INVALID
    static, stable = Outcome("incomplete"), Outcome("incomplete")
    if level is not None:
        static = Outcome("computed", band=level)
    if total is not None:
        stable = Outcome("computed", total, total, total)
    return combined(static, levels, stable, matrix, confirmed=confirmed)


def _number(answers: Answers) -> int | None:
    said = answers.get(TOTAL)
    if isinstance(said, str) and said.isdecimal() and int(said) <= MOST:
        return int(said)
    return code_of(answers, TOTAL, ())


def combined(
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
