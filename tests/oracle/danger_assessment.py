# SPDX-License-Identifier: EUPL-1.2
"""The Danger Assessment, weighted, 20 items (10.1), from the domain reference, without the program."""

from itertools import product

from tests.oracle.logic import row_of
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "danger-assessment"
# (10.1) Points of a yes; item 20 has none, and 5a, 13a, 15a have none.
POINTS = {
    "q01": 1, "q02": 5, "q03": 4, "q04": 4, "q05": 3, "q06": 3, "q07": 3, "q08": 2, "q09": 2, "q10": 1,
    "q11": 1, "q12": 1, "q13": 1, "q14": 1, "q15": 1, "q16": 1, "q17": 1, "q18": 1, "q19": 1,
}  # fmt: skip
NEVER_LIVED_TOGETHER = -3
UNSCORED = ("q05a", "q13a", "q15a", "q20")
ITEMS = (*POINTS, "q03a", *UNSCORED)
BANDS = (
    (-3, 7, "variable"),
    (8, 13, "increased"),
    (14, 17, "severe"),
    (18, 37, "extreme"),
)
_PAIRS = (("q03", "q03a"), ("q05", "q05a"))


def contradicts(form: Answers) -> bool:
    """(10.1) Left after living together but never did; a gun, but no weapon. Unknown is no no."""
    return (form.get("q03") == "yes" and form.get("q03a") == "yes") or (
        form.get("q05a") == "yes" and form.get("q05") == "no"
    )


def evaluate(answers: Answers, *, confirmed: bool = True) -> Outcome:
    """A band only when 1-19 have a value and 3a too when 3 is no (5.3); else the two bounds."""
    try:
        given = codes_of(answers, ITEMS, ("yes", "no"))
    except UnusableError:
        return INVALID
    if contradicts(given):
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    warnings = frozenset(
        f"{part}+{item}"
        for item, part in (("q13", "q13a"), ("q15", "q15a"))
        if given[item] == given[part] == "yes"
    )
    low, high = _span(given)
    lacks = any(given[item] is None for item in POINTS)
    if lacks or (given["q03"] == "no" and given["q03a"] is None):
        return Outcome("incomplete", None, low, high, warnings=warnings)
    return Outcome("computed", low, low, high, row_of(BANDS, low), warnings=warnings)


def _span(given) -> tuple[int, int]:
    """(6.1) Tied items are completed together, contradictions left out; the others add extremes."""
    low = high = 0
    for item, points in POINTS.items():
        if item not in ("q03", "q05"):
            low += points if given[item] == "yes" else 0
            high += 0 if given[item] == "no" else points
    for pair in _PAIRS:
        choices = [(given[item],) if given[item] else ("yes", "no") for item in pair]
        worth = [
            _worth(dict(zip(pair, chosen, strict=True)))
            for chosen in product(*choices)
            if not contradicts(dict(zip(pair, chosen, strict=True)))
        ]
        low, high = low + min(worth), high + max(worth)
    return low, high


def _worth(form) -> int:
    """Points of some whole items."""
    total = sum(points for item, points in POINTS.items() if form.get(item) == "yes")
    return total + (NEVER_LIVED_TOGETHER if form.get("q03a") == "yes" else 0)


def score(answers: Answers) -> dict:
    """status, value, band, min, max for {item: "yes" | "no"}; an absent item is unknown."""
    found = evaluate(answers)
    return {
        "status": found.status,
        "value": found.value,
        "band": found.band,
        "min": found.low,
        "max": found.high,
    }
