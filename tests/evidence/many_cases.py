# SPDX-License-Identifier: EUPL-1.2
"""The figures of many akter, as `make bench ARGS=many_cases` measures them, for the record.

A short run makes few akter and measures to see that it can; only the whole one is judged.
"""

from tests.benchmarks import many_cases
from tests.evidence.campaign import Campaign, Part, Tally
from tests.vault.making import CHEAP
from workbench.crypto.kdf import DEFAULT_COST

FEWEST = 40


def _measured(part: Part) -> Tally:
    tally, is_whole = Tally(), part.total >= many_cases.AKTER
    if part.first:
        return tally  # one vault is measured, by one process at a time
    cost = DEFAULT_COST if is_whole else CHEAP
    figures = many_cases.measure(part.total, cost=cost, say=tally.note)
    for name, _floor_name, floor_s, ours_s, most in figures:
        ratio = ours_s / floor_s
        told = f"{name}: {ratio:.2f}x of {floor_s * 1000:.0f} ms, at most {most:.1f}x"
        tally.note(told)
        if is_whole and ratio > most:
            tally.breach(told)
    return tally


CAMPAIGNS = (
    Campaign(
        "unlock, list and find stay within their figures among so many akter",
        many_cases.AKTER,
        _measured,
        many_cases.AKTER,
        FEWEST,
    ),
)
