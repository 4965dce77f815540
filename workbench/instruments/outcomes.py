# SPDX-License-Identifier: EUPL-1.2
"""What an evaluation says: one result a rule, with everything needed to tell how it came about."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeGuard

from workbench.domain.assessments import InstrumentPin
from workbench.instruments.errors import Fault
from workbench.instruments.forms import Counts

ENGINE = "1"
"""Stored with every result; raised when the same definition could come to give another one."""
NO_RULE = "score"
"""The id under which an instrument without any rule says so."""

Status = Literal[
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
]
Settled = Literal["met", "not-met"]
Number = int | Fraction
Value = int | Fraction | bool | str
"""A bound of an ordered level is its code; everything else is a number or a yes/no."""


def is_number(value: Value | None) -> TypeGuard[Number]:
    """Whether a value is a number. Yes and no are not, and neither is a level."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Band:
    """A band and the table it was read from."""

    table: str
    code: str


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One answer and what it added; `rule` when several items were read as one."""

    item: str
    code: str
    points: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the rules that an `or_rules` looks at."""

    rule: str
    status: Status | Settled
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a code was given in a section: counted by the program, no measure."""

    section: str
    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Flag:
    """Something an answer raises, whatever any score says."""

    id: str
    item: str


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What one rule gave. Everything is empty unless the status allows it.

    `omitted`: items that counted 0 because they were left out. `unknown`: items or rules whose
    answer is a code for not knowing. `ceiling`: the highest count if all of these were yes.
    `table`: the local table that was read, with its hash. `undated`: events without a day.
    """

    id: str
    sha256: str
    status: Status
    value: Value | None = None
    band: Band | None = None
    min: Value | None = None
    max: Value | None = None
    missing: tuple[str, ...] = ()
    trace: tuple[TraceLine, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    tallies: tuple[Tally, ...] = ()
    omitted: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ceiling: int | None = None
    raw: int | None = None
    table: str = ""
    table_sha256: str = ""
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything the engine says about one set of answers.

    `internal` are results that only other rules read: never shown, printed, kept or sent.
    """

    pin: InstrumentPin
    results: tuple[RuleResult, ...]
    counts: Counts
    faults: tuple[Fault, ...]
    flags: tuple[Flag, ...] = ()
    internal: tuple[RuleResult, ...] = field(default=(), repr=False)
    engine: str = ENGINE

    @property
    def first(self) -> RuleResult:
        """The instrument's main result."""
        return self.results[0]

    @property
    def is_invalid(self) -> bool:
        return any(fault.severity == "error" for fault in self.faults)
