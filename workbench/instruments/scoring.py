# SPDX-License-Identifier: EUPL-1.2
"""Answers in, results with their trace out. Pure, total, integers and exact fractions only."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from workbench.instruments import categories, decisions, sums, windows
from workbench.instruments.answers import Answers
from workbench.instruments.definition import Definition
from workbench.instruments.forms import counts, open_slots
from workbench.instruments.gates import NOT_CONFIRMED, Confirmed, is_closed
from workbench.instruments.local_tables import NOTHING, Supplied
from workbench.instruments.outcomes import (
    ENGINE,
    NO_RULE,
    Band,
    Criterion,
    Evaluation,
    Flag,
    Number,
    RuleResult,
    Status,
    Tally,
    TraceLine,
    Value,
    is_number,
)
from workbench.instruments.readings import Reading, assuming, read
from workbench.instruments.rule_tables import (
    AnyOf,
    Bands,
    Judgement,
    Matrix,
    MaxSeverity,
    MeanScaled,
    NOfM,
    OrRules,
    ProfileCounts,
    PublishedTable,
    RaterScale,
    RecodeGate,
    RollingWindowCount,
    Rule,
    SpjCoding,
    Threshold,
    UpwardOverride,
)
from workbench.instruments.rules import Summed
from workbench.instruments.validity import answer_faults

__all__ = [
    "ENGINE",
    "NO_RULE",
    "Band",
    "Criterion",
    "Evaluation",
    "Flag",
    "RuleResult",
    "Status",
    "Tally",
    "TraceLine",
    "Value",
    "evaluate",
]


def evaluate(
    definition: Definition,
    answers: Answers,
    confirmed: Confirmed = NOT_CONFIRMED,
    supplied: Supplied = NOTHING,
) -> Evaluation:
    """The result of every rule. A rule behind the gate needs its own hash confirmed."""
    faults = answer_faults(definition, answers)
    invalid = any(fault.severity == "error" for fault in faults)
    reading = read(definition, answers, confirmed, supplied)
    for rule in definition.rules:
        if rule.profile is None or rule.profile == supplied.profile:
            reading.earlier[rule.id] = _guarded(reading, rule, answers, invalid=invalid)
    inside = {rule.id for rule in definition.rules if rule.internal}
    shown = [reading.earlier[name] for name in _main_first(reading) if name not in inside]
    if not shown:
        shown.append(_no_rule(reading, invalid=invalid))
    return Evaluation(
        pin=definition.pin,
        results=tuple(shown),
        counts=counts(definition, answers),
        faults=faults,
        flags=tuple(_flags(reading)),
        internal=tuple(result for name, result in reading.earlier.items() if name in inside),
    )


def _main_first(reading: Reading) -> list[str]:
    """The rules that gave something; an `or_rules` before its criteria, which are parts of it."""
    found = [r for r in reading.definition.rules if isinstance(r, OrRules)]
    parts = {name for rule in found if rule.id in reading.earlier for name in rule.criteria}
    return sorted(reading.earlier, key=lambda name: name in parts)


def _guarded(reading: Reading, rule: Rule, answers: Answers, *, invalid: bool) -> RuleResult:
    """What stands before every rule: contradictions, the population, a gate, the rule gate."""
    if invalid:
        return reading.empty(rule, "invalid-input")
    if isinstance(rule, SpjCoding):
        places = open_slots(reading.definition, answers)
        missing = tuple(dict.fromkeys(slot.item.id for slot in places))
        return reading.empty(rule, "not-a-score", missing)
    if reading.outside:
        return reading.empty(rule, "out-of-scope")
    ended = _ended(reading, rule)
    result = _computed(reading, rule) if ended is None else ended
    if is_closed(reading.definition, rule, reading.confirmed):
        return reading.empty(rule, "not-confirmed", result.missing)
    return result


def _ended(reading: Reading, rule: Rule) -> RuleResult | None:
    """What a gate's answer gives in the rule's place; None when the form goes on."""
    if rule.gate is None:
        return None
    gate = cast("RecodeGate", reading.definition.rule(rule.gate))
    ended = reading.earlier[rule.gate]
    if reading.asked.get(gate.item) is None:
        return _before_gate(reading, rule, gate)
    if reading.asked[gate.item] != gate.code:
        return None
    if ended.status != "computed":
        return reading.empty(rule, ended.status, ended.missing)
    if gate.gives != "value":
        return reading.empty(rule, gate.gives)
    said = replace(reading.empty(rule, "computed"), trace=ended.trace)
    return sums.stated(reading, rule, said, gate.value or 0)


def _before_gate(reading: Reading, rule: Rule, gate: RecodeGate) -> RuleResult:
    """While the gate is unanswered: the bounds over everything it can still be answered with."""
    ends: list[Number] = [gate.value] if gate.value is not None else []
    item = reading.definition.by_id[gate.item]
    for code in item.completions if isinstance(rule, Summed) else ():
        if code != gate.code:
            beyond = _computed(assuming(reading, gate.item, code), rule)
            ends += [end for end in (beyond.min, beyond.max) if is_number(end)]
    result = reading.empty(rule, "incomplete", reading.unanswered([gate.item]))
    return replace(result, min=min(ends), max=max(ends)) if ends else result


def _computed(reading: Reading, rule: Rule) -> RuleResult:  # noqa: C901, PLR0911, PLR0912
    """One case a primitive: the closed list."""
    match rule:
        case Threshold():
            return decisions.threshold(reading, rule)
        case AnyOf() | NOfM():
            return decisions.n_of_m(reading, rule)
        case OrRules():
            return decisions.or_rules(reading, rule)
        case Judgement():
            return decisions.judgement(reading, rule)
        case RecodeGate():
            return decisions.recode_gate(reading, rule)
        case RollingWindowCount():
            return windows.rolling_window_count(reading, rule)
        case Bands():
            return sums.bands(reading, rule)
        case PublishedTable():
            return sums.published(reading, rule)
        case MeanScaled():
            return sums.mean(reading, rule)
        case UpwardOverride():
            return categories.upward_override(reading, rule)
        case MaxSeverity():
            return categories.max_severity(reading, rule)
        case Matrix():
            return categories.matrix(reading, rule)
        case ProfileCounts():
            return categories.profile_counts(reading, rule)
        case RaterScale() | SpjCoding():
            return reading.empty(rule, "not-a-score")
        case _:
            return sums.number(reading, rule)


def _no_rule(reading: Reading, *, invalid: bool) -> RuleResult:
    status: Status = "invalid-input" if invalid else "not-established"
    missing = () if invalid else reading.unanswered([i.id for i in reading.definition.items])
    return RuleResult(NO_RULE, "", status, missing=missing)


def _flags(reading: Reading) -> Iterator[Flag]:
    """Raised whatever any score, gate or contradiction says."""
    for flag in reading.definition.table.flags:
        if reading.asked.get(flag.item) in flag.codes:
            yield Flag(flag.id, flag.item)
