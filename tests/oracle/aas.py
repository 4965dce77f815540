# SPDX-License-Identifier: EUPL-1.2
"""AAS, five questions (11): any yes, three-valued; the body map is never summed."""

from tests.oracle.logic import UNDECIDED, any_of
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "aas"
ITEMS = ("lifetime", "past-year-physical", "pregnancy", "past-year-sexual", "fear")


def evaluate(answers: Answers, *, confirmed: bool = True) -> Outcome:
    """No score; yes as soon as one is yes, no only when all are no."""
    try:
        given = codes_of(answers, ITEMS, ("yes", "no"))
    except UnusableError:
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    decision = any_of(given.values())
    return Outcome(UNDECIDED if decision == UNDECIDED else "computed", decision=decision)
