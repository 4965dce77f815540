# SPDX-License-Identifier: EUPL-1.2
"""Training cases and what was practised on them, in words. Nothing is counted over the places."""

from collections.abc import Sequence

from workbench.instruments.definition import Choice
from workbench.instruments.training_cases import TrainingCase, TrainingForm
from workbench.services import labels
from workbench.services.assess import practising, worksheet_words
from workbench.services.assess.practising import Asked, Compared, PlaceKey, Practised
from workbench.ui.assess.keys import STATE_KEYS, choice_keys
from workbench.ui.assess.shapes import options, titled
from workbench.ui.assess.vms import OptionVm
from workbench.ui.practice.vms import (
    BlockVm,
    ComparedVm,
    ComparisonVm,
    OfferedVm,
    PlaceVm,
    QuestionVm,
    StoryVm,
)
from workbench.words import _, language

_NOTHING = "–"


def mark() -> str:
    """On every page of practice."""
    return _("Training story – the project's own teaching material, not validated")


def not_kept() -> str:
    """What becomes of what is coded here."""
    return _("Nothing you code here is kept. It is gone when you leave the page or lock.")


def nothing_kept() -> str:
    """The same, where there is little room."""
    return _("Nothing is kept.")


def offered(case: TrainingCase) -> tuple[OfferedVm, ...]:
    """A line for each form of a case."""
    words = case.words[language()]
    return tuple(
        OfferedVm(
            f"{case.id}/{form.definition.id}",
            _("{story} · {form}").format(story=words.title, form=form.definition.title(language())),
            words.summary,
        )
        for form in case.forms
    )


def story(case: TrainingCase, form: TrainingForm) -> StoryVm:
    """Everything that there is to read."""
    words, told = case.words[language()], form.words[language()]
    blocks = [BlockVm(_("The story"), tuple(words.story))]
    people = [_person(case, form, person.id) for person in case.table.people]
    if people:
        blocks.append(BlockVm(_("Who is in it"), tuple(people)))
    if told.columns:
        covers = {c.id: c.labels[language()] for c in form.definition.columns}
        said = [f"{covers[name]}: {text}" for name, text in told.columns.items()]
        blocks.append(BlockVm(_("What the time columns cover"), tuple(said)))
    for source in case.table.sources:
        told_there = words.sources[source.number]
        for page, text in enumerate(told_there.pages, start=1):
            heading = _("Source {number}, page {page}. {title}").format(
                number=source.number, page=page, title=told_there.title
            )
            blocks.append(BlockVm(heading, tuple(text.strip().split("\n"))))
    return StoryVm(words.title, form.definition.title(language()), tuple(blocks))


def question(form: TrainingForm, practised: Practised, key: PlaceKey) -> QuestionVm:
    """The place in front among those that are asked now."""
    asked = practising.places(form, practised)
    at = next((n for n, each in enumerate(asked) if each.key == key), 0)
    front = asked[at]
    return QuestionVm(
        key=front.key,
        where=_("{n} of {all}").format(n=at + 1, all=len(asked)),
        text=text_of(form, front),
        column=_column(form, front),
        options=_options(form, front),
        chosen=practised.get(front.key, ""),
        places=tuple(
            PlaceVm(each.key, _line(form, each, practised.get(each.key, ""))) for each in asked
        ),
        is_first=at == 0,
        is_last=at == len(asked) - 1,
    )


def comparison(case: TrainingCase, form: TrainingForm, practised: Practised) -> ComparisonVm:
    """Place by place, then what people often get wrong and what was planned."""
    words = case.words[language()]
    told = form.words[language()]
    named = {asked.id: asked for asked in form.definition.table.conclusions if not asked.levels}
    fields = form.definition.labels[language()].conclusions
    said = [f"{fields[name]}: {text}" for name, text in told.conclusions.items() if name in named]
    blocks = [
        BlockVm(_("Also concluded"), tuple(said)),
        BlockVm(_("Frequent mistakes"), tuple(words.mistakes)),
        BlockVm(_("The plan, whatever the level"), tuple(words.plan)),
    ]
    found = practising.compare(form, practised)
    return ComparisonVm(
        tuple(_compared(form, each) for each in found),
        tuple(block for block in blocks if block.said),
    )


def text_of(form: TrainingForm, asked: Asked) -> str:
    """What is asked at a place."""
    if asked.item is not None:
        return titled(asked.item)
    return form.definition.labels[language()].conclusions[asked.key[1]]


def _person(case: TrainingCase, form: TrainingForm, name: str) -> str:
    """Who it is, and the roles in the collective in the method's words."""
    told = case.words[language()].people[name]
    person = next(each for each in case.table.people if each.id == name)
    roles = form.definition.labels[language()].roles
    named = [roles[role] for role in person.roles if role in roles]
    return f"{told} ({', '.join(named).lower()})" if named else told


def _column(form: TrainingForm, asked: Asked) -> str:
    """What the column covers; where the assessor says it, as this story says it."""
    if asked.is_relevance:
        return _("Relevance: what the factor means for the risk in this story")
    if asked.column is None:
        is_level = asked.conclusion is not None and asked.conclusion.if_no_measures
        return _("If no measures are taken") if is_level else ""
    stated = asked.column.definitions[language()]
    covers = form.words[language()].columns.get(asked.column.id, stated)
    return _("{column}: {definition}").format(
        column=asked.column.labels[language()], definition=covers
    )


def _options(form: TrainingForm, asked: Asked) -> tuple[OptionVm, ...]:
    labels_of, table = form.definition.labels, form.definition.table
    if asked.is_relevance and table.relevance is not None:
        steps = table.relevance.codes
        return _keyed([Choice(s, {lang: labels_of[lang].relevance[s] for lang in labels_of})
                       for s in steps])  # fmt: skip
    if asked.item is not None:
        return options(asked.item)
    levels = asked.conclusion.levels if asked.conclusion is not None else []
    return _keyed([Choice(level, {lang: labels_of[lang].levels[level] for lang in labels_of})
                   for level in levels])  # fmt: skip


def _keyed(choices: Sequence[Choice]) -> tuple[OptionVm, ...]:
    keys = choice_keys(choices, language())
    return tuple(
        OptionVm(choice.code, choice.labels[language()], key)
        for choice, key in zip(choices, keys, strict=True)
    )


def _line(form: TrainingForm, asked: Asked, code: str) -> str:
    where = _where(form, asked)
    if not code:
        return where
    return _("{place}: {said}").format(place=where, said=_short(form, asked, code))


def _where(form: TrainingForm, asked: Asked) -> str:
    text = text_of(form, asked)
    if asked.is_relevance:
        return _("{factor} · {column}").format(factor=text, column=_("Relevance"))
    if asked.column is None or len(form.definition.columns) == 1:
        return text
    return _("{factor} · {column}").format(factor=text, column=asked.column.labels[language()])


def _compared(form: TrainingForm, found: Compared) -> ComparedVm:
    words = {
        "same": _("Same"),
        "different": _("Different"),
        "not-coded": _("Not coded"),
    }
    return ComparedVm(
        where=_where(form, found.asked),
        own=_short(form, found.asked, found.own) if found.own else _NOTHING,
        teaching=_short(form, found.asked, found.teaching),
        said=words[found.sameness],
        sameness=found.sameness,
        why=tuple(_why(form, found)),
    )


def _why(form: TrainingForm, found: Compared) -> list[str]:
    told = form.words[language()]
    own, teaching = (_said(form, found.asked, code) for code in (found.own, found.teaching))
    lines = [
        _("You: {said}").format(said=own),
        _("Teaching coding: {said}").format(said=teaching),
    ]
    if found.asked.item is None:
        return [*lines, told.conclusions[found.asked.key[1]]]
    lines.append(told.reasons[found.asked.item.id])
    if found.is_critical:
        lines.append(_("Marked critical"))
    places = [worksheet_words.cited(number, page, _) for number, page in found.cited]
    if places:
        lines.append(_("Rests on: {places}").format(places="; ".join(places)))
    return lines


def _short(form: TrainingForm, asked: Asked, code: str) -> str:
    """For the table: a presence code as the worksheet prints it, else the words."""
    return code if asked.column is not None and code else _said(form, asked, code)


def _said(form: TrainingForm, asked: Asked, code: str) -> str:
    """What was said, in the instrument's own words."""
    if not code:
        is_coded = asked.item is None or asked.column is not None or asked.is_relevance
        return _("Not yet coded") if is_coded else labels.answer_state("unanswered", _)
    state = next((state for state in STATE_KEYS if state == code), None)
    if state is not None:
        return labels.answer_state(state, _)
    named = {option.code: option.label for option in _options(form, asked)}
    return f"{code} {named[code]}" if asked.column is not None else named[code]
