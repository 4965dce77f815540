# SPDX-License-Identifier: EUPL-1.2
"""CTS2 (11): 39 pairs, own acts and the partner's; recoded per subscale and never added together."""

from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "cts2"
SUBSCALES = {"negotiation": 6, "psychological": 8, "physical": 12, "sexual": 7, "injury": 6}
COLUMNS = ("own", "partner")
ITEMS = tuple(
    f"{column}-{name}-{n:02}"
    for column in COLUMNS
    for name, count in SUBSCALES.items()
    for n in range(1, count + 1)
)
# (11) How often in the past year, by code; 7 is "before, not in the past year".
PAST_YEAR = {"1": 1, "2": 2, "3": 4, "4": 8, "5": 15, "6": 25, "7": 0}


def recode(code: str, never_code: str) -> tuple[int, int]:
    """(past year, lifetime) of one answer; an unmapped code is unusable (CT-04)."""
    if never_code not in ("0", "8"):
        raise ValueError("never is 0 or 8, by version")
    if code == never_code:
        return 0, 0
    if code not in PAST_YEAR:
        raise UnusableError(code)
    return PAST_YEAR[code], 1


def evaluate(answers: Answers, *, never_code: str = "0", confirmed: bool = True) -> Outcome:
    """{"own-physical": {...}}: frequency, chronicity, prevalence; None where a subscale lacks items."""
    codes = (*PAST_YEAR, never_code)
    try:
        given = codes_of(answers, ITEMS, codes)
    except UnusableError:
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    parts = {
        f"{column}-{name}": _subscale(
            [code for item, code in given.items() if item.startswith(f"{column}-{name}-")],
            never_code,
        )
        for column in COLUMNS
        for name in SUBSCALES
    }
    return Outcome("incomplete" if None in parts.values() else "computed", parts=parts)


def _subscale(codes, never_code) -> dict | None:
    """(5.3) All items of the subscale, or nothing."""
    if None in codes:
        return None
    pairs = [recode(code, never_code) for code in codes]
    year = sum(past for past, _ in pairs)
    return {
        "frequency": year,
        "past_year": year > 0,
        "lifetime": any(ever for _, ever in pairs),
        "chronicity": year or None,  # (CT-03) among those with any; null, not 0
    }
