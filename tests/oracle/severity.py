# SPDX-License-Identifier: EUPL-1.2
"""Two forms of class record whose outputs have vectors (11): NorAQ and VAWI."""

from collections.abc import Mapping, Sequence

from tests.oracle.logic import any_of

LEVELS = ("mild", "moderate", "severe")


def most_severe(answers: Mapping[str, str | None]) -> tuple[str | None, bool]:
    """(6 max_severity) The most severe level endorsed, and whether only "at least" that."""
    endorsed = [level for level in LEVELS if answers.get(level) == "yes"]
    found = endorsed[-1] if endorsed else None
    above = LEVELS[LEVELS.index(found) + 1 :] if found else LEVELS
    return found, any(answers.get(level) not in ("yes", "no") for level in above)


def exposed(frequencies: Sequence[str | None]) -> str:
    """(11 vawi) Any "once", "few" or "many" of a kind; never is the only no."""
    return any_of(
        None if said is None else "no" if said == "never" else "yes" for said in frequencies
    )
