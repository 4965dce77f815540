# SPDX-License-Identifier: EUPL-1.2
"""HARK (5.1, 11): four questions about the past year, positive at one yes."""

from itertools import product

from tests.oracle.logic import screen_status, threshold
from tests.oracle.outcome import INVALID, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "hark"
ITEMS = ("h", "a", "r", "k")
CODES = ("yes", "no")
POSITIVE = 1


def evaluate(answers: Answers) -> Outcome:
    """Number of yes when all four are answered (5.3), else bounds; positive if certain."""
    try:
        given = codes_of(answers, ITEMS, CODES)
    except UnusableError:
        return INVALID
    # (6.1) Every completion, one by one.
    choices = [CODES if code is None else (code,) for code in given.values()]
    totals = [form.count("yes") for form in product(*choices)]
    low, high = min(totals), max(totals)
    complete = None not in given.values()
    decision = threshold(low, high, POSITIVE, complete=complete)
    value = low if complete else None
    return Outcome(screen_status(decision, complete=complete), value, low, high, decision=decision)
