# SPDX-License-Identifier: EUPL-1.2
"""Every rule of the library that has a second implementation, against it, on random answer sets."""

from collections.abc import Callable
from functools import partial
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally
from tests.oracle.asking import Asked, differences
from tests.oracle.generate import answers, beside
from tests.oracle.joining import pairs

PAIRS = {str(pair): pair for pair in pairs()}
EACH = 100_000


def trial(part: Part, name: str, compare: Callable[..., list[str]] = differences) -> Tally:
    """Each answer set through both; whatever one says, the other says."""
    pair = PAIRS[name]
    asked, tally, chance = Asked(pair), Tally(), Random(f"{name} {part.first}")
    for _ in part:
        form = answers(pair.instrument, chance, pair.edition)
        plain = beside(pair.instrument, chance, pair.edition)
        tally.note(asked.oracle(form, plain).status)
        tally.saw(repr((form, plain)).encode())
        if found := compare(asked, form, plain):
            tally.breach(f"{name} {form} {plain}: {'; '.join(found)}")
    return tally


CAMPAIGNS = tuple(
    Campaign(f"{name}: both implementations agree", EACH, partial(trial, name=name), 5000)
    for name in PAIRS
)
