# SPDX-License-Identifier: EUPL-1.2
"""STABLE-2007 (10.6): thirteen items 0-2, a total and never a level of it (N-04)."""

from itertools import product

from tests.oracle.logic import row_of
from tests.oracle.outcome import (
    INVALID,
    NOT_CONFIRMED,
    Answers,
    Outcome,
    UnusableError,
    code_of,
    codes_of,
)

INSTRUMENT = "stable-2007"
ITEMS = tuple(f"q{n:02}" for n in range(1, 14))
CHILD_VICTIMS = "child-victims"
ONLY_WITH_CHILD_VICTIMS = "q03"
NOT_APPLICABLE = "not-applicable"
STEPS = ("0", "1", "2")
# (10.6) Exists only as an input of the mechanical combination; shown nowhere.
INPUT = ((0, 3, "lowest"), (4, 11, "middle"), (12, 26, "highest"))


def input_category(total: int) -> str | None:
    """What static-stable takes in."""
    return row_of(INPUT, total)


def _fits(child_victims: str | None, third: str | None) -> bool:
    """(SB-04, SB-05) Item 3 is not applicable exactly when there are no child victims."""
    if None in (child_victims, third):
        return True
    return (third == NOT_APPLICABLE) == (child_victims == "no")


def evaluate(answers: Answers, *, confirmed: bool = True) -> Outcome:
    """The total when every applicable item has a value (5.3)."""
    try:
        plain = codes_of(answers, [i for i in ITEMS if i != ONLY_WITH_CHILD_VICTIMS], STEPS)
        third = code_of(answers, ONLY_WITH_CHILD_VICTIMS, (*STEPS, NOT_APPLICABLE))
        victims = code_of(answers, CHILD_VICTIMS, ("yes", "no"))
    except UnusableError:
        return INVALID
    if not _fits(victims, third):
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    # (6.1) Only completions in which item 3 and the child victims agree.
    thirds = [
        0 if code == NOT_APPLICABLE else int(code)
        for said, code in product(
            _open(victims, ("yes", "no")), _open(third, (*STEPS, NOT_APPLICABLE))
        )
        if _fits(said, code)
    ]
    low = sum(int(code or 0) for code in plain.values()) + min(thirds)
    high = sum(2 if code is None else int(code) for code in plain.values()) + max(thirds)
    if None in plain.values() or third is None:
        return Outcome("incomplete", None, low, high)
    return Outcome("computed", low, low, high)


def _open(code, choices):
    return choices if code is None else (code,)
