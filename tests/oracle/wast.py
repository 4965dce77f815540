# SPDX-License-Identifier: EUPL-1.2
"""WAST (11): eight items in three steps, under one of two codings that are never converted."""

from tests.oracle.logic import screen_status, threshold
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "wast"
ITEMS = tuple(f"q{n:02}" for n in range(1, 9))
# (11) version: (codes, positive from)
CODINGS = {"coding-1-3": (("1", "2", "3"), 13), "coding-0-2": (("0", "1", "2"), 4)}


def evaluate(answers: Answers, *, version: str = "coding-1-3", confirmed: bool = True) -> Outcome:
    """The sum of all eight (5.3). An unknown coding is refused (WA-04)."""
    if version not in CODINGS:
        raise ValueError(f"no such version: {version}")
    codes, positive = CODINGS[version]
    try:
        given = codes_of(answers, ITEMS, codes)
    except UnusableError:
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    low = sum(int(code or codes[0]) for code in given.values())
    high = sum(int(code or codes[-1]) for code in given.values())
    complete = None not in given.values()
    decision = threshold(low, high, positive, complete=complete)
    value = low if complete else None
    return Outcome(screen_status(decision, complete=complete), value, low, high, decision=decision)
