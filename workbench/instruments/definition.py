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
from workbench.instruments.edges import number_edges, reason_items
from workbench.instruments.item_tables import ItemTable
from workbench.instruments.item_values import fits
from workbench.instruments.label_tables import ColumnLabel, LabelsTable
from workbench.instruments.rule_tables import Rule
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Condition, Evidence, InstrumentClass, ItemType, Kind

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
CODES = "codes"
"""The name of the answer set of an SPJ worksheet's presence codes."""
ANYTHING = "*"
"""Stands for whatever could be written where there are no codes to go through."""


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
    within_months: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A question or factor.

    `completions`: every code that it could still come to have; of a number, one for each stretch
    between its edges. `is_reason`: it only gives the reason of another answer.
    """

    id: str
    number: str
    section: str
    labels: Mapping[Language, str]
    label_evidence: Mapping[Language, Evidence]
    choices: tuple[Choice, ...]
    states: tuple[OfferedState, ...]
    scored: bool
    conditions: tuple[Condition, ...]
    completions: tuple[str, ...] = ()
    type: ItemType = "choice"
    lowest: int = 0
    highest: int = 0
    is_reason: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)

    def accepts(self, text: str) -> bool:
        """Whether this can be stored as a sound value of the item."""
        return fits(self.type, text, self.codes, (self.lowest, self.highest))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Definition:
    """One version of one instrument. Equal only to itself, so that it can be a cache's key."""

    table: DefinitionTable
    labels: Mapping[Language, LabelsTable]
    items: tuple[Item, ...]
    columns: tuple[Column, ...]
    by_id: Mapping[str, Item]
    sha256: str
    source: Mapping[str, Any]
    origin: Literal["shipped", "local"] = "shipped"

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

    def rule(self, name: str) -> Rule:
        """The rule with this id, which the checks have seen to be there."""
        return next(rule for rule in self.table.rules if rule.id == name)

    def title(self, lang: Language) -> str:
        return self.labels[lang].title

    def section_label(self, section: str, lang: Language) -> str:
        return self.labels[lang].sections[section]

    def band_label(self, table: str, code: str, lang: Language) -> str:
        return self.labels[lang].bands[table][code]

    def rule_label(self, rule: str, lang: Language) -> str:
        """What a rule is called; nothing where it needs no name."""
        return self.labels[lang].rules.get(rule, "")


def build(
    table: DefinitionTable,
    labels: Mapping[Language, LabelsTable],
    *,
    sha256: str,
    source: Mapping[str, Any],
) -> Definition:
    """The definition of a table. What lacks a label is called by its id; the checks refuse that."""
    items = _items(table, labels)
    columns = tuple(
        Column(
            id=column.id,
            labels={lang: _column(labels[lang], column.id).label for lang in labels},
            definitions={lang: _column(labels[lang], column.id).definition for lang in labels},
            within_days=column.within_days,
            within_months=column.within_months,
            optional=column.optional,
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


def set_of(item: ItemTable) -> str | None:
    """The answer set that an item's codes come from, if it has any."""
    if item.answer_set is None and item.type == "choice":
        return CODES
    return item.answer_set


def _column(labels: LabelsTable, name: str) -> ColumnLabel:
    return labels.columns.get(name, ColumnLabel(label=name, definition=name))


def _items(table: DefinitionTable, labels: Mapping[Language, LabelsTable]) -> tuple[Item, ...]:
    choices = _choices(table, labels)
    sections = {section.id: section.visible_if for section in table.sections}
    completions = completions_by_item(table)
    reasons = reason_items(table)
    return tuple(
        Item(
            id=item.id,
            number=item.number,
            section=item.section,
            labels={lang: labels[lang].items.get(item.id, item.id) for lang in labels},
            label_evidence={
                lang: labels[lang].item_evidence.get(item.id, labels[lang].evidence)
                for lang in labels
            },
            choices=choices.get(set_of(item) or "", ()),
            states=tuple(table.states if item.states is None else item.states),
            scored=item.scored,
            conditions=(*sections.get(item.section, ()), *item.visible_if),
            completions=completions[item.id],
            type=item.type,
            lowest=item.lowest or 0,
            highest=item.highest or 0,
            is_reason=item.id in reasons,
        )
        for item in table.items
    )


def _choices(
    table: DefinitionTable, labels: Mapping[Language, LabelsTable]
) -> dict[str, tuple[Choice, ...]]:
    def label(lang: Language, answers: str, code: str) -> str:
        return labels[lang].choices.get(answers, {}).get(code, code)

    return {
        answers: tuple(
            Choice(code, {lang: label(lang, answers, code) for lang in labels}) for code in codes
        )
        for answers, codes in code_sets(table).items()
    }


def completions_by_item(table: DefinitionTable) -> dict[str, tuple[str, ...]]:
    """Item id -> every code it can have; of a number one for each stretch, a state as a code."""
    sets, edges = code_sets(table), number_edges(table)
    found: dict[str, tuple[str, ...]] = {}
    for item in table.items:
        codes = list(sets.get(set_of(item) or "", ()))
        if item.type == "number":
            codes = [str(number) for number in edges[item.id]] + codes
        elif item.type != "choice":
            codes = [ANYTHING]
        states = table.states if item.states is None else item.states
        if "not-applicable" in states and "not-applicable" not in codes:
            codes.append("not-applicable")
        found[item.id] = tuple(codes)
    return found
