# SPDX-License-Identifier: EUPL-1.2
"""Every thing that is shown has a label, and nothing else is labelled."""

from collections.abc import Iterable, Iterator, Mapping

from workbench.instruments import errors
from workbench.instruments.definition import code_sets
from workbench.instruments.errors import Fault
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.schema import DefinitionTable


def label_faults(table: DefinitionTable, labels: LabelsTable) -> list[Fault]:
    """What one language's labels lack, and what they label that does not exist."""
    return [
        Fault(path, errors.LabelError(name=path))
        for expected, given in (_flat(table, labels), _nested(table, labels))
        for path in sorted(_difference(expected, given))
    ] + _strangers(table, labels)


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
    }
    return expected, {part: getattr(labels, part) for part in expected}


def _nested(
    table: DefinitionTable, labels: LabelsTable
) -> tuple[dict[str, list[str]], dict[str, Iterable[str]]]:
    expected = {f"choices.{name}": codes for name, codes in code_sets(table).items()}
    for bands in table.band_tables:
        expected[f"bands.{bands.id}"] = [row.code for row in bands.rows]
    given: dict[str, Iterable[str]] = {f"choices.{n}": c for n, c in labels.choices.items()}
    given |= {f"bands.{name}": rows for name, rows in labels.bands.items()}
    return expected, given


def _strangers(table: DefinitionTable, labels: LabelsTable) -> list[Fault]:
    items = {item.id for item in table.items}
    strangers = sorted(labels.item_evidence.keys() - items)
    paths = [f"item_evidence.{name}" for name in strangers]
    return [Fault(path, errors.LabelError(name=path)) for path in paths]
