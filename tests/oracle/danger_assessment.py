# SPDX-License-Identifier: EUPL-1.2
"""The Danger Assessment rule a second time, from the domain reference, without the program.

Plain Python on purpose: every completion of the tied items is tried, everything else is a table.
"""

from itertools import product

YES_POINTS = {
    1: 1, 2: 5, 3: 4, 4: 4, 5: 3, 6: 3, 7: 3, 8: 2, 9: 2, 10: 1,
    11: 1, 12: 1, 13: 1, 14: 1, 15: 1, 16: 1, 17: 1, 18: 1, 19: 1,
}  # fmt: skip
NEVER_LIVED_TOGETHER = -3
TIED = ("q03", "q03a", "q05", "q05a")


def band(total):
    """The word for a complete total."""
    if total < 8:
        return "variable"
    if total <= 13:
        return "increased"
    return "severe" if total <= 17 else "extreme"


def impossible(form):
    """Left him after living together, but never did; a gun, but no weapon."""
    never_and_left = form.get("q03") == "yes" and form.get("q03a") == "yes"
    gun_without_weapon = form.get("q05a") == "yes" and form.get("q05") == "no"
    return never_and_left or gun_without_weapon


def total_of(form):
    """The sum of a form without unknowns."""
    total = sum(points for n, points in YES_POINTS.items() if form[f"q{n:02}"] == "yes")
    return total + (NEVER_LIVED_TOGETHER if form["q03a"] == "yes" else 0)


def score(answers):
    """status, value, band, min, max for {item: "yes" | "no"}; an absent item is unknown."""
    if impossible(answers):
        return {"status": "invalid-input", "value": None, "band": None, "min": None, "max": None}
    low, high = span(answers)
    lacking = [n for n in YES_POINTS if f"q{n:02}" not in answers]
    lacks_3a = answers.get("q03") == "no" and "q03a" not in answers
    if lacking or lacks_3a:
        return {"status": "incomplete", "value": None, "band": None, "min": low, "max": high}
    return {"status": "computed", "value": low, "band": band(low), "min": low, "max": high}


def span(answers):
    """Lowest and highest total over every way to fill in what is unknown."""
    free = [f"q{n:02}" for n in YES_POINTS if f"q{n:02}" not in (*answers, *TIED)]
    unknown = [name for name in TIED if name not in answers]
    totals = []
    for chosen in product(("yes", "no"), repeat=len(unknown)):
        tied = dict(zip(unknown, chosen, strict=True))
        for rest in ("no", "yes"):
            form = {**dict.fromkeys(free, rest), **answers, **tied}
            if not impossible(form):
                totals.append(total_of(form))
    return min(totals), max(totals)
