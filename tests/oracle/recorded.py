# SPDX-License-Identifier: EUPL-1.2
"""Forms of class record (4, 7): answers are counted as answered, and nothing is computed."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.oracle.outcome import NOT_CONFIRMED, STATES, Answers, Outcome

SLOTS = {
    "freda-farlighetsbedomning": tuple(f"q{n:02}" for n in range(1, 21)),
    "freda-beskrivning-a": tuple(f"a{n:02}" for n in range(1, 46)),
    "freda-beskrivning-b": tuple(f"b{n:02}" for n in range(1, 31)),
    "wast-short": ("q01", "q02"),
}
STEPS = ("never", "some-time", "repeatedly")


def evaluate(
    answers: Answers, *, form: str, local_rule: Mapping[str, str] | None = None
) -> Outcome:
    """Not established; a local rule needs its owner and a second checker (3.6, FR-06)."""
    if local_rule is not None and not {"owner", "second"} <= set(local_rule):
        return NOT_CONFIRMED
    items = SLOTS[form]
    answered = sum(answers.get(item) not in STATES for item in items)
    return Outcome("not-established", parts={"answered": answered, "of": len(items)})


def counts(answers: Sequence[str]) -> dict[str, int]:
    """(6 profile_counts) Plain counts per step; no total and no level (FR-03)."""
    found = Counter(answers)
    return {step: found[step] for step in STEPS}


def scales(numbers: Mapping[str, str]) -> dict[str, int] | None:
    """(12, 6 rater_scale) Each person's own whole number 0-10, or None when one is not."""
    whole = [number for number in numbers.values() if number.isdecimal() and int(number) <= 10]
    if len(whole) != len(numbers):
        return None
    return {person: int(number) for person, number in numbers.items()}
