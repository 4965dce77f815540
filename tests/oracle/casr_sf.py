# SPDX-License-Identifier: EUPL-1.2
"""CASR-SF 2016 (11): a gate, then fifteen items 0-5; mean of the valid ones times 15, exact."""

from fractions import Fraction

from tests.oracle.outcome import (
    INVALID,
    NOT_CONFIRMED,
    Answers,
    Outcome,
    UnusableError,
    code_of,
    codes_of,
)

INSTRUMENT = "casr-sf"
GATE = "gate"
ITEMS = tuple(f"{n:02}" for n in range(1, 16))
CODES = ("0", "1", "2", "3", "4", "5")
FEWEST = 11  # (5.3, 11) at least 11 of 15 valid


def evaluate(answers: Answers, *, confirmed: bool = True) -> Outcome:
    """`confirmed` concerns only what a gate answered no is worth (CA-09)."""
    try:
        gate = code_of(answers, GATE, ("yes", "no"))
        if gate != "yes":
            return _gated(gate, confirmed=confirmed)
        given = codes_of(answers, ITEMS, CODES)
    except UnusableError:
        return INVALID
    valid = [int(code) for code in given.values() if code is not None]
    # (6.1) Bounds are those of the completed form, where mean x 15 is the plain sum.
    low, high = sum(valid), sum(valid) + 5 * (len(ITEMS) - len(valid))
    parts = {"valid": len(valid)}
    if len(valid) < FEWEST:
        return Outcome("incomplete", None, low, high, parts=parts)
    return Outcome("computed", Fraction(sum(valid), len(valid)) * 15, low, high, parts=parts)


def _gated(gate: str | None, *, confirmed: bool) -> Outcome:
    """(6 visible_if, recode_gate) Items behind a gate that is not yes are not asked."""
    if gate is None:
        return Outcome("incomplete", None, 0, 75, parts={"valid": 0})  # CA-08
    return Outcome("computed", 0, 0, 0, parts={"valid": 0}) if confirmed else NOT_CONFIRMED
