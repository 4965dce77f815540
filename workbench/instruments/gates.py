# SPDX-License-Identifier: EUPL-1.2
"""The rule gate: which rules compute as shipped, and the hash that a confirmation is bound to."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.instruments.definition import Definition
from workbench.instruments.item_tables import BandTable
from workbench.instruments.rule_tables import Rule, SpjCoding, Threshold, WeightedSum
from workbench.instruments.rules import band_table
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Evidence

Confirmed = Mapping[str, str]
"""Rule id -> the rule hash that a method owner confirmed."""
NOT_CONFIRMED: Confirmed = {}


def rule_sha256(definition: Definition, rule: Rule) -> str:
    """Hash of everything that decides the number: change any of it and a confirmation is void.

    Labels, wording and evidence marks are not part of it.
    """
    table = definition.table
    content = {
        "instrument": table.id,
        "version": table.version,
        "rule": msgspec.to_builtins(rule),
        "bands": [msgspec.to_builtins(bands) for bands in _bands_of(table, rule)],
        "missing": msgspec.to_builtins(table.missing),
        "validations": [msgspec.to_builtins(v) for v in table.validations],
        "items": {
            item.id: {
                "codes": list(item.completions),
                "scored": item.scored,
                "visible_if": [msgspec.to_builtins(c) for c in item.conditions],
            }
            for item in definition.items
        },
        "of": rule_sha256(definition, _source(table, rule)) if isinstance(rule, Threshold) else "",
    }
    return hashlib.sha256(canonical_bytes(_without_marks(content))).hexdigest()


def weakest_mark(table: DefinitionTable, rule: Rule) -> tuple[Evidence, bool]:
    """(weakest evidence, whether any part is only known second hand) over the rule's parts.

    Derived parts weigh nothing: they are arithmetic on the others, or our own behaviour.
    """
    parts: list[Any] = [rule, *_bands_of(table, rule)]
    if isinstance(rule, WeightedSum):
        parts += rule.adjustments
    marks = [(part.evidence, part.secondary) for part in parts]
    if isinstance(rule, Threshold):
        marks.append(weakest_mark(table, _source(table, rule)))
    evidence: Evidence = rule.evidence
    if any(mark == "recalled" for mark, _secondary in marks):
        evidence = "recalled"
    return evidence, any(secondary for _mark, secondary in marks)


def needs_confirmation(table: DefinitionTable, rule: Rule) -> bool:
    """Whether the rule is computed only once a method owner has confirmed it."""
    evidence, secondary = weakest_mark(table, rule)
    return not isinstance(rule, SpjCoding) and (evidence == "recalled" or secondary)


def is_closed(definition: Definition, rule: Rule, confirmed: Confirmed) -> bool:
    """Whether the gate stands before this rule: unconfirmed, or confirmed with another content."""
    if not needs_confirmation(definition.table, rule):
        return False
    return confirmed.get(rule.id) != rule_sha256(definition, rule)


def assume_confirmed(definition: Definition) -> Confirmed:
    """As if the method owner had confirmed every rule just as it is shipped."""
    return {rule.id: rule_sha256(definition, rule) for rule in definition.rules}


def _bands_of(table: DefinitionTable, rule: Rule) -> list[BandTable]:
    if isinstance(rule, Threshold | SpjCoding) or rule.bands is None:
        return []
    return [band_table(table, rule.bands)]


def _source(table: DefinitionTable, rule: Threshold) -> Rule:
    return next(other for other in table.rules if other.id == rule.of)


def _without_marks(part: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(part, dict):
        marks = ("evidence", "secondary")
        return {key: _without_marks(inner) for key, inner in part.items() if key not in marks}
    if isinstance(part, list):
        return [_without_marks(inner) for inner in part]
    return part
