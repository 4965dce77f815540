# SPDX-License-Identifier: EUPL-1.2
"""HITS, four items (11): sum 4-20, positive at 11 or more."""

from itertools import product

from tests.oracle.logic import screen_status, threshold
from tests.oracle.outcome import INVALID, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "hits"
ITEMS = ("hurt", "insult", "threaten", "scream")
CODES = ("1", "2", "3", "4", "5")
POSITIVE = 11  # (11) "> 10", stored as at least 11 (6 threshold)


def evaluate(answers: Answers) -> Outcome:
    """The sum when all four are answered (5.3), else its bounds; positive if certain."""
    try:
        given = codes_of(answers, ITEMS, CODES)
    except UnusableError:
        return INVALID
    # (6.1) Every completion, one by one.
    choices = [CODES if code is None else (code,) for code in given.values()]
    totals = [sum(map(int, form)) for form in product(*choices)]
    low, high = min(totals), max(totals)
    complete = None not in given.values()
    decision = threshold(low, high, POSITIVE, complete=complete)
    value = low if complete else None
    return Outcome(screen_status(decision, complete=complete), value, low, high, decision=decision)
