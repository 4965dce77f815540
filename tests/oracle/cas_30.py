# SPDX-License-Identifier: EUPL-1.2
"""CAS, thirty items 0-5 (11): the sum, four subscales; cut-offs are data of the profile."""

from tests.oracle.logic import screen_status, threshold
from tests.oracle.outcome import INVALID, NOT_CONFIRMED, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "cas-30"
SUBSCALES = {"sca": 8, "emotional": 11, "physical": 7, "harassment": 4}
ITEMS = tuple(f"{name}-{n:02}" for name, count in SUBSCALES.items() for n in range(1, count + 1))
CODES = ("0", "1", "2", "3", "4", "5")
# (11) The two profiles met.
GENERAL = {"total": 7, "sca": 1, "physical": 1, "emotional": 3, "harassment": 2}
STUDY = {"total": 3}
PROFILES = {"general": GENERAL, "study": STUDY}


def evaluate(answers: Answers, *, profile: str = "general", confirmed: bool = True) -> Outcome:
    """Total and subscales, each with its bounds and its own cut-off where the profile has one."""
    try:
        given = codes_of(answers, ITEMS, CODES)
    except UnusableError:
        return INVALID
    if not confirmed:
        return NOT_CONFIRMED
    parts = {name: _sum(given, name, PROFILES[profile].get(name)) for name in ("total", *SUBSCALES)}
    whole = parts["total"]
    status = screen_status(whole["decision"], complete=whole["value"] is not None)
    return Outcome(
        status, whole["value"], whole["low"], whole["high"], decision=whole["decision"], parts=parts
    )


def _sum(given, name, cut) -> dict:
    """Sum and bounds over a subscale, or over everything."""
    mine = [code for item, code in given.items() if name == "total" or item.startswith(f"{name}-")]
    low = sum(int(code or 0) for code in mine)
    high = sum(5 if code is None else int(code) for code in mine)
    complete = None not in mine
    decision = None if cut is None else threshold(low, high, cut, complete=complete)
    return {"value": low if complete else None, "low": low, "high": high, "decision": decision}
