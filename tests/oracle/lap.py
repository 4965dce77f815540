# SPDX-License-Identifier: EUPL-1.2
"""LAP, classic (10.7): protocol on any of 1-3, on four of 4-11, or on a belief with a reason."""

from tests.oracle.logic import any_of, judgement, n_of_m, or_rules
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, code_of

INSTRUMENT = "lap"
ITEMS = tuple(f"q{n:02}" for n in range(1, 12))
AUTOMATIC = ITEMS[:3]
COUNTED = ITEMS[3:]
ENOUGH = 4
NOT_ANSWERED = "not-answered"  # (5.3) a code of the form; unknown to the rule


def evaluate(
    answers: Answers,
    *,
    belief: str | None = None,
    reason: str | None = None,
    confirmed: bool = True,
) -> Outcome:
    """The three criteria, or_ruled. A form on which nothing was answered is its own outcome."""
    return decide(answers, AUTOMATIC, belief, reason, confirmed=confirmed)


def decide(answers, automatic, belief, reason, *, confirmed) -> Outcome:
    """The same for both editions, which differ in what triggers by itself."""
    try:
        given = {item: code_of(answers, item, ("yes", "no", NOT_ANSWERED)) for item in ITEMS}
    except UnusableError:
        return INVALID
    if set(given.values()) == {NOT_ANSWERED}:
        return Outcome("not-answered")  # LP-10
    if not confirmed:
        return NOT_CONFIRMED
    known = {item: None if code == NOT_ANSWERED else code for item, code in given.items()}
    criteria = {
        "automatic": any_of(known[item] for item in automatic),
        "count": n_of_m((known[item] for item in COUNTED), ENOUGH),
        "belief": judgement(belief, reason),
    }
    status, decision = or_rules(criteria)
    return Outcome(status, decision=decision, criteria=criteria)
