# SPDX-License-Identifier: EUPL-1.2
"""LAP 2.0, 2024 (10.7): strangulation triggers by itself; the rest is as in the classic one."""

from tests.oracle import lap
from tests.oracle.outcome import Answers, Outcome

INSTRUMENT = "lap-2"
ITEMS = lap.ITEMS
AUTOMATIC = (*lap.AUTOMATIC, "q05")


def evaluate(
    answers: Answers,
    *,
    belief: str | None = None,
    reason: str | None = None,
    confirmed: bool = True,
) -> Outcome:
    """As the classic one, with item 5 among those that trigger by themselves."""
    return lap.decide(answers, AUTOMATIC, belief, reason, confirmed=confirmed)
