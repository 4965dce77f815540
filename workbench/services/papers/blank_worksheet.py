# SPDX-License-Identifier: EUPL-1.2
"""The Arksida on paper: all factors with a box for each code in each time column."""

from collections.abc import Iterator
from typing import Literal

from workbench.instruments.definition import Definition, Language
from workbench.services.assess import worksheet_words
from workbench.services.assess.answer_keys import spoken
from workbench.services.documents.blank import BlankColumn, BlankGroup, BlankWorksheet, Box
from workbench.words import speech

_OWN_FACTORS, _MANY = 2, 3


def blank_worksheet(definition: Definition, language: Language) -> BlankWorksheet:
    """Codes as the worksheet prints them, never a number; own factors have empty lines."""
    words, table = definition.labels[language], definition.table
    return BlankWorksheet(
        columns=tuple(_columns(definition, language)),
        groups=tuple(_groups(definition, language)),
        head=tuple(words.header.get(name, name) for name in table.header),
        people=tuple(_people(definition, language)),
        procedure=tuple(words.procedure.get(name, name) for name in table.procedure),
    )


def _people(definition: Definition, language: Language) -> Iterator[str]:
    """A line for each person that the method speaks of; several where it says many."""
    _, persons = speech(language), definition.table.persons
    if persons is None:
        return
    yield from [worksheet_words.part("perpetrator", _)] * _lines(persons.perpetrators)
    yield from [worksheet_words.part("victim", _)] * _lines(persons.victims)
    if persons.network:
        yield from [worksheet_words.part("other", _)] * _MANY


def _lines(number: Literal["one", "many"]) -> int:
    return _MANY if number == "many" else 1


def _columns(definition: Definition, language: Language) -> Iterator[BlankColumn]:
    _, table = speech(language), definition.table
    choices = definition.items[0].choices
    codes = tuple(Box(choice.code, spoken(choice, language)) for choice in choices)
    for column in definition.columns:
        yield BlankColumn(column.labels[language], column.definitions[language], codes)
    if table.relevance is not None:
        steps = definition.labels[language].relevance
        named = [steps.get(code, code) for code in table.relevance.codes]
        yield BlankColumn(_("Relevance"), "", tuple(Box("", label) for label in named))
    marks = [_("Critical")] if table.has_critical else []
    marks.append(_("Provisional"))
    yield BlankColumn(_("Marks"), "", tuple(Box("", label) for label in marks))


def _groups(definition: Definition, language: Language) -> Iterator[BlankGroup]:
    for section in dict.fromkeys(item.section for item in definition.items):
        factors = [
            (item.number, item.labels[language])
            for item in definition.items
            if item.section == section
        ]
        yield BlankGroup(definition.section_label(section, language), tuple(factors))
    labels = definition.labels[language].extra_factor_rows
    for group in definition.table.extra_factor_rows:
        yield BlankGroup(labels.get(group, group), (("", ""),) * _OWN_FACTORS)
