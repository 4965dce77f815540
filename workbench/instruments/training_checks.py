# SPDX-License-Identifier: EUPL-1.2
"""Whether a training case fits the forms that it teaches, in every place and every language."""

from collections.abc import Iterable, Iterator, Mapping

from workbench.instruments import training_errors as errors
from workbench.instruments.definition import Definition, Item, Language
from workbench.instruments.errors import Fault
from workbench.instruments.training_tables import (
    CaseTable,
    CaseWords,
    FormTable,
    FormWords,
    TeachingTable,
)
from workbench.instruments.worksheet_tables import ConclusionTable


def table_faults(case: CaseTable, forms: Mapping[str, Definition]) -> Iterator[Fault]:
    """What is wrong with the codings. `forms`: those that are here, by instrument."""
    for at, form in enumerate(case.forms):
        definition, path = forms.get(form.instrument), f"forms[{at}]"
        if definition is None or definition.sha256 != form.sha256:
            named = f"{form.instrument}@{form.version}"
            yield Fault(path, errors.TrainingDefinitionChangedError(form=named))
            continue
        yield from _codings(form, definition, path)
        yield from _levels(form, definition, path)
    yield from _people(case, forms)
    yield from _citations(case)


def words_faults(
    case: CaseTable, words: CaseWords, forms: Mapping[str, Definition], lang: Language
) -> Iterator[Fault]:
    """What lacks its words, or has words without being there."""
    yield from _same("sources", [source.number for source in case.sources], words.sources, lang)
    yield from _same("people", [person.id for person in case.people], words.people, lang)
    yield from _same("forms", [form.instrument for form in case.forms], words.forms, lang)
    for source in case.sources:
        told = words.sources.get(source.number)
        if told is not None and len(told.pages) != source.pages:
            yield _words(f"sources.{source.number}.pages", lang)
    for name in ("story", "mistakes", "plan"):
        if not getattr(words, name):
            yield _words(name, lang)
    for form in case.forms:
        said, definition = words.forms.get(form.instrument), forms.get(form.instrument)
        if said is not None and definition is not None:
            yield from _form_words(form, said, definition, lang)


def _codings(form: FormTable, definition: Definition, path: str) -> Iterator[Fault]:
    for name, teaching in form.codings.items():
        where = f"{path}.codings.{name}"
        item = definition.by_id.get(name)
        if item is None:
            yield Fault(where, errors.UnknownTrainingItemError(named=where))
        else:
            yield from _coding(teaching, item, definition, where)
    for item in definition.items:
        if item.id not in form.codings:
            where = f"{path}.codings.{item.id}"
            yield Fault(where, errors.TrainingIncompleteError(named=where))


def _coding(
    teaching: TeachingTable, item: Item, definition: Definition, where: str
) -> Iterator[Fault]:
    if definition.columns:
        yield from _columns(teaching, item, definition, where)
    elif not _is_answer(teaching, item):
        yield _wrong(where)
    yield from _marks(teaching, definition, where)


def _columns(
    teaching: TeachingTable, item: Item, definition: Definition, where: str
) -> Iterator[Fault]:
    if teaching.answer is not None or teaching.state != "value":
        yield _wrong(where)
    known = {column.id: column for column in definition.columns}
    for column, code in teaching.codes.items():
        if column not in known:
            yield Fault(where, errors.UnknownTrainingItemError(named=f"{where}.{column}"))
        elif code not in item.codes:
            yield _wrong(f"{where}.{column}")
    for column, shape in known.items():
        if column not in teaching.codes and not shape.optional:
            named = f"{where}.{column}"
            yield Fault(where, errors.TrainingIncompleteError(named=named))


def _is_answer(teaching: TeachingTable, item: Item) -> bool:
    """A value of the item, or a state that the form offers; not yet asked is always possible."""
    if teaching.codes or (teaching.answer is not None) != (teaching.state == "value"):
        return False
    if teaching.answer is not None:
        return item.accepts(teaching.answer)
    return teaching.state in (*item.states, "unanswered")


def _marks(teaching: TeachingTable, definition: Definition, where: str) -> Iterator[Fault]:
    table = definition.table
    offered: list[str | None] = [*table.relevance.codes] if table.relevance is not None else []
    if teaching.relevance not in (offered or [None]):
        yield _wrong(f"{where}.relevance")
    if teaching.critical and not table.has_critical:
        yield _wrong(f"{where}.critical")


def _levels(form: FormTable, definition: Definition, path: str) -> Iterator[Fault]:
    known = {asked.id: asked for asked in definition.table.conclusions if asked.levels}
    for name, level in form.levels.items():
        where = f"{path}.levels.{name}"
        if name not in known:
            yield Fault(where, errors.UnknownTrainingItemError(named=where))
        elif level not in known[name].levels:
            yield _wrong(where)
    for name in known.keys() - form.levels.keys():
        where = f"{path}.levels.{name}"
        yield Fault(where, errors.TrainingIncompleteError(named=where))


def _people(case: CaseTable, forms: Mapping[str, Definition]) -> Iterator[Fault]:
    shapes = [d.table.persons for d in forms.values() if d.table.persons is not None]
    roles = {role for shape in shapes for role in shape.roles}
    for at, person in enumerate(case.people):
        if not set(person.roles) <= roles:
            yield _wrong(f"people[{at}].roles")


def _citations(case: CaseTable) -> Iterator[Fault]:
    """What is coded rests on a page; only what nobody asked rests on nothing."""
    pages = {source.number: source.pages for source in case.sources}
    for at, form in enumerate(case.forms):
        for name, teaching in form.codings.items():
            where = f"forms[{at}].codings.{name}.cite"
            if not teaching.cite and teaching.state != "unanswered":
                yield Fault(where, errors.TrainingCitationError(named=where))
            for cited in teaching.cite:
                number, _sign, page = cited.partition(":")
                if int(page) > pages.get(number, 0):
                    yield Fault(where, errors.TrainingCitationError(named=f"{where} {cited}"))


def _form_words(
    form: FormTable, said: FormWords, definition: Definition, lang: Language
) -> Iterator[Fault]:
    path = f"forms.{form.instrument}"
    yield from _same(f"{path}.reasons", [item.id for item in definition.items], said.reasons, lang)
    own = [c.id for c in definition.table.columns if c.definition == "by-assessor"]
    coded = {column for teaching in form.codings.values() for column in teaching.codes}
    yield from _same(f"{path}.columns", [name for name in own if name in coded], said.columns, lang)
    wanted = [asked.id for asked in definition.table.conclusions if _needs_words(asked)]
    may = {asked.id for asked in definition.table.conclusions}
    for name in [n for n in wanted if n not in said.conclusions]:
        yield _words(f"{path}.conclusions.{name}", lang)
    for name in said.conclusions.keys() - may:
        yield _words(f"{path}.conclusions.{name}", lang)


def _needs_words(asked: ConclusionTable) -> bool:
    return asked.required or bool(asked.levels)


def _same(
    path: str, wanted: Iterable[str], given: Mapping[str, object], lang: Language
) -> Iterator[Fault]:
    for name in sorted(set(wanted) ^ given.keys()):
        yield _words(f"{path}.{name}", lang)


def _words(where: str, lang: Language) -> Fault:
    return Fault(where, errors.TrainingWordsError(named=where, language=lang))


def _wrong(where: str) -> Fault:
    return Fault(where, errors.WrongTrainingCodeError(named=where))
