# SPDX-License-Identifier: EUPL-1.2
"""What a definition must keep besides its shape: unique ids, sound references, a fitting kind.

These checks look at the table alone. Those that need the built definition are in `rule_checks`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from workbench.instruments import errors
from workbench.instruments.condition_checks import (
    choosing_faults,
    codes_of_item,
    dangling,
    rings,
    stated_conditions,
    unreachable,
)
from workbench.instruments.definition import CODES, code_sets
from workbench.instruments.errors import Fault
from workbench.instruments.kind_checks import emptiness, parts_of_class, parts_of_kind
from workbench.instruments.packs import caveat_ids
from workbench.instruments.range_checks import band_faults
from workbench.instruments.rule_checks import rule_table_faults
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.validation_tables import (
    AtMost,
    Exclusive,
    Implies,
    Range,
    RequiredReason,
    ValidationTable,
    items_of,
)

Check = Callable[[DefinitionTable], Iterable[Fault]]


def definition_faults(table: DefinitionTable) -> list[Fault]:
    """Every fault that the definition's own table shows."""
    checks: tuple[Check, ...] = (
        emptiness,
        _duplicates,
        _item_references,
        _item_types,
        stated_conditions,
        rings,
        unreachable,
        _validations,
        _answer_sets,
        _bands,
        rule_table_faults,
        _missing,
        _named_items,
        _calendar,
        _flags,
        _external_codes,
        _caveats,
        parts_of_kind,
        parts_of_class,
    )
    return [fault for check in checks for fault in check(table)]


def _duplicates(table: DefinitionTable) -> Iterator[Fault]:
    named: dict[str, Iterable[str]] = {
        "items": (item.id for item in table.items),
        "sections": (section.id for section in table.sections),
        "answer_sets": (answers.id for answers in table.answer_sets),
        "rules": (rule.id for rule in table.rules),
        "band_tables": (bands.id for bands in table.band_tables),
        "validations": (check.id for check in table.validations),
        "time_windows": (window.id for window in table.time_windows),
        "columns": (column.id for column in table.columns),
        "conclusions": (conclusion.id for conclusion in table.conclusions),
        "recodes": (recode.id for recode in table.recodes),
        "flags": (flag.id for flag in table.flags),
        "profiles": (profile.id for profile in table.profiles),
        "header": table.header,
        "scenario_fields": table.scenario_fields,
        "management": (scheme.id for scheme in table.management),
        "steps": table.steps,
        "procedure": table.procedure,
        "extra_factor_rows": table.extra_factor_rows,
        "states": table.states,
        "caveats": table.caveats,
    }
    for answers, codes in code_sets(table).items():
        named[f"codes.{answers}"] = codes
    for part, ids in named.items():
        for name, times in Counter(ids).items():
            if times > 1:
                yield Fault(part, errors.DuplicateIdError(name=name))


def _item_references(table: DefinitionTable) -> Iterator[Fault]:
    sections = {section.id for section in table.sections}
    sets = code_sets(table)
    for item in table.items:
        if item.section not in sections:
            yield dangling(f"items.{item.id}.section", item.section)
        name = item.answer_set or (CODES if item.type == "choice" else None)
        if name is not None and name not in sets:
            yield dangling(f"items.{item.id}.answer_set", name)
    for section in sorted(sections - {item.section for item in table.items}):
        yield Fault(f"sections.{section}", errors.DanglingReferenceError(name=section))


def _item_types(table: DefinitionTable) -> Iterator[Fault]:
    """A number has its ends, and nothing else has; free text has no answer set."""
    for item in table.items:
        bounded = item.type in ("number", "ratings")
        ends = (item.lowest, item.highest)
        path = f"items.{item.id}"
        if (None not in ends) != bounded or (not bounded and ends != (None, None)):
            yield Fault(path, errors.WrongShapeError(what="lowest and highest belong to numbers"))
        elif bounded and not 0 <= (item.lowest or 0) <= (item.highest or 0):
            yield Fault(path, errors.WrongShapeError(what="lowest to highest runs backwards"))
        if item.type in ("date", "text", "ratings") and item.answer_set is not None:
            yield Fault(path, errors.WrongShapeError(what=f"{item.type} has no answer set"))


def _validations(table: DefinitionTable) -> Iterator[Fault]:
    types = {item.id: item.type for item in table.items}
    for check in table.validations:
        path = f"validations.{check.id}"
        if isinstance(check, Exclusive | Implies):
            for chosen in check.of:
                yield from choosing_faults(table, chosen, f"{path}.of")
            continue
        for name in items_of(check):
            if name not in types:
                yield dangling(path, name)
            elif isinstance(check, Range | AtMost) and types[name] != "number":
                yield Fault(path, errors.WrongShapeError(what=f"{name} is not a number"))
        yield from _reason(table, check, path)


def _reason(table: DefinitionTable, check: ValidationTable, path: str) -> Iterator[Fault]:
    if isinstance(check, Range) and check.low is None and check.high is None:
        yield Fault(path, errors.WrongShapeError(what="a range has an end"))
    if not isinstance(check, RequiredReason):
        return
    for item in table.items:
        if item.id == check.reason and item.type != "text":
            yield Fault(path, errors.WrongShapeError(what=f"{item.id} is not text"))
        for code in check.codes if item.id == check.item else ():
            if code not in codes_of_item(table, item):
                yield dangling(path, f"{item.id}={code}")


def _answer_sets(table: DefinitionTable) -> Iterator[Fault]:
    for answers in table.answer_sets:
        if answers.rising and sorted(answers.rising) != sorted(answers.codes):
            yield dangling(f"answer_sets.{answers.id}.rising", answers.id)


def _bands(table: DefinitionTable) -> Iterator[Fault]:
    return (fault for bands in table.band_tables for fault in band_faults(bands))


def _missing(table: DefinitionTable) -> Iterator[Fault]:
    if table.missing is None:
        yield Fault("missing", errors.NoMissingPolicyError())


def _named_items(table: DefinitionTable) -> Iterator[Fault]:
    """Items that are named outside rules and conditions."""
    items = {item.id for item in table.items}
    named: list[tuple[str, list[str]]] = []
    if table.missing is not None:
        named.append(("missing.required_when", [t.item for t in table.missing.required_when]))
        named.append(("missing.may_omit", table.missing.may_omit))
    named += [(f"time_windows.{w.id}.items", w.items) for w in table.time_windows]
    if table.calendar is not None and table.calendar.before is not None:
        named.append(("calendar.before", [table.calendar.before]))
    for path, names in named:
        yield from (dangling(path, name) for name in names if name not in items)


def _calendar(table: DefinitionTable) -> Iterator[Fault]:
    calendar = table.calendar
    if calendar is not None and calendar.severity_lowest > calendar.severity_highest:
        yield Fault("calendar", errors.WrongShapeError(what="severity runs backwards"))


def _flags(table: DefinitionTable) -> Iterator[Fault]:
    items = {item.id: item for item in table.items}
    for flag in table.flags:
        path = f"flags.{flag.id}"
        if flag.item not in items:
            yield dangling(path, flag.item)
            continue
        known = codes_of_item(table, items[flag.item])
        yield from (dangling(path, f"{flag.item}={c}") for c in flag.codes if c not in known)


def _external_codes(table: DefinitionTable) -> Iterator[Fault]:
    items = {item.id: item for item in table.items}
    rules = {rule.id for rule in table.rules}
    for number, code in enumerate(table.external_codes):
        path = f"external_codes[{number}]"
        if code.item is not None and code.item not in items:
            yield dangling(path, code.item)
        elif code.item is not None and code.answer not in (
            None,
            *codes_of_item(table, items[code.item]),
        ):
            yield dangling(path, f"{code.item}={code.answer}")
        if code.rule is not None and code.rule not in rules:
            yield dangling(path, code.rule)
        if (code.item is None and code.answer is not None) or None not in (code.item, code.rule):
            yield Fault(path, errors.WrongShapeError(what="a code is for one thing"))


def _caveats(table: DefinitionTable) -> Iterator[Fault]:
    for name in table.caveats:
        if name not in caveat_ids():
            yield dangling("caveats", name)
