# SPDX-License-Identifier: EUPL-1.2
"""What every second implementation hands back, and how it reads an answer.

Numbers in brackets in this folder are sections of the domain reference on instruments.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

# (3) The closed set of result statuses.
STATUSES = frozenset(
    {
        "computed",
        "incomplete",
        "undecided",
        "not-confirmed",
        "not-established",
        "table-missing",
        "invalid-input",
        "out-of-scope",
        "not-answered",
        "not-a-score",
    }
)
# (5.2) The states that are no answer. "dont-know" is one only where the form has no such answer.
STATES = frozenset({None, "unanswered", "dont-know", "declined", "postponed"})

Answers = Mapping[str, str | None]
Number = int | Fraction


class UnusableError(Exception):
    """A stored value that is no code of its item, or contradicts another: invalid-input."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result. `low` and `high` are bounds of the completed form (6.1).

    `decision` is met, not-met, undecided, or incomplete (certain, but not to be printed, 6).
    """

    status: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    band: str | None = None
    decision: str | None = None
    criteria: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    warnings: frozenset[str] = frozenset()
    parts: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self):
        assert self.status in STATUSES, self.status


INVALID = Outcome("invalid-input")
NOT_CONFIRMED = Outcome("not-confirmed")


def code_of(answers: Answers, item: str, codes: Iterable[str]) -> str | None:
    """The code of an item, None when there is no value; anything else is unusable (HI-09)."""
    found = answers.get(item)
    if found in codes:
        return found
    if found in STATES:
        return None
    raise UnusableError(f"{item}: {found!r}")


def codes_of(answers: Answers, items: Iterable[str], codes: Iterable[str]) -> dict:
    """{item: code or None} in the order of the items."""
    return {item: code_of(answers, item, codes) for item in items}
