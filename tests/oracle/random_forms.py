# SPDX-License-Identifier: EUPL-1.2
"""Answer sets of every temper: nearly all yes or nearly all no, whole or mostly unknown."""

from collections.abc import Sequence
from random import Random


def random_form(chance: Random, items: Sequence[str]) -> dict[str, str]:
    """{item: "yes" | "no"}; an absent item is unknown."""
    unknown = chance.choice((0, 0.02, 0.1, 0.5, 0.9))
    grave = chance.random()
    return {
        name: "yes" if chance.random() < grave else "no"
        for name in items
        if chance.random() >= unknown
    }
