# SPDX-License-Identifier: EUPL-1.2
"""What each kind and class of instrument has, lacks and says about missing answers."""

from collections.abc import Iterator

from workbench.instruments import errors
from workbench.instruments.condition_checks import sources_of
from workbench.instruments.errors import Fault
from workbench.instruments.rule_tables import ProfileCounts, RaterScale, SpjCoding
from workbench.instruments.schema import DefinitionTable

_COMPUTES_NOTHING = (ProfileCounts, RaterScale, SpjCoding)


def emptiness(table: DefinitionTable) -> Iterator[Fault]:
    """Only a shell may have nothing in it yet."""
    for part, is_empty in (("items", not table.items), ("sections", not table.sections)):
        if is_empty and table.class_ != "shell":
            yield Fault(part, errors.WrongShapeError(what=f"no {part}"))


def parts_of_kind(table: DefinitionTable) -> Iterator[Fault]:
    """A worksheet has codes and columns and nothing that computes; a form has neither."""
    parts = _worksheet_parts(table) if table.kind == "spj" else _form_parts(table)
    for part, is_there, is_wanted in parts:
        if is_there != is_wanted:
            yield _kind_fault(table, part)
    if table.kind == "spj":
        yield from _worksheet_pairs(table)


def _worksheet_pairs(table: DefinitionTable) -> Iterator[Fault]:
    """Parts that stand together or not at all."""
    if table.has_relevance != (table.relevance is not None):
        yield _kind_fault(table, "relevance")
    if ("relevance" in table.steps) != table.has_relevance:
        yield _kind_fault(table, "steps")
    for conclusion in table.conclusions:
        if (conclusion.type == "level") != bool(conclusion.levels):
            yield _kind_fault(table, f"conclusions.{conclusion.id}.levels")


def parts_of_class(table: DefinitionTable) -> Iterator[Fault]:
    """A recorded form computes nothing and says so; a computed one has at least one rule."""
    if table.class_ == "shell":
        for part in ("rules", "band_tables", "flags"):
            if getattr(table, part) and table.kind != "spj":
                yield _kind_fault(table, part)
        return
    if (table.class_ == "SPJ") != (table.kind == "spj"):
        yield _kind_fault(table, "class")
        return
    computes = any(not isinstance(rule, _COMPUTES_NOTHING) for rule in table.rules)
    misplaced = table.class_ != "SPJ" and any(isinstance(r, SpjCoding) for r in table.rules)
    has_rules = bool(table.rules) if table.class_ == "SPJ" else computes
    if (table.class_ == "record") == has_rules and not misplaced:
        yield _kind_fault(table, "rules")
    policy = None if table.missing is None else table.missing.policy
    wanted = {"SPJ": ("coded-or-omitted",), "record": ("not-established", "none-required")}
    if policy is not None and policy not in wanted.get(table.class_, (policy,)):
        yield _kind_fault(table, "missing.policy")


def _worksheet_parts(table: DefinitionTable) -> Iterator[tuple[str, bool, bool]]:
    """(part, whether it is there, whether it must be) for structured judgement."""
    is_begun = bool(table.items) or table.class_ != "shell"
    yield "codes", table.codes is not None, is_begun
    yield "columns", bool(table.columns), is_begun
    yield "rules", all(isinstance(rule, SpjCoding) for rule in table.rules), True
    yield "answer_sets", bool(table.answer_sets), False
    yield "items.answer_set", any(item.answer_set is not None for item in table.items), False
    yield "items.type", any(item.type != "choice" for item in table.items), False
    yield "band_tables", bool(table.band_tables), False
    yield "recodes", bool(table.recodes), False
    yield "validations", bool(table.validations), False
    yield "flags", bool(table.flags), False
    yield "profiles", bool(table.profiles), False
    yield "population.includes", bool(table.population and table.population.includes), False
    yield "states", bool(table.states) or any(item.states for item in table.items), False
    yield "calendar", table.calendar is not None, False
    yield "visible_if", any(sources_of(table).values()), False


def _form_parts(table: DefinitionTable) -> Iterator[tuple[str, bool, bool]]:
    """The same for everything that is answered, not coded."""
    needs_sets = any(item.type == "choice" for item in table.items)
    yield "answer_sets", bool(table.answer_sets) or not needs_sets, True
    yield "rules", any(isinstance(rule, SpjCoding) for rule in table.rules), False
    yield "codes", table.codes is not None, False
    for part in (
        "columns",
        "steps",
        "has_relevance",
        "has_critical",
        "has_formulation",
        "extra_factor_rows",
        "scenario_fields",
        "management",
        "conclusions",
    ):
        yield part, bool(getattr(table, part)), False


def _kind_fault(table: DefinitionTable, part: str) -> Fault:
    return Fault(part, errors.KindError(part=part, kind=table.kind, sort=table.class_))
