# SPDX-License-Identifier: EUPL-1.2
"""Practising on training cases. Nothing of it is written down anywhere.

There is no akt, no entry and no row of working material: what a person codes for practice lives
in the page in front and is handed in here to be compared. Same or not is said of each place;
nothing is counted over the places, so that there is no result of the person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.domain.assessments import AnswerState
from workbench.instruments.answers import OFFERED_STATES, ItemAnswer
from workbench.instruments.definition import Column, Item
from workbench.instruments.forms import visible_items
from workbench.instruments.training_cases import TrainingCase, TrainingForm, load_training
from workbench.instruments.training_errors import NoTrainingCaseError
from workbench.instruments.worksheet_tables import ConclusionTable
from workbench.services.desk import Desk

RELEVANCE = "*relevance"
PlaceKey = tuple[str, str]
"""An item and a time column ("" where there are none) or `RELEVANCE`; for a level "" and its id."""
Practised = Mapping[PlaceKey, str]
"""What the person said: a code, a state, a level. What was not said is absent."""
Sameness = Literal["same", "different", "not-coded"]
_NOT_ASKED: AnswerState = "unanswered"


@dataclass(frozen=True, slots=True)
class Asked:
    """One place: an item, in a column where there are columns, its relevance, or a level."""

    key: PlaceKey
    item: Item | None = None
    column: Column | None = None
    conclusion: ConclusionTable | None = None

    @property
    def is_relevance(self) -> bool:
        """What the factor means in this story, beside whether it is there."""
        return self.key[1] == RELEVANCE


@dataclass(frozen=True, slots=True)
class Compared:
    """One place, what the person said, what the teaching coding says and why."""

    asked: Asked
    own: str
    teaching: str
    cited: tuple[tuple[str, str], ...] = ()
    is_critical: bool = False

    @property
    def sameness(self) -> Sameness:
        if self.own == self.teaching:
            return "same"
        return "different" if self.own else "not-coded"


def cases(desk: Desk) -> tuple[TrainingCase, ...]:
    """The cases that are offered, in order."""
    return load_training(desk.catalogue).cases


def find_form(desk: Desk, untrusted_key: str) -> tuple[TrainingCase, TrainingForm]:
    """The case and form that `case/instrument` names.

    Raises:
        NoTrainingCaseError: there is no sound one.
    """
    name, _sign, instrument = untrusted_key.partition("/")
    for case in cases(desk):
        for form in case.forms:
            if (case.id, form.definition.id) == (name, instrument):
                return case, form
    raise NoTrainingCaseError


def places(form: TrainingForm, practised: Practised) -> tuple[Asked, ...]:
    """What is asked now, in the form's order; then the levels."""
    return tuple(_places(form, practised))


def compare(form: TrainingForm, practised: Practised) -> tuple[Compared, ...]:
    """Every place of the form, coded by the person or not, beside the teaching coding."""
    everything = (*_all_items(form), *_levels(form))
    return tuple(_compared(form, asked, practised) for asked in everything)


def _places(form: TrainingForm, practised: Practised) -> Iterator[Asked]:
    answers = {
        item: _answer(code) for (item, column), code in practised.items() if item and not column
    }
    shown = {item.id for item in visible_items(form.definition, answers)}
    for asked in _all_items(form):
        if asked.item is not None and asked.item.id in shown:
            yield asked
    yield from _levels(form)


def _all_items(form: TrainingForm) -> Iterator[Asked]:
    columns = {column.id: column for column in form.definition.columns}
    for item in form.definition.items:
        codes = form.table.codings[item.id].codes
        for column in [columns[name] for name in columns if name in codes]:
            yield Asked((item.id, column.id), item, column)
        if not columns:
            yield Asked((item.id, ""), item)
        if form.definition.table.relevance is not None:
            yield Asked((item.id, RELEVANCE), item)


def _levels(form: TrainingForm) -> Iterator[Asked]:
    for conclusion in form.definition.table.conclusions:
        if conclusion.levels:
            yield Asked(("", conclusion.id), conclusion=conclusion)


def _answer(code: str) -> ItemAnswer:
    state = next((state for state in OFFERED_STATES if state == code), None)
    return ItemAnswer("value", code) if state is None else ItemAnswer(state)


def _compared(form: TrainingForm, asked: Asked, practised: Practised) -> Compared:
    own = practised.get(asked.key, "")
    if asked.item is None:
        return Compared(asked, own, form.table.levels[asked.key[1]])
    teaching = form.table.codings[asked.item.id]
    code = teaching.codes.get(asked.key[1]) or teaching.answer or teaching.state
    if asked.is_relevance:
        code = teaching.relevance or ""
    return Compared(
        asked,
        own,
        "" if code == _NOT_ASKED else code,
        tuple((number, page) for number, _sign, page in (c.partition(":") for c in teaching.cite)),
        teaching.critical,
    )
