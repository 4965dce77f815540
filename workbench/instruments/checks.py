# SPDX-License-Identifier: EUPL-1.2
"""What a definition must keep besides its shape: unique ids, sound references, a fitting kind.

These checks look at the table alone. Those that need the built definition are in `rule_checks`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from workbench.instruments import errors
from workbench.instruments.definition import CODES, code_sets
from workbench.instruments.errors import Fault
from workbench.instruments.item_tables import ItemTable
from workbench.instruments.packs import caveat_ids
from workbench.instruments.rule_tables import SpjCoding
from workbench.instruments.schema import DefinitionTable
from workbench.instruments.tables import Choosing, Condition

Check = Callable[[DefinitionTable], Iterator[Fault]]


def definition_faults(table: DefinitionTable) -> list[Fault]:
    """Every fault that the definition's own table shows."""
    checks: tuple[Check, ...] = (
        _emptiness,
        _duplicates,
        _item_references,
        _conditions,
        _rings,
        _validations,
        _answer_sets,
        _missing,
        _time_windows,
        _calendar,
        _caveats,
        _kind,
        _class,
    )
    return [fault for check in checks for fault in check(table)]


def codes_by_item(table: DefinitionTable) -> dict[str, list[str]]:
    """Item id -> the codes it can have, a state that counts as a code included."""
    sets = code_sets(table)
    found: dict[str, list[str]] = {}
    for item in table.items:
        codes = list(sets.get(item.answer_set or CODES, ()))
        states = table.states if item.states is None else item.states
        if "not-applicable" in states and "not-applicable" not in codes:
            codes.append("not-applicable")
        found[item.id] = codes
    return found


def choosing_faults(table: DefinitionTable, chosen: Choosing, path: str) -> Iterator[Fault]:
    """What is wrong with naming this item and this code."""
    codes = codes_by_item(table)
    if chosen.item not in codes:
        yield dangling(path, chosen.item)
    elif chosen.code not in codes[chosen.item]:
        yield dangling(path, f"{chosen.item}={chosen.code}")


def dangling(path: str, name: str) -> Fault:
    """A reference to something that is not there."""
    return Fault(path, errors.DanglingReferenceError(name=name))


def _emptiness(table: DefinitionTable) -> Iterator[Fault]:
    """Only a shell may have nothing in it yet."""
    for part, is_empty in (("items", not table.items), ("sections", not table.sections)):
        if is_empty and table.class_ != "shell":
            yield Fault(part, errors.WrongShapeError(what=f"no {part}"))


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
        if (item.answer_set or CODES) not in sets:
            yield dangling(f"items.{item.id}.answer_set", item.answer_set or CODES)
    for section in sections - {item.section for item in table.items}:
        yield Fault(f"sections.{section}", errors.DanglingReferenceError(name=section))


def _conditions(table: DefinitionTable) -> Iterator[Fault]:
    for section in table.sections:
        for condition in section.visible_if:
            yield from _condition(table, condition, f"sections.{section.id}.visible_if")
    for item in table.items:
        for condition in item.visible_if:
            yield from _condition(table, condition, f"items.{item.id}.visible_if")
    for term in () if table.missing is None else table.missing.required_when:
        yield from _condition(table, term.when, "missing.required_when")


def _condition(table: DefinitionTable, condition: Condition, path: str) -> Iterator[Fault]:
    code = condition.equals if condition.equals is not None else condition.not_equals
    if code is None or None not in (condition.equals, condition.not_equals):
        what = "give one of equals and not_equals"
        yield Fault(path, errors.WrongShapeError(what=what))
    else:
        yield from choosing_faults(table, Choosing(item=condition.item, code=code), path)


def _rings(table: DefinitionTable) -> Iterator[Fault]:
    waits = _sources(table)
    while ready := [item for item, sources in waits.items() if not sources & waits.keys()]:
        for item in ready:
            del waits[item]
    ring = _on_a_ring(waits)
    if ring:
        yield Fault("items", errors.CircularConditionError(items=", ".join(ring)))


def _on_a_ring(waits: dict[str, set[str]]) -> list[str]:
    """Without the items that merely wait for one on a ring."""
    left = dict(waits)
    while idle := [item for item in left if not any(item in sources for sources in left.values())]:
        for item in idle:
            del left[item]
    return sorted(left)


def _sources(table: DefinitionTable) -> dict[str, set[str]]:
    by_section = {s.id: {c.item for c in s.visible_if} for s in table.sections}
    return {item.id: _item_sources(item, by_section) for item in table.items}


def _item_sources(item: ItemTable, by_section: dict[str, set[str]]) -> set[str]:
    return by_section.get(item.section, set()) | {c.item for c in item.visible_if}


def _validations(table: DefinitionTable) -> Iterator[Fault]:
    for check in table.validations:
        for chosen in check.of:
            yield from choosing_faults(table, chosen, f"validations.{check.id}.of")


def _answer_sets(table: DefinitionTable) -> Iterator[Fault]:
    for answers in table.answer_sets:
        if answers.rising and sorted(answers.rising) != sorted(answers.codes):
            yield dangling(f"answer_sets.{answers.id}.rising", answers.id)


def _missing(table: DefinitionTable) -> Iterator[Fault]:
    if table.missing is None:
        yield Fault("missing", errors.NoMissingPolicyError())
        return
    items = {item.id for item in table.items}
    for term in table.missing.required_when:
        if term.item not in items:
            yield dangling("missing.required_when", term.item)


def _time_windows(table: DefinitionTable) -> Iterator[Fault]:
    items = {item.id for item in table.items}
    for window in table.time_windows:
        for name in window.items:
            if name not in items:
                yield dangling(f"time_windows.{window.id}.items", name)


def _calendar(table: DefinitionTable) -> Iterator[Fault]:
    calendar = table.calendar
    if calendar is None:
        return
    if calendar.before is not None and all(item.id != calendar.before for item in table.items):
        yield dangling("calendar.before", calendar.before)
    if calendar.severity_lowest > calendar.severity_highest:
        yield Fault("calendar", errors.WrongShapeError(what="severity runs backwards"))


def _caveats(table: DefinitionTable) -> Iterator[Fault]:
    for name in table.caveats:
        if name not in caveat_ids():
            yield dangling("caveats", name)


def _kind(table: DefinitionTable) -> Iterator[Fault]:
    """A worksheet has codes and columns and nothing that computes; a form has neither."""
    parts = _worksheet_parts(table) if table.kind == "spj" else _form_parts(table)
    for part, is_there, is_wanted in parts:
        if is_there != is_wanted:
            yield _kind_fault(table, part)


def _worksheet_parts(table: DefinitionTable) -> Iterator[tuple[str, bool, bool]]:
    """(part, whether it is there, whether it must be) for structured judgement."""
    yield "codes", table.codes is not None, True
    yield "columns", bool(table.columns), True
    yield "rules", all(isinstance(rule, SpjCoding) for rule in table.rules), True
    yield "answer_sets", bool(table.answer_sets), False
    yield "items.answer_set", any(item.answer_set is not None for item in table.items), False
    yield "band_tables", bool(table.band_tables), False
    yield "validations", bool(table.validations), False
    yield "states", bool(table.states) or any(item.states for item in table.items), False
    yield "calendar", table.calendar is not None, False
    yield "visible_if", any(_sources(table).values()), False


def _form_parts(table: DefinitionTable) -> Iterator[tuple[str, bool, bool]]:
    """The same for everything that is answered, not coded."""
    yield "answer_sets", bool(table.answer_sets), True
    yield "rules", any(isinstance(rule, SpjCoding) for rule in table.rules), False
    yield "codes", table.codes is not None, False
    yield "columns", bool(table.columns), False
    yield "steps", bool(table.steps), False
    yield "has_relevance", table.has_relevance, False
    yield "has_critical", table.has_critical, False
    yield "extra_factor_rows", bool(table.extra_factor_rows), False
    yield "conclusions", bool(table.conclusions), False


def _class(table: DefinitionTable) -> Iterator[Fault]:
    """A recorded form ships no rule and says so; a computed one has at least one."""
    shell = table.class_ == "shell"
    if not shell and (table.class_ == "SPJ") != (table.kind == "spj"):
        yield _kind_fault(table, "class")
    if not shell and (table.class_ == "record") == bool(table.rules):
        yield _kind_fault(table, "rules")
    policy = None if table.missing is None else table.missing.policy
    wanted = {"SPJ": "coded-or-omitted", "record": "not-established"}.get(table.class_)
    if policy is not None and wanted is not None and policy != wanted:
        yield _kind_fault(table, "missing.policy")


def _kind_fault(table: DefinitionTable, part: str) -> Fault:
    return Fault(part, errors.KindError(part=part, kind=table.kind, sort=table.class_))
