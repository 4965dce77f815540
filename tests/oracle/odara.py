# SPDX-License-Identifier: EUPL-1.2
"""ODARA (10.4): thirteen items 1, 0 or ?, published proration as a table, seven categories."""

from collections.abc import Mapping

from tests.oracle.logic import row_of
from tests.oracle.outcome import (
    INVALID,
    NOT_CONFIRMED,
    STATES,
    Answers,
    Outcome,
    UnusableError,
    code_of,
    codes_of,
)

INSTRUMENT = "odara"
ITEMS = tuple(f"q{n:02}" for n in range(1, 14))
CODES = ("1", "0", "?")
INCLUSION = ("inclusion-assault", "inclusion-cohabitation")
CHILDREN = "q08n"  # the number of children, as text
SUBSTANCE = tuple(f"q11{letter}" for letter in "abcdefgh")
BARRIERS = tuple(f"q13{letter}" for letter in "abcde")  # the first is: children
MOST_UNCLEAR = 5
CATEGORIES = (
    (0, 0, "1"),
    (1, 1, "2"),
    (2, 2, "3"),
    (3, 3, "4"),
    (4, 4, "5"),
    (5, 6, "6"),
    (7, 13, "7"),
)
# (10.4) TEST-ONLY: arithmetic, half up. The published table is never written here.
TEST_GRID = {
    (raw, missing): value
    for missing, row in enumerate(
        (
            (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
            (0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13),
            (0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13),
            (0, 1, 3, 4, 5, 7, 8, 9, 10, 12, 13),
            (0, 1, 3, 4, 6, 7, 9, 10, 12, 13),
            (0, 2, 3, 5, 7, 8, 10, 11, 13),
        )
    )
    for raw, value in enumerate(row)
}
# (10.4) The same with the three ties at 6.5 rounded half to even.
HALF_EVEN_GRID = {**TEST_GRID, (6, 1): 6, (5, 3): 6, (4, 5): 6}
GRIDS = {"test-grid": TEST_GRID, "half-even": HALF_EVEN_GRID}

Table = Mapping[tuple[int, int], int]


def category(total: int) -> str | None:
    """(10.4) The category of a total."""
    return row_of(CATEGORIES, total)


def prorate(raw: int, unclear: int, table: Table | None) -> Outcome:
    """(6 published_table) Exactly the cell; more points than items left is impossible (OD-14)."""
    if raw > len(ITEMS) - unclear:
        return INVALID
    bounds = {"low": raw, "high": raw + unclear}
    parts = {"raw": raw, "unclear": unclear}
    if unclear > MOST_UNCLEAR:
        return Outcome("incomplete", **bounds, parts=parts)  # OD-07: no score
    if unclear and (table is None or (raw, unclear) not in table):
        return Outcome("table-missing", **bounds, parts=parts)
    total = table[raw, unclear] if unclear else raw
    return Outcome("computed", total, band=category(total), **bounds, parts=parts)


def sub_count(codes, at_least: int) -> str | None:
    """(6) 1 when enough are yes, 0 when they cannot be; else ?, or None while one is unanswered."""
    sure = codes.count("yes")
    if sure >= at_least:
        return "1"
    if sure + codes.count("?") + codes.count(None) < at_least:
        return "0"
    return None if None in codes else "?"


def derived(answers: Answers) -> dict:
    """The thirteen codes, with 8, 11 and 13 from their parts wherever a part is mentioned."""
    given = codes_of(answers, ITEMS, CODES)
    number = answers.get(CHILDREN)
    if CHILDREN in answers:
        given["q08"] = _many(number)
    for item, parts, at_least in (("q11", SUBSTANCE, 2), ("q13", BARRIERS, 1)):
        if any(part in answers for part in parts):
            codes = [code_of(answers, part, ("yes", "no", "?")) for part in parts]
            given[item] = sub_count(codes, at_least)
    return given


def _many(number: str | None) -> str | None:
    """(OD-05, OD-06) More than one child altogether."""
    if number in STATES:
        return None
    if number == "?":
        return number
    if not number.isdecimal():
        raise UnusableError(number)
    return "1" if int(number) >= 2 else "0"


def evaluate(answers: Answers, *, table: Table | None = None, confirmed: bool = True) -> Outcome:
    """Inclusion first (OD-18); an unanswered item blocks (OD-16); then the table."""
    try:
        included = codes_of(answers, INCLUSION, ("yes", "no")).values()
        given = derived(answers)
    except UnusableError:
        return INVALID
    if "no" in included:
        return Outcome("out-of-scope")
    if not confirmed:
        return NOT_CONFIRMED
    codes = list(given.values())
    raw, unclear, open_ = codes.count("1"), codes.count("?"), codes.count(None)
    warnings = _warnings(answers, given)
    if open_ or None in included:
        parts = {"raw": raw, "unclear": unclear}
        high = raw + unclear + open_
        return Outcome("incomplete", None, raw, high, warnings=warnings, parts=parts)
    found = prorate(raw, unclear, table)
    return Outcome(
        found.status, found.value, found.low, found.high, found.band,
        warnings=warnings, parts=found.parts,
    )  # fmt: skip


def _warnings(answers, given) -> frozenset[str]:
    """(10.4) A child that is not counted among the children."""
    childless = answers.get(CHILDREN) == "0"
    says = given["q09"] == "1" or answers.get(BARRIERS[0]) == "yes"
    return frozenset({"children"} if childless and says else ())
