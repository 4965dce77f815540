# SPDX-License-Identifier: EUPL-1.2
"""The primitives that give yes, no or not settled. Unknown is never no."""

from dataclasses import replace
from fractions import Fraction

from workbench.instruments.completions import bounds
from workbench.instruments.gates import rule_sha256
from workbench.instruments.outcomes import Criterion, RuleResult, Settled, Status, TraceLine
from workbench.instruments.readings import Reading
from workbench.instruments.rule_tables import (
    AnyOf,
    Judgement,
    NOfM,
    OrRules,
    RecodeGate,
    Threshold,
)
from workbench.instruments.rules import is_met, terms_of


def threshold(reading: Reading, rule: Threshold) -> RuleResult:
    """Whether an earlier number is at least k, as certain as its bounds are."""
    source = reading.earlier[rule.of]
    low, high = source.min, source.max
    complete = source.status == "computed"
    if complete:
        low = high = source.value
    if not isinstance(low, int | Fraction) or not isinstance(high, int | Fraction):
        return reading.empty(rule, source.status, source.missing)
    met = is_met(rule, low, high, complete=complete)
    undecided: Status = "undecided" if rule.when_incomplete == "report-if-certain" else "incomplete"
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status=undecided if met is None else "computed",
        value=met,
        min=low >= rule.at_least if met is None else met,
        max=high >= rule.at_least if met is None else met,
        missing=source.missing,
    )


def n_of_m(reading: Reading, rule: AnyOf | NOfM) -> RuleResult:
    """Whether at least n items are yes, over every consistent completion."""
    terms = terms_of(reading.definition, rule)
    ends = bounds(reading.definition, terms, reading.known)
    if ends is None:
        return reading.empty(rule, "invalid-input")
    n = rule.n if isinstance(rule, NOfM) else 1
    missing = (*reading.unanswered(rule.items), *reading.scope_missing)
    met = True if ends[0] >= n else False if ends[1] < n else None
    if reading.scope_missing:
        met = None
    trace = tuple(
        TraceLine(item, reading.asked[item], int(reading.asked[item] in rule.yes_codes))
        for item in rule.items
        if item in reading.asked
    )
    return replace(said(reading, rule, met=met, missing=missing), trace=trace)


def judgement(reading: Reading, rule: Judgement) -> RuleResult:
    """A person's own yes; without its reason it is not finished.

    A judgement is an act: where none was made, none is raised, and that is told as missing.
    """
    code = reading.asked.get(rule.item)
    if code is None:
        return said(reading, rule, met=False, missing=reading.unanswered([rule.item]))
    trace = (TraceLine(rule.item, code, 0),)
    if code != rule.yes_code:
        return replace(said(reading, rule, met=False), trace=trace)
    if rule.reason not in reading.asked:
        return replace(reading.empty(rule, "incomplete", (rule.reason,)), trace=trace)
    return replace(said(reading, rule, met=True), trace=trace)


def or_rules(reading: Reading, rule: OrRules) -> RuleResult:
    """Met when any is met; undecided while any is not settled. All are listed."""
    criteria = tuple(
        _criterion(reading.earlier[name]) for name in rule.criteria if name in reading.earlier
    )
    if not criteria:
        return reading.empty(rule, "not-established")
    statuses = {criterion.status for criterion in criteria}
    met = True if "met" in statuses else False if statuses == {"not-met"} else None
    missing = dict.fromkeys(name for criterion in criteria for name in criterion.missing)
    result = said(reading, rule, met=met, missing=tuple(missing) if met is None else ())
    if statuses - {"met", "not-met"} == {"incomplete"} and met is None:
        result = replace(result, status="incomplete")
    return replace(result, criteria=criteria)


def recode_gate(reading: Reading, rule: RecodeGate) -> RuleResult:
    """Whether the form ended at this answer."""
    code = reading.asked.get(rule.item)
    if code is None:
        return reading.empty(rule, "incomplete", (rule.item,))
    result = said(reading, rule, met=code == rule.code)
    return replace(result, trace=(TraceLine(rule.item, code, 0),))


def said(
    reading: Reading,
    rule: AnyOf | NOfM | Judgement | OrRules | RecodeGate,
    *,
    met: bool | None,
    missing: tuple[str, ...] = (),
) -> RuleResult:
    """The result of a yes, a no, or neither yet."""
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status="undecided" if met is None else "computed",
        value=met,
        min=bool(met),
        max=met is not False,
        missing=missing,
    )


def _criterion(result: RuleResult) -> Criterion:
    status: Status | Settled = result.status
    if isinstance(result.value, bool):
        status = "met" if result.value else "not-met"
    return Criterion(result.id, status, result.missing)
