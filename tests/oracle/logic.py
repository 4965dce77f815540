# SPDX-License-Identifier: EUPL-1.2
"""Three-valued rules (6): met, not-met, undecided; and incomplete for what is not to be printed."""

from collections.abc import Iterable, Mapping

MET, NOT_MET, UNDECIDED, INCOMPLETE = "met", "not-met", "undecided", "incomplete"


def n_of_m(codes: Iterable[str | None], n: int, yes: str = "yes") -> str:
    """(6) Met if yes >= n, not met if yes + unknown < n, else undecided."""
    seen = list(codes)
    sure, open_ = seen.count(yes), seen.count(None)
    if sure >= n:
        return MET
    return NOT_MET if sure + open_ < n else UNDECIDED


def any_of(codes: Iterable[str | None], yes: str = "yes") -> str:
    """(6) The case n = 1."""
    return n_of_m(codes, 1, yes)


def threshold(low, high, at_least, *, complete: bool) -> str:
    """(6) report-if-certain: met if the lowest reaches it; not met only on a complete form."""
    if low >= at_least:
        return MET
    if complete:
        return NOT_MET
    return UNDECIDED if high >= at_least else INCOMPLETE


def judgement(said: str | None, reason: str | None) -> str:
    """(6) A yes without a reason is incomplete. What nobody judged is not raised (DR-16, LP-02)."""
    if said != "yes":
        return NOT_MET
    return MET if (reason or "").strip() else INCOMPLETE


def both(one: str, other: str) -> str:
    """Three-valued AND; an incomplete part counts as undecided."""
    if NOT_MET in (one, other):
        return NOT_MET
    if one == other == MET:
        return MET
    return INCOMPLETE if INCOMPLETE in (one, other) and UNDECIDED not in (one, other) else UNDECIDED


def or_rules(criteria: Mapping[str, str]) -> tuple[str, str]:
    """(6) (status, decision): met if any is met, else undecided if any is open, else not met.

    Only lacking reasons: the status says incomplete and the decision undecided (DR-04, LP-11).
    """
    states = set(criteria.values())
    if MET in states:
        return "computed", MET
    if states <= {NOT_MET}:
        return "computed", NOT_MET
    return (INCOMPLETE if states <= {NOT_MET, INCOMPLETE} else UNDECIDED), UNDECIDED


def screen_status(decision: str, *, complete: bool) -> str:
    """(11) HI-06..08, HK-05: undecided only while the answers left can still decide it."""
    if complete:
        return "computed"
    return UNDECIDED if decision == UNDECIDED else INCOMPLETE


def row_of(rows: Iterable[tuple], value) -> str | None:
    """The word of the row (lowest, highest, word) that holds the value; None outside them all."""
    for low, high, word in rows:
        if low <= value <= high:
            return word
    return None
