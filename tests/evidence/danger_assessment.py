# SPDX-License-Identifier: EUPL-1.2
"""The Danger Assessment rule against a second implementation, on random answer sets."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.evidence.campaign import Campaign, Part, Tally
from tests.oracle import danger_assessment as oracle
from tests.oracle.random_forms import random_form
from tests.unit.instruments.test_danger_assessment import ITEMS, seen


def trial(part: Part, ours: Callable[[dict[str, str]], Any] = seen) -> Tally:
    """Each answer set through both: status, value, band, lowest and highest are the same."""
    tally, chance = Tally(), Random(part.first)
    for _ in part:
        form = random_form(chance, ITEMS)
        expected = oracle.score(form)
        tally.note(expected["status"])
        tally.saw(repr(form).encode())
        if (found := ours(form)) != expected:
            tally.breach(f"{form}: {found}, and the second implementation says {expected}")
    return tally


CAMPAIGNS = (Campaign("both implementations of the rule agree", 140_000, trial, 5000),)
