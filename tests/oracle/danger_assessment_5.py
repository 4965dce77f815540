# SPDX-License-Identifier: EUPL-1.2
"""DA-5 (10.2): five questions; the fifth and a flag differ between the two versions."""

from itertools import product

from tests.oracle.logic import row_of, threshold
from tests.oracle.outcome import INVALID, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "danger-assessment-5"
FIFTH = {"original-2009": "pregnancy", "strangulation-2017": "strangulation"}
FOUR = ("increased", "weapon", "believes", "jealousy")
CUT = 3
ROWS = ((0, 1, "0-1"), (2, 2, "2"), (3, 3, "3"), (4, 5, "4-5"))


def items(version: str) -> tuple[str, ...]:
    """The five items of a version."""
    return (*FOUR, FIFTH[version])


def evaluate(
    answers: Answers, *, version: str = "strangulation-2017", confirmed: bool = True
) -> Outcome:
    """Count of yes when all five are answered (5.3). The flag stands whatever the rule says (D5-05)."""
    try:
        given = codes_of(answers, items(version), ("yes", "no"))
    except UnusableError:
        return INVALID
    strangled = given.get("strangulation") == "yes"
    flags = frozenset({"medicinsk-undersokning"} if strangled else ())
    if not confirmed:
        return Outcome("not-confirmed", flags=flags)
    choices = [("yes", "no") if code is None else (code,) for code in given.values()]
    totals = [form.count("yes") for form in product(*choices)]
    low, high = min(totals), max(totals)
    complete = None not in given.values()
    decision = threshold(low, high, CUT, complete=complete)
    if not complete:  # (D5-06) whatever the four are
        return Outcome("incomplete", None, low, high, decision=decision, flags=flags)
    return Outcome("computed", low, low, high, row_of(ROWS, low), decision, flags=flags)
