# SPDX-License-Identifier: EUPL-1.2
"""Every thing that is shown has a label, and nothing else is labelled."""

from collections.abc import Iterable, Iterator, Mapping

from workbench.instruments import errors
from workbench.instruments.definition import Language, code_sets
from workbench.instruments.errors import Fault
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.rule_tables import Matrix, MaxSeverity, UpwardOverride
from workbench.instruments.schema import DefinitionTable


def label_faults(table: DefinitionTable, labels: LabelsTable) -> list[Fault]:
    """What one language's labels lack, and what they label that does not exist."""
    return [
        Fault(path, errors.LabelError(name=path))
        for expected, given in (_flat(table, labels), _nested(table, labels))
        for path in sorted(_difference(expected, given))
    ] + _strangers(table, labels)


def uneven_labels(labels: LabelsTable, every: Mapping[Language, LabelsTable]) -> Iterator[Fault]:
    """What another language tells and this one does not."""
    for part in ("purpose", "population", "rights"):
        told = any(getattr(other, part) is not None for other in every.values())
        if told and getattr(labels, part) is None:
            yield Fault(part, errors.LabelError(name=part))
    for part in ("not_for", "method_notes"):
        if any(len(getattr(other, part)) > len(getattr(labels, part)) for other in every.values()):
            yield Fault(part, errors.LabelError(name=part))


def _difference(
    expected: Mapping[str, Iterable[str]], given: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    for part in {**expected, **given}:
        for name in set(expected.get(part, ())) ^ set(given.get(part, ())):
            yield f"{part}.{name}"


def _flat(
    table: DefinitionTable, labels: LabelsTable
) -> tuple[dict[str, list[str]], dict[str, Iterable[str]]]:
    levels = {level for conclusion in table.conclusions for level in conclusion.levels}
    expected = {
        "sections": [section.id for section in table.sections],
        "items": [item.id for item in table.items],
        "time_windows": [window.id for window in table.time_windows],
        "columns": [column.id for column in table.columns],
        "steps": table.steps,
        "extra_factor_rows": table.extra_factor_rows,
        "procedure": table.procedure,
        "conclusions": [conclusion.id for conclusion in table.conclusions],
        "levels": sorted(levels),
        "rules": _rules(table),
        "flags": [flag.id for flag in table.flags],
        "profiles": [profile.id for profile in table.profiles],
        "endpoints": [item.id for item in table.items if item.type == "ratings"],
        "relevance": [] if table.relevance is None else table.relevance.codes,
        "column_questions": [q for column in table.columns for q in column.questions],
        "header": table.header,
        "scenario_fields": table.scenario_fields,
        "domains": [domain for scheme in table.management for domain in scheme.domains],
        "roles": [] if table.persons is None else table.persons.roles,
    }
    given = {part: getattr(labels, part) for part in expected}
    inside = {rule.id for rule in table.rules if rule.internal}
    given["rules"] = [name for name in labels.rules if name not in inside]
    return expected, given


def _rules(table: DefinitionTable) -> list[str]:
    """With one rule the instrument's title is enough."""
    shown = [rule.id for rule in table.rules if not rule.internal]
    return shown if len(shown) > 1 else []


def _nested(
    table: DefinitionTable, labels: LabelsTable
) -> tuple[dict[str, list[str]], dict[str, Iterable[str]]]:
    expected = {f"choices.{name}": codes for name, codes in code_sets(table).items()}
    for bands in table.band_tables:
        expected[f"bands.{bands.id}"] = [row.code for row in bands.rows]
    for rule in table.rules:
        if isinstance(rule, MaxSeverity):
            expected[f"bands.{rule.id}"] = [*rule.levels, rule.none]
        elif isinstance(rule, UpwardOverride):
            expected[f"bands.{rule.id}"] = rule.scale
        elif isinstance(rule, Matrix):
            expected[f"bands.{rule.table}"] = rule.levels
    given: dict[str, Iterable[str]] = {f"choices.{n}": c for n, c in labels.choices.items()}
    given |= {f"bands.{name}": rows for name, rows in labels.bands.items()}
    return expected, given


def _strangers(table: DefinitionTable, labels: LabelsTable) -> list[Fault]:
    items = {item.id for item in table.items}
    strangers = sorted(labels.item_evidence.keys() - items)
    paths = [f"item_evidence.{name}" for name in strangers]
    return [Fault(path, errors.LabelError(name=path)) for path in paths]
