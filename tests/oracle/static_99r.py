# SPDX-License-Identifier: EUPL-1.2
"""Static-99R (10.5): ten items, age by the calendar, two editions of level names."""

from datetime import date
from itertools import product

from tests.oracle.days import ages_on
from tests.oracle.logic import row_of
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, code_of

INSTRUMENT = "static-99r"
AGE = ((18, 34, 1), (35, 39, 0), (40, 59, -1), (60, 999, -3))  # (10.5) completed years
CHARGES = ((0, 0, 0), (1, 2, 1), (3, 5, 2), (6, 9999, 3))
CONVICTIONS = ((0, 0, 0), (1, 1, 1), (2, 3, 2), (4, 9999, 3))
PLAIN = ("q03", "q04", "q07", "q10")
NUMBERS = ("q05-charges", "q05-convictions", "q06")
ITEMS = ("q02", "q03", "q04", *NUMBERS, "q07", "q08", "q09", "q10")
LEVELS = {
    "levels-2016": (
        (-3, -2, "I"),
        (-1, 0, "II"),
        (1, 3, "III"),
        (4, 5, "IVa"),
        (6, 12, "IVb"),
    ),
    "levels-2009": (
        (-3, 1, "low"),
        (2, 3, "moderate-low"),
        (4, 5, "moderate-high"),
        (6, 12, "high"),
    ),
}


def age_points(born: date | int | None, release: date | None) -> list[int | None]:
    """Every number of points possible; None among them when under 18 is possible."""
    if born is None or release is None:
        return [points for _, _, points in AGE]
    return list({row_of(AGE, age) for age in ages_on(born, release)})


def years_points(age: int) -> int | None:
    """Points for an age in completed years (ST-01..05)."""
    return row_of(AGE, age)


def prior_sex_offences(charges: int | None, convictions: int | None) -> tuple[list[int], bool]:
    """(6 max_of_columns) Possible codes of item 5, and whether it is known: the higher column."""
    columns = [
        None if number is None else row_of(rows, number)
        for number, rows in ((charges, CHARGES), (convictions, CONVICTIONS))
    ]
    known = [code for code in columns if code is not None]
    if None not in columns:
        return [max(known)], True
    return list(range(max(known, default=0), 4)), False


def sentencing(dates: int) -> int:
    """(10.5) Item 6: four or more."""
    return 1 if dates >= 4 else 0


def evaluate(
    answers: Answers,
    *,
    born: date | int | None = None,
    release: date | None = None,
    sex: str | None = "male",
    levels: str = "levels-2016",
    confirmed: bool = True,
) -> Outcome:
    """Only item 2 may be omitted (5.3): it counts 0, and the total is marked (ST-23)."""
    try:
        given = {item: _code(answers, item) for item in ITEMS}
    except UnusableError:
        return INVALID
    ages = age_points(born, release)
    if given["q09"] == "1" and given["q08"] == "0":
        return INVALID  # ST-16
    if ages == [None] or sex == "female":
        return Outcome("out-of-scope")
    if not confirmed:
        return NOT_CONFIRMED
    charges, convictions = given["q05-charges"], given["q05-convictions"]
    fives, five_known = prior_sex_offences(charges, convictions)
    warnings = set()
    if None not in (charges, convictions) and convictions > charges:
        warnings.add("convictions>charges")
    low, high = _span(given, ages, fives)
    lacks = [item for item in (*PLAIN, "q06", "q08", "q09") if given[item] is None]
    if lacks or not five_known or len(ages) > 1 or sex is None:
        return Outcome("incomplete", None, low, high, warnings=frozenset(warnings))
    if given["q02"] is None:
        warnings.add("q02-omitted")
    return Outcome(
        "computed", low, low, high, row_of(LEVELS[levels], low), warnings=frozenset(warnings)
    )


def _code(answers, item):
    """A code, or the number of what is counted."""
    if item == "q02":
        return code_of(answers, item, ("yes", "no"))
    if item not in NUMBERS:
        return code_of(answers, item, ("0", "1"))
    number = answers.get(item)
    if isinstance(number, str) and number.isdecimal():
        return int(number)
    return code_of(answers, item, ())


def _span(given, ages, fives) -> tuple[int, int]:
    """(6.1) Items 8 and 9 are completed together: a stranger is unrelated."""
    partner = {"yes": [0], "no": [1], None: [0, 1]}[given["q02"]]
    six = [0, 1] if given["q06"] is None else [sentencing(given["q06"])]
    plain = [_open(given[item]) for item in PLAIN]
    pairs = [
        eight + nine
        for eight, nine in product(_open(given["q08"]), _open(given["q09"]))
        if not (nine == 1 and eight == 0)
    ]
    known = [points for points in ages if points is not None]
    options = [known, partner, fives, six, *plain, pairs]
    return sum(map(min, options)), sum(map(max, options))


def _open(code: str | None) -> list[int]:
    """What a 0/1 item may be worth."""
    return [0, 1] if code is None else [int(code)]
