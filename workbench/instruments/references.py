# SPDX-License-Identifier: EUPL-1.2
"""What a rule names: earlier rules, items, band tables, recode tables."""

from workbench.instruments.rule_tables import (
    AgePoints,
    AnyOf,
    Bands,
    CountYes,
    Judgement,
    Matrix,
    MaxOfColumns,
    MaxSeverity,
    MeanScaled,
    NOfM,
    OrRules,
    PublishedTable,
    RaterScale,
    RecodeGate,
    RollingWindowCount,
    Rule,
    SubCount,
    Threshold,
    UpwardOverride,
    WeightedSum,
)


def inherited(rule: Rule) -> tuple[str, ...]:
    """Earlier rules whose number or band is a part of this one, so that their mark is too."""
    if isinstance(rule, Threshold | Bands | UpwardOverride | PublishedTable):
        return (rule.of,)
    if isinstance(rule, WeightedSum):
        return (*rule.plus, *([] if rule.only_when is None else [rule.only_when]))
    if isinstance(rule, Matrix):
        return tuple(side.rule for side in (rule.a, rule.b) if side.rule is not None)
    return ()


def watched(rule: Rule) -> tuple[str, ...]:
    """Earlier rules that are looked at, each behind its own gate."""
    criteria = tuple(rule.criteria) if isinstance(rule, OrRules) else ()
    return criteria if rule.gate is None else (*criteria, rule.gate)


def items_read(rule: Rule) -> tuple[str, ...]:  # noqa: C901, PLR0911  one case a primitive
    """The items that a rule itself reads."""
    if isinstance(rule, WeightedSum):
        adjusted = (adjustment.when.item for adjustment in rule.adjustments)
        return tuple(dict.fromkeys((*rule.points, *rule.items, *adjusted)))
    if isinstance(rule, MaxOfColumns):
        return tuple(column.item for column in rule.columns)
    if isinstance(rule, AgePoints):
        return (rule.birth, rule.at)
    if isinstance(rule, RollingWindowCount):
        return (rule.events, rule.anchor, *(condition.item for condition in rule.also))
    if isinstance(rule, Judgement | UpwardOverride):
        return (rule.item, rule.reason)
    if isinstance(rule, RecodeGate):
        return (rule.item,)
    if isinstance(rule, Matrix):
        return tuple(side.item for side in (rule.a, rule.b) if side.item is not None)
    if isinstance(rule, CountYes | AnyOf | NOfM | MeanScaled | SubCount | MaxSeverity | RaterScale):
        return tuple(rule.items)
    return ()


def band_table_of(rule: Rule) -> str | None:
    """The band table that a rule reads."""
    if isinstance(rule, Bands):
        return rule.table
    return rule.bands if isinstance(rule, WeightedSum | CountYes | PublishedTable) else None


def recode_of(rule: Rule) -> str | None:
    """The recode table that a rule reads."""
    return rule.recode if isinstance(rule, WeightedSum | MeanScaled) else None
