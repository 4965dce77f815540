# SPDX-License-Identifier: EUPL-1.2
"""What a worksheet holds beside its codes, in words for paper. Nothing is counted."""

from collections.abc import Iterable, Iterator, Mapping

from workbench.domain.worksheets import Citation, YesNo
from workbench.instruments.answers import ItemCoding
from workbench.instruments.definition import Column, Definition
from workbench.services.assess import worksheet_words as words
from workbench.services.assess import worksheets
from workbench.services.assess.results import Outcome
from workbench.services.documents import FactorRow
from workbench.services.papers.shared import Writing

Lines = tuple[tuple[str, str], ...]
"""Label and text."""


def noted(writing: Writing, shown: Outcome, item: str) -> str:
    """The note of a factor, with its marks and their reasons under it."""
    _ = writing.speech
    mark, said = shown.sheet.beside.marks.get(item), [shown.sheet.notes.get(item, "")]
    if mark is not None:
        steps, named = shown.definition.labels[writing.language].relevance, words.fields(_)
        told = (
            (named["relevance"], steps.get(mark.relevance, ""), mark.relevance_because),
            (named["critical"], words.yes_no(mark.critical, _), ""),
            (named["provisional"], words.yes_no(mark.provisional, _), mark.provisional_because),
        )
        said += [f"{label}: {so}, {why}".removesuffix(", ") for label, so, why in told if so]
    return "\n".join(text for text in said if text)


def sourced(writing: Writing, shown: Outcome, item: str) -> str:
    """Where a factor's codings come from: page, quote, and the source in words."""
    cited = [_cited(writing, shown, c.value) for c in shown.sheet.beside.of_item(item)]
    return "\n".join(text for text in (*cited, shown.sheet.sources.get(item, "")) if text)


def added_factors(writing: Writing, shown: Outcome) -> tuple[FactorRow, ...]:
    """The factors of this akt alone, with the same codings."""
    groups = shown.definition.labels[writing.language].extra_factor_rows
    return tuple(
        FactorRow(
            number="",
            factor=f"{extra.label} ({groups.get(extra.group, extra.group)})",
            codes=printed(writing, shown.definition, _codes(shown, extra.record)),
            note=noted(writing, shown, extra.record),
            source=sourced(writing, shown, extra.record),
        )
        for extra in shown.sheet.beside.extras
    )


def covers(writing: Writing, shown: Outcome, column: Column) -> str:
    """What a column covers: the assessor's own words where they wrote any, and the day."""
    head = shown.sheet.heads.get(column.id)
    if head is None:
        return column.definitions[writing.language]
    asked = shown.definition.labels[writing.language].column_questions
    said = [f"{asked.get(q.field, q.field)} {words.yes_no(_yes_no(q.text), writing.speech)}"
            for q in head.questions]  # fmt: skip
    parts = (head.covers or column.definitions[writing.language], head.reference_on, *said)
    return ". ".join(part for part in parts if part)


def around(writing: Writing, shown: Outcome) -> Lines:
    """Assignment, fields, procedure, people and formulation, as far as anything was written."""
    return (*_head(writing, shown), *_people(writing, shown), *_formulated(writing, shown))


def _head(writing: Writing, shown: Outcome) -> Iterator[tuple[str, str]]:
    _, head = writing.speech, worksheets.head_of(writing.akt, shown.sheet.assessment)
    if head is None:
        return
    value, named = head.value, words.fields(_)
    labels = shown.definition.labels[writing.language]
    told = (
        (named["requester"], value.requester),
        (named["legal_basis"], value.legal_basis),
        (named["question"], value.question),
        (named["depth"], words.depth(value.depth, _)),
        (named["police_consent"], words.yes_no(value.police_consent, _)),
        *((labels.header.get(f.field, f.field), f.text) for f in value.fields),
        (
            named["procedure"],
            ", ".join(labels.procedure.get(b.field, b.field) for b in value.procedure),
        ),
        (named["procedure_note"], value.procedure_note),
    )
    yield from ((label, text) for label, text in told if text)


def _people(writing: Writing, shown: Outcome) -> Iterator[tuple[str, str]]:
    _, roles = writing.speech, shown.definition.labels[writing.language].roles
    for each in worksheets.people_of(writing.akt, shown.sheet.assessment):
        value = each.value
        parts = (value.name, value.relation, *(roles.get(r, r) for r in value.roles), value.note)
        yield words.part(value.part, _), ", ".join(part for part in parts if part)


def _formulated(writing: Writing, shown: Outcome) -> Iterator[tuple[str, str]]:
    head = worksheets.head_of(writing.akt, shown.sheet.assessment)
    if head is None:
        return
    named = words.fields(writing.speech)
    for name in ("formulation", "motivators", "disinhibitors", "destabilisers"):
        text = getattr(head.value, name)
        if text:
            yield named[name], text


def _cited(writing: Writing, shown: Outcome, value: Citation) -> str:
    columns = {c.id: c.labels[writing.language] for c in shown.definition.columns}
    incident = shown.sheet.incidents.get(value.incident)
    day = value.happened_on if incident else ""
    place = words.cited(value.source, value.page, writing.speech, incident=day)
    said = ", ".join(part for part in (place, "" if incident else value.happened_on) if part)
    quoted = value.quote or (incident.what if incident else "")
    said = f"{said}: {quoted}" if quoted else said
    return f"{columns[value.column]}, {said}" if value.column in columns else said


def _codes(shown: Outcome, item: str) -> tuple[str, ...]:
    given = shown.sheet.extras.get(item)
    codes = given.codes if isinstance(given, ItemCoding) else {}
    return tuple(
        codes[column.id].text if column.id in codes else "" for column in shown.definition.columns
    )


def printed(writing: Writing, definition: Definition, codes: Iterable[str]) -> tuple[str, ...]:
    """As the sheet prints them: one that has no sign for lacking information says it in words."""
    words = unprinted(writing, definition)
    return tuple(words.get(code, code) for code in codes)


def unprinted(writing: Writing, definition: Definition) -> Mapping[str, str]:
    """The code that the program keeps and the sheet does not have, with its meaning."""
    presence = definition.table.codes
    if presence is None or presence.omitted_printed:
        return {}
    choices = (choice for choice in definition.items[0].choices if choice.code == presence.omitted)
    return {choice.code: choice.labels[writing.language] for choice in choices}


def _yes_no(text: str) -> YesNo:
    return "yes" if text == "yes" else "no" if text == "no" else ""
