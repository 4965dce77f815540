# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a set of answers. Nothing is repaired, nothing is dropped in silence."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.domain.errors import WorkbenchError
from workbench.instruments import errors
from workbench.instruments.answers import Answers, Given, ItemAnswer, ItemCoding
from workbench.instruments.calendar_days import read_date
from workbench.instruments.definition import Definition, Item
from workbench.instruments.errors import Fault, shown_name
from workbench.instruments.forms import Codes, codes_of, visible_ids
from workbench.instruments.item_values import events_of
from workbench.instruments.rule_tables import AgePoints, RollingWindowCount, Rule
from workbench.instruments.rules import is_broken
from workbench.instruments.validation_tables import Range, RequiredReason, ValidationTable, items_of
from workbench.instruments.windows import is_after


def answer_faults(definition: Definition, answers: Answers) -> tuple[Fault, ...]:
    """Every fault, errors first, otherwise in the order of the worksheet."""
    codes = codes_of(definition, answers)
    shown = visible_ids(definition.items, codes)
    found = [*_item_faults(definition, answers, shown), *_unknown_items(definition, answers)]
    asked = {item: code for item, code in codes.items() if item in shown}
    found += [_contradiction(v) for v in definition.table.validations if is_broken(v, asked)]
    dated = [fault for rule in definition.rules for fault in _date_faults(rule, asked)]
    found += {(fault.path, fault.code): fault for fault in dated}.values()  # several may read it
    return tuple(sorted(found, key=lambda fault: fault.severity != "error"))


def _unknown_items(definition: Definition, answers: Answers) -> Iterator[Fault]:
    for name in sorted(answers):
        if name not in definition.by_id:
            yield Fault(f"answers.{shown_name(name)}", errors.UnknownItemError())


def _item_faults(
    definition: Definition, answers: Answers, shown: frozenset[str]
) -> Iterator[Fault]:
    """Item by item. A hidden answer counts nowhere: it is named and blocks nothing."""
    for item in definition.items:
        given = answers.get(item.id)
        if given is None:
            continue
        for fault in _faults_of(definition, item, given):
            yield fault if item.id in shown else replace(fault, severity="warn")


def _faults_of(definition: Definition, item: Item, given: Given) -> Iterator[Fault]:
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
    if given.state == "value" and item.accepts(given.code):
        return None
    if given.state == "value" and item.type == "choice":
        return errors.UnknownChoiceError(item=item.id)
    if given.state == "value":
        return errors.OutOfRangeError(item=item.id)
    if given.state == "unanswered" or given.state in item.states:
        return None
    return errors.StateNotOfferedError(item=item.id, state=given.state)


def _date_faults(rule: Rule, asked: Codes) -> Iterator[Fault]:
    """Dates that cannot be: born after the day, an event after the day one counts back from."""
    if isinstance(rule, AgePoints):
        birth, at = (read_date(asked.get(name, "")) for name in (rule.birth, rule.at))
        if birth is not None and at is not None and birth.first > at.last:
            error = errors.ImpossibleDatesError(first=rule.birth, second=rule.at)
            yield Fault(f"answers.{rule.birth}", error)
    if isinstance(rule, RollingWindowCount):
        anchor = read_date(asked.get(rule.anchor, ""))
        events = events_of(asked.get(rule.events, ""))
        if anchor is not None and any(is_after(rule, e, anchor) for e in events or ()):
            later = errors.EventAfterAnchorError(item=rule.events)
            yield Fault(f"answers.{rule.events}", later)


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
