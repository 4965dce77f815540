# SPDX-License-Identifier: EUPL-1.2
"""Answers in, results with their trace out. Pure, total, integers and exact fractions only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from workbench.domain.assessments import InstrumentPin
from workbench.instruments.answers import Answers
from workbench.instruments.completions import bounds
from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault
from workbench.instruments.forms import (
    Codes,
    Counts,
    codes_of,
    counts,
    holds,
    open_slots,
    visible_ids,
)
from workbench.instruments.gates import NOT_CONFIRMED, Confirmed, is_closed, rule_sha256
from workbench.instruments.rule_tables import Numeric, Rule, SpjCoding, Threshold
from workbench.instruments.rules import (
    PointTable,
    band_code,
    band_table,
    is_met,
    point_table,
)
from workbench.instruments.schema import MissingTable
from workbench.instruments.validity import answer_faults

ENGINE = "1"
"""Stored with every result; raised when the same definition could come to give another one."""

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
Value = int | Fraction | bool


@dataclass(frozen=True, slots=True)
class Band:
    """A band and the table it was read from."""

    table: str
    code: str


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One answer and what it added."""

    item: str
    code: str
    points: int


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What one rule gave. Everything is empty unless the status allows it."""

    id: str
    sha256: str
    status: Status
    value: Value | None = None
    band: Band | None = None
    min: Value | None = None
    max: Value | None = None
    missing: tuple[str, ...] = ()
    trace: tuple[TraceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything the engine says about one set of answers."""

    pin: InstrumentPin
    results: tuple[RuleResult, ...]
    counts: Counts
    faults: tuple[Fault, ...]
    engine: str = field(default=ENGINE)

    @property
    def first(self) -> RuleResult:
        """The instrument's main result."""
        return self.results[0]

    @property
    def is_invalid(self) -> bool:
        return any(fault.severity == "error" for fault in self.faults)


NO_RULE = "score"
"""The id under which an instrument without any rule says so."""


def evaluate(
    definition: Definition, answers: Answers, confirmed: Confirmed = NOT_CONFIRMED
) -> Evaluation:
    """The result of every rule. A rule behind the gate needs its own hash confirmed."""
    faults = answer_faults(definition, answers)
    invalid = any(fault.severity == "error" for fault in faults)
    results: list[RuleResult] = []
    for rule in definition.rules:
        if invalid:
            results.append(_empty(definition, rule, "invalid-input"))
        else:
            results.append(_result(definition, rule, answers, confirmed, tuple(results)))
    if not definition.rules:
        status: Status = "invalid-input" if invalid else "not-established"
        missing = () if invalid else _unvalued(definition, answers)
        results.append(RuleResult(NO_RULE, "", status, missing=missing))
    return Evaluation(definition.pin, tuple(results), counts(definition, answers), faults)


def _result(
    definition: Definition,
    rule: Rule,
    answers: Answers,
    confirmed: Confirmed,
    earlier: tuple[RuleResult, ...],
) -> RuleResult:
    if isinstance(rule, SpjCoding):
        missing = tuple(dict.fromkeys(slot.item.id for slot in open_slots(definition, answers)))
        return _empty(definition, rule, "not-a-score", missing)
    closed = is_closed(definition, rule, confirmed)
    if isinstance(rule, Threshold):
        source = next(result for result in earlier if result.id == rule.of)
        if closed:
            return _empty(definition, rule, "not-confirmed", source.missing)
        return _threshold(definition, rule, source)
    return _number(definition, rule, codes_of(definition, answers), closed=closed)


def _number(definition: Definition, rule: Numeric, known: Codes, *, closed: bool) -> RuleResult:
    points = point_table(rule, {item.id: item.completions for item in definition.items})
    shown = visible_ids(definition.items, known)
    asked = {item: code for item, code in known.items() if item in shown}
    missing = tuple(_missing(definition, points, asked, shown))
    if closed:
        return _empty(definition, rule, "not-confirmed", missing)
    ends = bounds(definition, points, known)
    if ends is None:
        return _empty(definition, rule, "invalid-input")
    low, high = ends
    complete = not missing and low == high
    band = _band(definition, rule, low) if complete else None
    if complete and rule.bands is not None and band is None:
        return _empty(definition, rule, "invalid-input")
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(definition, rule),
        status="computed" if complete else "incomplete",
        value=low if complete else None,
        band=band,
        min=low,
        max=high,
        missing=missing,
        trace=tuple(_trace(definition, points, asked)),
    )


def _threshold(definition: Definition, rule: Threshold, source: RuleResult) -> RuleResult:
    if not isinstance(source.min, int) or not isinstance(source.max, int):
        return _empty(definition, rule, source.status, source.missing)
    complete = source.status == "computed"
    met = is_met(rule, source.min, source.max, complete=complete)
    undecided: Status = "undecided" if rule.when_incomplete == "report-if-certain" else "incomplete"
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(definition, rule),
        status=undecided if met is None else "computed",
        value=met,
        min=source.min >= rule.at_least if met is None else met,
        max=source.max >= rule.at_least if met is None else met,
        missing=source.missing,
    )


def _band(definition: Definition, rule: Numeric, value: int) -> Band | None:
    if rule.bands is None:
        return None
    code = band_code(band_table(definition.table, rule.bands), value)
    return None if code is None else Band(rule.bands, code)


def _missing(
    definition: Definition, points: PointTable, asked: Codes, shown: frozenset[str]
) -> Iterator[str]:
    policy = definition.table.missing
    for item in definition.items:
        wanted = item.scored and item.id in points and item.id in shown
        if wanted and item.id not in asked and _is_required(policy, item.id, asked):
            yield item.id


def _is_required(policy: MissingTable | None, item: str, asked: Codes) -> bool:
    terms = [] if policy is None else [t.when for t in policy.required_when if t.item == item]
    return not terms or any(holds(when, asked) for when in terms)


def _trace(definition: Definition, points: PointTable, asked: Codes) -> Iterator[TraceLine]:
    for item in definition.items:
        if item.scored and item.id in points and item.id in asked:
            code = asked[item.id]
            yield TraceLine(item.id, code, points[item.id][code])


def _unvalued(definition: Definition, answers: Answers) -> tuple[str, ...]:
    codes = codes_of(definition, answers)
    shown = visible_ids(definition.items, codes)
    return tuple(i.id for i in definition.items if i.id in shown and i.id not in codes)


def _empty(
    definition: Definition, rule: Rule, status: Status, missing: tuple[str, ...] = ()
) -> RuleResult:
    return RuleResult(rule.id, rule_sha256(definition, rule), status, missing=missing)
