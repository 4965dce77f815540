# SPDX-License-Identifier: EUPL-1.2
"""The rule gate: which rules compute as shipped, and the hash that a confirmation is bound to."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.instruments.definition import Definition, Item
from workbench.instruments.item_tables import BandTable, RecodeTable
from workbench.instruments.references import band_table_of, inherited, recode_of, watched
from workbench.instruments.rule_tables import (
    ProfileCounts,
    RaterScale,
    Rule,
    SpjCoding,
    Threshold,
    WeightedSum,
)
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Evidence

Confirmed = Mapping[str, str]
"""Rule id -> the rule hash that a method owner confirmed."""
NOT_CONFIRMED: Confirmed = {}
NOTHING_COMPUTED = (SpjCoding, ProfileCounts, RaterScale)
"""What stands behind no gate, because it gives no number and no level."""


@lru_cache(maxsize=1024)
def _sha256(definition: Definition, name: str) -> str:
    return hashlib.sha256(canonical_bytes(_content(definition, definition.rule(name)))).hexdigest()


def rule_sha256(definition: Definition, rule: Rule) -> str:
    """Hash of everything that decides the number: change any of it and a confirmation is void.

    Labels, wording and evidence marks are not part of it.
    """
    return _sha256(definition, rule.id)


def _content(definition: Definition, rule: Rule) -> Any:  # noqa: ANN401  any JSON value
    table = definition.table
    content: dict[str, Any] = {
        "instrument": table.id,
        "version": table.version,
        "rule": msgspec.to_builtins(rule),
        "bands": [msgspec.to_builtins(bands) for bands in _bands_of(table, rule)],
        "missing": msgspec.to_builtins(table.missing),
        "validations": [msgspec.to_builtins(v) for v in table.validations],
        "items": {item.id: _item(item) for item in definition.by_id.values()},
        "of": _sha256(definition, rule.of) if isinstance(rule, Threshold) else "",
    }
    names = () if isinstance(rule, Threshold) else inherited(rule)
    added = {
        "recode": [msgspec.to_builtins(recode) for recode in _recodes_of(table, rule)],
        "uses": {name: _sha256(definition, name) for name in (*names, *watched(rule))},
        "population": msgspec.to_builtins(table.population),
    }
    return _without_marks(content | {key: part for key, part in added.items() if part})


def _item(item: Item) -> dict[str, Any]:
    """What an answer can be. A choice says no more than it always has."""
    said: dict[str, Any] = {
        "codes": list(item.codes if item.type != "choice" else item.completions),
        "scored": item.scored,
        "visible_if": [msgspec.to_builtins(c) for c in item.conditions],
    }
    if item.type != "choice":
        said |= {"type": item.type, "lowest": item.lowest, "highest": item.highest}
    return said


def weakest_mark(table: DefinitionTable, rule: Rule) -> tuple[Evidence, bool]:
    """(weakest evidence, whether any part is only known second hand) over the rule's parts.

    Derived parts weigh nothing: they are arithmetic on the others, or our own behaviour.
    """
    rules = {each.id: each for each in table.rules}
    parts: list[Any] = [rule, *_bands_of(table, rule), *_recodes_of(table, rule)]
    parts += [part for part in (table.missing, table.population) if part is not None]
    parts += rule.adjustments if isinstance(rule, WeightedSum) else []
    marks = [(part.evidence, part.secondary) for part in parts]
    marks += [weakest_mark(table, rules[name]) for name in inherited(rule) if name in rules]
    evidence: Evidence = rule.evidence
    if any(mark == "recalled" for mark, _secondary in marks):
        evidence = "recalled"
    elif any(mark == "seen" for mark, _secondary in marks):
        evidence = "seen"
    return evidence, any(secondary for _mark, secondary in marks)


def needs_confirmation(table: DefinitionTable, rule: Rule) -> bool:
    """Whether the rule is computed only once a method owner has confirmed it."""
    evidence, secondary = weakest_mark(table, rule)
    return not isinstance(rule, NOTHING_COMPUTED) and (evidence == "recalled" or secondary)


def is_closed(definition: Definition, rule: Rule, confirmed: Confirmed) -> bool:
    """Whether the gate stands before this rule: unconfirmed, or confirmed with another content."""
    if not needs_confirmation(definition.table, rule):
        return False
    return confirmed.get(rule.id) != rule_sha256(definition, rule)


def assume_confirmed(definition: Definition) -> Confirmed:
    """As if the method owner had confirmed every rule just as it is shipped."""
    return {rule.id: rule_sha256(definition, rule) for rule in definition.rules}


def _bands_of(table: DefinitionTable, rule: Rule) -> list[BandTable]:
    name = band_table_of(rule)
    return [] if name is None else [bands for bands in table.band_tables if bands.id == name]


def _recodes_of(table: DefinitionTable, rule: Rule) -> list[RecodeTable]:
    name = recode_of(rule)
    return [] if name is None else [recode for recode in table.recodes if recode.id == name]


def _without_marks(part: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(part, dict):
        marks = ("evidence", "secondary")
        return {key: _without_marks(inner) for key, inner in part.items() if key not in marks}
    if isinstance(part, list):
        return [_without_marks(inner) for inner in part]
    return part
