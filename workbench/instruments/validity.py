# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a set of answers. Nothing is repaired, nothing is dropped in silence."""

from collections.abc import Iterator

from workbench.domain.errors import WorkbenchError
from workbench.instruments import errors
from workbench.instruments.answers import Answers, Given, ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition, Item
from workbench.instruments.errors import Fault, shown_name
from workbench.instruments.forms import codes_of, visible_ids
from workbench.instruments.rules import is_broken
from workbench.instruments.validation_tables import Range, RequiredReason, ValidationTable, items_of


def answer_faults(definition: Definition, answers: Answers) -> tuple[Fault, ...]:
    """Every fault, errors first, otherwise in the order of the worksheet."""
    found = [*_item_faults(definition, answers), *_unknown_items(definition, answers)]
    found += _contradictions(definition, answers)
    return tuple(sorted(found, key=lambda fault: fault.severity != "error"))


def _unknown_items(definition: Definition, answers: Answers) -> Iterator[Fault]:
    for name in sorted(answers):
        if name not in definition.by_id:
            yield Fault(f"answers.{shown_name(name)}", errors.UnknownItemError())


def _item_faults(definition: Definition, answers: Answers) -> Iterator[Fault]:
    for item in definition.items:
        given = answers.get(item.id)
        if given is None:
            continue
        if isinstance(given, ItemCoding) != (definition.kind == "spj"):
            yield Fault(f"answers.{item.id}", errors.WrongTypeError())
        else:
            yield from _given_faults(definition, item, given)


def _given_faults(definition: Definition, item: Item, given: Given) -> Iterator[Fault]:
    if isinstance(given, ItemAnswer):
        error = _answer_error(item, given)
        if error is not None:
            yield Fault(f"answers.{item.id}", error)
        return
    columns = {column.id for column in definition.columns}
    for column, code in given.codes.items():
        path = f"answers.{item.id}.{shown_name(column)}"
        if column not in columns:
            yield Fault(path, errors.UnknownColumnError(item=item.id))
        elif code.text not in item.codes:
            yield Fault(path, errors.UnknownChoiceError(item=item.id))


def _answer_error(item: Item, given: ItemAnswer) -> WorkbenchError | None:
    if given.state == "value":
        return None if given.code in item.codes else errors.UnknownChoiceError(item=item.id)
    if given.state == "unanswered" or given.state in item.states:
        return None
    return errors.StateNotOfferedError(item=item.id, state=given.state)


def _contradictions(definition: Definition, answers: Answers) -> Iterator[Fault]:
    codes = codes_of(definition, answers)
    shown = visible_ids(definition.items, codes)
    asked = {item: code for item, code in codes.items() if item in shown}
    for check in definition.table.validations:
        if is_broken(check, asked):
            yield _contradiction(check)


def _contradiction(check: ValidationTable) -> Fault:
    names = items_of(check)
    path = f"answers.{names[0]}"
    if isinstance(check, Range):
        return Fault(path, errors.OutOfRangeError(item=names[0]), check.severity)
    if isinstance(check, RequiredReason):
        return Fault(path, errors.ReasonLackingError(item=names[0]), check.severity)
    first, second = names
    if check.severity == "warn":
        return Fault(path, errors.UnlikelyPairError(first=first, second=second), "warn")
    return Fault(path, errors.ContradictionError(first=first, second=second))
