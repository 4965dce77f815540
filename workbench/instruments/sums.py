# SPDX-License-Identifier: EUPL-1.2
"""The primitives that give a number: sums, counts, means, ages, and the tables they go through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from workbench.instruments.completions import bounds
from workbench.instruments.gates import rule_sha256
from workbench.instruments.local_tables import Proration, is_possible, prorated, table_sha256
from workbench.instruments.outcomes import Band, Number, RuleResult, TraceLine
from workbench.instruments.readings import Reading, value_of
from workbench.instruments.references import band_table_of
from workbench.instruments.rule_tables import (
    Bands,
    CountYes,
    MeanScaled,
    PublishedTable,
    Rule,
    WeightedSum,
)
from workbench.instruments.rules import Summed, band_code, band_table, terms_of
from workbench.instruments.terms import Ends, Points, Term


@dataclass(frozen=True, slots=True)
class Tallied:
    """A rule's terms over the answers: what they add, and what is not there."""

    terms: tuple[Term, ...]
    missing: tuple[str, ...]
    omitted: tuple[str, ...]
    unknown: tuple[str, ...]
    settled: int
    ends: Ends | None

    @property
    def total(self) -> int:
        """What a complete one adds up to."""
        if self.ends is not None and self.ends[0] == self.ends[1]:
            return self.ends[0]
        return self.settled

    @property
    def is_complete(self) -> bool:
        """Whether a total may be given. What was left out by permission counts 0."""
        if self.ends is None or self.missing or self.unknown:
            return False
        return bool(self.omitted) or self.ends[0] == self.ends[1]


def tallied(reading: Reading, terms: Sequence[Term]) -> Tallied:
    """Go through the terms once."""
    policy = reading.definition.table.missing
    may_omit = set() if policy is None else set(policy.may_omit)
    lacking = [name for term in terms for name in term.missing(reading.known, reading.shown)]
    partial = tuple(name for name in dict.fromkeys(lacking) if name in reading.asked)
    wanted = (*reading.unanswered(lacking), *partial)
    ends = [term.ends(reading.known, reading.shown) for term in terms]
    return Tallied(
        terms=tuple(terms),
        missing=(
            *(name for name in wanted if name not in may_omit and reading.is_required(name)),
            *reading.scope_missing,
        ),
        omitted=tuple(name for name in wanted if name in may_omit),
        unknown=tuple(t.name for t in terms if t.is_unknown(reading.known, reading.shown)),
        settled=sum(low for low, high in ends if low == high),
        ends=bounds(reading.definition, terms, reading.known),
    )


def number(reading: Reading, rule: Summed) -> RuleResult:
    """A sum or count: a total when it may be given, and always the lowest and highest."""
    if isinstance(rule, WeightedSum) and rule.only_when is not None:
        held_back = _only_when(reading, rule, rule.only_when)
        if held_back is not None:
            return held_back
    terms = terms_of(reading.definition, rule)
    if any(term.is_outside(reading.known) for term in terms):
        return reading.empty(rule, "out-of-scope")
    found = tallied(reading, terms)
    if found.ends is None:
        return reading.empty(rule, "invalid-input")
    result = RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status="computed" if found.is_complete else "incomplete",
        value=found.total if found.is_complete else None,
        min=found.ends[0],
        max=found.ends[1],
        missing=found.missing,
        trace=tuple(_trace(reading, terms)),
        omitted=found.omitted if found.is_complete else (),
        unknown=found.unknown,
        raw=found.settled,
    )
    if isinstance(rule, CountYes) and rule.unknown_codes:
        result = _with_ceiling(reading, rule, result, terms)
    return banded(reading, rule, result, rule.bands) if isinstance(rule, _BANDED) else result


def mean(reading: Reading, rule: MeanScaled) -> RuleResult:
    """The mean of the valid items times the factor, exactly. Bounds are the completed form's."""
    terms = terms_of(reading.definition, rule)
    asked = [item for item in rule.items if item in reading.shown]
    valid = [item for item in asked if item in reading.asked]
    found = tallied(reading, terms)
    if found.ends is None:
        return reading.empty(rule, "invalid-input")
    enough = len(valid) >= rule.min_valid and not reading.scope_missing
    low, high = (exact(Fraction(end * rule.factor, max(len(asked), 1))) for end in found.ends)
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status="computed" if enough else "incomplete",
        value=exact(Fraction(found.settled * rule.factor, len(valid))) if enough else None,
        min=low,
        max=high,
        missing=found.missing,
        trace=tuple(_trace(reading, terms)),
    )


def published(reading: Reading, rule: PublishedTable) -> RuleResult:
    """A sum with unknowns, read from the organisation's table. No formula stands in for it."""
    source = reading.earlier[rule.of]
    if source.status == "computed":
        whole = replace(source, id=rule.id, sha256=rule_sha256(reading.definition, rule))
        return banded(reading, rule, replace(whole, band=None), rule.bands)
    result = replace(
        source, id=rule.id, sha256=rule_sha256(reading.definition, rule), band=None, value=None
    )
    if source.missing or source.raw is None or len(source.unknown) > rule.most_unknown:
        return result
    table = reading.supplied.tables.get(rule.table)
    if not isinstance(table, Proration):
        return replace(result, status="table-missing")
    result = replace(result, table=table.id, table_sha256=table_sha256(table))
    items = len(terms_of(reading.definition, cast("WeightedSum", reading.definition.rule(rule.of))))
    if not is_possible(source.raw, len(source.unknown), items):
        return reading.empty(rule, "invalid-input")
    total = prorated(table, source.raw, len(source.unknown))
    if total is None:
        return replace(result, status="table-missing")
    return banded(reading, rule, replace(result, status="computed", value=total), rule.bands)


def bands(reading: Reading, rule: Bands) -> RuleResult:
    """The band of an earlier number, only when there is one."""
    source = reading.earlier[rule.of]
    if source.status != "computed" or isinstance(source.value, bool | str | None):
        return reading.empty(rule, source.status, source.missing)
    found = replace(reading.empty(rule, "computed"), value=source.value)
    return replace(banded(reading, rule, found, rule.table), value=None)


def banded(reading: Reading, rule: Rule, result: RuleResult, table: str | None) -> RuleResult:
    """The result with its band; a computed value in no band is invalid, never the nearest band."""
    value = result.value
    if table is None or result.status != "computed" or not isinstance(value, int | Fraction):
        return result
    code = band_code(band_table(reading.definition.table, table), value)
    if code is None:
        return reading.empty(rule, "invalid-input")
    return replace(result, band=Band(table, code))


def stated(reading: Reading, rule: Rule, result: RuleResult, value: int) -> RuleResult:
    """A number that a gate's answer states, in place of a computed one."""
    result = replace(result, value=value, min=value, max=value)
    return banded(reading, rule, result, band_table_of(rule))


def exact(value: Fraction) -> Number:
    """A whole number as such, anything else as a fraction. Never a float."""
    return value.numerator if value.denominator == 1 else value


_BANDED = (WeightedSum, CountYes)


def _only_when(reading: Reading, rule: WeightedSum, condition: str) -> RuleResult | None:
    """Defined only for persons of whom an earlier rule is true."""
    met = value_of(reading.earlier, condition)
    if met is None:
        earlier = reading.earlier[condition]
        status = "incomplete" if earlier.status == "undecided" else earlier.status
        return reading.empty(rule, status, earlier.missing)
    return None if met else reading.empty(rule, "out-of-scope")


def _with_ceiling(
    reading: Reading, rule: CountYes, result: RuleResult, terms: tuple[Term, ...]
) -> RuleResult:
    """How many yes there could be at most, had those who do not know known."""
    names = {term.name for term in terms}
    doubted = tuple(
        item for item, code in reading.asked.items() if item in names and code in rule.unknown_codes
    )
    sure = {item: code for item, code in reading.known.items() if item not in doubted}
    open_terms = [
        Points(term.item, term.by_code, tuple(rule.unknown_codes))
        for term in terms
        if isinstance(term, Points)
    ]
    ends = bounds(reading.definition, open_terms, sure)
    return replace(result, unknown=doubted, ceiling=None if ends is None else ends[1])


def _trace(reading: Reading, terms: tuple[Term, ...]) -> Iterator[TraceLine]:
    """Every answer that the number was made of."""
    for term in terms:
        low, high = term.ends(reading.known, reading.shown)
        if isinstance(term, Points):
            code = reading.asked.get(term.item.id)
            if code is not None:
                yield TraceLine(term.item.id, code, low if low == high else 0)
        elif low == high and any(item in reading.shown for item in term.items):
            yield TraceLine(term.items[0], reading.asked.get(term.items[0], ""), low, term.name)
