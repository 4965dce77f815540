# SPDX-License-Identifier: EUPL-1.2
"""A sound definition as the program uses it: items with labels, choices, columns, rules.

Built by `loader` from files without faults. Labels are short project labels, never the official
wording; `Item.label_evidence` says how well each is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workbench.domain.assessments import InstrumentPin
from workbench.instruments.answers import OfferedState
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.rule_tables import Rule
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Condition, Evidence, InstrumentClass, Kind

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
CODES = "codes"
"""The name of the answer set of an SPJ worksheet's presence codes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be given. The code is what is stored, never the label."""

    code: str
    labels: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A time column of a worksheet."""

    id: str
    labels: Mapping[Language, str]
    definitions: Mapping[Language, str]
    within_days: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """A question or factor."""

    id: str
    number: str
    section: str
    labels: Mapping[Language, str]
    label_evidence: Mapping[Language, Evidence]
    choices: tuple[Choice, ...]
    states: tuple[OfferedState, ...]
    scored: bool
    conditions: tuple[Condition, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)

    @property
    def completions(self) -> tuple[str, ...]:
        """Every code that this item could still come to have."""
        if "not-applicable" in self.states and "not-applicable" not in self.codes:
            return (*self.codes, "not-applicable")
        return self.codes


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of one instrument."""

    table: DefinitionTable
    labels: Mapping[Language, LabelsTable]
    items: tuple[Item, ...]
    columns: tuple[Column, ...]
    by_id: Mapping[str, Item]
    sha256: str
    source: Mapping[str, Any]

    @property
    def id(self) -> str:
        return self.table.id

    @property
    def version(self) -> str:
        return self.table.version

    @property
    def kind(self) -> Kind:
        return self.table.kind

    @property
    def class_(self) -> InstrumentClass:
        return self.table.class_

    @property
    def pin(self) -> InstrumentPin:
        return InstrumentPin(self.id, self.version, self.sha256)

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(self.table.rules)

    def title(self, lang: Language) -> str:
        return self.labels[lang].title

    def section_label(self, section: str, lang: Language) -> str:
        return self.labels[lang].sections[section]

    def band_label(self, table: str, code: str, lang: Language) -> str:
        return self.labels[lang].bands[table][code]


def build(
    table: DefinitionTable,
    labels: Mapping[Language, LabelsTable],
    *,
    sha256: str,
    source: Mapping[str, Any],
) -> Definition:
    """The definition of checked tables (labels present, references sound)."""
    items = _items(table, labels)
    columns = tuple(
        Column(
            id=column.id,
            labels={lang: labels[lang].columns[column.id].label for lang in labels},
            definitions={lang: labels[lang].columns[column.id].definition for lang in labels},
            within_days=column.within_days,
        )
        for column in table.columns
    )
    return Definition(
        table=table,
        labels=labels,
        items=items,
        columns=columns,
        by_id={item.id: item for item in items},
        sha256=sha256,
        source=source,
    )


def code_sets(table: DefinitionTable) -> dict[str, list[str]]:
    """Answer set id -> its codes; an SPJ worksheet has one set, its presence codes."""
    sets = {answers.id: answers.codes for answers in table.answer_sets}
    if table.codes is not None:
        presence = table.codes
        sets[CODES] = [presence.present, presence.partial, presence.absent, presence.omitted]
    return sets


def _items(table: DefinitionTable, labels: Mapping[Language, LabelsTable]) -> tuple[Item, ...]:
    choices = _choices(table, labels)
    sections = {section.id: section.visible_if for section in table.sections}
    return tuple(
        Item(
            id=item.id,
            number=item.number,
            section=item.section,
            labels={lang: labels[lang].items[item.id] for lang in labels},
            label_evidence={
                lang: labels[lang].item_evidence.get(item.id, labels[lang].evidence)
                for lang in labels
            },
            choices=choices[item.answer_set or CODES],
            states=tuple(table.states if item.states is None else item.states),
            scored=item.scored,
            conditions=(*sections[item.section], *item.visible_if),
        )
        for item in table.items
    )


def _choices(
    table: DefinitionTable, labels: Mapping[Language, LabelsTable]
) -> dict[str, tuple[Choice, ...]]:
    return {
        answers: tuple(
            Choice(code, {lang: labels[lang].choices[answers][code] for lang in labels})
            for code in codes
        )
        for answers, codes in code_sets(table).items()
    }
